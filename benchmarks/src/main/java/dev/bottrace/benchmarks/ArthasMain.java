package dev.bottrace.benchmarks;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Runs {@link WorkloadMain} while Arthas does what it is told, and writes each of its results as a
 * line of JSON. Arguments: the command, the file to write, then those of the workload. Says on
 * standard error how many calls Arthas has told of.
 */
public final class ArthasMain {
  /** How often there has to be nothing: for longer than the second after which it tells again. */
  private static final int QUIET = 25;

  private final ArthasSession session;
  private final BufferedWriter out;
  private long calls;
  private volatile boolean hasEnded;

  private ArthasMain(ArthasSession session, BufferedWriter out) {
    this.session = session;
    this.out = out;
  }

  /**
   * Runs a workload.
   *
   * @param arguments as above
   * @throws Exception if Arthas isn't there, or does not do what it is told
   */
  public static void main(String[] arguments) throws Exception {
    for (String name : OthersFiles.classes()) {
      Class.forName(name, false, ClassLoader.getSystemClassLoader()); // it changes none later
    }
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      ArthasSession session = ArthasSession.start(arguments[0]);
      ArthasMain main = new ArthasMain(session, out);
      Thread reader = new Thread(main::read);
      reader.setDaemon(true);
      reader.start();
      WorkloadMain.main(Arrays.copyOfRange(arguments, 2, arguments.length));
      main.hasEnded = true;
      reader.join();
      System.err.println("calls " + main.calls);
    }
  }

  /** Reads results until, after the end, none has told of a call for a while. */
  private void read() {
    try {
      int quiet = 0;
      while (quiet < QUIET) {
        long before = calls;
        quiet = hasEnded ? quiet + 1 : 0;
        for (Object result : session.results()) {
          calls += session.calls(result);
          out.write(session.json(result) + '\n');
        }
        if (calls != before) {
          quiet = 0;
        }
      }
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
