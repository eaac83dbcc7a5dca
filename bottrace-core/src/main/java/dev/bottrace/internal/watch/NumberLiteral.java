package dev.bottrace.internal.watch;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a number in each form that Java has. */
final class NumberLiteral {
  private static final Pattern FLOATING =
      Pattern.compile(
          "(?:0[xX](?:[0-9a-fA-F_]+\\.?[0-9a-fA-F_]*|\\.[0-9a-fA-F_]+)[pP][+-]?[0-9][0-9_]*"
              + "|(?:[0-9][0-9_]*\\.(?:[0-9][0-9_]*)?|\\.[0-9][0-9_]*)(?:[eE][+-]?[0-9][0-9_]*)?"
              + "|[0-9][0-9_]*[eE][+-]?[0-9][0-9_]*"
              + "|[0-9][0-9_]*(?=[fFdD]))[fFdD]?");
  private static final Pattern INTEGER =
      Pattern.compile("0[xX]([0-9a-fA-F_]+)[lL]?|0[bB]([01_]+)[lL]?|([0-9][0-9_]*)[lL]?");

  private final String text;
  private final int start;

  NumberLiteral(String text, int start) {
    this.text = text;
    this.start = start;
  }

  Token token() throws WatchSyntaxException {
    Matcher floating = FLOATING.matcher(text).region(start, text.length());
    // a hexadecimal integer may end in f or d
    if (floating.lookingAt() && !isHexInteger()) {
      return token(floating.group(), floating(floating.group()));
    }
    Matcher integer = INTEGER.matcher(text).region(start, text.length());
    if (!integer.lookingAt()) {
      throw error("this is not a number");
    }
    return token(integer.group(), integer(integer.group()));
  }

  private boolean isHexInteger() {
    Matcher integer = INTEGER.matcher(text).region(start, text.length());
    if (!integer.lookingAt() || integer.group(1) == null) {
      return false;
    }
    return integer.end() == text.length() || ".pP".indexOf(text.charAt(integer.end())) < 0;
  }

  private Token token(String written, Object value) throws WatchSyntaxException {
    int end = start + written.length();
    boolean goesOn = end < text.length() && Character.isJavaIdentifierPart(text.charAt(end));
    if (goesOn || written.endsWith("_") || written.contains("_.") || written.contains("._")) {
      throw error("this is not a number");
    }
    return new Token(Token.Kind.LITERAL, written, value, start);
  }

  private Object floating(String written) throws WatchSyntaxException {
    String digits = written.replace("_", "");
    boolean isFloat = digits.matches("(?i).*f") && !digits.matches("(?i)0x[^p]*");
    double value = Double.parseDouble(digits);
    float single = Float.parseFloat(digits);
    boolean zero =
        !digits.split("[eEpP]", -1)[0].replaceFirst("0[xX]", "").matches(".*[1-9a-cA-C].*");
    if (isFloat ? isOut(single, zero) : isOut(value, zero)) {
      throw error("the number is too large or too small");
    }
    return isFloat ? (Object) single : (Object) value;
  }

  private static boolean isOut(double value, boolean zero) {
    return Double.isInfinite(value) || (value == 0 && !zero);
  }

  private Object integer(String written) throws WatchSyntaxException {
    boolean isLong = written.endsWith("L") || written.endsWith("l");
    String digits = written.substring(0, written.length() - (isLong ? 1 : 0)).replace("_", "");
    int radix = radix(digits);
    BigInteger value = parse(radix == 16 || radix == 2 ? digits.substring(2) : digits, radix);
    int bits = isLong ? 64 : 32;
    boolean negated =
        radix == 10 && value.equals(BigInteger.ONE.shiftLeft(bits - 1)) && isNegated();
    if (value.bitLength() > (radix == 10 ? bits - 1 : bits) && !negated) {
      throw error("the number is too large for " + (isLong ? "a long" : "an int"));
    }
    return isLong ? (Object) value.longValue() : (Object) value.intValue();
  }

  private BigInteger parse(String digits, int radix) throws WatchSyntaxException {
    try {
      return new BigInteger(digits, radix);
    } catch (NumberFormatException e) {
      throw error("this is not a number");
    }
  }

  private static int radix(String digits) {
    if (digits.startsWith("0x") || digits.startsWith("0X")) {
      return 16;
    }
    if (digits.startsWith("0b") || digits.startsWith("0B")) {
      return 2;
    }
    return digits.length() > 1 && digits.startsWith("0") ? 8 : 10;
  }

  /** The smallest number is written as a minus before one that is too large. */
  private boolean isNegated() {
    return text.substring(0, start).stripTrailing().endsWith("-");
  }

  private WatchSyntaxException error(String problem) {
    return new WatchSyntaxException(problem, text, start);
  }
}
