package dev.bottrace.target;

/** Exceptions that pass through several frames, thrown by the program and by the JVM. */
final class ExceptionsTarget {
  private ExceptionsTarget() {}

  private static int outer(Object argument) {
    try {
      return middle(argument);
    } catch (ArithmeticException e) {
      return e.getStackTrace().length;
    }
  }

  private static int middle(Object argument) {
    return inner(argument) + 1;
  }

  private static int inner(Object argument) {
    return ((String) argument).length() / Integer.parseInt((String) argument);
  }

  private static void print(RuntimeException e) {
    StackTraceElement thrower = e.getStackTrace()[0];
    System.out.println(e.getClass() + " in " + thrower.getMethodName());
  }

  public static void main(String[] args) {
    System.out.println(outer("1"));
    System.out.println(outer("0") > 3);
    for (Object argument : new Object[] {null, 1, "text"}) {
      try {
        outer(argument);
      } catch (RuntimeException e) {
        print(e);
      }
    }
  }
}
