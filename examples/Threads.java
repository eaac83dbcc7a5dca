// Calls of several threads: two workers get a token by turns. A line from another thread than main
// bears its name, and what happened before stays before, whichever thread it was in.
//
//   bottrace run examples/Threads.java --calls
//   bottrace run examples/Threads.java --calls --format ndjson

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

public class Threads {
  public static void main(String[] args) throws InterruptedException, ExecutionException {
    ExecutorService ping = worker("ping");
    ExecutorService pong = worker("pong");
    int token = 0;
    for (int round = 0; round < 2; round++) {
      token = hand(token, ping);
      token = hand(token, pong);
    }
    ping.shutdown();
    pong.shutdown();
    System.out.println("token: " + token);
  }

  static ExecutorService worker(String name) {
    return Executors.newSingleThreadExecutor(task -> new Thread(task, name));
  }

  static int hand(int token, ExecutorService worker)
      throws InterruptedException, ExecutionException {
    return worker.submit(new Turn(token)).get();
  }

  static class Turn implements Callable<Integer> {
    private final int token;

    Turn(int token) {
      this.token = token;
    }

    @Override
    public Integer call() {
      System.out.println(Thread.currentThread().getName() + " has token " + token);
      return token + 1;
    }
  }
}
