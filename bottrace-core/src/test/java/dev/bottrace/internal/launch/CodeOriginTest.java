package dev.bottrace.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose code a class is that does not come from the class path. */
class CodeOriginTest {
  private static ProtectionDomain domain(@Nullable String url) throws IOException {
    URLStreamHandler reader =
        new URLStreamHandler() {
          @Override
          protected URLConnection openConnection(URL opened) throws IOException {
            throw new IOException("nobody reads it");
          }
        };
    URL location = url == null ? null : new URL(null, url, reader);
    return new ProtectionDomain(new CodeSource(location, new Certificate[0]), null);
  }

  private static byte[] classFile(Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }

  private static boolean isOwn(ClassPath classPath, @Nullable String url) throws IOException {
    return new CodeOrigin(classPath).isOwn(domain(url), classFile(CodeOriginTest.class));
  }

  @ParameterizedTest
  @CsvSource({
    "file:/app/classes/, true",
    "file:/lib/other.jar, false",
    "file:/lib/OTHER.JAR, false",
    "jar:file:/lib/other.jar!/, false",
    "jar:file:/app.jar!/BOOT-INF/classes!/, true",
    "jar:file:/app.jar!/BOOT-INF/lib/other.jar!/, false",
    "jar:nested:/app.jar/!BOOT-INF/classes/!/, true",
    "jar:nested:/app.jar/!BOOT-INF/lib/other.jar!/, false",
    "file:/scripts/main.groovy, true"
  })
  void a_jar_is_a_library_and_a_directory_is_not(String url, boolean own) throws IOException {
    assertThat(isOwn(new ClassPath(), url)).isEqualTo(own);
  }

  @Test
  void a_jar_is_a_library_by_whatever_name(@TempDir Path directory) throws IOException {
    Path jar = directory.resolve("bundle file");
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
      out.putNextEntry(new ZipEntry("entry"));
    }
    Path script = Files.writeString(directory.resolve("script"), "println 1");

    assertThat(isOwn(new ClassPath(), jar.toUri().toString())).isFalse();
    assertThat(isOwn(new ClassPath(), "file:" + jar)).isFalse();
    assertThat(isOwn(new ClassPath(), script.toUri().toString())).isTrue();
  }

  @Test
  void what_is_compiled_at_run_time_is_the_programs_own() throws IOException {
    assertThat(isOwn(new ClassPath(), null)).isTrue();
    assertThat(new CodeOrigin(new ClassPath()).isOwn(null, classFile(CodeOriginTest.class)))
        .isTrue();
  }

  @Test
  void a_class_without_lines_is_nobodys() throws IOException {
    byte[] noLines = classFile(CodeOriginTest.class);
    for (int i = 0; i + 4 < noLines.length; i++) {
      if (noLines[i] == 'L' && noLines[i + 1] == 'i' && noLines[i + 4] == 'N') {
        noLines[i] = 'X'; // LineNumberTable
      }
    }
    assertThat(new CodeOrigin(new ClassPath()).isOwn(domain(null), noLines)).isFalse();
  }

  @Test
  void the_jdk_is_no_program() throws IOException {
    assertThat(CodeOrigin.isJdk(domain("jrt:/jdk.compiler"))).isTrue();
    assertThat(CodeOrigin.isJdk(domain("file:/app/classes/"))).isFalse();
    assertThat(CodeOrigin.isJdk(null)).isFalse();
  }

  @Test
  void the_jar_with_the_main_class_is_own_unless_it_packs_the_program(@TempDir Path directory)
      throws IOException {
    assertThat(ownOfJar(directory.resolve("main.jar"), "Implementation-Title")).isTrue();
    assertThat(ownOfJar(directory.resolve("boot.jar"), "Spring-Boot-Classes")).isFalse();
  }

  private static boolean ownOfJar(Path jar, String attribute) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue(attribute, "BOOT-INF/classes/");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    try (ClassPath classPath = new ClassPath()) {
      classPath.add(new JarLocation(jar.toFile(), true));
      return isOwn(classPath, jar.toUri().toURL().toString());
    }
  }
}
