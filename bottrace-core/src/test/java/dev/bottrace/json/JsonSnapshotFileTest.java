package dev.bottrace.json;

import static dev.bottrace.trace.SampleSnapshots.breakpoint;
import static dev.bottrace.trace.SampleSnapshots.chain;
import static dev.bottrace.trace.SampleSnapshots.exception;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bottrace.trace.Receipt;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSnapshotFileTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path directory;
  private final Path path;

  JsonSnapshotFileTest(@TempDir Path temp) throws IOException {
    directory = temp.toRealPath();
    path = directory.resolve("trace.json");
  }

  private static JsonNode read(Path file) throws IOException {
    JsonNode json = MAPPER.readTree(file.toFile());
    assertThat(Schemas.of(TraceSchema.FILE).validate(json)).isEmpty();
    return json;
  }

  private List<Path> files() throws IOException {
    try (var files = Files.list(directory)) {
      return files.toList();
    }
  }

  @Test
  void is_valid_when_nothing_came() throws IOException {
    new JsonSnapshotFile(path).finish();

    assertThat(read(path))
        .isEqualTo(
            MAPPER.readTree("{\"version\":1,\"snapshots\":[],\"exception\":null,\"receipts\":[]}"));
  }

  @Test
  void holds_snapshots_exceptions_and_receipts() throws IOException {
    JsonSnapshotFile file = new JsonSnapshotFile(path);
    file.snapshot(breakpoint());
    file.exception(exception());
    file.snapshot(breakpoint("worker", List.of()));
    file.exception(chain());
    file.receipts(
        List.of(new Receipt(Receipt.Kind.BREAKPOINT, "Core.java:41", "no code on this line")));
    file.finish();

    JsonNode json = read(path);
    assertThat(json.at("/snapshots/1/thread").textValue()).isEqualTo("worker");
    assertThat(json.at("/exception/message").textValue()).isEqualTo("no such user");
    assertThat(json.at("/furtherExceptions/0/type").textValue())
        .isEqualTo("com.acme.Outer$Failure");
    assertThat(json.get("receipts").toString())
        .isEqualTo(
            "[{\"kind\":\"breakpoint\",\"subject\":\"Core.java:41\","
                + "\"reason\":\"no code on this line\"}]");
  }

  @Test
  void has_a_line_for_each_snapshot() throws IOException {
    JsonSnapshotFile file = new JsonSnapshotFile(path);
    for (int i = 0; i < 1000; i++) {
      file.snapshot(breakpoint());
    }
    file.finish();

    assertThat(read(path).get("snapshots")).hasSize(1000);
    assertThat(Files.readAllLines(path))
        .filteredOn(line -> line.contains("breakpoint"))
        .hasSize(1000);
  }

  @Test
  void keeps_some_of_the_further_exceptions_and_counts_the_others() throws IOException {
    JsonSnapshotFile file = new JsonSnapshotFile(path);
    for (int i = 0; i < 5; i++) {
      file.exception(exception("E" + i, "m".repeat(400_000)));
    }
    file.finish();

    JsonNode json = read(path);
    assertThat(json.at("/exception/type").textValue()).isEqualTo("E0");
    assertThat(json.get("furtherExceptions")).hasSize(2);
    assertThat(json.get("droppedExceptions").intValue()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"quote\"", "back\\slash", "\u0000\n\u2028\u007f", "\ud800", "🧵", ""})
  void any_string_comes_back_as_it_was(String text) throws IOException {
    JsonSnapshotFile file = new JsonSnapshotFile(path);
    file.snapshot(breakpoint(text, List.of()));
    file.exception(exception("E", text));
    file.finish();

    assertThat(read(path).at("/snapshots/0/thread").textValue()).isEqualTo(text);
    assertThat(read(path).at("/exception/message").textValue()).isEqualTo(text);
  }

  @Test
  void leaves_the_old_file_until_it_is_complete() throws IOException {
    Files.writeString(path, "old");
    JsonSnapshotFile file = new JsonSnapshotFile(path);
    file.snapshot(breakpoint());
    file.flush();
    assertThat(path).hasContent("old");
    assertThat(files()).hasSize(2);

    file.finish();
    file.finish();
    file.close();
    assertThat(read(path).get("snapshots")).hasSize(1);
    assertThat(files()).containsExactly(path);
  }

  @Test
  void leaves_nothing_when_given_up() throws IOException {
    Files.writeString(path, "old");
    JsonSnapshotFile file = new JsonSnapshotFile(path);
    file.snapshot(breakpoint());
    file.close();
    file.finish();

    assertThat(path).hasContent("old");
    assertThat(files()).containsExactly(path);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void has_the_permissions_that_a_file_of_its_name_has_or_would_have() throws IOException {
    Path usual = Files.createFile(directory.resolve("usual"));
    new JsonSnapshotFile(path).finish();
    assertThat(Files.getPosixFilePermissions(path)).isEqualTo(Files.getPosixFilePermissions(usual));

    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    new JsonSnapshotFile(path).finish();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
        .isEqualTo("rw-------");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void follows_a_link_to_the_file() throws IOException {
    Path real = Files.writeString(directory.resolve("real.json"), "old");
    Files.createSymbolicLink(path, real);
    new JsonSnapshotFile(path).finish();

    assertThat(Files.isSymbolicLink(path)).isTrue();
    assertThat(read(real).get("snapshots")).isEmpty();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  @Timeout(30)
  void writes_to_a_pipe_at_once() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", path.toString()).start().waitFor()).isZero();
    Path copy = directory.resolve("copy");
    Process reader =
        new ProcessBuilder("cat", path.toString()).redirectOutput(copy.toFile()).start();
    JsonSnapshotFile file = new JsonSnapshotFile(path);
    file.snapshot(breakpoint());
    file.finish();

    assertThat(reader.waitFor()).isZero();
    assertThat(read(copy).get("snapshots")).hasSize(1);
    assertThat(Files.isRegularFile(path)).isFalse();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void takes_only_names_of_descriptors_and_what_is_no_file_for_special() {
    for (String name : List.of("/dev/stdout", "/dev/fd/7", "/proc/self/fd/1", "/dev/null")) {
      assertThat(DirectFile.isNeededFor(Path.of(name))).isTrue();
    }
    for (Path name : List.of(Path.of("/dev/shm/trace.json"), Path.of("/dev/std"), path)) {
      assertThat(DirectFile.isNeededFor(name)).isFalse();
    }
  }

  @Test
  void says_why_it_can_not_be_written() throws IOException {
    Path none = directory.resolve("none").resolve("trace.json");
    refuses(none, "there is no directory " + none.getParent());
    refuses(directory, "it is a directory");
    Path below = Files.createFile(path).resolve("trace.json");
    refuses(below, "there is no directory " + path);
    assertThat(files()).containsExactly(path);
  }

  private static void refuses(Path path, String reason) {
    assertThatThrownBy(() -> new JsonSnapshotFile(path))
        .isInstanceOf(FileSystemException.class)
        .hasMessage(path + ": " + reason);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void names_the_file_when_a_write_fails() throws IOException {
    Path full = Path.of("/dev/full");
    assertThat(full).exists();
    JsonSnapshotFile file = new JsonSnapshotFile(full);
    file.snapshot(breakpoint());
    assertThatThrownBy(file::flush).hasMessage("/dev/full: No space left on device");
    assertThatThrownBy(file::finish).hasMessage("/dev/full: No space left on device");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 1_000, 140_000, 280_000})
  void holds_what_there_was_room_for(int room) throws IOException {
    LimitedFile limited = new LimitedFile(room);
    try (JsonSnapshotFile file = new JsonSnapshotFile(limited)) {
      assertThatThrownBy(() -> fill(file)).hasMessage("full");
      limited.room += 100; // what was cut off
      assertThatThrownBy(file::finish).hasMessage("full");
    }
    assertThat(limited.discarded).isFalse();
    JsonNode json = MAPPER.readTree(limited.content.toByteArray());
    assertThat(Schemas.of(TraceSchema.FILE).validate(json)).isEmpty();
    assertThat(json.get("snapshots").size() > 0).isEqualTo(room > 132_000);
  }

  private static void fill(JsonSnapshotFile file) throws IOException {
    for (int i = 0; i < 3000; i++) {
      file.snapshot(breakpoint());
    }
  }

  @Test
  void is_given_up_where_there_is_no_room_for_its_end() throws IOException {
    LimitedFile limited = new LimitedFile(0);
    JsonSnapshotFile file = new JsonSnapshotFile(limited);
    assertThatThrownBy(file::finish).hasMessage("full").hasSuppressedException(limited.failure);
    assertThat(limited.discarded).isTrue();
  }
}
