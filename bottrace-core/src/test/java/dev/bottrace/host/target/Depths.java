package dev.bottrace.host.target;

/** Part of a host: calls of any depth and number. */
public final class Depths {
  public void down(int levels) {
    if (levels > 1) {
      down(levels - 1);
    } else {
      throw new IllegalStateException("at the bottom");
    }
  }

  public void round(int times) {
    for (int i = 0; i < times; i++) {
      step();
    }
    last();
  }

  public void counting(int times) {
    for (int i = 0; i < times; i++) {
      step(i);
    }
  }

  private void step() {}

  private void step(int number) {}

  private void last() {}
}
