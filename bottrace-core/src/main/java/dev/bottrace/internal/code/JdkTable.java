package dev.bottrace.internal.code;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The explicit list of methods of the JDK that may be called for real. A line names classes, then
 * methods. What follows a method's name: {@code +} it writes, so its object must have been created
 * by the evaluation; {@code *} its result is new, or a view or an iterator of a trusted object;
 * {@code !} it stores objects without calling their methods; {@code ~} it compares its first
 * argument with what it holds; {@code k} it hashes what it is given; {@code l} it looks at all
 * elements.
 */
final class JdkTable {
  private static final String LIST =
      "size isEmpty get contains~l indexOf~l lastIndexOf~l iterator* listIterator* toArray*l"
          + " subList* ";
  private static final String SET = "size isEmpty contains~ iterator* toArray*l ";
  private static final String MAP =
      "size isEmpty get~ containsKey~ getOrDefault~ containsValue~l keySet* values* entrySet* ";
  private static final String ADD = "add!+ addAll!+l clear+ remove~+l ";
  private static final String PUT =
      "put+k putIfAbsent+k remove+k clear+ putAll+kl <init>*kl getOrDefault~ ";
  private static final String ENDS = "getFirst getLast ";
  private static final String QUEUE =
      "peek peekFirst peekLast element descendingIterator* size isEmpty contains~l iterator*"
          + " toArray*l ";
  private static final String DEQUE =
      "addFirst!+ addLast!+ offer!+ offerFirst!+ offerLast!+ poll+ pollFirst+ pollLast+ push!+"
          + " pop+ removeFirst+ removeLast+ ";
  private static final String ORDERED_SET =
      "first last floor~ lower~ ceiling~ higher~ descendingIterator* ";
  private static final String ORDERED_MAP =
      "firstKey lastKey floorKey~ lowerKey~ ceilingKey~ higherKey~ firstEntry* lastEntry*"
          + " floorEntry~* lowerEntry~* ceilingEntry~* higherEntry~* ";
  private static final String BOX =
      "valueOf compareTo compare byteValue shortValue intValue longValue floatValue doubleValue"
          + " charValue booleanValue ";
  private static final String INTEGRAL =
      "parseInt parseLong parseShort parseByte sum max min signum bitCount reverse reverseBytes"
          + " highestOneBit lowestOneBit numberOfLeadingZeros numberOfTrailingZeros rotateLeft"
          + " rotateRight toBinaryString toHexString toOctalString toUnsignedString"
          + " compareUnsigned divideUnsigned remainderUnsigned parseUnsignedInt"
          + " parseUnsignedLong toUnsignedLong toUnsignedInt ";
  private static final String FLOATING =
      "parseFloat parseDouble isNaN isInfinite isFinite sum max min floatToIntBits"
          + " floatToRawIntBits intBitsToFloat doubleToLongBits doubleToRawLongBits"
          + " longBitsToDouble ";
  private static final String MATH =
      "abs max min ceil floor round rint sqrt cbrt pow exp expm1 log log10 log1p sin cos tan asin"
          + " acos atan atan2 sinh cosh tanh hypot signum toDegrees toRadians floorDiv floorMod"
          + " ceilDiv ceilMod addExact subtractExact multiplyExact negateExact incrementExact"
          + " decrementExact toIntExact absExact clamp fma ulp copySign nextUp nextDown"
          + " nextAfter scalb getExponent multiplyHigh multiplyFull";
  private static final String DATES =
      "of ofDays ofHours ofMinutes ofSeconds ofMillis ofNanos ofWeeks ofMonths ofYears ofEpochDay"
          + " ofSecondOfDay ofNanoOfDay ofEpochMilli ofEpochSecond ofYearDay between"
          + " getYear getMonth getMonthValue getDayOfMonth getDayOfWeek getDayOfYear getHour"
          + " getMinute getSecond getNano getSeconds getEpochSecond getValue getDays getMonths"
          + " getYears toDays toHours toMinutes toSeconds toMillis toNanos toEpochDay"
          + " toEpochMilli toSecondOfDay toNanoOfDay toHoursPart toMinutesPart toSecondsPart"
          + " toMillisPart toNanosPart toDaysPart toTotalMonths toLocalDate toLocalTime atTime"
          + " atStartOfDay isBefore isAfter isEqual isLeapYear isZero isNegative lengthOfMonth"
          + " lengthOfYear plus minus plusDays plusHours plusMinutes plusSeconds plusMillis"
          + " plusNanos plusWeeks plusMonths plusYears minusDays minusHours minusMinutes"
          + " minusSeconds minusMillis minusNanos minusWeeks minusMonths minusYears"
          + " multipliedBy dividedBy negated abs withDayOfMonth withMonth withYear withHour"
          + " withMinute withSecond withNano compareTo";

