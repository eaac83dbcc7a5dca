package dev.bottrace.internal.instrument;

/** Which probes traced methods get. */
public enum Probing {
  /** None. */
  NONE,
  /** One at the entry. */
  ENTRIES,
  /** At the entry and at each exit. */
  CALLS
}
