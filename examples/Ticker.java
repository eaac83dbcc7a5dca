// A clock that ticks five times a second, as often as it is told: something to attach to.
//
//   bottrace run examples/Ticker.java --calls
//   java examples/Ticker.java 300 & bottrace attach $! --calls --max-events 4

public class Ticker {
  public static void main(String[] args) throws InterruptedException {
    int ticks = args.length == 0 ? 2 : Integer.parseInt(args[0]);
    for (int n = 1; n <= ticks; n++) {
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
