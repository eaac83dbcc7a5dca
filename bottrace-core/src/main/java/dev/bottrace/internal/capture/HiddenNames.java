package dev.bottrace.internal.capture;

import dev.bottrace.option.Redaction;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers which names are hidden. Safe for use by any number of threads. */
final class HiddenNames {
  /** Names of variables are few, but keys of maps need not be. */
  private static final int MOST = 4096;

  private final Redaction redaction;
  private final Map<String, Boolean> known = new ConcurrentHashMap<>();

  HiddenNames(Redaction redaction) {
    this.redaction = redaction;
  }

  boolean hides(String name) {
    Boolean hidden = known.get(name);
    if (hidden == null) {
      hidden = redaction.hides(name) || hidesCaptured(name);
      if (known.size() < MOST) {
        known.put(name, hidden);
      }
    }
    return hidden;
  }

  /** A variable {@code x} is called {@code val$x} in the local class that uses it. */
  private boolean hidesCaptured(String name) {
    return name.startsWith("val$") && redaction.hides(name.substring("val$".length()));
  }
}
