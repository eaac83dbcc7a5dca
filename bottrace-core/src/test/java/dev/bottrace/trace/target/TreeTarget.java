package dev.bottrace.trace.target;

import java.io.IOException;

/** A few calls with callers, callees, an exception, an overload and a thread. */
public final class TreeTarget {
  private TreeTarget() {}

  public static void main(String[] args) throws InterruptedException {
    place(1);
    place("two");
    try {
      fail();
    } catch (IOException e) {
      check();
    }
    Thread worker = new Thread(TreeTarget::check, "worker");
    worker.start();
    worker.join();
  }

  private static void place(int order) {
    check();
    check();
  }

  private static void place(String order) {
    new Item().check();
  }

  private static void fail() throws IOException {
    throw new IOException("as asked");
  }

  private static void check() {}

  static final class Item {
    void check() {}
  }
}
