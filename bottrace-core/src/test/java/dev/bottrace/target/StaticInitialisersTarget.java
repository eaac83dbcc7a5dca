package dev.bottrace.target;

/** Classes that are initialised when they are first needed, or fail to be. */
final class StaticInitialisersTarget {
  private static final String NAME = name();

  private StaticInitialisersTarget() {}

  private static String name() {
    return "main class";
  }

  static final class Lazy {
    static final int VALUE = Integer.parseInt("42");

    private Lazy() {}
  }

  static final class Failing {
    static final int VALUE = Integer.parseInt("x");

    private Failing() {}
  }

  public static void main(String[] args) {
    System.out.println(NAME);
    System.out.println(Lazy.VALUE);
    for (int i = 0; i < 2; i++) {
      try {
        System.out.println(Failing.VALUE);
      } catch (LinkageError e) {
        System.out.println(e.getClass());
      }
    }
  }
}
