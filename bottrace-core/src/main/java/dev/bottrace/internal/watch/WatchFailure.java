package dev.bottrace.internal.watch;

/** Says in one line why an expression has no value here. */
public final class WatchFailure extends Exception {
  private static final long serialVersionUID = 1L;

  WatchFailure(String reason) {
    super(reason, null, false, false);
  }
}
