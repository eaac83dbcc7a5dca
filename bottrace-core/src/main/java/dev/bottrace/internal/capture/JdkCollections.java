package dev.bottrace.internal.capture;

import static dev.bottrace.internal.capture.Content.Order.HASHED;
import static dev.bottrace.internal.capture.Content.Order.OWN;
import static dev.bottrace.internal.capture.Content.Order.RANDOM;

import dev.bottrace.internal.capture.Content.Source;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The collections of the JDK: for each class how to read it without a lock, without a change, and
 * without a call that could reach the program. What is not listed is not read. By its methods where
 * these do nothing else; by private fields where they lock, change something, or call on. Switches,
 * so that the start of a program pays for no class that it does not show.
 */
final class JdkCollections {
  private static final String WRAPPERS = "java.util.Collections$";

  private JdkCollections() {}

  /** Returns what to do with a class of the JDK; null if it is no known collection. */
  static @Nullable Form form(Class<?> type) {
    Form form = list(type);
    form = form == null ? queue(type) : form;
    form = form == null ? set(type) : form;
    form = form == null ? map(type) : form;
    form = form == null ? view(type) : form;
    form = form == null ? immutable(type) : form;
    form = form == null ? wrapper(type) : form;
    return form == null ? entry(type) : form;
  }

  private static @Nullable Form list(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.ArrayList",
          "java.util.LinkedList",
          "java.util.ArrayDeque",
          "java.util.PriorityQueue",
          "java.util.Arrays$ArrayList",
          "java.util.ArrayList$SubList",
          "java.util.Collections$EmptyList",
          "java.util.Collections$SingletonList",
          "java.util.Collections$CopiesList",
          "java.util.concurrent.CopyOnWriteArrayList" ->
          sequence(type, PublicSources.collection(OWN));
      case "java.util.Vector", "java.util.Stack" ->
          sequence(type, FieldSources.array("java.util.Vector", "elementData", "elementCount"));
      case "java.util.concurrent.atomic.AtomicIntegerArray" ->
          sequence(type, PublicSources::integers);
      case "java.util.concurrent.atomic.AtomicLongArray" -> sequence(type, PublicSources::longs);
      case "java.util.concurrent.atomic.AtomicReferenceArray" ->
          sequence(type, PublicSources::references);
      default -> null;
    };
  }

  private static @Nullable Form queue(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.concurrent.ConcurrentLinkedQueue",
          "java.util.concurrent.ConcurrentLinkedDeque" ->
          sequence(type, PublicSources.uncounted(OWN));
      case "java.util.concurrent.LinkedBlockingQueue" ->
          sequence(
              type,
              FieldSources.chain(
                  "java.util.concurrent.LinkedBlockingQueue",
                  "head.next",
                  "next",
                  "item",
                  "count"));
      case "java.util.concurrent.LinkedBlockingDeque" ->
          sequence(
              type,
              FieldSources.chain(
                  "java.util.concurrent.LinkedBlockingDeque", "first", "next", "item", "count"));
      case "java.util.concurrent.ArrayBlockingQueue" ->
          sequence(
              type,
              FieldSources.ring(
                  "java.util.concurrent.ArrayBlockingQueue", "items", "takeIndex", "count"));
      case "java.util.concurrent.PriorityBlockingQueue" ->
          sequence(
              type,
              FieldSources.array("java.util.concurrent.PriorityBlockingQueue", "queue", "size"));
      default -> null;
    };
  }

  private static @Nullable Form set(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.HashSet" -> sequence(type, PublicSources.collection(HASHED));
      case "java.util.LinkedHashSet",
          "java.util.Collections$EmptySet",
          "java.util.Collections$SingletonSet",
          "java.util.concurrent.CopyOnWriteArraySet" ->
          sequence(type, PublicSources.collection(OWN));
      case "java.util.TreeSet" -> sequence(type, FieldSources.delegate("java.util.TreeSet", "m"));
      case "java.util.concurrent.ConcurrentSkipListSet" ->
          sequence(type, FieldSources.delegate("java.util.concurrent.ConcurrentSkipListSet", "m"));
      case "java.util.concurrent.ConcurrentHashMap$KeySetView" ->
          sequence(type, PublicSources::concurrentKeys);
      case "java.util.BitSet" -> sequence(type, PublicSources::bits);
      default -> null;
    };
  }

  private static @Nullable Form map(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.HashMap", "java.util.Properties", "java.util.concurrent.ConcurrentHashMap" ->
          mapping(type, PublicSources.map(HASHED));
      case "java.util.IdentityHashMap" -> mapping(type, PublicSources.map(RANDOM));
      case "java.util.LinkedHashMap",
          "java.util.EnumMap",
          "java.util.Collections$EmptyMap",
          "java.util.Collections$SingletonMap",
          "java.util.concurrent.ConcurrentSkipListMap" ->
          mapping(type, PublicSources.map(OWN));
      case "java.util.TreeMap" -> mapping(type, treeMap());
      case "java.util.Hashtable" -> mapping(type, FieldSources.hashtable());
      case "java.util.WeakHashMap" -> mapping(type, FieldSources.weakHashMap());
      default -> null;
    };
  }

  /** Its iterator may never end if two threads have written at once. */
  private static Source treeMap() {
    return isReadable(TreeMap.class) ? FieldSources.treeMap() : PublicSources.map(OWN);
  }

  /** Their size would be asked of the map, which can be of a class of the program. */
  private static @Nullable Form view(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.HashMap$KeySet",
          "java.util.HashMap$EntrySet",
          "java.util.concurrent.ConcurrentHashMap$EntrySetView" ->
          sequence(type, PublicSources.uncounted(HASHED));
      case "java.util.HashMap$Values", "java.util.concurrent.ConcurrentHashMap$ValuesView" ->
          sequence(type, PublicSources.uncounted(RANDOM));
      case "java.util.LinkedHashMap$LinkedKeySet",
          "java.util.LinkedHashMap$LinkedValues",
          "java.util.LinkedHashMap$LinkedEntrySet",
          "java.util.TreeMap$Values",
          "java.util.TreeMap$EntrySet" ->
          sequence(type, PublicSources.uncounted(OWN));
      case "java.util.TreeMap$KeySet" ->
          sequence(type, FieldSources.delegate("java.util.TreeMap$KeySet", "m"));
      default -> null;
    };
  }

  /** Their classes differ by the number of elements, which is nothing that a reader looks for. */
  private static @Nullable Form immutable(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.ImmutableCollections$ListN",
          "java.util.ImmutableCollections$List12",
          "java.util.ImmutableCollections$SubList" ->
          new SequenceForm("List", PublicSources.collection(OWN));
      case "java.util.ImmutableCollections$SetN", "java.util.ImmutableCollections$Set12" ->
          new SequenceForm("Set", PublicSources.collection(RANDOM));
      case "java.util.ImmutableCollections$MapN", "java.util.ImmutableCollections$Map1" ->
          new MappingForm("Map", PublicSources.map(RANDOM));
      case "java.util.RegularEnumSet", "java.util.JumboEnumSet" ->
          new SequenceForm("EnumSet", PublicSources.collection(OWN));
      default -> null;
    };
  }

  /** Show what they are wrapped round, if that can be shown. */
  private static @Nullable Form wrapper(Class<?> type) {
    String name = type.getName();
    if (!name.startsWith(WRAPPERS)) {
      return null;
    }
    return switch (name.substring(WRAPPERS.length())) {
      case "SetFromMap" -> sequence(type, FieldSources.delegate(name, "m"));
      case "AsLIFOQueue" -> sequence(type, FieldSources.delegate(name, "q"));
      default -> {
        Form form = wrapper(type, "Unmodifiable");
        form = form == null ? wrapper(type, "Synchronized") : form;
        yield form == null ? wrapper(type, "Checked") : form;
      }
    };
  }

  private static @Nullable Form wrapper(Class<?> type, String kind) {
    String prefix = WRAPPERS + kind;
    if (!type.getName().startsWith(prefix)) {
      return null;
    }
    return switch (type.getName().substring(prefix.length())) {
      case "Collection",
          "List",
          "RandomAccessList",
          "Set",
          "SortedSet",
          "NavigableSet",
          "Queue",
          "SequencedCollection",
          "SequencedSet" ->
          sequence(type, FieldSources.delegate(prefix + "Collection", "c"));
      case "Map", "SortedMap", "NavigableMap", "SequencedMap" ->
          mapping(type, FieldSources.delegate(prefix + "Map", "m"));
      default -> null;
    };
  }

  private static @Nullable Form entry(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.HashMap$Node",
          "java.util.HashMap$TreeNode",
          "java.util.LinkedHashMap$Entry",
          "java.util.TreeMap$Entry",
          "java.util.KeyValueHolder",
          "java.util.AbstractMap$SimpleEntry",
          "java.util.AbstractMap$SimpleImmutableEntry",
          "java.util.concurrent.ConcurrentHashMap$MapEntry" ->
          new EntryForm("Entry");
      default -> null;
    };
  }

  private static Form sequence(Class<?> type, Source source) {
    return new SequenceForm(TypeNames.of(type), source);
  }

  private static Form mapping(Class<?> type, Source source) {
    return new MappingForm(TypeNames.of(type), source);
  }

  /** Returns what to do with a class of the program that extends a known collection; else null. */
  static @Nullable Form formOfSubclass(Class<?> type) {
    for (Class<?> c = type.getSuperclass(); c != null; c = c.getSuperclass()) {
      Source source = JdkClasses.contain(c) ? inherited(c) : null;
      if (source != null && isReadable(c)) {
        return Map.class.isAssignableFrom(c) ? mapping(type, source) : sequence(type, source);
      }
    }
    return null;
  }

  private static boolean isReadable(Class<?> type) {
    return ObjectFields.of(type).readable();
  }

  /** How the parts that the program's own subclasses inherit are read: they override methods. */
  private static @Nullable Source inherited(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.ArrayList" ->
          FieldSources.array("java.util.ArrayList", "elementData", "size");
      case "java.util.Vector" ->
          FieldSources.array("java.util.Vector", "elementData", "elementCount");
      case "java.util.LinkedList" ->
          FieldSources.chain("java.util.LinkedList", "first", "next", "item", "size");
      case "java.util.HashSet" -> FieldSources.delegate("java.util.HashSet", "map");
      case "java.util.TreeSet" -> FieldSources.delegate("java.util.TreeSet", "m");
      case "java.util.LinkedHashMap" -> FieldSources.linkedHashMap();
      case "java.util.HashMap" -> FieldSources.hashMap();
      case "java.util.TreeMap" -> FieldSources.treeMap();
      case "java.util.Hashtable" -> FieldSources.hashtable();
      default -> null;
    };
  }
}
