package dev.bottrace.internal.launch;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;

/** Puts streams that know of the trace in the place of the program's standard output and input. */
final class ProgramStreams {
  /** As the JDK has it: what a program leaves in the buffer at its end is lost. */
  private static final int BUFFER = 128;

  private ProgramStreams() {}

  static void share(SharedStdout stdout, Runnable trace) {
    System.setOut(
        new PrintStream(
            new BufferedOutputStream(stdout.forProgram(trace), BUFFER),
            true,
            charsetOf(System.out)));
    System.setIn(
        new BufferedInputStream(
            new Prompting(new FileInputStream(FileDescriptor.in), stdout, trace)));
  }

  /** Returns the encoding of a stream, which has a method for it from Java 18 on. */
  private static Charset charsetOf(PrintStream stream) {
    try {
      return (Charset) PrintStream.class.getMethod("charset").invoke(stream);
    } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException e) {
      String encoding = System.getProperty("sun.stdout.encoding");
      return encoding == null ? Charset.defaultCharset() : Charset.forName(encoding);
    }
  }

  /** Shows an unfinished line, which may be a prompt, before waiting for input. */
  private static final class Prompting extends FilterInputStream {
    private final SharedStdout stdout;
    private final Runnable trace;

    Prompting(InputStream in, SharedStdout stdout, Runnable trace) {
      super(in);
      this.stdout = stdout;
      this.trace = trace;
    }

    @Override
    public int read() throws IOException {
      show();
      return super.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      show();
      return super.read(bytes, offset, length);
    }

    private void show() {
      if (!stdout.hasUnfinished()) {
        return;
      }
      trace.run();
      try {
        stdout.writeUnfinished();
      } catch (IOException e) {
        return; // a prompt that can't be shown is no reason not to read
      }
    }
  }
}
