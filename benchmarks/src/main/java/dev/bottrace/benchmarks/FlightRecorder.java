package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The events of the JDK's own recorder, and no others of it. */
final class FlightRecorder extends Tool {
  static final String COUNT_TITLE = "jdk.MethodTiming";
  static final String TRACE_TITLE = "jdk.MethodTrace";

  /** The first JDK that has them. */
  private static final int FEATURE = 25;

  private static final String SETTINGS =
      """
      <configuration version="2.0">
        <event name="EVENT">
          <setting name="enabled">true</setting>
          <setting name="stackTrace">false</setting>
          <setting name="threshold">0 ns</setting>
          <setting name="period">endChunk</setting>
          <setting name="filter">CLASSES</setting>
        </event>
      </configuration>
      """;

  private final String event;
  private final Path directory;
  private final Path settings;

  private FlightRecorder(String event, int eventsPerCall, Path directory) throws IOException {
    super(event, eventsPerCall, false);
    this.event = event;
    this.directory = directory;
    this.settings = directory.resolve(event + ".jfc");
    String classes = String.join(";", OthersFiles.classes());
    Files.writeString(settings, SETTINGS.replace("EVENT", event).replace("CLASSES", classes));
  }

  static List<Tool> tools(Jdk jdk, Path directory) throws IOException {
    return jdk.feature() < FEATURE
        ? List.of()
        : List.of(
            new FlightRecorder(COUNT_TITLE, 0, directory),
            new FlightRecorder(TRACE_TITLE, 1, directory));
  }

  @Override
  List<String> options(Path file) {
    return List.of(
        "-XX:FlightRecorderOptions:repository=" + directory.resolve("repository"),
        "-XX:StartFlightRecording:maxsize=0,settings=" + settings + ",filename=" + recording(file));
  }

  @Override
  public long events(Jdk jdk, ChildProcess.Result result, Path file)
      throws IOException, InterruptedException {
    Path printed = directory.resolve("printed");
    Path jfr = jdk.home().resolve("bin").resolve("jfr");
    List<String> command = new ArrayList<>(List.of(jfr.toString()));
    command.addAll(isTrace() ? List.of("summary") : List.of("print", "--events", event));
    command.add(recording(file).toString());
    ChildProcess.run(jdk.home(), printed, command);
    Files.delete(recording(file));
    return Events.sum(printed, isTrace() ? this::count : FlightRecorder::invocations);
  }

  private static Path recording(Path file) {
    return file.resolveSibling(file.getFileName() + ".jfr"); // it insists
  }

  private long count(String line) {
    String[] words = line.strip().split(" +", -1);
    return words[0].equals(event) ? Long.parseLong(words[1]) : 0;
  }

  private static long invocations(String line) {
    String[] words = line.strip().split(" +", -1);
    return words[0].equals("invocations") ? Long.parseLong(words[2]) : 0;
  }
}
