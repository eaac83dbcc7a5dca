package dev.bottrace.internal.record;

import dev.bottrace.internal.capture.Capture;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.TracedMethod;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Stacks as users see them: frames of the program, and those of the JDK that stand between them.
 */
final class StackCapture {
  /** Frames of a stack at most, as many as the JVM keeps in an exception. */
  static final int MOST = 1024;

  private final SymbolTable symbols;

  StackCapture(SymbolTable symbols) {
    this.symbols = symbols;
  }

  /** Returns the frames of the current thread, from the method that called the probe outwards. */
  static List<StackFrame> ofProgram() {
    return VisibleStack.walk(StackCapture::ofProgram);
  }

  private static List<StackFrame> ofProgram(Stream<StackFrame> frames) {
    List<StackFrame> kept = frames.limit(MOST).toList();
    int end = kept.size();
    while (end > 0 && isOfJdk(kept.get(end - 1).getDeclaringClass())) {
      end--;
    }
    return kept.subList(0, end);
  }

  static boolean isOfJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /**
   * Makes frames of a running thread.
   *
   * @param line of the innermost one, which a probe knows better; 0 if it does not
   * @param innermost its variables
   * @param note why some are missing
   * @param open the variables of open calls, innermost first; null if they are not followed
   */
  List<FrameSnapshot> snapshots(
      List<StackFrame> stack,
      int line,
      @Nullable List<CapturedVariable> innermost,
      @Nullable String note,
      @Nullable List<CallVariables> open,
      Capture capture) {
    List<FrameSnapshot> frames = new ArrayList<>();
    Callers callers = new Callers(open == null ? List.of() : open);
    for (StackFrame frame : stack) {
      boolean first = frames.isEmpty();
      CallVariables call = callers.of(frame);
      frames.add(
          new FrameSnapshot(
              displayName(frame.getClassName()) + '.' + frame.getMethodName(),
              file(frame.getClassName(), frame.getFileName()),
              first && line != 0 ? line : Math.max(frame.getLineNumber(), 0),
              first ? innermost : variables(call, capture),
              first ? note : cut(frames.size(), stack.size())));
    }
    return frames;
  }

  private static @Nullable String cut(int index, int size) {
    return index == MOST - 1 && size == MOST ? "the stack goes on" : null;
  }

  /** Makes frames of an exception's stack trace. */
  List<FrameSnapshot> snapshots(
      StackTraceElement[] stack, @Nullable List<CallVariables> left, Capture capture) {
    List<FrameSnapshot> frames = new ArrayList<>();
    Callers callers = new Callers(left == null ? List.of() : left);
    int end = Math.min(stack.length, MOST);
    while (end > 0 && isOfStart(stack[end - 1])) {
      end--;
    }
    for (int i = 0; i < end; i++) {
      StackTraceElement element = stack[i];
      CallVariables call = callers.of(element);
      frames.add(
          new FrameSnapshot(
              displayName(element.getClassName()) + '.' + element.getMethodName(),
              file(element.getClassName(), element.getFileName()),
              Math.max(element.getLineNumber(), 0),
              variables(call, capture),
              cut(i, stack.length)));
    }
    return frames;
  }

  /** The frames with which the JDK and we start threads. */
  private static boolean isOfStart(StackTraceElement element) {
    String name = element.getClassName();
    String module = element.getModuleName();
    return VisibleStack.isOurs(name) || (module != null && module.startsWith("java."));
  }

  private static @Nullable List<CapturedVariable> variables(
      @Nullable CallVariables call, Capture capture) {
    if (call == null) {
      return null;
    }
    List<CapturedVariable> variables = new ArrayList<>();
    for (int i = 0; i < call.size(); i++) {
      variables.add(capture.variable(call.name(i), call.value(i)));
    }
    return variables;
  }

  private static String displayName(String className) {
    return className.substring(className.lastIndexOf('.') + 1);
  }

  private static String file(String className, @Nullable String source) {
    String path = className.substring(0, className.lastIndexOf('.') + 1).replace('.', '/');
    return source == null ? className.replace('.', '/') + ".class" : path + source;
  }

  // No lambda expressions: the JVM would link them where the program may have no stack left.

  private record IsOfFrame(StackFrame frame) implements Predicate<TracedMethod> {
    @Override
    public boolean test(TracedMethod method) {
      return method.className().equals(frame.getClassName())
          && method.name().equals(frame.getMethodName())
          && method.descriptor().equals(frame.getDescriptor());
    }
  }

  /** A trace has no descriptors, but the line of a bridge, that of its class, tells it. */
  private record IsOfElement(StackTraceElement element) implements Predicate<TracedMethod> {
    @Override
    public boolean test(TracedMethod method) {
      return method.className().equals(element.getClassName())
          && method.name().equals(element.getMethodName())
          && (method.name().startsWith("<") || element.getLineNumber() >= method.line());
    }
  }

  /** Finds the variables of frames, which come in the same order. */
  private final class Callers {
    private final List<CallVariables> calls;
    private int next;

    Callers(List<CallVariables> calls) {
      this.calls = calls;
    }

    @Nullable CallVariables of(StackFrame frame) {
      return of(new IsOfFrame(frame));
    }

    @Nullable CallVariables of(StackTraceElement element) {
      return of(new IsOfElement(element));
    }

    private @Nullable CallVariables of(Predicate<TracedMethod> isMethod) {
      for (int i = next; i < calls.size(); i++) {
        if (isMethod.test(symbols.method(calls.get(i).method()))) {
          next = i + 1;
          return calls.get(i);
        }
      }
      return null;
    }
  }
}
