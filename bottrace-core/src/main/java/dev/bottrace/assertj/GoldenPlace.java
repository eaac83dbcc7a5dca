package dev.bottrace.assertj;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.AbstractAssert;

/**
 * Where a test keeps its golden files: beside its source, or at the same place in {@code
 * resources}.
 *
 * @param test the class that asks
 * @param method its method that asks
 * @param sourceFile name of its source file
 */
record GoldenPlace(Class<?> test, String method, String sourceFile) {
  /** How names of golden files end. */
  static final String SUFFIX = ".golden.txt";

  private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+?)(\\$\\d+)+");

  /** Finds the test that asks: the innermost frame of the stack that is not ours or AssertJ's. */
  static GoldenPlace ofCaller() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(frames -> frames.filter(GoldenPlace::isTest).findFirst())
        .map(GoldenPlace::of)
        .orElseThrow(() -> new IllegalStateException("no test on the stack: pass a Path"));
  }

  private static boolean isTest(StackWalker.StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    return type != GoldenPlace.class
        && !AbstractAssert.class.isAssignableFrom(type)
        && !type.getName().startsWith("org.assertj.");
  }

  private static GoldenPlace of(StackWalker.StackFrame frame) {
    Class<?> type = frame.getDeclaringClass();
    String file = frame.getFileName();
    return new GoldenPlace(
        type, frame.getMethodName(), file == null ? outermost(type) + ".java" : file);
  }

  private static String outermost(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : outermost(outer);
  }

  /** Returns what a file is called unless the test says so: as the method, also inside a lambda. */
  String defaultName() {
    Matcher lambda = LAMBDA.matcher(method);
    return lambda.matches() ? lambda.group(1) : method;
  }

  /**
   * Returns the file of a name.
   *
   * @throws IllegalStateException if the source of the test is not found
   */
  Path file(String name) {
    Path packagePath = Path.of(test.getPackageName().replace('.', '/'));
    Path sources = SourceRoots.of(test).with(packagePath.resolve(sourceFile));
    String type = test.getName().substring(test.getName().lastIndexOf('.') + 1).replace('$', '.');
    String file = type + '.' + name.replaceAll("[^\\p{L}\\p{N}_.-]", "_") + SUFFIX;
    Path beside = sources.resolve(packagePath).resolve(file);
    Path resource = sources.resolveSibling("resources").resolve(packagePath).resolve(file);
    return Files.exists(resource) && !Files.exists(beside) ? resource : beside;
  }
}
