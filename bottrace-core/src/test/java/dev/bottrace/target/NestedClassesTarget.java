package dev.bottrace.target;

/** Classes in classes and in methods, and what their constructors capture. */
final class NestedClassesTarget {
  private final int field;

  private NestedClassesTarget(int field) {
    this.field = field;
  }

  private static final class StaticNested {
    private int value() {
      return 1;
    }
  }

  private class Inner {
    private class Innermost {
      private int sum() {
        return field + own;
      }
    }

    private final int own = field + 1;
  }

  private abstract static class Worker {
    Worker(double ignored) {
      work();
    }

    abstract void work();
  }

  private void captures(long wide, String text, double factor) {
    int local = field * 2;
    Worker anonymous =
        new Worker(factor) {
          private final String own = text + local;

          @Override
          void work() {
            System.out.println(own + wide + text + local + factor + field);
          }
        };
    anonymous.work();
    class Local {
      private final long sum;

      Local(int more) {
        sum = wide + local + more;
      }
    }
    System.out.println(new Local(1).sum);
  }

  public static void main(String[] args) {
    NestedClassesTarget outer = new NestedClassesTarget(5);
    System.out.println(new StaticNested().value());
    Inner inner = outer.new Inner();
    System.out.println(inner.new Innermost().sum());
    outer.captures(1L << 33, "text", 0.5);
  }
}
