package dev.bottrace.target;

/** Ways out of a try. */
final class TryFinallyTarget {
  private TryFinallyTarget() {}

  private static void step(String name) {
    System.out.println(name);
  }

  private static int returned() {
    try {
      return 1;
    } finally {
      step("finally of returned");
    }
  }

  @SuppressWarnings("finally")
  private static int swallowed() {
    try {
      throw new IllegalStateException();
    } finally {
      return 2;
    }
  }

  private static void rethrown() {
    try {
      failing();
    } catch (IllegalStateException e) {
      throw new IllegalArgumentException(e);
    } finally {
      step("finally of rethrown");
    }
  }

  private static void failing() {
    throw new IllegalStateException("failed");
  }

  private static void left() {
    for (int i = 0; i < 3; i++) {
      try {
        if (i == 1) {
          break;
        }
        continue;
      } finally {
        step("finally of " + i);
      }
    }
  }

  private static void resources() {
    try (Resource outer = new Resource("outer");
        Resource inner = new Resource("inner")) {
      step(outer.name + inner.name);
      failing();
    } catch (IllegalStateException | UnsupportedOperationException e) {
      step(e.getMessage() + " and suppressed " + e.getSuppressed().length);
    }
  }

  private static final class Resource implements AutoCloseable {
    private final String name;

    private Resource(String name) {
      this.name = name;
    }

    @Override
    public void close() {
      throw new UnsupportedOperationException(name);
    }
  }

  private static void nested() {
    try {
      try {
        failing();
      } catch (IllegalStateException e) {
        try {
          failing();
        } catch (IllegalStateException ignored) {
        }
        throw e;
      }
    } catch (RuntimeException e) {
      step(e.getMessage());
    }
  }

  public static void main(String[] args) {
    System.out.println(returned() + swallowed());
    try {
      rethrown();
    } catch (IllegalArgumentException e) {
      step(e.getMessage());
    }
    left();
    resources();
    nested();
  }
}
