package dev.bottrace.option;

import org.jspecify.annotations.Nullable;

/**
 * Decides which classes are traced: the compiled form of a {@link Scope}. A decision walks two
 * tries along the class's name and its source path, whatever the number of prefixes. Immutable.
 */
public final class ClassFilter {
  private final @Nullable PrefixTrie included;
  private final @Nullable PrefixTrie excluded;

  private ClassFilter(@Nullable PrefixTrie included, @Nullable PrefixTrie excluded) {
    this.included = included;
    this.excluded = excluded;
  }

  /**
   * Compiles a scope.
   *
   * @param scope what to trace
   * @return its filter
   */
  public static ClassFilter of(Scope scope) {
    return new ClassFilter(PrefixTrie.of(scope.includes()), PrefixTrie.of(scope.excludes()));
  }

  /**
   * Tells whether a class is in scope.
   *
   * @param internalName its name with slashes, as in {@code com/acme/App$Inner}
   * @param sourcePath its package's path and source file, as in {@code com/acme/App.java}; null if
   *     unknown
   * @param own whether it is the program's own code, as opposed to a library's
   * @return whether it is to be traced
   */
  public boolean accepts(String internalName, @Nullable String sourcePath, boolean own) {
    boolean wanted =
        included == null ? own : included.matches(internalName) || matches(included, sourcePath);
    return wanted
        && (excluded == null || !(excluded.matches(internalName) || matches(excluded, sourcePath)));
  }

  /**
   * Tells whether a class could be in scope, before its source path is known.
   *
   * @param own whether it is the program's own code, as opposed to a library's
   * @return whether it is worth reading the class
   */
  public boolean mayAccept(boolean own) {
    return included != null || own;
  }

  private static boolean matches(PrefixTrie trie, @Nullable String sourcePath) {
    return sourcePath != null && trie.matches(sourcePath);
  }
}
