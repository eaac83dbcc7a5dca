package dev.bottrace.benchmarks.workload;

/** A formula and its value. */
record Result(String formula, double value) {
  static Result wrong(String formula, int position) {
    return new Result(formula, -position);
  }

  static int compare(Result first, Result second) {
    int byValue = Double.compare(first.value(), second.value());
    return byValue != 0 ? byValue : first.formula().compareTo(second.formula());
  }

  void addTo(Checksum checksum) {
    checksum.add(Double.doubleToLongBits(value()));
    checksum.add(formula().length());
  }
}
