package dev.bottrace.benchmarks.workload;

import java.util.ArrayList;
import java.util.List;

/**
 * W3: a small program with a real program's mix. It reads formulas, computes them in two ways,
 * simplifies them, finds their slopes, prints them, and sorts and sums up the results; some
 * formulas are wrong, and found to be so by an exception.
 */
public final class Formulas {
  private static final int LINES = 20;

  private final Scope scope = new Scope();
  private final Simplifier simplifier = new Simplifier();
  private final Machine machine = new Machine(scope);
  private final Checksum checksum = new Checksum();
  private final List<Result> results = new ArrayList<>();

  private Formulas() {
    scope.define("x", 3);
    scope.define("y", 0.5);
    scope.define("total", 100);
  }

  /**
   * Reads and sorts twenty formulas, the same each time.
   *
   * @param times how often
   * @return a checksum of the results
   */
  public static long run(int times) {
    long sum = 0;
    for (int i = 0; i < times; i++) {
      sum += new Formulas().sumOf(new Generator(7).lines(LINES));
    }
    return sum;
  }

  private long sumOf(List<String> lines) {
    lines.forEach(this::read);
    Sorter<Result> sorter = new Sorter<>(Result::compare);
    List<Result> sorted = sorter.sorted(results);
    sorted.forEach(result -> result.addTo(checksum));
    Report.of(sorted).addTo(checksum);
    return checksum.value();
  }

  private void read(String line) {
    try {
      Expression expression = new Parser(new Tokenizer(line)).parse();
      results.add(result(expression));
      checksum.add(slope(expression));
    } catch (SyntaxException e) {
      results.add(Result.wrong(line, e.position()));
    }
  }

  private Result result(Expression expression) {
    Expression simple = simplifier.simplified(expression);
    double plain = expression.value(scope);
    double again = machine.run(Code.of(simple));
    return Result.of(simple, plain == again ? plain : again - plain);
  }

  private double slope(Expression expression) {
    return simplifier.simplified(expression.slope("x")).value(scope);
  }
}
