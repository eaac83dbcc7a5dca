package dev.bottrace.target;

/** Constructors that do much before they call another one. */
final class ConstructorsTarget {
  private ConstructorsTarget() {}

  static class Base {
    final Object value;

    Base(Object value) {
      this.value = value;
    }
  }

  static final class Derived extends Base {
    Derived(boolean text, int number) {
      super(text ? new StringBuilder().append(number) : Integer.valueOf(number));
    }

    Derived(int number) {
      this(number > 0 && number % 2 == 0, parsed(Integer.toString(number)));
    }

    private static int parsed(String text) {
      return Integer.parseInt(text);
    }
  }

  static final class OfSameClass extends Base {
    OfSameClass(int depth) {
      super(depth == 0 ? "end" : new OfSameClass(depth - 1));
    }
  }

  static final class TryInArguments extends Base {
    TryInArguments(String text) {
      super(
          switch (text) {
            case "one" -> 1;
            default -> {
              try {
                yield Derived.parsed(text);
              } catch (NumberFormatException e) {
                yield -1;
              }
            }
          });
    }
  }

  static final class TryInBody {
    final int value;

    TryInBody(String text) {
      int parsed;
      try {
        parsed = Derived.parsed(text);
      } catch (NumberFormatException e) {
        parsed = -2;
      }
      value = parsed;
    }
  }

  public static void main(String[] args) {
    System.out.println(new Derived(true, 1).value);
    System.out.println(new Derived(false, 2).value);
    System.out.println(new Derived(4).value);
    System.out.println(((OfSameClass) new OfSameClass(1).value).value);
    System.out.println(new TryInArguments("one").value);
    System.out.println(new TryInArguments("7").value);
    System.out.println(new TryInArguments("x").value);
    System.out.println(new TryInBody("x").value);
  }
}
