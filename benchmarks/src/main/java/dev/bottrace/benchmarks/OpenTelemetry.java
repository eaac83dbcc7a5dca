package dev.bottrace.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * OpenTelemetry's agent with a span for each method of the workloads, and nothing else. A thread of
 * its own writes them to a file in batches; the queue to it has room for all spans of a run, so
 * that none is lost. It knows no spans for constructors and initializers, and makes one more where
 * a lambda's object passes a call on.
 */
final class OpenTelemetry extends Tool {
  static final String TITLE = "OpenTelemetry, spans, JSON";

  private static final String SETTINGS =
      """
      file_format: '1.2'
      tracer_provider:
        processors:
          - batch:
              max_queue_size: 4000000
              exporter:
                otlp_file/development:
                  output_stream: file://${sys:trace}
      instrumentation/development:
        java:
          common:
            default_enabled: false
          methods:
            enabled: true
            include:
      """;

  private final Path settings;

  private OpenTelemetry(Path settings) {
    super(TITLE, 1, true);
    this.settings = settings;
  }

  static List<Tool> tools(Path directory) throws IOException {
    String text = SETTINGS + new Methods().included();
    return List.of(new OpenTelemetry(Files.writeString(directory.resolve("spans.yaml"), text)));
  }

  @Override
  public int callsPerRound() {
    return 30_000;
  }

  @Override
  public int bytesPerEvent() {
    return 230;
  }

  @Override
  List<String> options(Path file) {
    return List.of(
        "-javaagent:" + OthersFiles.jar("opentelemetry"),
        "-Dotel.config.file=" + settings,
        "-Dtrace=" + file);
  }

  @Override
  public long events(Jdk jdk, ChildProcess.Result result, Path file) throws IOException {
    return Files.exists(file) ? Events.keys(file, "spanId") : 0;
  }

  /**
   * The names of all methods of the workloads. What is said of a type is meant for its subtypes
   * too, and if it is said twice there are two spans.
   */
  private static final class Methods extends ClassVisitor {
    private final Map<String, Set<String>> names = new LinkedHashMap<>();
    private final Map<String, List<String>> supertypes = new LinkedHashMap<>();
    private String type = "";

    Methods() throws IOException {
      super(Opcodes.ASM9);
      for (String name : OthersFiles.classes()) {
        String resource = name.replace('.', '/') + ".class";
        try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
          new ClassReader(in).accept(this, ClassReader.SKIP_CODE);
        }
      }
    }

    String included() {
      StringBuilder yaml = new StringBuilder();
      names.forEach(
          (name, methods) -> {
            Set<String> own = new LinkedHashSet<>(methods);
            own.removeAll(inherited(name));
            if (!own.isEmpty()) {
              yaml.append("        - class: ").append(name.replace('/', '.')).append('\n');
              yaml.append("          methods:\n");
              own.forEach(each -> yaml.append("            - name: ").append(each).append('\n'));
            }
          });
      return yaml.toString();
    }

    private Set<String> inherited(String name) {
      Set<String> inherited = new LinkedHashSet<>();
      for (String supertype : supertypes.getOrDefault(name, List.of())) {
        inherited.addAll(names.getOrDefault(supertype, Set.of()));
        inherited.addAll(inherited(supertype));
      }
      return inherited;
    }

    @Override
    public void visit(
        int version,
        int access,
        String name,
        @Nullable String signature,
        @Nullable String superName,
        String @Nullable [] interfaces) {
      type = name;
      names.put(name, new LinkedHashSet<>());
      List<String> above = new ArrayList<>();
      if (superName != null) {
        above.add(superName);
      }
      if (interfaces != null) {
        above.addAll(Arrays.asList(interfaces));
      }
      supertypes.put(name, above);
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (!name.startsWith("<")) {
        names.getOrDefault(type, Set.of()).add(name);
      }
      return null;
    }
  }
}
