package dev.bottrace.internal.code;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a call of a method of the JDK costs, charged before it is made. */
final class JdkCosts {
  private static final int HANDY_BITS = 65_536;
  private static final int HANDY_SCALE = 10_000;
  private static final int ELEMENTS_PER_STEP = 10;
  private static final int COMPARISONS_PER_STEP = 256;

  private final Meter meter;

  JdkCosts(Meter meter) {
    this.meter = meter;
  }

  void charge(
      Callee callee, String flags, @Nullable Object receiver, @Nullable Object[] arguments) {
    if (flags.indexOf('l') >= 0) {
      meter.steps(size(receiver) / ELEMENTS_PER_STEP);
    }
    for (Object argument : arguments) {
      requireHandyOrOther(argument);
      meter.steps(size(argument) / ELEMENTS_PER_STEP);
    }
    requireHandyOrOther(receiver);
    if (callee.owner() == String.class || receiver instanceof CharSequence) {
      text(callee.name(), receiver, arguments);
    } else if (receiver instanceof BigInteger || receiver instanceof BigDecimal) {
      number(callee, receiver, arguments);
    } else {
      objects(callee, flags, arguments);
      meter.create(callee.name().equals("toArray") ? size(receiver) : 0);
    }
  }

  /** Growth is paid for by the elements; a capacity or a length by its number. */
  private void objects(Callee callee, String flags, @Nullable Object[] arguments) {
    meter.create(1);
    boolean sized = callee.name().equals("<init>") && !isBigNumber(callee.owner());
    boolean copies = callee.name().startsWith("copyOf");
    for (Object argument : arguments) {
      if (argument instanceof Integer number && (sized || copies)) {
        meter.create(Math.max(0, number));
      } else if (flags.indexOf('*') >= 0 || flags.indexOf('+') >= 0) {
        meter.create(size(argument));
      }
    }
  }

  private static boolean isBigNumber(Class<?> type) {
    return type == BigInteger.class || type == BigDecimal.class;
  }

  private void text(String method, @Nullable Object receiver, @Nullable Object[] arguments) {
    long length = size(receiver);
    long other = 0;
    for (Object argument : arguments) {
      other += size(argument);
    }
    switch (method) {
      case "length", "charAt", "isEmpty", "codePointAt", "substring", "subSequence", "valueOf" ->
          meter.create(method.startsWith("sub") ? length : 1 + other);
      case "indexOf", "lastIndexOf", "contains" -> search(length, other);
      case "replace" -> replace(receiver, length, arguments);
      case "repeat" -> meter.create(length * times(arguments));
      case "setLength" -> meter.create(times(arguments));
      case "append", "insert", "setCharAt", "deleteCharAt" -> meter.create(24 + other);
      case "startsWith",
          "endsWith",
          "equalsIgnoreCase",
          "compareTo",
          "compareToIgnoreCase",
          "contentEquals",
          "regionMatches",
          "isBlank",
          "codePointCount",
          "offsetByCodePoints" ->
          meter.steps(Math.min(length, other) / ELEMENTS_PER_STEP);
      default -> all(length + other);
    }
  }

  private void all(long characters) {
    meter.create(characters);
    meter.steps(characters / ELEMENTS_PER_STEP);
  }

  private void search(long length, long other) {
    meter.steps(length * Math.max(1, other) / COMPARISONS_PER_STEP);
  }

  private void replace(@Nullable Object receiver, long length, @Nullable Object[] arguments) {
    long added = size(arguments[arguments.length - 1]);
    if (receiver instanceof String) {
      search(length, size(arguments[0]));
      boolean everywhere = size(arguments[0]) == 0;
      meter.create(length + added * (everywhere ? length + 1 : length / size(arguments[0])));
    } else {
      all(length + added);
    }
  }

  private static long times(@Nullable Object[] arguments) {
    return arguments[0] instanceof Integer times ? Math.max(0, times) : 0;
  }

  private void number(Callee callee, Object receiver, @Nullable Object[] arguments) {
    meter.steps(bits(receiver) / 32);
    meter.create(1 + bits(receiver) / 32);
    boolean grows = callee.name().equals("pow") || callee.name().startsWith("shift");
    for (Object argument : arguments) {
      if (argument instanceof Integer number) {
        long bits = callee.name().equals("pow") ? bits(receiver) * Math.abs((long) number) : number;
        long most = grows ? HANDY_BITS : HANDY_SCALE;
        require(Math.abs(bits) <= most);
      }
    }
  }

  private static void requireHandyOrOther(@Nullable Object value) {
    if (value instanceof BigInteger || value instanceof BigDecimal) {
      requireHandy(value);
    }
  }

  /** Arithmetic and text of larger numbers may take very long. */
  static void requireHandy(Object number) {
    require(bits(number) <= HANDY_BITS);
    require(
        !(number instanceof BigDecimal decimal) || Math.abs((long) decimal.scale()) <= HANDY_SCALE);
  }

  private static void require(boolean handy) {
    if (!handy) {
      throw Refusal.of("works with a number of too many digits");
    }
  }

  private static long bits(Object number) {
    return number instanceof BigDecimal decimal
        ? Math.max(1, decimal.unscaledValue().bitLength())
        : Math.max(1, ((BigInteger) number).bitLength());
  }

  /** Only of objects that are known, as the methods are called. */
  private static long size(@Nullable Object value) {
    if (value instanceof String || value instanceof StringBuilder) {
      return ((CharSequence) value).length();
    }
    if (value == null || !ClassModel.isJdk(value.getClass())) {
      return 0;
    }
    if (value.getClass().isArray()) {
      return java.lang.reflect.Array.getLength(value);
    }
    if (!JdkTable.isKnown(value.getClass())) {
      return 0;
    }
    return value instanceof Collection<?> collection
        ? collection.size()
        : value instanceof Map<?, ?> map ? map.size() : 0;
  }
}
