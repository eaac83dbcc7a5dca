package dev.bottrace.target;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls of the JDK in each form that a call site can have. */
final class CallSitesTarget {
  private CallSitesTarget() {}

  static final class Counting extends FilterOutputStream {
    private int bytes;

    Counting(OutputStream out) {
      super(out);
    }

    Counting(int size) {
      this(new ByteArrayOutputStream(Math.max(size, 1)));
    }

    @Override
    public void write(int value) throws IOException {
      bytes++;
      super.write(value);
    }
  }

  static final class Failing extends ByteArrayOutputStream {
    Failing(String size) {
      super(Integer.parseInt(size));
    }
  }

  record Length(int value) implements Comparable<Length> {
    @Override
    public int compareTo(Length other) {
      return Integer.compare(value, other.value);
    }

    @Override
    public String toString() {
      return "length " + value;
    }
  }

  private static void streams() throws IOException {
    try (Counting out = new Counting(4)) {
      out.write(1);
      out.write(new byte[] {2, 3}, 0, 2);
      out.flush();
      System.out.println(out.bytes);
    }
    OutputStream plain = new ByteArrayOutputStream();
    plain.write(4);
    OutputStream traced = new Counting(plain);
    traced.write(5);
    traced.close();
  }

  private static void objectsUnderConstruction(boolean left) {
    StringBuilder text =
        new StringBuilder(
            left ? new StringBuilder("left").reverse() : String.valueOf(new char[] {'r'}));
    System.out.println(text.append(1L).append(2.5).insert(0, 'c').append(new char[] {'a'}, 0, 1));
  }

  private static void exceptions(String number) {
    try {
      System.out.println(Integer.parseInt(number));
    } catch (NumberFormatException e) {
      System.out.println(e.getMessage());
    } finally {
      System.out.println("finally");
    }
  }

  private static void noHandler() {
    List.of(1).add(2);
  }

  private static void noObject(Object nothing) {
    System.out.println(nothing.hashCode());
  }

  private static void expect(Runnable runs) {
    try {
      runs.run();
    } catch (RuntimeException e) {
      System.out.println(e.getClass() + ", " + e.getMessage());
    }
  }

  private static void overridden() {
    Comparable<Length> one = new Length(1);
    Object object = one;
    System.out.println(one.compareTo(new Length(2)) + object.toString());
    System.out.println(object.equals(one));
  }

  private static void callbacks() {
    List<String> words = new ArrayList<>(List.of("be", "a"));
    words.sort(Comparator.comparing(String::length));
    words.forEach(word -> System.out.println(word.concat("!")));
    words.replaceAll(String::trim);
    Function<String, Integer> length = String::length;
    Supplier<StringBuilder> maker = StringBuilder::new;
    Supplier<UUID> neverAsked = UUID::randomUUID;
    System.out.println(length.apply("four") + maker.get().length() + (neverAsked == null ? 1 : 2));
  }

  private static void handles() throws Throwable {
    MethodHandle max =
        MethodHandles.lookup()
            .findStatic(
                Math.class, "max", MethodType.methodType(long.class, long.class, long.class));
    System.out.println((long) max.invokeExact(3L, 4L));
    System.out.println(String.format("%s %d", "x", 5));
    System.out.println(new int[] {6}.clone()[0]);
  }

  private static String chosen(String word) {
    return switch (word) {
      case "one" -> word.isEmpty() ? "none" : word.substring(1, 2);
      default -> word;
    };
  }

  private static void loop() throws IOException {
    StringReader reader = new StringReader("ab");
    int read;
    while ((read = reader.read()) != -1) {
      System.out.print((char) read);
    }
    synchronized (reader) {
      reader.close();
    }
    System.out.println();
  }

  public static void main(String[] args) throws Throwable {
    streams();
    objectsUnderConstruction(true);
    objectsUnderConstruction(false);
    exceptions("7");
    exceptions("seven");
    expect(CallSitesTarget::noHandler);
    expect(() -> noObject(null));
    expect(() -> new Failing("-1"));
    expect(() -> new Failing("none"));
    overridden();
    callbacks();
    handles();
    System.out.println(chosen("one") + chosen("two"));
    loop();
    new ByteArrayInputStream(new byte[0], 0, -1).close();
  }
}
