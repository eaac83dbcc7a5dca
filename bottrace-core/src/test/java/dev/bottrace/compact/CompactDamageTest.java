package dev.bottrace.compact;

import static dev.bottrace.assertj.TraceAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.json.JsonTraceWriter;
import dev.bottrace.text.TextTraceWriter;
import dev.bottrace.trace.CallTree;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.RecordedPart;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Of a file that is cut or damaged, what stands before that is shown, and the rest is told of. */
@Timeout(120)
class CompactDamageTest {
  private static final TracedThread MAIN = new TracedThread(0, "main", true);
  private static final TracedMethod RUN = new TracedMethod(0, "App", "run", "()V", "App.java", 9);

  private final CompactFile file;

  CompactDamageTest(@TempDir Path directory) {
    this.file = new CompactFile(directory);
  }

  /** Three chunks, and a last one with the end. */
  private static byte[] small() throws IOException {
    return CompactFile.bytes(
        sink -> {
          for (int i = 0; i < 3; i++) {
            sink.call(RUN, MAIN, 1, List.of());
            sink.returned(RUN, MAIN, 1, "E" + i, "value");
            sink.flush();
          }
          sink.finish();
        });
  }

  @Test
  void a_file_may_end_anywhere() throws IOException {
    byte[] whole = small();
    String full = CompactFile.text(file.with(whole)::writeTo);
    for (int length = 0; length < whole.length; length++) {
      CompactTrace cut = file.with(Arrays.copyOf(whole, length));

      assertThat(full).startsWith(CompactFile.text(cut::writeTo));
      assertThat(cut.isComplete()).isFalse();
      assertThat(cut.notices()).hasSize(1);
    }
    assertThat(full).hasLineCount(6);
  }

  @Test
  void nothing_is_said_to_be_absent_from_a_file_that_is_cut() throws IOException {
    byte[] whole = small();
    CompactTrace cut = file.with(Arrays.copyOf(whole, whole.length - ChunkHeader.SIZE - 3));
    String why = " has no end: the program was killed, or still runs";
    for (RecordedPart part : List.of(RecordedPart.CALLS, RecordedPart.CALL_COUNTS)) {
      assertThat(cut.mayLack("App.stop", part)).contains(file.path() + why);
    }
    assertThat(cut.incomplete()).contains(file.path() + why);
    assertThatIllegalStateException()
        .isThrownBy(() -> assertThat(cut).called("App.run").neverCalled("App.stop"))
        .withMessageEndingWith(why);

    CompactTrace all = file.with(whole);
    assertThat(all.incomplete()).isEmpty();
    assertThat(all).neverCalled("App.stop").called("App.run").times(3);
  }

  @Test
  void shows_all_whole_chunks() throws IOException {
    byte[] whole = small();
    int end = ChunkHeader.SIZE + 3; // of the last chunk
    CompactTrace cut = file.with(Arrays.copyOf(whole, whole.length - end - 1));
    assertThat(cut.events()).hasSize(4);
    assertThat(cut.notices().get(0))
        .startsWith(file.path() + " ends in the middle of a chunk: its last ")
        .endsWith(" bytes are left out");

    CompactTrace endless = file.with(Arrays.copyOf(whole, whole.length - end));
    assertThat(endless.events()).hasSize(6);
    assertThat(endless.notices())
        .containsExactly(file.path() + " has no end: the program was killed, or still runs");
  }

