// A program that goes on for a minute: a clock that ticks five times a second, to attach to.
//
//   java examples/Ticker.java &
//   bottrace attach $! --calls --max-events 4

public class Ticker {
  public static void main(String[] args) throws InterruptedException {
    for (int n = 1; n <= 300; n++) {
      tick(n);
      Thread.sleep(200);
    }
  }

  static void tick(int n) {
    System.out.println(n + " " + sound(n));
  }

  static String sound(int n) {
    return n % 2 == 0 ? "tock" : "tick";
  }
}
