package dev.bottrace.benchmarks.workload;

/** A formula, written anew, and its value. */
record Result(Kind kind, String formula, double value) {
  /** What came of a formula. */
  enum Kind {
    POSITIVE,
    ZERO,
    NEGATIVE,
    WRONG;

    static Kind of(double value) {
      return value == 0 ? ZERO : value > 0 ? POSITIVE : NEGATIVE;
    }
  }

  static Result of(Expression expression, double value) {
    return new Result(Kind.of(value), Printer.print(expression), value);
  }

  static Result wrong(String formula, int position) {
    return new Result(Kind.WRONG, formula, -position);
  }

  static int compare(Result first, Result second) {
    int byValue = Double.compare(first.value(), second.value());
    return byValue != 0 ? byValue : first.formula().compareTo(second.formula());
  }

  void addTo(Checksum checksum) {
    checksum.add(value());
    checksum.add(formula().length());
  }
}
