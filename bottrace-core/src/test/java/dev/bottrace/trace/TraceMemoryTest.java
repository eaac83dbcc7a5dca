package dev.bottrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.compact.CompactTraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A trace in memory, with what the call tree needs, takes 8 bytes an event at most. */
class TraceMemoryTest {
  private static final int EVENTS = 1_000_000;

  @ParameterizedTest
  @EnumSource
  void events_and_the_index_of_their_tree_take_less_than_8_bytes(SyntheticCalls.Shape shape)
      throws IOException {
    SyntheticCalls recording = new SyntheticCalls(shape, EVENTS);
    CountedBytes encoded = new CountedBytes();
    CompactTraceWriter writer = new CompactTraceWriter(encoded);
    recording.replay(writer);
    writer.finish();
    CallTree tree = CallTree.of(recording);
    double perEvent = (encoded.count + tree.columns().bytes()) / (double) EVENTS;
    assertThat(perEvent).isBetween(1.0, 8.0);
  }

  /** What is kept in memory has the same bytes as a file. */
  private static final class CountedBytes extends OutputStream {
    long count;

    @Override
    public void write(int b) {
      count++;
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      count += length;
    }
  }

  @ParameterizedTest
  @EnumSource
  void one_look_at_the_events_makes_no_index(SyntheticCalls.Shape shape) {
    CallTree tree = CallTree.of(new SyntheticCalls(shape, 10_000));
    MethodPattern pattern = MethodPattern.of("C1.m1*");
    tree.first(pattern);
    tree.last(pattern);
    tree.count(pattern);
    tree.callers(pattern);
    tree.callees(pattern);
    tree.packageEdges();
    tree.callCounts();
    tree.paths(CallPath.of("C1.* >> C1.m1"));
    assertThat(tree.calls(pattern).size()).isEqualTo((int) tree.count(pattern));
    assertThat(tree.hasIndex()).isFalse();
    assertThat(tree.size()).isPositive();
    assertThat(tree.hasIndex()).isTrue();
  }
}
