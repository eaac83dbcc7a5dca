package dev.bottrace.async.target;

import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tasks that run later, once or several times, of executors and timers. */
final class ScheduledTarget {
  private ScheduledTarget() {}

  /** Runs twice. */
  private static final class Ticks {
    private int runs;

    void tick() {
      if (++runs == 2) {
        throw new IllegalStateException("enough");
      }
    }
  }

  private static final class Reminder extends TimerTask {
    private final CountDownLatch left;

    Reminder(CountDownLatch left) {
      this.left = left;
    }

    @Override
    public void run() {
      if (left.getCount() == 1) {
        cancel();
      }
      left.countDown();
    }
  }

  private static void work() {}

  private static void once(ScheduledExecutorService pool) throws Exception {
    pool.schedule(ScheduledTarget::work, 1, TimeUnit.MILLISECONDS).get();
  }

  private static void again(ScheduledExecutorService pool) throws Exception {
    Ticks ticks = new Ticks();
    try {
      pool.scheduleAtFixedRate(ticks::tick, 0, 1, TimeUnit.MILLISECONDS).get();
    } catch (ExecutionException e) {
      System.out.println(e.getCause());
    }
  }

  private static void timer() throws InterruptedException {
    Timer timer = new Timer("timer");
    CountDownLatch once = new CountDownLatch(1);
    timer.schedule(new Reminder(once), 1);
    once.await();
    CountDownLatch twice = new CountDownLatch(2);
    timer.schedule(new Reminder(twice), 0, 1);
    twice.await();
    timer.cancel();
  }

  public static void main(String[] args) throws Exception {
    ScheduledExecutorService pool =
        Executors.newScheduledThreadPool(1, body -> new Thread(body, "scheduler"));
    once(pool);
    again(pool);
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
    timer();
  }
}
