package dev.bottrace.option;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Prefixes as a tree of characters; a prefix matches where a segment ends. */
final class PrefixTrie {
  private char[] keys = {};
  private PrefixTrie[] children = {};
  private boolean end;

  private PrefixTrie() {}

  /** Returns null where there is no prefix. */
  static @Nullable PrefixTrie of(List<String> prefixes) {
    if (prefixes.isEmpty()) {
      return null;
    }
    PrefixTrie root = new PrefixTrie();
    prefixes.stream().flatMap(prefix -> SourcePrefix.readings(prefix).stream()).forEach(root::add);
    return root;
  }

  private void add(String prefix) {
    PrefixTrie node = this;
    for (int i = 0; i < prefix.length(); i++) {
      node = node.childFor(prefix.charAt(i));
    }
    node.end = true;
  }

  private PrefixTrie childFor(char key) {
    PrefixTrie child = child(key);
    if (child == null) {
      child = new PrefixTrie();
      keys = Arrays.copyOf(keys, keys.length + 1);
      children = Arrays.copyOf(children, children.length + 1);
      keys[keys.length - 1] = key;
      children[children.length - 1] = child;
    }
    return child;
  }

  private @Nullable PrefixTrie child(char key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] == key) {
        return children[i];
      }
    }
    return null;
  }

  /**
   * A segment of a name ends at a slash, at the dollar sign before a nested class, and at the
   * name's own end.
   */
  boolean matches(String name) {
    PrefixTrie node = this;
    for (int i = 0; i < name.length(); i++) {
      char next = name.charAt(i);
      if (node.end && (next == '/' || next == '$')) {
        return true;
      }
      PrefixTrie child = node.child(next);
      if (child == null) {
        return false;
      }
      node = child;
    }
    return node.end;
  }
}
