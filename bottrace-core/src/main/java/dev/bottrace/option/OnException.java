package dev.bottrace.option;

/** What to do about an exception that nobody catches. */
public enum OnException {
  /** Its stack is captured, with the variables of its frames if these are asked for. */
  SNAPSHOT
}
