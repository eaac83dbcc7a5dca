package dev.bottrace.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A client of the debugger interface that is told each entry and exit. */
final class Debugger extends Tool {
  static final String TITLE = "JDI client, text";

  Debugger() {
    super(TITLE, 2, true);
  }

  @Override
  public int callsPerRound() {
    return 10_000;
  }

  @Override
  public int warmUp(Workload workload) {
    return 1;
  }

  @Override
  public int rounds() {
    return 2;
  }

  @Override
  List<String> options(Path file) {
    return List.of();
  }

  @Override
  public List<String> command(Jdk jdk, Path file, List<String> workload, long events) {
    List<String> command = new ArrayList<>();
    command.add(ChildProcess.java(jdk.home()));
    command.addAll(List.of("-cp", Variant.classPath(), MethodEvents.class.getName()));
    command.addAll(List.of(jdk.home().toString(), file.toString()));
    command.add(WorkloadMain.class.getName());
    command.addAll(workload);
    return command;
  }
}
