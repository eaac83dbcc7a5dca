package dev.bottrace.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar for the boot class path is complete, and nothing in it is in the way of a program. */
class BootJarTest {
  @TempDir private static Path directory;
  private static final Map<String, byte[]> CONTENT = new TreeMap<>();

  @BeforeAll
  static void make() throws IOException {
    try (ZipFile jar = new ZipFile(made("one.jar").toFile())) {
      for (ZipEntry entry : jar.stream().toList()) {
        CONTENT.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
      }
    }
  }

  private static Path made(String name) throws IOException {
    List<String> arguments = new ArrayList<>(List.of(directory.resolve(name).toString()));
    arguments.addAll(List.of(System.getProperty("java.class.path").split(File.pathSeparator)));
    BootJar.main(arguments.toArray(new String[0]));
    return directory.resolve(name);
  }

  private static String text(String path) {
    return new String(CONTENT.get(path), StandardCharsets.ISO_8859_1);
  }

  @Test
  void all_of_ours_moves_but_what_programs_refer_to() {
    assertThat(CONTENT.keySet())
        .contains(
            "dev/bottrace/boot/Tracer.class",
            "dev/bottrace/boot/json/snapshot-file.schema.json",
            "dev/bottrace/boot/org/objectweb/asm/ClassReader.class",
            "dev/bottrace/runtime/Probes.class")
        .allMatch(
            path ->
                path.startsWith("dev/bottrace/boot/") || path.startsWith("dev/bottrace/runtime/"));
  }

  @Test
  void no_constant_names_what_has_moved() {
    for (String path : CONTENT.keySet()) {
      if (path.endsWith(".class") && !path.contains("/BootClassFile")) {
        assertThat(text(path))
            .as(path)
            .doesNotContainPattern("(?<![./])dev[./]bottrace[./](?!boot|runtime|cli.Main)\\w")
            .doesNotContainPattern("(?<![./])org[./]objectweb[./]asm[./]\\w");
      }
    }
  }

  @Test
  void probes_get_the_annotation_of_the_jvm_for_hidden_frames() {
    assertThat(text("dev/bottrace/runtime/Probes.class"))
        .contains("Ljdk/internal/vm/annotation/Hidden;")
        .doesNotContain("Ldev/bottrace/runtime/HiddenFrame;");
  }

  @Test
  void stand_ins_make_way_for_types_of_the_jdk() {
    assertThat(CONTENT.keySet())
        .noneMatch(path -> path.contains("JdkStandIns$") || path.startsWith("jdk/"));
    assertThat(text("dev/bottrace/boot/internal/launch/JdkLinks.class"))
        .contains("jdk/internal/misc/Unsafe", "jdk/internal/access/JavaLangAccess")
        .doesNotContain("JdkStandIns$Unsafe");
  }

  @Test
  void old_class_files_get_the_oldest_version_that_the_jvm_archives() {
    assertThat(CONTENT.get("dev/bottrace/boot/org/objectweb/asm/ClassReader.class")[7])
        .isEqualTo((byte) 50);
    assertThat(CONTENT.get("dev/bottrace/boot/Tracer.class")[7]).isEqualTo((byte) 61);
  }

  @Test
  void is_the_same_each_time() throws IOException {
    assertThat(made("two.jar")).hasSameBinaryContentAs(directory.resolve("one.jar"));
    assertThat(Files.size(directory.resolve("two.jar"))).isPositive();
  }
}
