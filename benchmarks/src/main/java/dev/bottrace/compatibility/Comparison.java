package dev.bottrace.compatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares a traced run with plain ones. What differs among those is compared by as much as they
 * have in common.
 */
final class Comparison {
  private static final int SHOWN = 160;

  private final List<Outcome> plain;

  Comparison(List<Outcome> plain) {
    this.plain = plain;
  }

  /** Returns how a traced run differs, in words; nothing if it does not. */
  List<String> differences(Outcome traced) {
    List<String> differences = new ArrayList<>();
    SortedSet<String> names = new TreeSet<>(traced.parts().keySet());
    names.addAll(plain.get(0).parts().keySet());
    boolean areNamesStable = namesAre(Likeness.SAME);
    for (String name : names) {
      List<String> texts = texts(name);
      String text = traced.parts().get(name);
      if (texts.size() == plain.size() && text != null) {
        Likeness likeness = Likeness.of(texts);
        if (!likeness.form(texts.get(0)).equals(likeness.form(text))) {
          differences.add(name + ": " + first(likeness.form(texts.get(0)), likeness.form(text)));
        }
      } else if (areNamesStable) {
        differences.add(name + (text == null ? " is missing" : " is left by a traced run only"));
      }
    }
    if (!areNamesStable && namesAre(Likeness.NUMBERS)) {
      String expected = names(plain.get(0), Likeness.NUMBERS);
      String found = names(traced, Likeness.NUMBERS);
      if (!expected.equals(found)) {
        differences.add("names of files: " + first(expected, found));
      }
    }
    return differences;
  }

  /**
   * Returns what could not be compared as a whole, since plain runs differ there, and how it was.
   */
  List<String> looseParts() {
    TreeMap<Likeness, List<String>> loose = new TreeMap<>();
    for (String name : plain.get(0).parts().keySet()) {
      List<String> texts = texts(name);
      Likeness likeness = Likeness.of(texts);
      if (texts.size() == plain.size() && likeness != Likeness.SAME) {
        loose.computeIfAbsent(likeness, key -> new ArrayList<>()).add(name);
      }
    }
    List<String> words = new ArrayList<>();
    loose.forEach((likeness, names) -> words.add(several(names) + " " + likeness));
    if (!namesAre(Likeness.SAME)) {
      words.add(
          namesAre(Likeness.NUMBERS)
              ? "names of files without their numbers"
              : "of its files those that all plain runs leave");
    }
    return words;
  }

  private static String several(List<String> names) {
    List<String> streams =
        names.stream()
            .filter(List.of(Outcome.EXIT_CODE, Outcome.STDOUT, Outcome.STDERR)::contains)
            .toList();
    int files = names.size() - streams.size();
    List<String> words = new ArrayList<>(streams);
    if (files > 0) {
      words.add(files == 1 ? "one file" : files + " files");
    }
    return String.join(", ", words);
  }

  private List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (Outcome outcome : plain) {
      String text = outcome.parts().get(name);
      if (text != null) {
        texts.add(text);
      }
    }
    return texts;
  }

  private boolean namesAre(Likeness likeness) {
    return plain.stream().map(outcome -> names(outcome, likeness)).distinct().count() == 1;
  }

  private static String names(Outcome outcome, Likeness likeness) {
    return String.join(
        "\n", outcome.parts().keySet().stream().map(likeness::form).sorted().toList());
  }

  private static String first(String expected, String found) {
    List<String> expectedLines = expected.lines().toList();
    List<String> foundLines = found.lines().toList();
    int line = 0;
    while (line < expectedLines.size()
        && line < foundLines.size()
        && expectedLines.get(line).equals(foundLines.get(line))) {
      line++;
    }
    return "line "
        + (line + 1)
        + " is "
        + line(foundLines, line)
        + ", not "
        + line(expectedLines, line);
  }

  private static String line(List<String> lines, int number) {
    if (number >= lines.size()) {
      return "not there";
    }
    String line = lines.get(number).replaceAll("\\p{Cntrl}", "?"); // of a file that is no text
    return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + "'";
  }
}
