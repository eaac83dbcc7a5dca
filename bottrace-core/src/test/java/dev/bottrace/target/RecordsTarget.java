package dev.bottrace.target;

/** Records with and without written members. */
final class RecordsTarget {
  private RecordsTarget() {}

  record Plain(int left, long right) {}

  record Checked(String name, double value) {
    Checked {
      if (name.isEmpty()) {
        throw new IllegalArgumentException("no name");
      }
    }

    Checked(String name) {
      this(name, 0.5);
    }

    @Override
    public String name() {
      return "<" + name + ">";
    }

    static Checked empty() {
      return new Checked("");
    }
  }

  public static void main(String[] args) {
    Plain plain = new Plain(1, 2L);
    System.out.println(plain.left() + plain.right());
    System.out.println(plain + " " + plain.equals(new Plain(1, 2L)) + " " + plain.hashCode());
    System.out.println(new Checked("x").name());
    try {
      Checked.empty();
    } catch (IllegalArgumentException e) {
      System.out.println(e.getMessage());
    }
  }
}
