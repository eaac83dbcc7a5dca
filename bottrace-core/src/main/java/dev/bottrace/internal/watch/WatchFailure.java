package dev.bottrace.internal.watch;

import java.util.regex.Pattern;

/** Says in one line why an expression has no value here. */
public final class WatchFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** The names of such classes have numbers and addresses, which differ between runs. */
  private static final Pattern LAMBDA =
      Pattern.compile("\\$\\$Lambda[$0-9]*(/0x[0-9a-f]+|/[0-9]+)");

  WatchFailure(String reason) {
    super(LAMBDA.matcher(reason).replaceAll("\\$\\$Lambda"), null, false, false);
  }
}
