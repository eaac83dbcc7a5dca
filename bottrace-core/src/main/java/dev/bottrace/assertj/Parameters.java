package dev.bottrace.assertj;

import dev.bottrace.trace.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says which parameters there are, where one was named that no call has. */
final class Parameters {
  private static final int NAMED = 10;
  private static final Pattern UNKNOWN = Pattern.compile("arg\\d+");

  private Parameters() {}

  /** Says that no call has a parameter; null if one has. */
  static @Nullable String missing(CallSelection calls, String name) {
    Set<String> names = ValuePass.parameters(calls);
    if (names.contains(name)) {
      return null;
    }
    String no = "no call has a parameter \"" + name + "\"";
    if (names.isEmpty()) {
      return no + ", or any other.";
    }
    String suggestion =
        NearestName.to(name, names, name.length() / 3 + 1)
            .map(nearest -> ". Did you mean \"" + nearest + "\"?")
            .orElse(".");
    return no + suggestion + " There are: " + list(List.copyOf(names)) + '.' + unknown(names);
  }

  private static String list(List<String> names) {
    String first = String.join(", ", names.subList(0, Math.min(NAMED, names.size())));
    int more = names.size() - NAMED;
    return more > 0 ? String.format(Locale.ROOT, "%s and %,d more", first, more) : first;
  }

  private static String unknown(Set<String> names) {
    return names.stream().allMatch(name -> UNKNOWN.matcher(name).matches())
        ? " To have names, compile with -g or -parameters."
        : "";
  }
}
