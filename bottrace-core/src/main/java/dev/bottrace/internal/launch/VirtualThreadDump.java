package dev.bottrace.internal.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.PlatformManagedObject;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The stacks of virtual threads, from the dump that a JDK from 21 on writes ({@code
 * HotSpotDiagnosticMXBean.dumpThreads}). The JDK lists those that it keeps track of: those of
 * executors, and with them those that were started directly.
 */
final class VirtualThreadDump {
  private static final Pattern HEADER = Pattern.compile("#(\\d+) \"(.*)\" virtual.*");
  private static final int MOST_THREADS = 1000;

  private VirtualThreadDump() {}

  /**
   * A virtual thread.
   *
   * @param name its name, or {@code #} and its number
   * @param frames innermost first
   */
  record Stack(String name, List<String> frames) {}

  static List<Stack> stacks() {
    try {
      return Runtime.version().feature() < 21 ? List.of() : parse(dump());
    } catch (ReflectiveOperationException | IOException | RuntimeException e) {
      return List.of();
    }
  }

  private static List<String> dump() throws ReflectiveOperationException, IOException {
    Path directory = Files.createTempDirectory("bottrace");
    Path file = directory.resolve("threads.txt");
    try {
      Class<?> type = Class.forName("com.sun.management.HotSpotDiagnosticMXBean");
      Object bean =
          ManagementFactory.getPlatformMXBean(type.asSubclass(PlatformManagedObject.class));
      Class<?> format = Class.forName(type.getName() + "$ThreadDumpFormat");
      Object plain = format.getField("TEXT_PLAIN").get(null);
      Method dumpThreads = type.getMethod("dumpThreads", String.class, format);
      dumpThreads.invoke(bean, file.toString(), plain);
      return Files.readAllLines(file);
    } catch (InvocationTargetException e) {
      throw new IOException(e.getCause());
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(directory);
    }
  }

  private static List<Stack> parse(List<String> lines) {
    List<Stack> stacks = new ArrayList<>();
    List<String> frames = new ArrayList<>();
    boolean inside = false;
    for (String line : lines) {
      Matcher header = HEADER.matcher(line);
      if (header.matches() && stacks.size() < MOST_THREADS) {
        frames = new ArrayList<>();
        stacks.add(
            new Stack(header.group(2).isEmpty() ? "#" + header.group(1) : header.group(2), frames));
        inside = true;
      } else if (line.isBlank() || line.startsWith("#")) {
        inside = false;
      } else if (inside) {
        frame(line.strip()).ifPresent(frames::add);
      }
    }
    return stacks;
  }

  private static final Pattern FRAME =
      Pattern.compile("(?:at )?(?:.*/)?([\\w.$<>]+)\\.([\\w$<>]+)\\(([^:)]*)(?::(\\d+))?\\)");

  private static java.util.Optional<String> frame(String line) {
    Matcher frame = FRAME.matcher(line);
    if (!frame.matches() || !ThreadDump.isShown(frame.group(1))) {
      return java.util.Optional.empty();
    }
    String file =
        frame.group(3).endsWith(".java") || frame.group(3).contains(".") ? frame.group(3) : null;
    int lineNumber = frame.group(4) == null ? -1 : Integer.parseInt(frame.group(4));
    StackTraceElement element =
        new StackTraceElement(frame.group(1), frame.group(2), file, lineNumber);
    return java.util.Optional.of(ThreadDump.describe(element));
  }
}
