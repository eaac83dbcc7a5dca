package dev.bottrace.internal.attach;

import java.lang.instrument.Instrumentation;
import org.jspecify.annotations.Nullable;

/** Finds the {@link Instrumentation} of this JVM: an agent's, or by attaching to itself. */
public final class Attachment {
  private static final String ATTACHING = "net.bytebuddy.agent.ByteBuddyAgent";

  private Attachment() {}

  /**
   * Finds it.
   *
   * @param purpose what needs it, for the message
   * @return what classes can be changed by
   * @throws IllegalStateException if there is none; the message says how to get one
   */
  public static Instrumentation find(String purpose) {
    Instrumentation given = HostAgent.instrumentation();
    if (given == null) {
      given = ofSystemLoader();
    }
    return given == null ? attached(purpose) : given;
  }

  /** The JVM loads agents there, while this library may be in another loader. */
  private static @Nullable Instrumentation ofSystemLoader() {
    try {
      return (Instrumentation)
          Class.forName(HostAgent.class.getName(), true, ClassLoader.getSystemClassLoader())
              .getMethod("instrumentation")
              .invoke(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  /** By reflection, as the library is optional: its annotations are not there for a compiler. */
  private static Instrumentation attached(String purpose) {
    try {
      return (Instrumentation) Class.forName(ATTACHING).getMethod("install").invoke(null);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException(purpose + " needs an agent in this JVM, and " + why(e), e);
    }
  }

  private static String why(Throwable thrown) {
    return thrown instanceof ClassNotFoundException
        ? "there is none: "
            + asAgent()
            + ", or add net.bytebuddy:byte-buddy-agent to the class path, with which a JVM attaches"
            + " to itself"
        : "it could not attach to itself ("
            + reason(thrown)
            + "): "
            + asAgent()
            + ", or allow that with -XX:+EnableDynamicAgentLoading -Djdk.attach.allowAttachSelf=true";
  }

  private static String reason(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause.getMessage() == null ? cause.toString() : cause.getMessage();
  }

  private static String asAgent() {
    return "add -javaagent:"
        + OurLocation.jar()
        + " to the JVM's options (Maven: to <argLine> of maven-surefire-plugin; Gradle: to jvmArgs"
        + " of the test task)";
  }
}
