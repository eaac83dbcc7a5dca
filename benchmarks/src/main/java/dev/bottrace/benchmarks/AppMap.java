package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * AppMap's recording of a process: private methods too, and no values. It leaves out constructors,
 * lambdas, and all that records and interfaces have.
 */
final class AppMap extends Tool {
  static final String TITLE = "AppMap, JSON";

  private static final String SETTINGS =
      """
      name: workload
      packages:
      - path: PACKAGE
      """;

  private final Path settings;

  private AppMap(Path settings) {
    super(TITLE, 2, true);
    this.settings = settings;
  }

  static List<Tool> tools(Path directory) throws IOException {
    String text = SETTINGS.replace("PACKAGE", Variant.PACKAGE);
    return List.of(new AppMap(Files.writeString(directory.resolve("appmap.yml"), text)));
  }

  @Override
  public int callsPerRound() {
    return 20_000;
  }

  @Override
  public int warmUp(Workload workload) {
    return 10;
  }

  @Override
  public int rounds() {
    return 5;
  }

  @Override
  public int bytesPerEvent() {
    return 300; // it copies the file when it ends
  }

  @Override
  List<String> options(Path file) {
    return List.of(
        "-javaagent:" + OthersFiles.jar("appmap"),
        "-Djava.io.tmpdir=" + file.toAbsolutePath().getParent(),
        "-Dappmap.config.file=" + settings,
        "-Dappmap.output.directory=" + file.resolveSibling("appmap"),
        "-Dappmap.recording.auto=true",
        "-Dappmap.recording.file=" + file,
        "-Dappmap.record.private=true",
        "-Dappmap.event.disableValue=true",
        "-Dappmap.debug.disableGit=true");
  }

  @Override
  public long events(Jdk jdk, ChildProcess.Result result, Path file) throws IOException {
    return Files.exists(file) ? Events.keys(file, "event") : 0;
  }
}
