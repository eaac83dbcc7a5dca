import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;

/** Runs a script. */
public final class Script {
  private static final String SOURCE =
      """
      function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
      const known = new Map();
      for (let i = 0; i < 15; i++) known.set('fib' + i, fib(i));
      JSON.stringify([...known.entries()]) + [3, 1, 2].sort().map(x => x * x);
      """;

  private Script() {}

  public static void main(String[] args) {
    try (Context context =
        Context.newBuilder("js").option("engine.WarnInterpreterOnly", "false").build()) {
      System.out.println(context.eval("js", SOURCE).asString());
      context.eval("js", "throw new TypeError('meant')");
    } catch (PolyglotException e) {
      System.out.println(e.getMessage());
    }
  }
}
