package dev.bottrace.target;

/** All kinds of switch, and patterns of instanceof. */
final class SwitchesTarget {
  private SwitchesTarget() {}

  enum Size {
    SMALL,
    LARGE
  }

  private static int dense(int value) {
    switch (value) {
      case 0:
        return 10;
      case 1:
        return 11;
      default:
        return -1;
    }
  }

  private static String sparse(int value) {
    return switch (value) {
      case -1000, 1000 -> "thousand";
      case Integer.MAX_VALUE -> throw new IllegalArgumentException("too large");
      default -> "other";
    };
  }

  private static int text(String value) {
    return switch (value) {
      case "Aa", "BB" -> 1; // of one hash code
      case "c" -> 2;
      default -> 3;
    };
  }

  private static String size(Size size) {
    return switch (size) {
      case SMALL -> "s";
      case LARGE -> "l";
    };
  }

  private static String pattern(Object value) {
    if (value instanceof String text && !text.isEmpty()) {
      return text;
    }
    return value instanceof Integer number ? "int " + number : "unknown";
  }

  public static void main(String[] args) {
    System.out.println(dense(0) + dense(1) + dense(2));
    System.out.println(sparse(1000) + sparse(1));
    try {
      sparse(Integer.MAX_VALUE);
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
    }
    System.out.println(text("Aa") + text("BB") + text("c") + text("d"));
    System.out.println(size(Size.SMALL) + size(Size.LARGE));
    System.out.println(pattern("text") + pattern(1) + pattern(""));
  }
}
