package dev.bottrace.hosted.target;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Goes on for ever, in the way that its argument names. */
public final class EndlessTarget {
  private static long sum;

  private EndlessTarget() {}

  public static void main(String[] args) throws Exception {
    switch (args[0]) {
      case "loop" -> loop();
      case "do-loop" -> doLoop(1);
      case "nested-loops" -> nestedLoops();
      case "switch-loop" -> switchLoop(0);
      case "recursion" -> tree(1_000);
      case "stack-overflow" -> overflow();
      case "catches-all" -> catchesAll();
      case "catches-in-loop" -> catchesInLoop();
      case "finally" -> finallyLoop();
      case "synchronized" -> synchronizedLoop();
      case "synchronized-catch" -> synchronizedCatch();
      case "ignores-interrupts" -> ignoresInterrupts();
      case "stream" -> Stream.generate(() -> 1).forEach(one -> {});
      case "initialiser" -> System.out.println(Initialiser.VALUE);
      case "constructor" -> new Deep(0);
      case "sleep" -> Thread.sleep(1_000_000);
      case "wait" -> waits();
      case "park" -> parks();
      case "queue" -> new LinkedBlockingQueue<>().take();
      case "join" -> joins();
      case "threads" -> threads();
      case "pool" -> pool(Executors.newFixedThreadPool(3));
      case "own-pool" -> pool(ownPool());
      case "sub-pool" -> pool(new SubPool());
      case "scheduled-pool" -> pool(new ScheduledThreadPoolExecutor(3));
      case "fork-join-pool" -> pool(new ForkJoinPool(3));
      case "busy-pool" -> busyPool();
      case "timer" -> timer();
      case "common-pool" -> ForkJoinPool.commonPool().submit(EndlessTarget::catchesAll).get();
      case "other-group" -> otherGroup();
      case "accept" -> new ServerSocket(0).accept();
      case "receive" -> receive();
      case "read" -> read();
      case "exits-elsewhere" -> exitsElsewhere();
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void loop() {
    while (true) {
      sum++;
    }
  }

  private static void doLoop(int step) {
    do {
      sum += step;
    } while (step != 0);
  }

  private static void nestedLoops() {
    for (int i = 0; ; i++) {
      for (int j = 0; j < i; j++) {
        if ((j & 1) == 0) {
          continue;
        }
        sum += j;
      }
    }
  }

  private static void switchLoop(int start) {
    int state = start;
    for (; ; ) {
      switch (state) {
        case 0:
          state = 1;
          continue;
        case 1:
          state = 2;
          continue;
        default:
          state = 0;
      }
    }
  }

  private static int tree(int depth) {
    return depth == 0 ? 1 : tree(depth - 1) + tree(depth - 1);
  }

  private static void overflow() {
    while (true) {
      try {
        overflow();
      } catch (StackOverflowError e) {
        sum++;
      }
    }
  }

  private static void catchesAll() {
    while (true) {
      try {
        while (true) {
          work();
        }
      } catch (Throwable e) {
        sum++;
      }
    }
  }

  private static void catchesInLoop() {
    for (; ; ) {
      try {
        try {
          work();
          Thread.sleep(10);
        } finally {
          sum++;
        }
      } catch (Exception | Error e) {
        sum--;
      }
    }
  }

  private static void work() {
    sum += Math.max(sum, 3);
  }

  private static void finallyLoop() {
    try {
      loop();
    } finally {
      try {
        loop();
      } finally {
        catchesAll();
      }
    }
  }

  private static void synchronizedLoop() {
    Object lock = new Object();
    while (true) {
      synchronized (lock) {
        while (true) {
          if (sum++ == Long.MIN_VALUE) {
            break;
          }
        }
      }
    }
  }

  private static synchronized void synchronizedCatch() {
    while (true) {
      synchronized (new Object()) {
        try {
          loop();
        } catch (Throwable e) {
          synchronized (e) {
            sum++;
            continue;
          }
        }
      }
    }
  }

  private static void ignoresInterrupts() {
    CountDownLatch never = new CountDownLatch(1);
    while (true) {
      try {
        never.await();
      } catch (Throwable e) {
        sum++;
      }
    }
  }

  private static final class Initialiser {
    static final long VALUE = endless();

    private static long endless() {
      loop();
      return sum;
    }
  }

  private static final class Deep {
    final Deep next;

    Deep(int depth) {
      this.next = depth > 500 ? null : new Deep(depth + 1);
      loop();
    }
  }

  private static void waits() throws InterruptedException {
    Object lock = new Object();
    synchronized (lock) {
      while (sum == 0) {
        lock.wait();
      }
    }
  }

  private static void parks() {
    while (true) {
      LockSupport.park();
    }
  }

  private static void joins() throws InterruptedException {
    Thread thread = new Thread(EndlessTarget::ignoresInterrupts, "endless-joined");
    thread.start();
    thread.join();
  }

  private static void threads() {
    for (int i = 0; i < 20; i++) {
      Thread thread =
          new Thread(i % 2 == 0 ? EndlessTarget::catchesAll : EndlessTarget::ignoresInterrupts);
      thread.setName("endless-" + i);
      thread.setDaemon(i % 3 == 0);
      thread.start();
    }
  }

  private static ThreadPoolExecutor ownPool() {
    return new ThreadPoolExecutor(3, 3, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>());
  }

  private static final class SubPool extends ThreadPoolExecutor {
    SubPool() {
      super(3, 3, 1, TimeUnit.HOURS, new LinkedBlockingQueue<>());
    }
  }

  private static void pool(ExecutorService pool) throws Exception {
    for (int i = 0; i < 3; i++) {
      pool.submit(EndlessTarget::work).get();
    }
  }

  private static void busyPool() {
    ExecutorService pool = Executors.newFixedThreadPool(2);
    for (int i = 0; i < 1_000; i++) {
      pool.execute(EndlessTarget::catchesAll);
    }
  }

  private static void timer() {
    new Timer("endless-timer")
        .schedule(
            new TimerTask() {
              @Override
              public void run() {
                work();
              }
            },
            1,
            1);
  }

  private static void receive() throws IOException {
    while (true) {
      try (DatagramSocket socket = new DatagramSocket()) {
        socket.receive(new DatagramPacket(new byte[1], 1));
      } catch (SocketException e) {
        sum++;
      }
    }
  }

  private static void read() throws IOException {
    ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    Socket client = new Socket(server.getInetAddress(), server.getLocalPort());
    Socket accepted = server.accept();
    sum += accepted.getInputStream().read() + client.getPort();
  }

  private static void otherGroup() {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    new Thread(group, EndlessTarget::catchesAll, "endless-outside").start();
    ignoresInterrupts();
  }

  private static void exitsElsewhere() {
    threads();
    new Thread(() -> System.exit(3), "endless-exit").start();
    catchesAll();
  }
}
