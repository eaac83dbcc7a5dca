package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Kieker's probe for each execution of an operation, written in its binary form. */
final class Kieker extends Tool {
  static final String TITLE = "Kieker, operation executions, binary";

  private static final String MONITORING = "-Dkieker.monitoring.";
  private static final String WRITER = MONITORING + "writer.filesystem.FileWriter.";

  /** Of an operation execution; at the beginning stands a shorter record. */
  private static final int RECORD = 56;

  private final Path settings;
  private final Path directory;

  private Kieker(Path directory) throws IOException {
    super(TITLE, 1, true);
    this.settings = OthersFiles.resource(directory, "kieker-aop.xml");
    this.directory = Files.createDirectories(directory.resolve("kieker"));
  }

  static List<Tool> tools(Path directory) throws IOException {
    return List.of(new Kieker(directory));
  }

  @Override
  List<String> options(Path file) {
    return List.of(
        "-javaagent:" + OthersFiles.jar("kieker"),
        "-Dorg.aspectj.weaver.loadtime.configuration=file:" + settings,
        MONITORING + "skipDefaultAOPConfiguration=true",
        WRITER + "customStoragePath=" + directory,
        WRITER + "maxEntriesInFile=100000000",
        WRITER + "bufferSize=131072",
        WRITER + "logStreamHandler=kieker.monitoring.writer.filesystem.BinaryLogStreamHandler");
  }

  @Override
  public long events(Jdk jdk, ChildProcess.Result result, Path file) throws IOException {
    long records = 0;
    try (Stream<Path> written = Files.walk(directory)) {
      for (Path each : written.filter(path -> path.toString().endsWith(".bin")).toList()) {
        records += Files.size(each) / RECORD;
      }
    }
    return records;
  }

  @Override
  public void cleanUp() throws IOException {
    ChildProcess.delete(directory);
    Files.createDirectories(directory);
  }
}
