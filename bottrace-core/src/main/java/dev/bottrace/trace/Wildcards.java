package dev.bottrace.trace;

import java.util.List;

/** Compares names with patterns. */
final class Wildcards {
  private Wildcards() {}

  /** Tries the last star again, one character further, whenever it gets stuck: no blow-up. */
  static boolean match(String pattern, String name) {
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < pattern.length() && pattern.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  /** Compares a package with names, in the same way one level up. */
  static boolean matchAll(List<String> patterns, String packageName) {
    String[] names = packageName.isEmpty() ? new String[0] : packageName.split("\\.", -1);
    int p = 0;
    int n = 0;
    int any = -1;
    int resume = 0;
    while (n < names.length) {
      if (p < patterns.size() && patterns.get(p).equals(PatternReader.ANY)) {
        any = p++;
        resume = n;
      } else if (p < patterns.size() && match(patterns.get(p), names[n])) {
        p++;
        n++;
      } else if (any >= 0) {
        p = any + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < patterns.size() && patterns.get(p).equals(PatternReader.ANY)) {
      p++;
    }
    return p == patterns.size();
  }
}
