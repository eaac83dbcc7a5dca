package dev.bottrace;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.FrameSnapshot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A frame of the program at a breakpoint, in a form in which any two observers can be compared.
 *
 * @param function class without package, dot, method
 * @param line where it was
 * @param variables by name: primitives, strings, boxes and enum constants as values, all else as
 *     types
 */
record SeenFrame(String function, int line, Map<String, String> variables) {
  /** What a frame of a lambda's own class is known by; it has no source. */
  static final String LAMBDA = "$$Lambda";

  private static final String LAMBDA_WORD = " lambda";

  /** Returns the frames of a snapshot that belong to a program. */
  static List<SeenFrame> of(BreakpointSnapshot snapshot, String program) {
    return snapshot.stack().stream()
        .filter(frame -> frame.function().startsWith(program))
        .map(SeenFrame::of)
        .toList();
  }

  private static SeenFrame of(FrameSnapshot frame) {
    Map<String, String> variables = new TreeMap<>();
    List<CapturedVariable> locals = frame.locals();
    if (locals != null) {
      locals.stream()
          .filter(local -> !local.name().startsWith("this$")) // which a debugger hides
          .forEach(local -> variables.put(local.name(), form(local.value())));
    }
    return new SeenFrame(frame.function(), frame.line(), variables);
  }

  private static String form(CapturedValue value) {
    if (value instanceof CapturedValue.Text text) {
      return text(text.characters());
    } else if (value instanceof CapturedValue.Instance instance) {
      return typeName(instance.type());
    } else if (value instanceof CapturedValue.Sequence sequence) {
      return typeName(sequence.type());
    } else if (value instanceof CapturedValue.Mapping mapping) {
      return typeName(mapping.type());
    } else if (value instanceof CapturedValue.Holder holder) {
      return typeName(holder.type());
    } else if (value instanceof CapturedValue.Thrown thrown) {
      return typeName(thrown.type());
    }
    String word = value.toString();
    return word.endsWith(LAMBDA_WORD) ? "lambda" : word;
  }

  /** Makes one form of the two in which classes are named: as in sources, and as the JVM does. */
  static String typeName(String name) {
    return name.contains(LAMBDA) || name.endsWith(LAMBDA_WORD)
        ? "lambda"
        : name.replaceFirst(".*\\$[0-9]*(?=[A-Za-z_])", "");
  }

  static String text(String characters) {
    return '"' + characters + '"';
  }
}
