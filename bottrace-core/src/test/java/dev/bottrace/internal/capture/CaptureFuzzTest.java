package dev.bottrace.internal.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.option.Limits;
import dev.bottrace.option.Redaction;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Entry;
import dev.bottrace.trace.CapturedValue.Holder;
import dev.bottrace.trace.CapturedValue.Instance;
import dev.bottrace.trace.CapturedValue.Mapping;
import dev.bottrace.trace.CapturedValue.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random graphs of objects, the same in each run. */
@SuppressWarnings("UnusedVariable") // read by reflection
class CaptureFuzzTest {
  private static final class Node {
    private @Nullable Object left;
    private @Nullable Object right;
    private final int number;

    Node(int number) {
      this.number = number;
    }
  }

  private record Pair(@Nullable Object first, @Nullable Object second) {}

  private final List<Object> pool = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void random_graphs_are_captured_within_all_limits(int seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      Limits limits =
          new Limits(
              random.nextInt(8),
              random.nextInt(12),
              random.nextInt(12),
              random.nextInt(6),
              1 + random.nextInt(500));
      check(graph(random), limits);
    }
  }

  private static void check(Object graph, Limits limits) {
    Capture capture = new ValueCapturer(limits, Redaction.DEFAULT).begin();
    CapturedValue value = capture.value(graph);
    assertThat(value.toString())
        .isNotEmpty()
        .doesNotContain("\n")
        .doesNotContainPattern("@[a-f0-9]{5,}");
    assertThat(size(value)).isLessThanOrEqualTo(limits.budget() + limits.budget() + 2);
    assertThat(Captured.line(graph, limits)).as("unchanged").isEqualTo(value.toString());
  }

  private static int size(CapturedValue value) {
    int size = 1;
    if (value instanceof Instance instance) {
      size += instance.fields().stream().mapToInt(field -> size(field.value())).sum();
    } else if (value instanceof Sequence sequence) {
      size += sequence.elements().stream().mapToInt(CaptureFuzzTest::size).sum();
    } else if (value instanceof Mapping mapping) {
      size += mapping.entries().stream().mapToInt(CaptureFuzzTest::size).sum();
    } else if (value instanceof Entry entry) {
      size = size(entry.key()) + size(entry.value());
    } else if (value instanceof Holder holder && holder.content() != null) {
      size += size(holder.content());
    }
    return size;
  }

  private Object graph(Random random) {
    pool.clear();
    for (int i = 0; i < 40; i++) {
      pool.add(object(random));
    }
    for (Object object : pool) {
      if (object instanceof Node node) {
        node.left = any(random);
        node.right = any(random);
      }
    }
    return pool.get(random.nextInt(pool.size()));
  }

  private Object any(Random random) {
    return pool.isEmpty() || random.nextInt(3) == 0
        ? leaf(random)
        : pool.get(random.nextInt(pool.size()));
  }

  private static Object leaf(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> random.nextInt();
      case 1 -> new StringBuilder().appendCodePoint(random.nextInt(0x110000)).toString();
      case 2 -> (char) random.nextInt(0x10000);
      case 3 -> new IllegalStateException("m");
      default -> List.of();
    };
  }

  private Object object(Random random) {
    return switch (random.nextInt(9)) {
      case 0 -> new Object[] {any(random), null, any(random)};
      case 1 -> new ArrayList<>(many(random));
      case 2 -> new ArrayDeque<>(many(random));
      case 3 -> Optional.of(any(random));
      case 4 -> new AtomicReference<>(any(random));
      case 5 -> map(random);
      case 6 -> new Pair(any(random), any(random));
      case 7 -> new HashSet<>(List.of(random.nextInt(), leaf(random).toString()));
      default -> new Node(pool.size());
    };
  }

  private List<Object> many(Random random) {
    return Collections.nCopies(random.nextInt(20), any(random));
  }

  private Map<Object, Object> map(Random random) {
    Map<Object, Object> map = random.nextBoolean() ? new HashMap<>() : new LinkedHashMap<>();
    for (int i = random.nextInt(20); i > 0; i--) {
      map.put("key" + i, any(random));
    }
    return map;
  }
}
