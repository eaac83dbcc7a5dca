package dev.bottrace.internal.watch;

/**
 * A local variable or parameter, or {@code this}, which goes by that name.
 *
 * @param name as the source has it
 * @param descriptor its declared type, {@code I} or {@code Ljava/lang/String;}
 * @param position of its value among those that an evaluation gets; -1 if it is not among them, as
 *     the expression does not need it
 */
public record WatchVariable(String name, String descriptor, int position) {
  /** What {@code this} is called. */
  static final String SELF = "this";

  boolean isSelf() {
    return name.equals(SELF);
  }
}
