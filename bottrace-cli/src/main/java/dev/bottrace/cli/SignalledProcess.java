package dev.bottrace.cli;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A process that is to get the signal by which JVMs are asked to listen, SIGQUIT. It would end a
 * process that is no JVM, or none yet, and make a JVM that does not listen print its threads. Knows
 * nothing where the system does not show files of processes as Linux does.
 *
 * @param process its number
 */
record SignalledProcess(long process) {
  private static final String CAUGHT = "SigCgt:";
  private static final int SIGQUIT = 3;
  private static final long PATIENCE_MILLIS = 5000;
  private static final long INTERVAL_MILLIS = 20;

  private Path file(String name) {
    return Path.of("/proc", Long.toString(process), name);
  }

  /** Tells whether it has loaded a JVM, for those that JVMs themselves do not know of. */
  boolean isJvm() {
    return text("maps").contains("/libjvm.so");
  }

  private String text(String name) {
    try {
      return new String(Files.readAllBytes(file(name)), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /**
   * Tells whether it finds a file where this process does. In a container it may not; and where a
   * service has temporary files of its own, among which the JDK looks for JVMs.
   */
  boolean sees(Path file) {
    Path root = file("root");
    if (!Files.exists(root)) {
      return true; // as far as can be known
    }
    try {
      return Files.isSameFile(file, Path.of(root.toString() + file.toAbsolutePath()));
    } catch (IOException e) {
      return false;
    }
  }

  /** Waits a little for a JVM that is just beginning; returns false if it is never ready. */
  boolean awaitsSignal() {
    if (text("cmdline").contains("-XX:+DisableAttachMechanism")) {
      return false;
    }
    long since = System.nanoTime();
    while (!isReady()) {
      if (System.nanoTime() - since > PATIENCE_MILLIS * 1_000_000) {
        return false;
      }
      try {
        Thread.sleep(INTERVAL_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return true;
  }

  /** The first one to attach leaves a socket, and no signal is needed any more. */
  private boolean isReady() {
    Optional<BigInteger> caught = caughtSignals();
    return caught.isEmpty()
        || caught.get().testBit(SIGQUIT - 1)
        || Files.exists(file("root").resolve("tmp/.java_pid" + process));
  }

  private Optional<BigInteger> caughtSignals() {
    List<String> lines = text("status").lines().toList();
    return lines.stream()
        .filter(line -> line.startsWith(CAUGHT))
        .map(line -> new BigInteger(line.substring(CAUGHT.length()).strip(), 16))
        .findFirst();
  }
}
