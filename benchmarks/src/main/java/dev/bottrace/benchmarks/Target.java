package dev.bottrace.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A row of the table: what is to be reached, and what was measured. */
final class Target {
  private final String what;
  private final String on;
  private final String bound;
  private final List<String> measured = new ArrayList<>();
  private final List<String> missed = new ArrayList<>();
  private boolean complete = true;
  private boolean judged;

  Target(String what, String on, String bound) {
    this.what = what;
    this.on = on;
    this.bound = bound;
  }

  /** Adds a value that must not be larger than the limit. */
  Target atMost(double limit, String name, double value) {
    return add(name, value <= limit, value);
  }

  /** Adds a value that must not be smaller than the limit. */
  Target atLeast(double limit, String name, double value) {
    return add(name, value >= limit, value);
  }

  /** Adds what is good to know. */
  Target note(String name, double value) {
    if (!Double.isNaN(value)) {
      measured.add(name + " " + format(value));
    }
    return this;
  }

  private Target add(String name, boolean isMet, double value) {
    judged = true;
    if (Double.isNaN(value)) {
      complete = false;
      measured.add(name + " not measured");
    } else {
      measured.add(name + " " + format(value));
      if (!isMet) {
        missed.add(name);
      }
    }
    return this;
  }

  private static String format(double value) {
    return Math.abs(value) < 30
        ? String.format(Locale.ROOT, "%.2f", value)
        : String.format(Locale.ROOT, "%,.0f", value);
  }

  String row() {
    return String.join(
        " | ", "| " + what, on, bound, String.join(", ", measured), verdict() + " |");
  }

  private String verdict() {
    if (!missed.isEmpty()) {
      return "missed: " + String.join(", ", missed);
    }
    return !judged ? "to compare with" : complete ? "met" : "incomplete";
  }
}
