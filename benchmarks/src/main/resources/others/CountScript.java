import java.util.concurrent.atomic.LongAdder;
import org.openjdk.btrace.core.annotations.BTrace;
import org.openjdk.btrace.core.annotations.OnExit;
import org.openjdk.btrace.core.annotations.OnMethod;

/** One counter for the calls of all methods, which is less than a count for each. */
@BTrace(trusted = true)
public class CountScript {
  private static final LongAdder calls = new LongAdder();

  @OnMethod(clazz = "/dev\\.bottrace\\.benchmarks\\.workload\\..*/", method = "/.*/")
  public static void enter() {
    calls.increment();
  }

  @OnExit
  public static void end(int code) {
    System.err.println("calls " + calls.sum());
  }
}
