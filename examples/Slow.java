// A program that hangs: two tellers lock the same two accounts, in opposite order. At the timeout
// stderr gets each thread's stack, the lock it waits for and who owns that lock; exit code 124.
//
//   bottrace run examples/Slow.java --timeout 2
//   bottrace run examples/Slow.java --timeout 2 --calls

import java.util.concurrent.Semaphore;

public class Slow {
  public static void main(String[] args) throws InterruptedException {
    Account savings = new Account("savings");
    Account checking = new Account("checking");

    Thread first = teller("teller-1", savings, checking);
    first.start();
    savings.locked.acquire();
    Thread second = teller("teller-2", checking, savings);
    second.start();

    first.join();
    second.join();
    System.out.println("never printed");
  }

  static Thread teller(String name, Account from, Account to) {
    return new Thread(() -> transfer(from, to), name);
  }

  static void transfer(Account from, Account to) {
    synchronized (from) {
      System.out.println(Thread.currentThread().getName() + " has locked " + from.name);
      from.locked.release(2); // main and the other teller wait for it
      to.locked.acquireUninterruptibly();
      synchronized (to) {
        System.out.println("never printed");
      }
    }
  }

  static class Account {
    final String name;
    final Semaphore locked = new Semaphore(0);

    Account(String name) {
      this.name = name;
    }
  }
}
