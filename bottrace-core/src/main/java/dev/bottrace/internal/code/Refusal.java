package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;

/**
 * Ends an evaluation that would change something, goes over its budget, or cannot go on. Its
 * message is either a whole sentence, or, as long as it is not known who is to blame, one without
 * its subject: {@code writes field Order.total}.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean whole;

  private Refusal(String message, boolean whole) {
    super(message, null, false, false);
    this.whole = whole;
  }

  /**
   * Makes a refusal whose subject and place are not known yet.
   *
   * @param predicate starts with a verb
   * @return the refusal
   */
  static Refusal of(String predicate) {
    return new Refusal(predicate, false);
  }

  /**
   * Makes a refusal that says all.
   *
   * @param sentence one line
   * @return the refusal
   */
  public static Refusal whole(String sentence) {
    return new Refusal(sentence, true);
  }

  /**
   * Says who is refused, unless that is known.
   *
   * @param subject whose code it is
   * @param place where it stands; null if that is known from the subject
   * @return this refusal or one with a longer message
   */
  public Refusal by(String subject, @Nullable String place) {
    String end = place == null ? "" : ", " + place;
    return whole ? this : new Refusal(subject + " " + getMessage() + end, true);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
