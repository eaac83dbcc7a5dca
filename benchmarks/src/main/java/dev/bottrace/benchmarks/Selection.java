package dev.bottrace.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is to be measured: all, or only what {@code --only=WORD,...} names by its workload, or by a
 * part of its title.
 */
final class Selection {
  private static final String ONLY = "--only=";

  private final List<Workload> workloads = new ArrayList<>();
  private final List<String> titles = new ArrayList<>();

  /** Makes the one that the arguments say. */
  static Selection of(String... arguments) {
    Selection selection = new Selection();
    for (String argument : arguments) {
      if (argument.startsWith(ONLY)) {
        for (String word : argument.substring(ONLY.length()).split(",", -1)) {
          selection.add(word.toLowerCase(Locale.ROOT));
        }
      }
    }
    return selection;
  }

  private void add(String word) {
    for (Workload workload : Workload.values()) {
      if (workload.toString().toLowerCase(Locale.ROOT).equals(word)) {
        workloads.add(workload);
        return;
      }
    }
    titles.add(word);
  }

  /** Returns the other arguments. */
  static String[] others(String... arguments) {
    return List.of(arguments).stream()
        .filter(argument -> !argument.startsWith(ONLY))
        .toArray(String[]::new);
  }

  boolean isAll() {
    return workloads.isEmpty() && titles.isEmpty();
  }

  /** Returns those that are to be measured. */
  List<Workload> workloads(List<Workload> all) {
    return workloads.isEmpty() ? all : all.stream().filter(workloads::contains).toList();
  }

  /** Returns those that are to be measured. */
  List<Way> ways(List<Way> all) {
    List<Way> selected = all.stream().filter(way -> names(way.title())).toList();
    if (selected.isEmpty()) {
      throw new IllegalArgumentException("nothing has one of " + titles + " in its title");
    }
    return selected;
  }

  /** Whether one that has one of these titles is to be measured. */
  boolean names(String... all) {
    return titles.isEmpty() || Arrays.stream(all).anyMatch(this::isNamed);
  }

  private boolean isNamed(String title) {
    return titles.stream().anyMatch(title.toLowerCase(Locale.ROOT)::contains);
  }
}
