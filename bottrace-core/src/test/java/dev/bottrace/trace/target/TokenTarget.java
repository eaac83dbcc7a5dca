package dev.bottrace.trace.target;

/** Two threads hand a token back and forth; each call bears the number of the hand-over. */
public final class TokenTarget {
  private static volatile int token;

  private TokenTarget() {}

  public static void main(String[] args) throws InterruptedException {
    int handOvers = Integer.parseInt(args[0]);
    Thread other = new Thread(() -> play(1, handOvers), "other");
    other.start();
    play(0, handOvers);
    other.join();
  }

  private static void play(int turn, int handOvers) {
    for (int i = turn; i < handOvers; i += 2) {
      for (int spins = 0; token != i; spins++) {
        if (spins > 100) {
          Thread.yield();
        }
      }
      if (turn == 0) {
        ping();
      } else {
        pong();
      }
      token = i + 1;
    }
  }

  private static void ping() {}

  private static void pong() {}
}
