package dev.bottrace.hosted.target;

import java.util.Locale;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls a method of its own number, leaks threads, changes its JVM, and ends in some way. */
public final class StressTarget {
  private StressTarget() {}

  public static void main(String[] args) throws Exception {
    int number = Integer.parseInt(args[0]);
    System.setProperty("stress.number", args[0]);
    Locale.setDefault(number % 2 == 0 ? Locale.GERMANY : Locale.FRANCE);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> System.out.println("hook " + number)));
    leak(number);
    System.setOut(System.out);
    for (int i = 0; i < 100; i++) {
      call(number);
      if (!args[0].equals(System.getProperty("stress.number"))) {
        System.out.println("number " + System.getProperty("stress.number"));
      }
    }
    System.out.println("main " + number);
    end(args[1], number);
  }

  private static void end(String way, int number) throws InterruptedException {
    switch (way) {
      case "return" -> call(number);
      case "exit" -> System.exit(number);
      case "halt" -> Runtime.getRuntime().halt(number);
      case "crash" -> throw new IllegalStateException("crash " + number);
      case "exit-in-thread" -> {
        new Thread(() -> System.exit(number)).start();
        spin(number);
      }
      case "time-out" -> spin(number);
      default -> throw new IllegalArgumentException(way);
    }
  }

  private static void leak(int number) {
    ExecutorService pool = Executors.newFixedThreadPool(1, StressTarget::daemon);
    pool.execute(() -> call(number));
    daemon(() -> spin(number)).start();
    new Timer(true)
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                call(number);
              }
            },
            1,
            1);
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "stress");
    thread.setDaemon(true);
    return thread;
  }

  private static void spin(int number) {
    while (true) {
      try {
        while (true) {
          Thread.sleep(1);
          call(number);
        }
      } catch (Throwable e) {
        call(number);
      }
    }
  }

  private static void call(int number) {
    switch (number) {
      case 0 -> number0();
      case 1 -> number1();
      case 2 -> number2();
      case 3 -> number3();
      case 4 -> number4();
      case 5 -> number5();
      case 6 -> number6();
      default -> number7();
    }
  }

  private static void number0() {}

  private static void number1() {}

  private static void number2() {}

  private static void number3() {}

  private static void number4() {}

  private static void number5() {}

  private static void number6() {}

  private static void number7() {}
}
