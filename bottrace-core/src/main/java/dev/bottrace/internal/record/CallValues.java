package dev.bottrace.internal.record;

import dev.bottrace.internal.capture.Capture;
import dev.bottrace.internal.capture.ValueCapturer;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.Limits;
import dev.bottrace.option.Redaction;
import dev.bottrace.option.StateOptions;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.TaskOrigin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Arguments and results as they stand in events: on one line, and short. */
final class CallValues {
  /** Characters that each argument has, also where those before it took all there were. */
  private static final int LEAST = 20;

  private final SymbolTable symbols;
  private final Redaction redaction;
  private final ValueCapturer capturer;

  CallValues(SymbolTable symbols, StateOptions options) {
    this.symbols = symbols;
    this.redaction = options.redaction();
    boolean asUsual = options.limits().equals(Limits.DEFAULT);
    this.capturer =
        new ValueCapturer(asUsual ? Limits.ARGUMENTS : options.limits(), options.redaction());
  }

  /** Writes down arguments; null if there is no stack or memory for that. */
  @Nullable Object ofCall(int method, @Nullable Object[] arguments) {
    if (arguments.length == 0) {
      return null;
    }
    try {
      List<String> names = symbols.parameterNames(method);
      Capture capture = capturer.begin();
      String setter = setterOfSecret(method, arguments.length);
      List<Argument> written = new ArrayList<>(arguments.length);
      int room = Limits.ARGUMENT_LINE;
      for (int i = 0; i < arguments.length; i++) {
        String name = i < names.size() ? names.get(i) : "arg" + i;
        String named = setter == null ? name : setter;
        String value = line(capture.variable(named, arguments[i]), Math.max(room, LEAST));
        written.add(new Argument(name, value));
        room -= name.length() + value.length();
      }
      return List.copyOf(written);
    } catch (StackOverflowError | OutOfMemoryError e) {
      return null;
    }
  }

  /** Writes down what a method returns; null if there is no stack or memory for that. */
  @Nullable Object ofReturn(int method, @Nullable Object value) {
    try {
      String name = symbols.method(method).name();
      return new ReturnedValue(line(capturer.begin().variable(name, value), Limits.ARGUMENT_LINE));
    } catch (StackOverflowError | OutOfMemoryError e) {
      return null;
    }
  }

  /** Returns the name of a method such as {@code setPassword(value)}; null for all others. */
  private @Nullable String setterOfSecret(int method, int arguments) {
    String name = symbols.method(method).name();
    return arguments == 1 && redaction.hides(name) ? name : null;
  }

  private static String line(CapturedVariable captured, int most) {
    return CapturedValue.cut(captured.value().toString(), most);
  }

  /** Reads the arguments of an event. */
  @SuppressWarnings("unchecked")
  static List<Argument> arguments(@Nullable Object value) {
    Object arguments = value instanceof CalledFrom called ? called.arguments() : value;
    return arguments == null ? List.of() : (List<Argument>) arguments;
  }

  /** Reads where the task comes from with which an event begins; null if there is none. */
  static @Nullable TaskOrigin origin(@Nullable Object value) {
    return value instanceof CalledFrom called ? called.origin().origin() : null;
  }

  /** Reads the result of an event. */
  static @Nullable String returned(@Nullable Object value) {
    return value instanceof ReturnedValue returned ? returned.text() : null;
  }
}
