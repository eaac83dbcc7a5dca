package dev.bottrace.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the command line's JVM lets be read, in a JVM of its own. */
class CaptureOpenedTest {
  @Test
  void private_fields_are_read_where_the_jvm_opens_them() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                OpenedJdk.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(out.lines())
        .containsExactly(
            "Vector(2)[\"a\", \"b\"]",
            "Hashtable(2){\"b\"=2, \"a\"=1}",
            "WeakHashMap(2){\"a\"=1, \"b\"=2}",
            "TreeSet(2)[\"a\", \"b\"]",
            "TreeSet<not readable>",
            "KeySet(2)[\"a\", \"b\"]",
            "ConcurrentSkipListSet(2)[\"a\", \"b\"]",
            "LinkedBlockingQueue(2)[\"a\", \"b\"]",
            "LinkedBlockingDeque(2)[\"a\", \"b\"]",
            "ArrayBlockingQueue(2)[\"a\", \"b\"]",
            "PriorityBlockingQueue(2)[\"a\", \"b\"]",
            "UnmodifiableRandomAccessList(2)[\"a\", \"b\"]",
            "UnmodifiableSet(2)[\"a\", \"b\"]",
            "SynchronizedMap(2){\"a\"=1, \"b\"=2}",
            "CheckedCollection(2)[\"a\", \"b\"]",
            "SetFromMap(1)[\"a\"]",
            "StringBuffer(\"aä\")",
            "StringBuffer(\"a€\")",
            "MyList(1)[\"a\"]",
            "MyLinked(1)[\"a\"]",
            "MyMap(2){\"a\"=1, \"b\"=2}",
            "MyLinkedMap(2){\"a\"=1, \"b\"=2}",
            "MyTree(2){\"a\"=1, \"b\"=2}",
            "Failure(\"kept\")",
            "UnmodifiableList<not readable>");
  }
}
