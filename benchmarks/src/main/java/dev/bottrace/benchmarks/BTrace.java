package dev.bottrace.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** BTrace with a script that is compiled before, and trusted. */
final class BTrace extends Tool {
  static final String COUNT_TITLE = "BTrace, one counter for all";
  static final String TRACE_TITLE = "BTrace, text";

  private static final List<String> OPENED =
      List.of(
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.reflect=ALL-UNNAMED",
          "--add-opens=java.base/jdk.internal.misc=ALL-UNNAMED",
          "--add-exports=java.base/jdk.internal.perf=ALL-UNNAMED");

  private final Path script;

  private BTrace(String title, int eventsPerCall, Path script) {
    super(title, eventsPerCall, eventsPerCall != 0);
    this.script = script;
  }

  static List<Tool> tools(Jdk jdk, Path directory) throws IOException, InterruptedException {
    return List.of(
        new BTrace(COUNT_TITLE, 0, compiled(jdk, directory, "CountScript")),
        new BTrace(TRACE_TITLE, 2, compiled(jdk, directory, "TraceScript")));
  }

  private static Path compiled(Jdk jdk, Path directory, String script)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(ChildProcess.java(jdk.home())));
    command.addAll(OPENED);
    command.addAll(
        List.of(
            "-cp",
            OthersFiles.jar("btrace-client") + File.pathSeparator + OthersFiles.jar("btrace-boot"),
            "org.openjdk.btrace.compiler.Compiler",
            "-trusted",
            "-d",
            directory.toString(),
            OthersFiles.resource(directory, script + ".java").toString()));
    ChildProcess.run(jdk.home(), Path.of("/dev/null"), command);
    return directory.resolve(script + ".class");
  }

  @Override
  List<String> options(Path file) {
    List<String> options = new ArrayList<>(OPENED);
    options.add(
        "-javaagent:"
            + OthersFiles.jar("btrace-agent")
            + "=noServer=true,trusted=true,script="
            + script
            + ",scriptOutputFile="
            + file);
    return options;
  }

  @Override
  public long events(Jdk jdk, ChildProcess.Result result, Path file)
      throws IOException, InterruptedException {
    int title = 2; // lines at the beginning
    return super.events(jdk, result, file) - (isTrace() ? title : 0);
  }
}
