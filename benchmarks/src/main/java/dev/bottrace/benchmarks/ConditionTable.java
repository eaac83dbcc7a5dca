package dev.bottrace.benchmarks;

import dev.bottrace.benchmarks.workload.Guarded;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Measures breakpoints in a hot loop whose conditions never hold, in whole processes that take
 * turns; prints a table of what a pass takes more than in the plain loop. Each run must say that
 * the line was reached as often as the loop went round.
 *
 * <p>Arguments: how many turns (5), homes of JDKs (the one that runs this).
 */
public final class ConditionTable {
  private static final List<String> CONDITIONS =
      List.of(
          "i == -1",
          "sum == 17 && ratio > 1",
          "i > limit",
          "text.equals(\"other\")",
          "words.size() == 4",
          "i % 2 == 2 || words.get(1).length() == 9");

  private static final int WARM_UP = 4;
  private static final int ROUNDS = 8;

  /** By the number of what is called. */
  private static final int[] PASSES = {20_000_000, 2_000_000};

  private ConditionTable() {}

  /**
   * Prints the table.
   *
   * @param arguments as above
   * @throws Exception if a run failed, or counted wrong
   */
  public static void main(String[] arguments) throws Exception {
    int turns = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
    Path directory = ChildProcess.directory();
    try {
      for (Jdk jdk : Jdk.of(arguments)) {
        System.out.printf("%n%s, median of %d turns%n", jdk, turns);
        measure(jdk.home(), directory.resolve("trace"), turns);
      }
    } finally {
      Files.deleteIfExists(directory.resolve("trace"));
      Files.delete(directory);
    }
  }

  private static void measure(Path javaHome, Path file, int turns) throws Exception {
    Map<String, List<Double>> more = new LinkedHashMap<>();
    List<Double> plain = new ArrayList<>();
    int line = line();
    for (int turn = 0; turn < turns; turn++) {
      double loop = nanos(run(javaHome, PASSES[0], Guarded.class.getName()), PASSES[0]);
      plain.add(loop);
      for (String condition : CONDITIONS) {
        int passes = PASSES[condition.contains("words") ? 1 : 0];
        String breakpoint = "Guarded.java:" + line + " if " + condition;
        ChildProcess.Result result =
            run(javaHome, passes, ConditionMain.class.getName(), breakpoint, file.toString());
        check(result, passes);
        more.computeIfAbsent(condition, key -> new ArrayList<>()).add(nanos(result, passes) - loop);
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| condition | ns a pass, above %.2f of the plain loop |%n|---|---:|%n",
        ChildProcess.median(plain));
    System.err.println(
        "target " + ChildProcess.median(more.getOrDefault(CONDITIONS.get(0), List.of())));
    more.forEach(
        (condition, nanos) ->
            System.out.printf(
                Locale.ROOT, "| `%s` | %.1f |%n", condition, ChildProcess.median(nanos)));
  }

  private static ChildProcess.Result run(Path javaHome, int passes, String... program)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(ChildProcess.java(javaHome));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(program));
    command.addAll(
        List.of(Integer.toString(passes), Integer.toString(WARM_UP), Integer.toString(ROUNDS)));
    return ChildProcess.run(javaHome, Path.of("/dev/null"), command);
  }

  private static double nanos(ChildProcess.Result result, int passes) {
    List<Double> rounds = new ArrayList<>();
    result.numbers("clock").forEach(nanos -> rounds.add((double) nanos / passes));
    return ChildProcess.median(rounds);
  }

  private static void check(ChildProcess.Result result, int passes) {
    String expected =
        "reached " + (long) passes * (WARM_UP + ROUNDS) + " times, its condition was never true";
    if (result.errors().stream().noneMatch(line -> line.endsWith(expected))) {
      throw new IllegalStateException("not " + expected + " but " + result.errors());
    }
  }

  /** Finds the line by what is computed there. */
  private static int line() throws IOException {
    String resource = Guarded.class.getName().replace('.', '/') + ".class";
    int[] found = {0};
    try (InputStream in = ClassLoader.getSystemResourceAsStream(resource)) {
      new ClassReader(in).accept(new HotMethod(found), ClassReader.SKIP_FRAMES);
    }
    return found[0];
  }

  private static final class HotMethod extends ClassVisitor {
    private final int[] found;

    HotMethod(int[] found) {
      super(Opcodes.ASM9);
      this.found = found;
    }

    @Override
    public @Nullable MethodVisitor visitMethod(
        int access,
        String name,
        String descriptor,
        @Nullable String signature,
        String @Nullable [] exceptions) {
      if (!name.equals(Guarded.METHOD)) {
        return null;
      }
      return new MethodVisitor(Opcodes.ASM9) {
        private int current;

        @Override
        public void visitLineNumber(int line, Label start) {
          current = line;
        }

        @Override
        public void visitInsn(int opcode) {
          found[0] = opcode == Opcodes.LXOR ? current : found[0];
        }
      };
    }
  }
}
