package dev.bottrace.benchmarks.floor;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * F-text, for rules that call it on an instance. The file is what the property "trace" says. Not
 * final, as Byteman extends it.
 */
public class LineHelper {
  private static final int BYTES = 40;

  static {
    try {
      LineFloor.open(new FileOutputStream(System.getProperty("trace", "trace")), BYTES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(LineFloor::flush));
  }

  /** Makes one, which a rule does at each call. */
  public LineHelper() {}

  /**
   * A method begins.
   *
   * @param method its id
   */
  public void enter(int method) {
    LineFloor.enter(method);
  }

  /**
   * A method returns.
   *
   * @param method its id
   */
  public void exit(int method) {
    LineFloor.exit(method);
  }
}
