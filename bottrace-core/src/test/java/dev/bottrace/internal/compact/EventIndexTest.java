package dev.bottrace.internal.compact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.Argument;
import dev.bottrace.trace.EventValues;
import dev.bottrace.trace.TracedMethod;
import dev.bottrace.trace.TracedThread;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIndexTest {
  private final List<byte[]> chunks = new ArrayList<>();
  private final List<EventValues> expected = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {40, 100, 1 << 16})
  void finds_the_values_of_each_event_whatever_its_chunk(int capacity) throws IOException {
    encode(capacity);
    EventIndex index = new EventIndex();
    for (byte[] chunk : chunks) {
      index.add(chunk, 0, chunk.length);
    }
    for (int event = 0; event < expected.size(); event++) {
      byte[] chunk = chunks.get(index.chunkOf(event));
      assertThat(index.valuesOf(event, chunk, 0, chunk.length))
          .as("event %d", event)
          .isEqualTo(expected.get(event));
    }
    assertThat(index.chunkOf(-1)).isEqualTo(-1);
    assertThat(index.chunkOf(expected.size())).isEqualTo(-1);
  }

  /** Two parts, each of which ends with all calls that are open: they have no values. */
  private void encode(int capacity) throws IOException {
    EventEncoder encoder =
        new EventEncoder(
            (bytes, from, to) -> chunks.add(Arrays.copyOfRange(bytes, from, to)), capacity);
    encoder.asides().define(new TracedMethod(0, "A", "b", "()V", "A.java", 1));
    for (int thread = 0; thread < 2; thread++) {
      encoder.asides().define(new TracedThread(thread, "t" + thread, thread == 0));
    }
    Random random = new Random(capacity);
    for (int part = 0; part < 2; part++) {
      int open = 0;
      for (int i = 0; i < 500; i++) {
        if (open == 0 || random.nextInt(5) < 3) {
          call(encoder, random);
          open++;
        } else {
          leave(encoder, random);
          open--;
        }
      }
      encoder.asides().openCallsEnded();
      for (; open > 0; open--) {
        expected.add(EventValues.NONE);
      }
    }
    encoder.asides().end();
    encoder.handOn();
  }

  private void call(EventEncoder encoder, Random random) throws IOException {
    List<Argument> arguments =
        random.nextBoolean() ? List.of() : List.of(new Argument("n", "" + random.nextInt()));
    encoder.call(random.nextInt(2), 0, arguments);
    expected.add(new EventValues(arguments, null));
  }

  private void leave(EventEncoder encoder, Random random) throws IOException {
    int code = EventCode.of(EventCode.RETURN, 0);
    if (random.nextBoolean()) {
      encoder.event(random.nextInt(2), code);
      expected.add(EventValues.NONE);
    } else {
      String value = "v" + random.nextInt();
      encoder.returned(random.nextInt(2), code, value);
      expected.add(new EventValues(List.of(), value));
    }
  }
}
