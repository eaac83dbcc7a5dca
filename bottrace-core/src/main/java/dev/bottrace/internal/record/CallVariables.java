package dev.bottrace.internal.record;

import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.runtime.LocalsFrame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The variables of a call at one moment. */
final class CallVariables {
  private final int method;
  private final LocalsFrame frame;
  private final List<SiteVariable> variables;

  /**
   * Keeps a frame.
   *
   * @param frame which nobody else uses from now on
   */
  CallVariables(SymbolTable symbols, LocalsFrame frame) {
    this.method = frame.method;
    this.frame = frame;
    this.variables = existing(symbols.variables(frame.method, (int) frame.bits[0]), frame);
  }

  /** Before a constructor has called another one, {@code this} can't be handed on. */
  private static List<SiteVariable> existing(List<SiteVariable> all, LocalsFrame frame) {
    boolean without =
        !all.isEmpty() && all.get(0).name().equals("this") && frame.references[0] == null;
    return without ? all.subList(1, all.size()) : all;
  }

  /** Returns the id of the method. */
  int method() {
    return method;
  }

  int size() {
    return variables.size();
  }

  String name(int index) {
    return variables.get(index).name();
  }

  @Nullable Object value(int index) {
    SiteVariable variable = variables.get(index);
    long bits = frame.bits[variable.slot() + 1];
    return switch (variable.descriptor().charAt(0)) {
      case 'Z' -> bits != 0;
      case 'C' -> (char) bits;
      case 'B' -> (byte) bits;
      case 'S' -> (short) bits;
      case 'I' -> (int) bits;
      case 'J' -> bits;
      case 'F' -> Float.intBitsToFloat((int) bits);
      case 'D' -> Double.longBitsToDouble(bits);
      default -> frame.references[variable.slot()];
    };
  }
}
