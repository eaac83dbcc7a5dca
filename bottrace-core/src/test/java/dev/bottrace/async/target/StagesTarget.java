package dev.bottrace.async.target;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Stages of a future: where each comes from is where it was added. */
final class StagesTarget {
  private StagesTarget() {}

  private static String text(CountDownLatch ready) {
    try {
      ready.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "text";
  }

  private static int length(String text) {
    return text.length();
  }

  private static void show(int length) {
    System.out.println(length);
  }

  private static CompletableFuture<String> first(CountDownLatch ready, Executor pool) {
    return CompletableFuture.supplyAsync(() -> text(ready), pool);
  }

  private static CompletableFuture<Integer> second(CompletableFuture<String> first, Executor pool) {
    return first.thenApplyAsync(StagesTarget::length, pool);
  }

  private static CompletableFuture<Void> third(CompletableFuture<Integer> second) {
    return second.thenAccept(StagesTarget::show);
  }

  private static void late(CompletableFuture<Integer> second) {
    second.thenAccept(StagesTarget::show); // has its value: runs here
  }

  public static void main(String[] args) throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor(body -> new Thread(body, "one"));
    ExecutorService two = Executors.newSingleThreadExecutor(body -> new Thread(body, "two"));
    CountDownLatch ready = new CountDownLatch(1);
    CompletableFuture<Integer> second = second(first(ready, one), two);
    CompletableFuture<Void> third = third(second);
    ready.countDown();
    third.get();
    late(second);
    CompletableFuture.runAsync(() -> show(0), one).get();
    one.shutdown();
    two.shutdown();
    one.awaitTermination(1, TimeUnit.MINUTES);
    two.awaitTermination(1, TimeUnit.MINUTES);
  }
}
