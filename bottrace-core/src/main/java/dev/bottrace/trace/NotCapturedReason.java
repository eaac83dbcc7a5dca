package dev.bottrace.trace;

/** Why a value, or a part of one, is not in a trace. */
public enum NotCapturedReason {
  /** It lies deeper than the limit on depth. */
  DEPTH,
  /** The object has more fields than the limit. */
  FIELD_COUNT,
  /** The string, array or collection is longer than the limit. */
  SIZE,
  /** Its name looks like that of a secret, or was named as one. */
  REDACTED,
  /** The snapshot had used up what it may look at. */
  BUDGET,
  /** The JVM does not let it be read, or it is not there. */
  NOT_READABLE,
  /** Another thread changed it meanwhile. */
  CHANGED_WHILE_READ
}
