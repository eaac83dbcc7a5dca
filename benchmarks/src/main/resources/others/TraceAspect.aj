package dev.bottrace.benchmarks.workload;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.aspectj.lang.JoinPoint.StaticPart;

/**
 * Writes a trace by hand: an instance for each class, and in it two prepared lines for each method,
 * indexed by what AspectJ calls the id of the place, which are copied into a buffer of the current
 * thread. The file is what the system property {@code trace} says.
 */
public aspect TraceAspect pertypewithin(dev.bottrace.benchmarks.workload..* && !TraceAspect) {
  private static final Queue<Buffer> ALL = new ConcurrentLinkedQueue<>();
  private static final ThreadLocal<Buffer> BUFFER = ThreadLocal.withInitial(Buffer::new);
  private static final OutputStream OUT = open();

  private final byte[][] calls = new byte[256][];
  private final byte[][] returns = new byte[256][];

  private static OutputStream open() {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ALL.forEach(Buffer::write)));
    try {
      return new FileOutputStream(System.getProperty("trace"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  pointcut methods():
    !within(TraceAspect) && (execution(* *(..)) || execution(new(..)) || staticinitialization(*));

  before(): methods() {
    byte[] line = calls[thisJoinPointStaticPart.getId()];
    BUFFER.get().add(line == null ? call(thisJoinPointStaticPart) : line);
  }

  after(): methods() {
    byte[] line = returns[thisJoinPointStaticPart.getId()];
    BUFFER.get().add(line == null ? returned(thisJoinPointStaticPart) : line);
  }

  private byte[] call(StaticPart part) {
    Class<?> type = part.getSourceLocation().getWithinType();
    byte[] line =
        bytes("CALL " + name(part) + ' ' + type.getPackageName().replace('.', '/')
                + '/' + part.getSourceLocation().getFileName() + ':' + part.getSourceLocation().getLine());
    calls[part.getId()] = line;
    return line;
  }

  private byte[] returned(StaticPart part) {
    byte[] line = bytes("RETURN " + name(part));
    returns[part.getId()] = line;
    return line;
  }

  private static String name(StaticPart part) {
    String type = part.getSourceLocation().getWithinType().getName();
    return type.substring(type.lastIndexOf('.') + 1) + '.' + part.getSignature().getName();
  }

  private static byte[] bytes(String line) {
    return (line + '\n').getBytes(StandardCharsets.UTF_8);
  }

  static final class Buffer {
    private final byte[] bytes = new byte[128 * 1024];
    private int size;

    Buffer() {
      ALL.add(this);
    }

    void add(byte[] line) {
      if (size + line.length > bytes.length) {
        write();
      }
      System.arraycopy(line, 0, bytes, size, line.length);
      size += line.length;
    }

    void write() {
      try {
        OUT.write(bytes, 0, size);
        size = 0;
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
