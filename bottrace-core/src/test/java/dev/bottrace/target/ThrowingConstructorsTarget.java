package dev.bottrace.target;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;

/** Exceptions that leave constructors through those that called them by super() or this(). */
final class ThrowingConstructorsTarget {
  private ThrowingConstructorsTarget() {}

  static class Base {
    Base(boolean fails) {
      after("Base");
      if (fails) {
        throw new IllegalStateException("Base");
      }
    }
  }

  static class Middle extends Base {
    Middle(boolean fails) {
      super(fails);
    }
  }

  static final class Derived extends Middle {
    Derived(boolean fails) {
      super(fails);
      after("Derived");
      throw new IllegalArgumentException("Derived");
    }

    Derived() {
      this(true);
    }
  }

  static final class InArguments extends Base {
    InArguments() {
      super(parsed("x"));
    }

    private static boolean parsed(String text) {
      return Integer.parseInt(text) != 0;
    }
  }

  static final class OfUntraced extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    OfUntraced(int capacity) {
      super(capacity);
    }
  }

  private static void after(String what) {
    System.out.println(what);
  }

  private static void direct(boolean fails) {
    try {
      new Derived(fails);
    } catch (RuntimeException e) {
      after("caught " + e.getMessage());
    }
  }

  private static void reflective(Class<?> type, Object... arguments) {
    Constructor<?> constructor = type.getDeclaredConstructors()[0];
    try {
      constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      System.out.println(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void uncaughtHere(int capacity) {
    after("at " + new OfUntraced(capacity).size());
  }

  private static void throughCaller(int capacity) {
    try {
      uncaughtHere(capacity);
    } finally {
      after("finally");
    }
  }

  public static void main(String[] args) {
    direct(true);
    direct(false);
    try {
      new Derived();
    } catch (IllegalStateException e) {
      after("caught of this()");
    }
    try {
      new InArguments();
    } catch (NumberFormatException e) {
      after("caught of arguments");
    }
    reflective(Middle.class, true);
    after("after traced super");
    reflective(OfUntraced.class, -1);
    after("after untraced super");
    throughCaller(1);
    try {
      throughCaller(-1);
    } catch (IllegalArgumentException e) {
      after("caught of untraced");
    }
  }
}
