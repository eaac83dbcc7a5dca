package dev.bottrace.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** AspectJ with an aspect written by hand, woven before the program starts. */
final class AspectJ extends Tool {
  static final String COUNT_TITLE = "AspectJ, aspect by hand";
  static final String TRACE_TITLE = "AspectJ, aspect by hand, text";

  private final Path woven;

  private AspectJ(String title, int eventsPerCall, Path woven) {
    super(title, eventsPerCall, false);
    this.woven = woven;
  }

  static List<Tool> tools(Jdk jdk, Path directory) throws IOException, InterruptedException {
    return List.of(
        new AspectJ(COUNT_TITLE, 0, weave(jdk, directory, "CountAspect")),
        new AspectJ(TRACE_TITLE, 2, weave(jdk, directory, "TraceAspect")));
  }

  private static Path weave(Jdk jdk, Path directory, String aspect)
      throws IOException, InterruptedException {
    Path in = Files.createDirectories(directory.resolve("classes"));
    OthersFiles.workloads(in);
    Path woven = Files.createDirectories(directory.resolve(aspect));
    ChildProcess.run(
        jdk.home(),
        Path.of("/dev/null"),
        List.of(
            ChildProcess.java(jdk.home()),
            "-cp",
            OthersFiles.jar("aspectjtools").toString(),
            "org.aspectj.tools.ajc.Main",
            "-17",
            "-proc:none",
            "-inpath",
            in.toString(),
            "-classpath",
            OthersFiles.jar("aspectjrt") + File.pathSeparator + Variant.classPath(),
            "-d",
            woven.toString(),
            OthersFiles.resource(directory, aspect + ".aj").toString()));
    return woven;
  }

  @Override
  public boolean canBeCut() {
    return isTrace();
  }

  @Override
  List<String> options(Path file) {
    return List.of("-Dtrace=" + file);
  }

  @Override
  String classPath() {
    return woven + File.pathSeparator + OthersFiles.jar("aspectjrt") + File.pathSeparator;
  }
}
