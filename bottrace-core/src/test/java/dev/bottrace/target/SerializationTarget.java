package dev.bottrace.target;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;

/** Objects whose class has a serialVersionUID that the JVM works out from its members. */
final class SerializationTarget {
  private SerializationTarget() {}

  @SuppressWarnings("serial") // worked out is what it is to be
  static final class Point implements Serializable {
    static final Point ORIGIN = new Point(0, 0);

    private final int x;
    private final long y;

    Point(int x, long y) {
      this.x = x;
      this.y = y;
    }

    private Object readResolve() {
      return x == 0 && y == 0 ? ORIGIN : this;
    }
  }

  private static Object copy(Object original) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new ObjectOutputStream(bytes).writeObject(original);
    return new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }

  public static void main(String[] args) throws IOException, ClassNotFoundException {
    System.out.println(ObjectStreamClass.lookup(Point.class).getSerialVersionUID());
    System.out.println(copy(Point.ORIGIN) == Point.ORIGIN);
    System.out.println(((Point) copy(new Point(1, 2L))).y);
  }
}