  private static final String[] LINES = {
    "java.lang.Object : <init>*",
    "java.lang.String : <init>*l length isEmpty isBlank charAt codePointAt equals! equalsIgnoreCase"
        + " compareTo compareToIgnoreCase startsWith endsWith contains indexOf lastIndexOf"
        + " substring subSequence trim strip stripLeading stripTrailing toUpperCase toLowerCase"
        + " concat replace repeat toCharArray* contentEquals regionMatches valueOf! copyValueOf!"
        + " codePointCount offsetByCodePoints join!",
    "java.lang.StringBuilder : <init>* length charAt substring subSequence indexOf lastIndexOf"
        + " isEmpty compareTo append+ insert+ reverse+ setLength+ setCharAt+ deleteCharAt+ delete+"
        + " replace+ appendCodePoint+",
    "java.lang.CharSequence : length charAt isEmpty subSequence",
    "java.lang.Comparable : compareTo",
    "java.lang.Boolean : " + BOX + "parseBoolean logicalAnd logicalOr logicalXor",
    "java.lang.Byte java.lang.Short java.lang.Integer java.lang.Long : " + BOX + INTEGRAL,
    "java.lang.Float java.lang.Double : " + BOX + FLOATING,
    "java.lang.Character : "
        + BOX
        + "isDigit isLetter isLetterOrDigit isWhitespace isSpaceChar isUpperCase isLowerCase"
        + " isAlphabetic isISOControl isSurrogate isHighSurrogate isLowSurrogate"
        + " isJavaIdentifierStart isJavaIdentifierPart isTitleCase isDefined toUpperCase"
        + " toLowerCase toTitleCase getNumericValue digit forDigit getType toChars* charCount"
        + " toCodePoint isValidCodePoint isBmpCodePoint reverseBytes",
    "java.lang.Number : byteValue shortValue intValue longValue floatValue doubleValue",
    "java.lang.Math java.lang.StrictMath : " + MATH,
    "java.lang.Enum : valueOf! name ordinal compareTo getDeclaringClass",
    "java.lang.Class : getName getTypeName getSimpleName isInstance! isArray isInterface isPrimitive"
        + " isEnum isRecord getPackageName isAssignableFrom",
    "java.lang.Throwable : getMessage getLocalizedMessage",
    "java.lang.Void :",
    "java.lang.System : arraycopy!",
    "java.lang.Iterable : iterator*",
    "java.math.BigInteger : <init> valueOf add subtract multiply divide mod remainder negate abs"
        + " signum pow shiftLeft shiftRight and or xor not andNot testBit bitLength bitCount max"
        + " min compareTo intValue longValue doubleValue floatValue intValueExact longValueExact"
        + " gcd getLowestSetBit",
    "java.math.BigDecimal : <init> valueOf add subtract multiply divide remainder negate abs signum"
        + " scale precision setScale max min compareTo intValue longValue doubleValue floatValue"
        + " intValueExact longValueExact toBigInteger toPlainString stripTrailingZeros"
        + " unscaledValue movePointLeft movePointRight pow",
    "java.math.RoundingMode :",
    "java.util.UUID : getMostSignificantBits getLeastSignificantBits compareTo version variant",
    "java.util.Objects : requireNonNull! isNull! nonNull! requireNonNullElse! checkIndex equals!"
        + " hashCode! hash! toString!",
    "java.util.Optional : of! empty ofNullable! isPresent isEmpty get orElse! orElseThrow",
    "java.util.OptionalInt java.util.OptionalLong java.util.OptionalDouble : of empty isPresent"
        + " isEmpty getAsInt getAsLong getAsDouble orElse orElseThrow",
    "java.util.List java.util.Collection java.util.Queue java.util.Deque : of!*l copyOf!*l "
        + LIST
        + ENDS
        + QUEUE,
    "java.util.Set java.util.SortedSet java.util.NavigableSet : of*kl copyOf*kl " + SET,
    "java.util.Map java.util.SortedMap java.util.NavigableMap : of*k entry!* copyOf*kl " + MAP,
    "java.util.Map$Entry : getKey getValue",
    "java.util.AbstractMap$SimpleEntry java.util.AbstractMap$SimpleImmutableEntry : <init>*!"
        + " getKey getValue",
    "java.util.Iterator java.util.ListIterator : hasNext next+ hasPrevious previous+ nextIndex"
        + " previousIndex",
    "java.util.ArrayList : <init>*!l set!+ " + LIST + ADD + ENDS,
    "java.util.LinkedList : <init>*!l set!+ " + LIST + ADD + ENDS + QUEUE + DEQUE,
    "java.util.ArrayDeque : <init>*!l " + ENDS + QUEUE + DEQUE + ADD,
    "java.util.PriorityQueue : peek size isEmpty iterator*",
    "java.util.Arrays$ArrayList java.util.ImmutableCollections$ListN"
        + " java.util.ImmutableCollections$List12 java.util.ImmutableCollections$SubList"
        + " java.util.Collections$EmptyList java.util.Collections$SingletonList"
        + " java.util.Collections$CopiesList java.util.concurrent.CopyOnWriteArrayList : "
        + LIST,
    "java.util.HashSet java.util.LinkedHashSet : "
        + SET
        + "<init>*kl add+k addAll+kl clear+"
        + " remove+k",
    "java.util.TreeSet : " + SET + ORDERED_SET + "<init>*kl add+k addAll+kl clear+ remove+k",
    "java.util.ImmutableCollections$Set12 java.util.ImmutableCollections$SetN"
        + " java.util.Collections$EmptySet java.util.Collections$SingletonSet"
        + " java.util.RegularEnumSet java.util.JumboEnumSet : "
        + SET,
    "java.util.HashMap java.util.LinkedHashMap : " + MAP + PUT,
    "java.util.TreeMap : " + MAP + ORDERED_MAP + PUT,
    "java.util.IdentityHashMap java.util.EnumMap java.util.concurrent.ConcurrentHashMap"
        + " java.util.ImmutableCollections$Map1 java.util.ImmutableCollections$MapN"
        + " java.util.Collections$EmptyMap java.util.Collections$SingletonMap : "
        + MAP,
    "java.util.Collections : emptyList emptySet emptyMap singletonList!* singleton*k"
        + " singletonMap*k nCopies!* unmodifiableList!* unmodifiableSet!* unmodifiableMap!*"
        + " unmodifiableCollection!*",
    "java.util.Arrays : asList!* copyOf* copyOfRange* fill+l",
    "java.util.concurrent.atomic.AtomicInteger java.util.concurrent.atomic.AtomicLong"
        + " java.util.concurrent.atomic.AtomicBoolean"
        + " java.util.concurrent.atomic.AtomicReference : get intValue longValue doubleValue"
        + " getPlain getAcquire",
    "java.util.concurrent.atomic.LongAdder : sum intValue longValue",
    "java.util.BitSet : get length size cardinality isEmpty nextSetBit nextClearBit",
    "java.time.LocalDate java.time.LocalTime java.time.LocalDateTime java.time.Instant"
        + " java.time.Duration java.time.Period java.time.DayOfWeek java.time.Month"
        + " java.time.Year : "
        + DATES,
  };

