package dev.bottrace.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.internal.compact.EventCode;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.Test;

class LastChunksTest {
  private static final byte[] EMPTY = {};

  /** A return before there is any thread. */
  private static final byte[] MALFORMED = {(byte) EventCode.of(EventCode.RETURN, 0)};

  private long taken;
  private final LastChunks chunks = new LastChunks(10, () -> taken);

  private void add(byte[] chunk, int events) {
    taken += events;
    try {
      chunks.add(chunk, 0, chunk.length);
    } catch (UncheckedIOException e) {
      taken -= events;
      throw e;
    }
  }

  @Test
  void a_chunk_that_can_not_be_dropped_stays_and_the_next_one_is_not_added() {
    add(MALFORMED, 10);
    for (int attempt = 0; attempt < 3; attempt++) {
      assertThatThrownBy(() -> add(EMPTY, 10)).isInstanceOf(UncheckedIOException.class);
      assertThat(chunks.dropped()).isZero();
    }
  }

  @Test
  void the_last_events_that_are_wanted_are_kept() {
    for (int i = 1; i <= 5; i++) {
      add(EMPTY, 4);
      assertThat(chunks.dropped()).isEqualTo(Math.max(0, 4 * i - 10));
    }
  }
}
