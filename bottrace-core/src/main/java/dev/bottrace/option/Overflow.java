package dev.bottrace.option;

/** What happens to events that come faster than a listener takes them. */
public enum Overflow {
  /**
   * The recorded threads wait, so that the listener gets every event. Should it take none for 5
   * seconds, they go on, and events are dropped until it has caught up.
   */
  WAIT,
  /** Events are dropped, and counted; no recorded thread ever waits. */
  DROP
}
