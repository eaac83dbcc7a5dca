package dev.bottrace.internal.symbol;

/** Where classes come from whose class files are not at hand. */
public final class SourcePaths {
  private SourcePaths() {}

  /**
   * Guesses the source path of a class.
   *
   * @param internalName its name with slashes
   * @return that of the file which is called like its outermost class
   */
  public static String guess(String internalName) {
    int nested = internalName.indexOf('$', internalName.lastIndexOf('/') + 2);
    return (nested < 0 ? internalName : internalName.substring(0, nested)) + ".java";
  }
}