  @Test
  void no_byte_changes_unnoticed() throws IOException {
    byte[] whole = small();
    String full = CompactFile.text(file.with(whole)::writeTo);
    for (int i = 0; i < whole.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = whole.clone();
        damaged[i] ^= (byte) (1 << bit);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> file.with(damaged).writeTo(new TextTraceWriter(out)))
            .isInstanceOf(CompactTraceException.class)
            .hasMessageContaining(file.path().toString())
            .hasMessageMatching(".* (is damaged|is no trace|is of version) .*");
        assertThat(full).startsWith(out.toString(UTF_8));
      }
    }
  }

  @Test
  void what_was_made_to_mislead_is_damage_too() throws IOException {
    List<byte[]> chunks = chunks(CompactFile.bytes(new RandomTrace(6, 300)::writeTo));
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 4000; i++) {
      byte[] payload = chunks.get(random.nextInt(chunks.size())).clone();
      for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
        payload[random.nextInt(payload.length)] = (byte) random.nextInt(256);
      }
      refused += isRefused(withHeaders(List.of(payload))) ? 1 : 0;
    }
    assertThat(refused).isBetween(1000, 4000);
  }

  private boolean isRefused(byte[] content) throws IOException {
    CompactTrace trace = file.with(content);
    try {
      trace.writeTo(new TextTraceWriter(OutputStream.nullOutputStream()));
      trace.writeTo(new JsonTraceWriter(OutputStream.nullOutputStream()));
      assertThat(CallTree.of(trace).size()).isNotNegative();
      return false;
    } catch (CompactTraceException e) {
      assertThat(e).hasMessageContaining(" is damaged before byte ");
      return true;
    }
  }

  private static List<byte[]> chunks(byte[] content) {
    List<byte[]> chunks = new ArrayList<>();
    ByteBuffer rest = ByteBuffer.wrap(content, FileHeader.SIZE, content.length - FileHeader.SIZE);
    while (rest.hasRemaining()) {
      byte[] payload = new byte[rest.getInt(rest.position() + 1)];
      rest.position(rest.position() + ChunkHeader.SIZE).get(payload);
      chunks.add(payload);
    }
    return chunks;
  }

  private static byte[] withHeaders(List<byte[]> chunks) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ChunkWriter writer = new ChunkWriter(out);
    for (byte[] payload : chunks) {
      byte[] room = new byte[32 + payload.length];
      System.arraycopy(payload, 0, room, 32, payload.length);
      writer.chunk(room, 32, room.length);
    }
    return out.toByteArray();
  }

  @Test
  void takes_no_more_memory_than_there_are_bytes() throws IOException {
    byte[] header = new byte[FileHeader.SIZE + ChunkHeader.SIZE];
    FileHeader.store(header, 0);
    byte[] claim = new byte[ChunkHeader.SIZE + 100];
    ChunkHeader.store(claim, ChunkHeader.SIZE, claim.length);
    System.arraycopy(claim, 0, header, FileHeader.SIZE, ChunkHeader.SIZE);
    assertThat(file.with(header).notices().get(0)).contains("its last 13 bytes");

    int[] huge = {3, 4, 5, 0xff, 0xff, 0xff, 0xff, 7}; // arguments: a list of 2^31 - 1
    assertThat(isRefused(withHeaders(List.of(bytes(huge))))).isTrue();
    int[] text = {3, 5, 5, 0xff, 0xff, 0xff, 0xff, 7}; // a value: of so many bytes
    assertThat(isRefused(withHeaders(List.of(bytes(text))))).isTrue();
    int[] id = {3, 2, 6, 0xff, 0xff, 0xff, 0xff, 7, 0}; // an exception of that id
    assertThat(isRefused(withHeaders(List.of(bytes(id))))).isTrue();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  @Test
  void values_without_end_do_not_run_out_of_stack() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(bytes(0, 0, 0, 0, 0, 1, 1, 'w')); // a snapshot with one watch
    for (int i = 0; i < 1_000_000; i++) {
      body.writeBytes(bytes(7, 0)); // a holder that holds
    }
    ByteArrayOutputStream chunk = new ByteArrayOutputStream();
    chunk.writeBytes(bytes(3, 6, 0x80 | (body.size() & 0x7f), 0x80 | (body.size() >> 7 & 0x7f)));
    chunk.writeBytes(bytes(body.size() >> 14));
    chunk.writeBytes(body.toByteArray());
    CompactTrace trace = file.with(withHeaders(List.of(chunk.toByteArray())));
    assertThatThrownBy(trace::snapshots)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("nested too deeply");
  }

  @Test
  void the_writer_refuses_what_the_reader_would() {
    CapturedValue nested = CapturedValue.Plain.NULL;
    for (int i = 0; i < 1000; i++) {
      nested = new CapturedValue.Holder("H", nested);
    }
    CapturedValue tooDeep = nested;
    assertThatThrownBy(
            () -> CompactFile.bytes(sink -> sink.snapshot(CompactFile.snapshot(tooDeep))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("nested more than 1000");
  }

  @Test
  void tells_what_can_not_be_read(@TempDir Path directory) throws IOException {
    assertThatThrownBy(() -> CompactTrace.read(directory))
        .isInstanceOf(CompactTraceException.class)
        .hasMessage("cannot read " + directory + ": it is a directory");
    Path none = directory.resolve("none.bt");
    assertThatThrownBy(() -> CompactTrace.read(none))
        .isInstanceOf(CompactTraceException.class)
        .hasMessage("cannot read " + none + ": there is no such file");
    assertThatThrownBy(() -> file.with("CALL App.run App.java:9\n".getBytes(UTF_8)))
        .hasMessage(file.path() + " is no trace in compact form");
    byte[] newer = small();
    newer[FileHeader.SIZE - 1] = 2;
    assertThatThrownBy(() -> file.with(newer))
        .hasMessage(
            file.path() + " is of version 2 of the compact form; this bottrace reads version 1");
  }

  @Test
  void nothing_is_written_after_a_write_that_failed() throws IOException {
    ByteArrayOutputStream disk = new ByteArrayOutputStream();
    CompactTraceWriter writer =
        new CompactTraceWriter(
            new OutputStream() {
              @Override
              public void write(int b) {
                throw new IllegalStateException("not one by one");
              }

              @Override
              public void write(byte[] bytes, int from, int length) throws IOException {
                int room = Math.min(length, 100_000 - disk.size());
                disk.write(bytes, from, room);
                if (room < length) {
                  throw new IOException("disk full");
                }
              }
            });
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 100_000; i++) {
                writer.call(RUN, MAIN, 1, List.of());
                writer.returned(RUN, MAIN, 1, null, null);
              }
            })
        .hasMessage("disk full");
    int size = disk.size();
    assertThatThrownBy(writer::finish).hasMessage("disk full");
    assertThat(disk.size()).isEqualTo(size);

    CompactTrace trace = file.with(disk.toByteArray());
    assertThat(trace.isComplete()).isFalse();
    assertThat(trace.callTree().size()).isGreaterThan(30_000);
  }
}
