package dev.bottrace.assertj.target.dice;

/** Is recorded where the tests themselves run. */
public final class Dice {
  /** Returns what is thrown. */
  public int roll(int sides) {
    return side(sides);
  }

  private static int side(int sides) {
    return sides;
  }
}
