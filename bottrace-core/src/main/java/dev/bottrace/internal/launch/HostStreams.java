package dev.bottrace.internal.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The host's standard streams in the form in which programs inside it get them: whatever they are
 * at the time, and not to be closed from here.
 */
final class HostStreams {
  private HostStreams() {}

  static InputStream in() {
    return new Input();
  }

  static PrintStream out() {
    return new Output() {
      @Override
      PrintStream host() {
        return System.out;
      }
    };
  }

  static PrintStream err() {
    return new Output() {
      @Override
      PrintStream host() {
        return System.err;
      }
    };
  }

  private static final class Input extends InputStream {
    private volatile boolean closed;

    private InputStream host() throws IOException {
      if (closed) {
        throw new IOException("Stream closed");
      }
      return System.in;
    }

    @Override
    public int read() throws IOException {
      return host().read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      return host().read(bytes, offset, length);
    }

    @Override
    public long skip(long count) throws IOException {
      return host().skip(count);
    }

    @Override
    public int available() throws IOException {
      return host().available();
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  /**
   * Hands on characters as characters, as only the host's stream knows its encoding, and each line
   * by one call, so that lines of several threads stay whole. What is not overridden here ends in
   * one of these methods.
   */
  private abstract static class Output extends PrintStream {
    private volatile boolean closed;

    Output() {
      super(OutputStream.nullOutputStream());
    }

    abstract PrintStream host();

    private boolean open() {
      if (closed) {
        setError();
      }
      return !closed;
    }

    @Override
    public void flush() {
      if (open()) {
        host().flush();
      }
    }

    @Override
    public void close() {
      if (!closed) {
        host().flush();
      }
      closed = true;
    }

    @Override
    public boolean checkError() {
      return closed ? super.checkError() : host().checkError();
    }

    @Override
    public void write(int b) {
      if (open()) {
        host().write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (open()) {
        host().write(bytes, offset, length);
      }
    }

    @Override
    public void write(byte[] bytes) {
      write(bytes, 0, bytes.length);
    }

    @Override
    public void writeBytes(byte[] bytes) {
      write(bytes, 0, bytes.length);
    }

    @Override
    public void print(@Nullable String text) {
      if (open()) {
        host().print(text);
      }
    }

    @Override
    public void print(boolean value) {
      print(String.valueOf(value));
    }

    @Override
    public void print(char value) {
      print(String.valueOf(value));
    }

    @Override
    public void print(int value) {
      print(String.valueOf(value));
    }

    @Override
    public void print(long value) {
      print(String.valueOf(value));
    }

    @Override
    public void print(float value) {
      print(String.valueOf(value));
    }

    @Override
    public void print(double value) {
      print(String.valueOf(value));
    }

    @Override
    public void print(char[] value) {
      print(new String(value));
    }

    @Override
    public void print(@Nullable Object value) {
      print(String.valueOf(value));
    }

    @Override
    public void println() {
      println("");
    }

    @Override
    public void println(@Nullable String text) {
      if (open()) {
        host().println(text);
      }
    }

    @Override
    public void println(boolean value) {
      println(String.valueOf(value));
    }

    @Override
    public void println(char value) {
      println(String.valueOf(value));
    }

    @Override
    public void println(int value) {
      println(String.valueOf(value));
    }

    @Override
    public void println(long value) {
      println(String.valueOf(value));
    }

    @Override
    public void println(float value) {
      println(String.valueOf(value));
    }

    @Override
    public void println(double value) {
      println(String.valueOf(value));
    }

    @Override
    public void println(char[] value) {
      println(new String(value));
    }

    @Override
    public void println(@Nullable Object value) {
      println(String.valueOf(value));
    }

    @Override
    @SuppressWarnings("AnnotateFormatMethod") // as the JDK's
    public PrintStream format(String format, @Nullable Object... arguments) {
      print(String.format(format, arguments));
      return this;
    }

    @Override
    @SuppressWarnings("AnnotateFormatMethod") // as the JDK's
    public PrintStream format(
        @Nullable Locale locale, String format, @Nullable Object... arguments) {
      print(String.format(locale, format, arguments));
      return this;
    }
  }
}
