package dev.bottrace.benchmarks.workload;

/** What many numbers have in common. They are added in ascending order. */
final class Statistics {
  private double[] numbers = new double[8];
  private int count;
  private double sum;

  void add(double number) {
    if (count == numbers.length) {
      grow();
    }
    numbers[count++] = number;
    sum += number;
  }

  private void grow() {
    double[] larger = new double[2 * count];
    System.arraycopy(numbers, 0, larger, 0, count);
    numbers = larger;
  }

  private boolean isEmpty() {
    return count == 0;
  }

  private double mean() {
    return sum / count;
  }

  private double variance() {
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += square(deviation(i));
    }
    return squares / count;
  }

  private double deviation(int index) {
    return numbers[index] - mean();
  }

  private static double square(double number) {
    return number * number;
  }

  private double least() {
    return numbers[0];
  }

  private double most() {
    return numbers[count - 1];
  }

  private double range() {
    return most() - least();
  }

  private double median() {
    return quantile(0.5);
  }

  private double quantile(double share) {
    return numbers[(int) (share * (count - 1))];
  }

  void addTo(Checksum checksum) {
    checksum.add(count);
    if (!isEmpty()) {
      checksum.add(mean());
      checksum.add(variance());
      checksum.add(median());
      checksum.add(quantile(0.9));
      checksum.add(range());
    }
  }
}
