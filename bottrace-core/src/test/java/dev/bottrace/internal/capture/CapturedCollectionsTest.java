package dev.bottrace.internal.capture;

import static dev.bottrace.internal.capture.Captured.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@SuppressWarnings({"JdkObsolete", "IdentityHashMapUsage"}) // programs have them
class CapturedCollectionsTest {
  private enum Color {
    RED,
    GREEN
  }

  @Test
  void arrays_show_their_length_where_java_has_it() {
    assertThat(line(new int[] {1, 2, 3})).isEqualTo("int[3][1, 2, 3]");
    assertThat(line(new int[0])).isEqualTo("int[0][]");
    assertThat(line(new String[] {"a", null})).isEqualTo("String[2][\"a\", null]");
    assertThat(line(new char[] {'a'})).isEqualTo("char[1]['a']");
    assertThat(line(new int[][] {{1}, {2, 3}})).isEqualTo("int[2][][int[1][1], int[2][2, 3]]");
  }

  @ParameterizedTest
  @MethodSource
  void sequences_show_type_size_and_elements(Collection<?> value, String type) {
    assertThat(line(value)).isEqualTo(type + "(2)[\"a\", \"b\"]");
  }

  static List<Arguments> sequences_show_type_size_and_elements() {
    List<String> two = List.of("a", "b");
    List<String> three = new ArrayList<>(List.of("a", "b", "c"));
    Map<String, String> map = new HashMap<>(Map.of("a", "b", "b", "a"));
    return List.of(
        Arguments.of(new ArrayList<>(two), "ArrayList"),
        Arguments.of(new LinkedList<>(two), "LinkedList"),
        Arguments.of(new ArrayDeque<>(two), "ArrayDeque"),
        Arguments.of(new PriorityQueue<>(two), "PriorityQueue"),
        Arguments.of(Arrays.asList("a", "b"), "ArrayList"),
        Arguments.of(three.subList(0, 2), "SubList"),
        Arguments.of(two, "List"),
        Arguments.of(List.of("a", "b", "c").subList(0, 2), "List"),
        Arguments.of(two.stream().toList(), "List"),
        Arguments.of(Set.of("b", "a"), "Set"),
        Arguments.of(new HashSet<>(two), "HashSet"),
        Arguments.of(new LinkedHashSet<>(two), "LinkedHashSet"),
        Arguments.of(new CopyOnWriteArrayList<>(two), "CopyOnWriteArrayList"),
        Arguments.of(new CopyOnWriteArraySet<>(two), "CopyOnWriteArraySet"),
        Arguments.of(new ConcurrentLinkedQueue<>(two), "ConcurrentLinkedQueue"),
        Arguments.of(map.keySet(), "KeySet"),
        Arguments.of(map.values(), "Values"),
        Arguments.of(new LinkedHashMap<>(new TreeMap<>(map)).keySet(), "LinkedKeySet"),
        Arguments.of(concurrentKeys(two), "KeySetView"));
  }

  private static Set<String> concurrentKeys(List<String> elements) {
    Set<String> keys = ConcurrentHashMap.newKeySet();
    keys.addAll(elements);
    return keys;
  }

  @Test
  void small_and_odd_collections_show_their_elements() {
    BitSet bits = new BitSet();
    bits.set(1);
    bits.set(5);
    assertThat(line(bits)).isEqualTo("BitSet(2)[1, 5]");
    assertThat(line(EnumSet.allOf(Color.class))).isEqualTo("EnumSet(2)[RED, GREEN]");
    assertThat(line(Collections.emptyList())).isEqualTo("EmptyList(0)[]");
    assertThat(line(Collections.emptySet())).isEqualTo("EmptySet(0)[]");
    assertThat(line(Collections.emptyMap())).isEqualTo("EmptyMap(0){}");
    assertThat(line(Collections.singletonList(1))).isEqualTo("SingletonList(1)[1]");
    assertThat(line(Collections.singleton(1))).isEqualTo("SingletonSet(1)[1]");
    assertThat(line(Collections.nCopies(2, 1))).isEqualTo("CopiesList(2)[1, 1]");
    assertThat(line(List.of())).isEqualTo("List(0)[]");
  }

  @ParameterizedTest
  @MethodSource
  void maps_show_type_size_and_entries(Map<?, ?> value, String type) {
    assertThat(line(value)).isEqualTo(type + "(2){\"a\"=1, \"b\"=2}");
  }

  static List<Arguments> maps_show_type_size_and_entries() {
    Map<String, Integer> two = Map.of("b", 2, "a", 1);
    Properties properties = new Properties();
    properties.putAll(two);
    return List.of(
        Arguments.of(two, "Map"),
        Arguments.of(new HashMap<>(two), "HashMap"),
        Arguments.of(new LinkedHashMap<>(new TreeMap<>(two)), "LinkedHashMap"),
        Arguments.of(new TreeMap<>(two), "TreeMap"),
        Arguments.of(new ConcurrentHashMap<>(two), "ConcurrentHashMap"),
        Arguments.of(new ConcurrentSkipListMap<>(two), "ConcurrentSkipListMap"),
        Arguments.of(new IdentityHashMap<>(two), "IdentityHashMap"),
        Arguments.of(properties, "Properties"));
  }

  @Test
  void small_and_odd_maps_show_their_entries() {
    assertThat(line(new EnumMap<>(Map.of(Color.GREEN, 1, Color.RED, 2))))
        .isEqualTo("EnumMap(2){RED=2, GREEN=1}");
    assertThat(line(Collections.singletonMap("a", null))).isEqualTo("SingletonMap(1){\"a\"=null}");
    assertThat(line(Map.of())).isEqualTo("Map(0){}");
    assertThat(line(new AbstractMap.SimpleEntry<>("a", 1))).isEqualTo("\"a\"=1");
    assertThat(line(Map.entry("a", 1))).isEqualTo("\"a\"=1");
    assertThat(line(new HashMap<>(Map.of("a", 1)).entrySet())).isEqualTo("EntrySet(1)[\"a\"=1]");
  }

  @Test
  void maps_keep_the_order_that_depends_on_their_keys_alone() {
    Map<String, Integer> map = new HashMap<>();
    for (String key : List.of("zebra", "apple", "mango", "kiwi")) {
      map.put(key, 1);
    }
    assertThat(line(map).replaceAll("[^a-z,]", "").replace("asha", ""))
        .endsWith(String.join(",", map.keySet()));
  }

  @Test
  void sets_without_a_stable_order_are_sorted() {
    assertThat(line(Set.of(10, 9, 1))).isEqualTo("Set(3)[1, 9, 10]");
    assertThat(line(new HashSet<>(List.of(Color.RED, Color.GREEN))))
        .isEqualTo("HashSet(2)[GREEN, RED]");
    assertThat(line(new HashSet<Object>(List.of(String.class, Integer.class, 1, "a"))))
        .isEqualTo("HashSet(4)[\"a\", 1, Integer.class, String.class]");
  }

  @Test
  void objects_shared_by_unordered_elements_are_numbered_in_the_order_that_is_shown() {
    List<String> shared = new ArrayList<>(List.of("s"));
    Map<Object, Object> map = new IdentityHashMap<>();
    for (int i = 9; i >= 0; i--) {
      map.put(new Pair(i, shared), i);
    }
    assertThat(line(map))
        .startsWith(
            "IdentityHashMap(10){Pair[id=0, shared=ArrayList(1)[\"s\"]]=0,"
                + " Pair[id=1, shared=@3]=1");
  }

  private record Pair(int id, List<String> shared) {}
}
