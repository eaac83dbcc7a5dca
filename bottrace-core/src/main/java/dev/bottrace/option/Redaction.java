package dev.bottrace.option;

import java.util.ArrayList;
import java.util.List;

/**
 * Whose values are not shown: variables, fields and map keys whose names look like those of
 * secrets. Immutable.
 *
 * <p>A name is taken apart into its words, be it {@code apiKey}, {@code API_KEY} or {@code
 * api-key}. It is hidden if one of them is password, passwd, pwd, passphrase, passcode, secret,
 * credential or jwt, in the plural too, or if it is a key (api, access, private, secret, signing,
 * encryption), a session id, or ends in token, cookie or authorization. So {@code passwordHash} and
 * {@code accessToken} are hidden; {@code tokenizer}, {@code tokenCount} and {@code publicKey} are
 * not.
 *
 * @param globs names besides the usual ones, with {@code *} and {@code ?}; case does not matter
 */
public record Redaction(List<String> globs) {
  /** The usual names alone. */
  public static final Redaction DEFAULT = new Redaction(List.of());

  /**
   * Copies the list.
   *
   * @param globs names, with {@code *} for any characters and {@code ?} for one
   * @throws IllegalArgumentException if one is blank
   */
  public Redaction {
    globs = List.copyOf(globs);
    for (String glob : globs) {
      if (glob.isBlank()) {
        throw new OptionValueException("redact", "needs a name, not '" + glob + "'");
      }
    }
  }

  /**
   * Hides more names.
   *
   * @param glob a name, with {@code *} for any characters and {@code ?} for one; case does not
   *     matter
   * @return a copy
   * @throws IllegalArgumentException if it is blank
   */
  public Redaction with(String glob) {
    List<String> more = new ArrayList<>(globs);
    more.add(glob);
    return new Redaction(more);
  }

  /**
   * Tells whether the value of something is hidden.
   *
   * @param name of a variable, a field, a record component, or a key
   * @return whether it must not be shown
   */
  public boolean hides(String name) {
    for (String glob : globs) {
      if (Glob.matches(glob, name)) {
        return true;
      }
    }
    return SecretNames.matches(name);
  }
}
