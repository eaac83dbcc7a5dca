package dev.bottrace.internal.capture;

/** How much a snapshot may still look at. */
final class Budget {
  private int left;

  Budget(int left) {
    this.left = left;
  }

  /** Takes one value; returns false if there is none left to take. */
  boolean take() {
    if (left == 0) {
      return false;
    }
    left--;
    return true;
  }
}
