package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.util.CheckClassAdapter;

/** The probes in the classes of the JDK that runs this. */
class HandoverProbesTest {
  private static final boolean VIRTUAL_THREADS = Runtime.version().feature() >= 21;

  /** What the documentation promises needs these, whichever JDK it is. */
  private static final List<String> NEEDED =
      List.of(
          "java.lang.Thread",
          "java.util.Timer",
          "java.util.TimerThread",
          "java.util.concurrent.FutureTask",
          "java.util.concurrent.ThreadPoolExecutor",
          "java.util.concurrent.ForkJoinTask",
          "java.util.concurrent.ForkJoinPool",
          "java.util.concurrent.CompletableFuture$AsyncRun",
          "java.util.concurrent.CompletableFuture$AsyncSupply",
          "java.util.concurrent.CompletableFuture$Completion",
          "java.util.concurrent.CompletableFuture$UniApply",
          "java.util.concurrent.CompletableFuture$UniAccept",
          "java.util.concurrent.CompletableFuture$UniCompose",
          "java.util.concurrent.CompletableFuture$UniWhenComplete",
          "java.util.concurrent.CompletableFuture$BiApply",
          "java.util.concurrent.CompletableFuture$OrApply");

  static List<String> changed() throws Exception {
    List<String> names = new ArrayList<>(HandoverProbes.classNames());
    Class<?> stages = Class.forName(HandoverProbes.classOfStages());
    Arrays.stream(stages.getDeclaredClasses()).map(Class::getName).forEach(names::add);
    List<String> changed = new ArrayList<>();
    for (String name : names.stream().distinct().toList()) {
      if (bytes(name) != null && with(name) != null) {
        changed.add(name);
      }
    }
    return changed;
  }

  private static byte[] bytes(String name) throws IOException {
    try (InputStream in = Object.class.getResourceAsStream('/' + path(name) + ".class")) {
      return in == null ? null : in.readAllBytes();
    }
  }

  private static byte[] with(String name) throws IOException {
    return HandoverProbes.into(path(name), bytes(name));
  }

  private static String path(String name) {
    return name.replace('.', '/');
  }

  @Test
  void all_that_is_needed_is_there() throws Exception {
    assertThat(changed()).containsAll(NEEDED);
    assertThat(changed().contains("java.lang.VirtualThread")).isEqualTo(VIRTUAL_THREADS);
  }

  /** Nobody else would: the JVM does not verify classes of the boot loader. */
  @ParameterizedTest
  @MethodSource("changed")
  void a_changed_class_verifies(String name) throws Exception {
    StringWriter problems = new StringWriter();
    CheckClassAdapter.verify(new ClassReader(with(name)), null, false, new PrintWriter(problems));

    assertThat(problems.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("changed")
  void members_are_what_they_were(String name) throws Exception {
    assertThat(members(with(name))).isEqualTo(members(bytes(name)));
  }

  private static List<String> members(byte[] classFile) {
    List<String> members = new ArrayList<>();
    new ClassReader(classFile)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int access, String method, String type, String signature, String[] exceptions) {
                members.add(access + method + type + signature);
                return null;
              }
            },
            0);
    return members;
  }

  @Test
  void other_classes_stay_what_they_are() throws Exception {
    assertThat(HandoverProbes.into("java/lang/String", bytes("java.lang.String"))).isNull();
  }
}
