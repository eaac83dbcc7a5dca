import static org.openjdk.btrace.core.BTraceUtils.print;

import org.openjdk.btrace.core.annotations.BTrace;
import org.openjdk.btrace.core.annotations.Kind;
import org.openjdk.btrace.core.annotations.Location;
import org.openjdk.btrace.core.annotations.OnMethod;
import org.openjdk.btrace.core.annotations.ProbeMethodName;

/** Prints a line for each entry and each exit. */
@BTrace(trusted = true)
public class TraceScript {
  @OnMethod(clazz = "/dev\\.bottrace\\.benchmarks\\.workload\\..*/", method = "/.*/")
  public static void enter(@ProbeMethodName(fqn = true) String method) {
    print("CALL " + method);
  }

  @OnMethod(
      clazz = "/dev\\.bottrace\\.benchmarks\\.workload\\..*/",
      method = "/.*/",
      location = @Location(Kind.RETURN))
  public static void returned(@ProbeMethodName(fqn = true) String method) {
    print("RETURN " + method);
  }
}
