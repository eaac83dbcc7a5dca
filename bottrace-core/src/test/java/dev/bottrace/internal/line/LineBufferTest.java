package dev.bottrace.internal.line;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineBufferTest {
  private final List<String> writes = new ArrayList<>();
  private boolean full;
  private boolean stops;

  /** Of which there is room for one. */
  private static final int PART = LineBuffer.CAPACITY / 8 * 5;

  private final LineBuffer lines =
      new LineBuffer(
          new OutputStream() {
            @Override
            public void write(int b) {
              throw new AssertionError("one byte at a time");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
              if (full) {
                throw new IOException("no space left");
              }
              writes.add(new String(bytes, offset, length, UTF_8));
              if (stops) {
                throw new Error("as Thread.stop does");
              }
            }
          });

  private void line(String text) throws IOException {
    lines.begin();
    lines.append(text.getBytes(UTF_8));
    lines.end();
  }

  @Test
  void writes_only_when_flushed_or_full() throws IOException {
    line("one");
    line("two");
    assertThat(writes).isEmpty();
    lines.flush();
    lines.flush();
    assertThat(writes).containsExactly("one\ntwo\n");
  }

  @Test
  void writes_whole_lines_when_full() throws IOException {
    String text = "x".repeat(999);
    for (int i = 0; i < 1000; i++) {
      line(text);
    }
    lines.flush();
    assertThat(writes).allMatch(write -> write.endsWith("x\n") && write.length() % 1000 == 0);
    assertThat(String.join("", writes)).isEqualTo((text + "\n").repeat(1000));
  }

  @Test
  void writes_a_line_longer_than_the_buffer() throws IOException {
    line("before");
    line("y".repeat(1_000_000));
    line("after");
    lines.flush();
    assertThat(String.join("", writes)).isEqualTo("before\n" + "y".repeat(1_000_000) + "\nafter\n");
  }

  @Test
  void forgets_a_line_that_was_not_ended() throws IOException {
    lines.begin();
    lines.append("half".getBytes(UTF_8));
    line("whole");
    lines.begin();
    lines.append("half".getBytes(UTF_8));
    lines.flush();
    assertThat(writes).containsExactly("whole\n");
  }

  @Test
  void does_not_hold_the_line_at_whose_end_it_could_not_write() throws IOException {
    String text = "z".repeat(PART);
    line(text);
    full = true;
    assertThatThrownBy(() -> line(text)).hasMessage("no space left");
    full = false;
    line("next");
    lines.flush();
    assertThat(writes).containsExactly(text + "\nnext\n");
  }

  @Test
  void takes_whole_lines_of_one_and_of_two_parts() throws IOException {
    lines.line(bytes("one\n"));
    lines.line(bytes("two "), bytes("parts\n"));
    lines.begin();
    lines.append(bytes("forgotten"));
    lines.line(bytes("three\n"));
    lines.flush();
    assertThat(writes).containsExactly("one\ntwo parts\nthree\n");
  }

  @Test
  void writes_whole_lines_when_it_is_full() throws IOException {
    String text = "z".repeat(PART) + "\n";
    lines.line(bytes(text));
    lines.line(bytes("y".repeat(PART - 1)), bytes("y\n"));
    lines.line(bytes("x".repeat(2 * LineBuffer.CAPACITY) + "\n"));
    lines.line(bytes("w\n"));
    lines.flush();
    assertThat(writes)
        .containsExactly(
            text, "y".repeat(PART) + "\n", "x".repeat(2 * LineBuffer.CAPACITY) + "\n", "w\n");
  }

  @Test
  void does_not_hold_the_whole_line_for_which_it_had_no_room() throws IOException {
    byte[] text = bytes("z".repeat(PART) + "\n");
    lines.line(text);
    full = true;
    assertThatThrownBy(() -> lines.line(text)).hasMessage("no space left");
    assertThatThrownBy(() -> lines.line(text, text)).hasMessage("no space left");
    full = false;
    lines.line(bytes("next\n"));
    lines.flush();
    assertThat(writes).containsExactly(new String(text, UTF_8) + "next\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  @Test
  void writes_nothing_twice_after_a_thread_was_stopped_that_wrote() throws IOException {
    line("one");
    stops = true;
    assertThatThrownBy(lines::flush).hasMessage("as Thread.stop does");
    stops = false;
    assertThatThrownBy(lines::flush)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("stopped");
    assertThat(writes).containsExactly("one\n");
  }

  @Test
  void writes_numbers() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LineBuffer numbers = new LineBuffer(out);
    numbers.begin();
    for (int number : new int[] {0, 9, 10, 123, Integer.MAX_VALUE}) {
      numbers.append(number);
      numbers.append(' ');
    }
    numbers.end();
    numbers.flush();
    assertThat(out.toString(UTF_8)).isEqualTo("0 9 10 123 2147483647 \n");
  }

  @Test
  void larger_blocks_change_hands() throws IOException {
    StringBuilder text = new StringBuilder();
    List<Integer> lengths = new ArrayList<>();
    LineBuffer handing =
        new LineBuffer(
            new BlockStream() {
              @Override
              public byte[] exchange(byte[] full, int length) {
                text.append(new String(full, 0, length, UTF_8));
                lengths.add(length);
                return new byte[full.length];
              }

              @Override
              public void write(int b) {
                throw new AssertionError("one byte at a time");
              }
            });
    String line = "x".repeat(999) + "\n";
    for (int i = 0; i < 600; i++) {
      handing.line(bytes(line));
    }
    handing.flush();
    assertThat(lengths).containsExactly(262_000, 262_000, 76_000);
    assertThat(text).hasToString(line.repeat(600));
  }
}
