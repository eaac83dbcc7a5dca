package dev.bottrace.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells from the words of a name whether it looks like that of a secret. */
final class SecretNames {
  private static final int LONGEST = 200;

  /** Give it away wherever they stand. */
  private static final Set<String> ALWAYS =
      Set.of(
          "pwd",
          "pwds",
          "passcode",
          "passcodes",
          "secret",
          "secrets",
          "credential",
          "credentials",
          "jwt",
          "apikey",
          "apikeys",
          "accesskey",
          "privatekey",
          "secretkey",
          "authtoken",
          "accesstoken",
          "refreshtoken",
          "jsessionid",
          "sessionid");

  /** Give it away at the end of a word too: {@code dbpassword}. */
  private static final List<String> ENDINGS =
      List.of("password", "passwords", "passwd", "passphrase", "passphrases");

  /** Make a secret of the key that follows. */
  private static final Set<String> KEYS =
      Set.of("api", "access", "private", "secret", "signing", "encryption", "auth");

  /** Make secrets of the tokens that follow. */
  private static final Set<String> TOKENS =
      Set.of("access", "refresh", "auth", "api", "bearer", "session", "csrf", "id");

  /** Give it away where they end a name, or one of {@link #SAME} follows. */
  private static final Set<String> LAST = Set.of("token", "cookie", "cookies", "authorization");

  private static final Set<String> SAME =
      Set.of("value", "string", "text", "hash", "bytes", "header", "data");

  private SecretNames() {}

  static boolean matches(String name) {
    if (name.length() > LONGEST) {
      return false;
    }
    List<String> words = words(name);
    for (int i = 0; i < words.size(); i++) {
      String before = i == 0 ? "" : words.get(i - 1);
      String after = i + 1 == words.size() ? "" : words.get(i + 1);
      if (matches(before, words.get(i), after)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String before, String word, String after) {
    return switch (word) {
      case "key", "keys" -> KEYS.contains(before);
      case "tokens" -> TOKENS.contains(before);
      case "id", "ids" -> before.equals("session");
      default ->
          ALWAYS.contains(word)
              || ENDINGS.stream().anyMatch(word::endsWith)
              || (LAST.contains(word) && (after.isEmpty() || SAME.contains(after)));
    };
  }

  /** {@code HTTPToken_2} gives http and token. */
  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= name.length(); i++) {
      if (i == name.length() || !Character.isLetter(name.charAt(i))) {
        add(words, name, start, i);
        start = i + 1;
      } else if (i > start && beginsWord(name, i)) {
        add(words, name, start, i);
        start = i;
      }
    }
    return words;
  }

  private static boolean beginsWord(String name, int index) {
    boolean upper = Character.isUpperCase(name.charAt(index));
    boolean lowerBefore = Character.isLowerCase(name.charAt(index - 1));
    boolean lowerAfter = index + 1 < name.length() && Character.isLowerCase(name.charAt(index + 1));
    return upper && (lowerBefore || lowerAfter);
  }

  private static void add(List<String> words, String name, int start, int end) {
    if (end > start) {
      words.add(name.substring(start, end).toLowerCase(Locale.ROOT));
    }
  }
}
