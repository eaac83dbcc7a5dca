package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;

/**
 * Stands for an object of the program while a collection of the JDK looks for it: the methods that
 * the collection calls are interpreted.
 */
@SuppressWarnings("ComparableType") // is compared with what a sorted collection holds
final class KeyProbe implements Comparable<Object> {
  private final Evaluation evaluation;
  private final Object key;
  private @Nullable Object match;

  KeyProbe(Evaluation evaluation, Object key) {
    this.evaluation = evaluation;
    this.key = key;
  }

  /** Returns what the collection holds, after it was found by {@link #equals}. */
  @Nullable Object match() {
    return match;
  }

  @Override
  public boolean equals(@Nullable Object stored) {
    evaluation.meter().step();
    boolean same = evaluation.objects().equal(key, stored);
    match = same ? stored : match;
    return same;
  }

  @Override
  public int hashCode() {
    return evaluation.objects().hashForLookup(key);
  }

  @Override
  public int compareTo(Object stored) {
    evaluation.meter().step();
    return evaluation.objects().compare(key, stored);
  }
}