  private static final Set<String> ENTRIES =
      Set.of(
          "java.util.HashMap$Node",
          "java.util.HashMap$TreeNode",
          "java.util.LinkedHashMap$Entry",
          "java.util.TreeMap$Entry",
          "java.util.KeyValueHolder",
          "java.util.concurrent.ConcurrentHashMap$MapEntry");

  private static final Map<String, Map<String, String>> METHODS = new HashMap<>();
  private static final Map<String, Class<?>> TYPES = new HashMap<>();

  static {
    for (String line : LINES) {
      int colon = line.indexOf(" :");
      Map<String, String> methods = methods(line.substring(colon + 2).trim());
      for (String name : line.substring(0, colon).split(" ", -1)) {
        Class<?> type = load(name);
        if (type != null) {
          METHODS.put(name, methods);
          TYPES.put(name, type);
        }
      }
    }
  }

  private JdkTable() {}

  private static Map<String, String> methods(String words) {
    Map<String, String> methods = new HashMap<>();
    for (String word : words.split(" +", -1)) {
      int end = word.length();
      while (isSignFlag(word, end) || isLetterFlag(word, end)) {
        end--;
      }
      methods.put(word.substring(0, end), word.substring(end));
    }
    return methods;
  }

  private static boolean isSignFlag(String word, int end) {
    return end > 0 && "+*!~".indexOf(word.charAt(end - 1)) >= 0;
  }

  /** The letters are flags only behind another flag. */
  private static boolean isLetterFlag(String word, int end) {
    return end > 1
        && "kl".indexOf(word.charAt(end - 1)) >= 0
        && "+*!~kl".indexOf(word.charAt(end - 2)) >= 0
        && word.substring(0, end).matches(".*[+*!~][kl]*");
  }

  private static @Nullable Class<?> load(String name) {
    try {
      return Class.forName(name, false, null);
    } catch (ClassNotFoundException e) {
      return null; // a hidden class that this JDK calls otherwise
    }
  }

  /** Returns a class of the list. */
  static @Nullable Class<?> type(String binaryName) {
    return TYPES.get(binaryName);
  }

  /** Returns an exception of the JDK, which code of the program may create at any time. */
  static @Nullable Class<?> exceptionType(String binaryName) {
    boolean isException = binaryName.endsWith("Exception") || binaryName.endsWith("Error");
    boolean isBasic = binaryName.startsWith("java.lang.") || binaryName.startsWith("java.util.");
    return isException && isBasic && binaryName.lastIndexOf('.') <= 9 ? load(binaryName) : null;
  }

  static boolean isKnown(Class<?> type) {
    return METHODS.containsKey(type.getName());
  }

  static boolean isEntry(Class<?> type) {
    return ENTRIES.contains(type.getName());
  }

  /** Returns the flags of a method; null if it is not on the list. */
  static @Nullable String flags(String className, String method) {
    Map<String, String> methods = METHODS.get(className);
    return methods == null ? null : methods.get(method);
  }
}
