package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Arthas, loaded as an agent, with both ports of its console closed: {@link ArthasMain} gives it
 * its command. Of the calls that one place makes of a method its trace keeps the number.
 */
final class Arthas extends Tool {
  static final String COUNT_TITLE = "Arthas monitor";
  static final String TRACE_TITLE = "Arthas trace, equal calls merged, JSON";

  /** For all classes that match, and all methods; the numbers of results are limits. */
  private static final String MONITOR = "monitor -E PACKAGE..* .* -c 1 -n 100000000";

  private static final String TRACE = "trace -E PACKAGE..* .* -n 100000000";

  private final String command;
  private final Path home;

  private Arthas(String title, int eventsPerCall, String command, Path home) {
    super(title, eventsPerCall, true);
    this.command = command.replace("PACKAGE", Variant.PACKAGE);
    this.home = home;
  }

  static List<Tool> tools(Path directory) throws IOException {
    Path home = Files.createDirectories(directory.resolve("arthas"));
    return List.of(
        new Arthas(COUNT_TITLE, 0, MONITOR, home), new Arthas(TRACE_TITLE, 1, TRACE, home));
  }

  @Override
  public int callsPerRound() {
    return isTrace() ? 20_000 : super.callsPerRound();
  }

  @Override
  public int warmUp(Workload workload) {
    return isTrace() ? 10 : super.warmUp(workload);
  }

  @Override
  public int rounds() {
    return isTrace() ? 5 : super.rounds();
  }

  @Override
  public int bytesPerEvent() {
    return isTrace() ? 100 : 0;
  }

  @Override
  List<String> options(Path file) {
    return List.of(
        "-javaagent:"
            + OthersFiles.jar("arthas-agent")
            + "="
            + OthersFiles.jar("arthas-core") // JDK 25 takes an empty name for the current directory
            + ";telnetPort=-1;httpPort=-1;outputPath="
            + home,
        "-Duser.home=" + home, // where it logs
        "-Dhttps.proxyHost=localhost", // or it asks its makers for a newer version
        "-Dhttps.proxyPort=9");
  }

  @Override
  public List<String> command(Jdk jdk, Path file, List<String> workload, long events) {
    List<String> all = new ArrayList<>();
    all.add(ChildProcess.java(jdk.home()));
    all.addAll(options(file));
    all.addAll(List.of("-cp", Variant.classPath(), ArthasMain.class.getName()));
    all.addAll(List.of(command, file.toString()));
    all.addAll(workload);
    return all;
  }

  /** Returns the sum of the numbers of all results. */
  @Override
  public long events(Jdk jdk, ChildProcess.Result result, Path file) {
    return result.number("calls");
  }
}
