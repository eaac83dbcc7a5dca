import java.util.function.Supplier;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.apache.logging.log4j.ThreadContext;

/** Logs, with the places where that is done. */
public final class Logs {
  private static final Logger LOGGER = LogManager.getLogger();

  public static void main(String[] arguments) throws InterruptedException {
    ThreadContext.put("user", "ann");
    LOGGER.info("started by {}", LOGGER.getName());
    Supplier<String> lambda = () -> {
      LOGGER.warn("in a lambda");
      return "value";
    };
    LOGGER.info(lambda.get());
    Thread thread = new Thread(() -> LOGGER.error("in a thread", new IllegalStateException("no")), "worker");
    thread.start();
    thread.join();
    Logger other = LogManager.getLogger("other");
    for (int i = 0; i < 500; i++) {
      other.debug("message {} of {}", i, 500);
    }
    new Inner().log();
  }

  private static final class Inner {
    void log() {
      LOGGER.fatal("from an inner class");
      LOGGER.atInfo().withLocation().log("with a place");
    }
  }
}
