package dev.bottrace.benchmarks;

import dev.bottrace.benchmarks.floor.CountHelper;
import dev.bottrace.benchmarks.floor.LineHelper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Byteman with one compiled rule for each entry and exit, whose helper is the floor. */
final class Byteman extends Tool {
  static final String COUNT_TITLE = "Byteman, helper by hand";
  static final String TRACE_TITLE = "Byteman, helper by hand, text";

  private final Path rules;

  private Byteman(String title, int eventsPerCall, Path rules) {
    super(title, eventsPerCall, true);
    this.rules = rules;
  }

  static List<Tool> tools(Path directory) throws IOException {
    Path counting = Files.write(directory.resolve("count.btm"), new Rules(false).all());
    Path tracing = Files.write(directory.resolve("trace.btm"), new Rules(true).all());
    return List.of(new Byteman(COUNT_TITLE, 0, counting), new Byteman(TRACE_TITLE, 2, tracing));
  }

  @Override
  List<String> options(Path file) {
    return List.of(
        "-javaagent:" + OthersFiles.jar("byteman") + "=script:" + rules, "-Dtrace=" + file);
  }

  /** Writes rules for all methods of the workloads. */
  private static final class Rules extends ClassVisitor {
    private final List<String> rules = new ArrayList<>();
    private final boolean exits;
    private String type = "";
    private int methods;

    Rules(boolean exits) {
      super(Opcodes.ASM9);
      this.exits = exits;
    }

    List<String> all() throws IOException {
      for (String name : OthersFiles.classes()) {
        String resource = name.replace('.', '/') + ".class";
        try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
          type = name;
          new ClassReader(in).accept(this, ClassReader.SKIP_CODE);
        }
      }
      return rules;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if ((access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_BRIDGE)) == 0) {
        methods++;
        rule("AT ENTRY", name, descriptor, "enter");
        if (exits) {
          rule("AT EXIT", name, descriptor, "exit");
        }
      }
      return null;
    }

    private void rule(String where, String name, String descriptor, String action) {
      List<String> types = new ArrayList<>();
      for (Type each : Type.getArgumentTypes(descriptor)) {
        types.add(each.getClassName());
      }
      Class<?> helper = exits ? LineHelper.class : CountHelper.class;
      rules.addAll(
          List.of(
              "RULE " + action + methods,
              "CLASS " + type,
              "METHOD " + name + '(' + String.join(",", types) + ')',
              "HELPER " + helper.getName(),
              "COMPILE",
              where,
              "IF TRUE",
              "DO " + action + '(' + methods + ')',
              "ENDRULE"));
    }
  }
}
