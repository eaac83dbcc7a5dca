package dev.bottrace.internal.launch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WriteBehindTest {
  /** Keeps what each call wrote. */
  private static final class Blocks extends OutputStream {
    final List<String> written = Collections.synchronizedList(new ArrayList<>());
    volatile boolean full;
    volatile boolean stops;

    @Override
    public void write(int b) {
      throw new AssertionError("byte by byte");
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (full) {
        throw new IOException("no space left");
      }
      written.add(new String(bytes, offset, length, UTF_8));
      if (stops) {
        throw new Error("as Thread.stop does");
      }
    }
  }

  private final Blocks blocks = new Blocks();
  private final WriteBehind file = new WriteBehind(blocks, 2);

  private void write(String text) throws IOException {
    byte[] bytes = ("<" + text + ">").getBytes(UTF_8);
    file.write(bytes, 1, bytes.length - 2);
  }

  @Test
  void writes_at_once_where_there_is_no_other_processor() throws Exception {
    WriteBehind alone = new WriteBehind(blocks, 1);
    byte[] full = "a-".getBytes(UTF_8);

    assertThat(alone.exchange(full, 1)).isSameAs(full);
    alone.write("b".getBytes(UTF_8), 0, 1);
    assertThat(blocks.written).containsExactly("a", "b");

    blocks.full = true;
    assertThatThrownBy(() -> alone.exchange(full, 1)).hasMessage("no space left");
    blocks.full = false;
    assertThatThrownBy(() -> alone.exchange(full, 1)).hasMessage("no space left");
    assertThat(blocks.written).containsExactly("a", "b");
  }

  @Test
  void writes_nothing_before_somebody_asks_for_it() throws Exception {
    assertThat(file.await(1)).isFalse();
    assertThat(file.writeOldest()).isFalse();
    write("a");
    write("b");
    assertThat(blocks.written).isEmpty();
    assertThat(file.await(10_000)).isTrue();
    assertThat(file.writeOldest()).isTrue();
    assertThat(blocks.written).containsExactly("a");
    file.flush();
    assertThat(blocks.written).containsExactly("a", "b");
  }

  @Test
  void writes_nothing_twice_after_a_thread_was_stopped_that_wrote() throws IOException {
    write("a");
    blocks.stops = true;
    assertThatThrownBy(file::writeOldest).hasMessage("as Thread.stop does");
    blocks.stops = false;
    assertThatThrownBy(file::flush).isInstanceOf(IOException.class).hasMessageContaining("stopped");
    assertThatThrownBy(() -> write("b")).isInstanceOf(IOException.class);
    assertThat(blocks.written).containsExactly("a");
  }

  @Test
  void tells_how_much_is_written_while_nobody_writes() throws IOException {
    write("abc");
    write("d");
    assertThat(file.writeOldest()).isTrue();
    List<Long> written = new ArrayList<>();
    file.atRest(written::add);
    assertThat(written).containsExactly(3L);
  }

  @Test
  void who_has_one_block_too_many_writes_the_oldest() throws IOException {
    for (int i = 0; i < WriteBehind.BLOCKS + 2; i++) {
      write("block " + i);
    }
    assertThat(blocks.written).containsExactly("block 0", "block 1");
  }

  @Test
  void keeps_what_it_was_given_and_not_the_array() throws IOException {
    byte[] bytes = "one".getBytes(UTF_8);
    file.write(bytes, 0, 3);
    bytes[0] = 'x';
    file.flush();
    assertThat(blocks.written).containsExactly("one");
  }

  @Test
  void gives_an_array_for_an_array_that_holds_nothing_of_what_waits() throws IOException {
    byte[] own = "0123456789".getBytes(UTF_8);
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 3 * WriteBehind.BLOCKS; i++) {
      own[0] = (byte) ('a' + i % 26);
      expected.append((char) own[0]).append("1");
      byte[] given = file.exchange(own, 2);
      assertThat(given).hasSizeGreaterThanOrEqualTo(own.length);
      System.arraycopy("0123456789".getBytes(UTF_8), 0, given, 0, 10);
      own = given;
    }
    file.flush();
    assertThat(String.join("", blocks.written)).isEqualTo(expected.toString());
  }

  @Test
  void everything_fails_after_a_write_that_failed_and_nothing_is_written_twice() throws Exception {
    write("a");
    write("b");
    blocks.full = true;
    assertThatThrownBy(file::writeOldest).hasMessage("no space left");
    blocks.full = false;
    assertThat(file.await(1)).isFalse();
    assertThatThrownBy(() -> write("c")).hasMessage("no space left");
    assertThatThrownBy(file::writeOldest).hasMessage("no space left");
    assertThatThrownBy(file::flush).hasMessage("no space left");
    assertThat(blocks.written).isEmpty();
  }

  @Test
  void keeps_the_order_of_blocks_that_two_threads_write() throws Exception {
    AtomicBoolean ended = new AtomicBoolean();
    Thread writer = new Thread(() -> writeUntil(ended));
    writer.start();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 50_000; i++) {
      expected.add(Integer.toString(i));
      write(expected.get(i));
    }
    file.flush();
    ended.set(true);
    writer.join();
    assertThat(blocks.written).isEqualTo(expected);
  }

  private void writeUntil(AtomicBoolean ended) {
    try {
      while (!ended.get()) {
        if (file.await(1)) {
          file.writeOldest();
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
