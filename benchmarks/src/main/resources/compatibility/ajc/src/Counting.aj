package dev.bottrace.benchmarks.workload;

aspect Counting {
  private int count;

  before() : execution(int Fibonacci.*(..)) {
    count++;
  }

  Object around() : call(* Machine.*(..)) {
    return proceed();
  }
}
