package dev.bottrace.internal.capture;

import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedValue.Holder;
import dev.bottrace.trace.CapturedValue.NotCaptured;
import dev.bottrace.trace.CapturedValue.Plain;
import dev.bottrace.trace.NotCapturedReason;
import java.io.File;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.lang.ref.Reference;
import java.lang.reflect.Member;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Date;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The JDK classes that hold a value: for each one how to read it without a lock, without a change,
 * and without a call that could reach the program. Switches, so that the start of a program pays
 * for no class that it does not show.
 */
final class JdkValues {
  /** Digits take time that grows with the square of their number. */
  private static final int MOST_BITS = 8192;

  private JdkValues() {}

  /** Returns what to do with a class of the JDK; null if it is none of these. */
  static @Nullable Form form(Class<?> type) {
    Form form = value(type);
    form = form == null ? text(type) : form;
    form = form == null ? holder(type) : form;
    form = form == null ? other(type) : form;
    return form == null ? ofFamily(type) : form;
  }

  private static @Nullable Form value(Class<?> type) {
    return switch (type.getName()) {
      case "java.lang.String" -> stable((value, walk) -> walk.text((String) value));
      case "java.lang.Boolean",
          "java.lang.Byte",
          "java.lang.Short",
          "java.lang.Integer",
          "java.lang.Long",
          "java.lang.Float",
          "java.lang.Double",
          "java.util.UUID",
          "java.util.Locale",
          "java.time.Duration",
          "java.time.Instant",
          "java.time.LocalDate",
          "java.time.LocalDateTime",
          "java.time.LocalTime",
          "java.time.MonthDay",
          "java.time.OffsetDateTime",
          "java.time.OffsetTime",
          "java.time.Period",
          "java.time.Year",
          "java.time.YearMonth",
          "java.time.ZonedDateTime" ->
          stable((value, walk) -> new Plain(value.toString()));
      case "java.lang.Character" -> stable((value, walk) -> new Plain(Literals.of((char) value)));
      case "java.math.BigInteger" -> stable((value, walk) -> number((BigInteger) value, value));
      case "java.math.BigDecimal" ->
          stable((value, walk) -> number(((BigDecimal) value).unscaledValue(), value));
      case "java.util.Date" -> stable((value, walk) -> new Holder("Date", new Plain(date(value))));
      default -> null;
    };
  }

  private static CapturedValue number(BigInteger digits, Object value) {
    if (digits.bitLength() <= MOST_BITS) {
      return new Plain(value.toString());
    }
    String type = value.getClass().getSimpleName() + '(' + digits.bitLength() + " bits)";
    return new NotCaptured(NotCapturedReason.SIZE, type);
  }

  @SuppressWarnings("JavaUtilDate") // programs have them
  private static String date(Object value) {
    return Instant.ofEpochMilli(((Date) value).getTime()).toString();
  }

  private static @Nullable Form text(Class<?> type) {
    return switch (type.getName()) {
      case "java.io.File" -> stable((value, walk) -> text("File", ((File) value).getPath(), walk));
      case "java.net.URI" -> stable((value, walk) -> text("URI", value.toString(), walk));
      case "java.net.URL" -> (value, walk) -> text("URL", external((URL) value), walk);
      case "java.util.regex.Pattern" ->
          (value, walk) -> text("Pattern", ((Pattern) value).pattern(), walk);
      case "java.util.StringJoiner" ->
          (value, walk) -> text("StringJoiner", value.toString(), walk);
      case "java.lang.StringBuilder" ->
          (value, walk) -> new Holder("StringBuilder", built(value, walk));
      case "java.lang.StringBuffer" -> StringBufferForm::capture;
      default -> null;
    };
  }

  private static Holder text(String type, String content, Walk walk) {
    return new Holder(type, walk.text(content));
  }

  /** What the URL itself would have its handler put together. */
  private static String external(URL url) {
    String authority = url.getAuthority();
    String reference = url.getRef();
    return url.getProtocol()
        + ':'
        + (authority == null || authority.isEmpty() ? "" : "//" + authority)
        + url.getFile()
        + (reference == null ? "" : '#' + reference);
  }

  private static CapturedValue built(Object value, Walk walk) {
    try {
      return walk.text((StringBuilder) value);
    } catch (RuntimeException e) {
      return new NotCaptured(NotCapturedReason.CHANGED_WHILE_READ, "");
    }
  }

  private static @Nullable Form holder(Class<?> type) {
    return switch (type.getName()) {
      case "java.util.Optional" -> optional(type, v -> ((Optional<?>) v).orElse(null));
      case "java.util.OptionalInt" ->
          optional(type, v -> ((OptionalInt) v).isEmpty() ? null : ((OptionalInt) v).getAsInt());
      case "java.util.OptionalLong" ->
          optional(type, v -> ((OptionalLong) v).isEmpty() ? null : ((OptionalLong) v).getAsLong());
      case "java.util.OptionalDouble" ->
          optional(
              type,
              v -> ((OptionalDouble) v).isEmpty() ? null : ((OptionalDouble) v).getAsDouble());
      case "java.util.concurrent.atomic.AtomicReference" ->
          holder(type, v -> ((AtomicReference<?>) v).get());
      case "java.lang.ref.WeakReference" -> holder(type, v -> ((Reference<?>) v).get());
      case "java.util.concurrent.atomic.AtomicInteger" ->
          scalar(type, v -> ((AtomicInteger) v).get());
      case "java.util.concurrent.atomic.AtomicLong" -> scalar(type, v -> ((AtomicLong) v).get());
      case "java.util.concurrent.atomic.AtomicBoolean" ->
          scalar(type, v -> ((AtomicBoolean) v).get());
      case "java.util.concurrent.atomic.LongAdder" -> scalar(type, v -> ((LongAdder) v).sum());
      case "java.util.concurrent.atomic.DoubleAdder" -> scalar(type, v -> ((DoubleAdder) v).sum());
      default -> null;
    };
  }

  private static Form optional(Class<?> type, UnaryOperator<@Nullable Object> content) {
    Form full = holder(type, content);
    Plain empty = new Plain(type.getSimpleName() + ".empty");
    return (value, walk) -> content.apply(value) == null ? empty : full.capture(value, walk);
  }

  private static Form holder(Class<?> type, UnaryOperator<@Nullable Object> content) {
    return new HolderForm(type.getSimpleName(), content);
  }

  private static Form scalar(Class<?> type, Function<Object, Object> content) {
    String name = type.getSimpleName();
    return (value, walk) -> new Holder(name, new Plain(content.apply(value).toString()));
  }

  private static @Nullable Form other(Class<?> type) {
    return switch (type.getName()) {
      case "java.lang.Class" ->
          (value, walk) -> new Plain(TypeNames.of((Class<?>) value) + ".class");
      case "java.lang.invoke.MethodType" ->
          (value, walk) -> new Plain(signature((MethodType) value));
      case "java.util.Currency" -> (value, walk) -> new Plain(((Currency) value).getCurrencyCode());
      case "java.util.concurrent.CompletableFuture" -> completableFuture();
      case "java.util.concurrent.FutureTask" ->
          (value, walk) ->
              new Plain(
                  ((FutureTask<?>) value).isDone() ? "FutureTask(done)" : "FutureTask(pending)");
      default -> null;
    };
  }

  /** Only what is there already: a failure would be wrapped, which asks it for its text. */
  private static Form completableFuture() {
    String name = "CompletableFuture";
    Form done = new HolderForm(name, value -> ((CompletableFuture<?>) value).getNow(null));
    return (value, walk) -> {
      CompletableFuture<?> future = (CompletableFuture<?>) value;
      if (future.isCompletedExceptionally()) {
        return new Plain(name + "(failed)");
      }
      return future.isDone() ? done.capture(value, walk) : new Plain(name + "(pending)");
    };
  }

  private static String signature(MethodType type) {
    return Forms.signature(type.returnType(), type.parameterList());
  }

  private static Form stable(Form form) {
    return new ValueForm(form, true);
  }

  /** Classes of which only a superclass is known by name: the JDK has its own below it. */
  private static @Nullable Form ofFamily(Class<?> type) {
    if (Thread.class.isAssignableFrom(type)) {
      return (value, walk) -> new Plain("Thread[" + ((Thread) value).getName() + ']');
    }
    if (Path.class.isAssignableFrom(type)) {
      return new ValueForm((value, walk) -> text("Path", value.toString(), walk), true);
    }
    if (ZoneId.class.isAssignableFrom(type)) {
      return new ValueForm((value, walk) -> new Plain(((ZoneId) value).getId()), true);
    }
    if (Charset.class.isAssignableFrom(type)) {
      return new ValueForm((value, walk) -> new Plain(((Charset) value).name()), true);
    }
    return ofReflection(type);
  }

  private static @Nullable Form ofReflection(Class<?> type) {
    if (MethodHandle.class.isAssignableFrom(type)) {
      return (value, walk) -> new Plain("MethodHandle" + signature(((MethodHandle) value).type()));
    }
    if (Member.class.isAssignableFrom(type) && JdkClasses.containInBase(type)) {
      String name = TypeNames.of(type);
      return (value, walk) -> new Plain(name + '(' + member((Member) value) + ')');
    }
    return null;
  }

  private static String member(Member member) {
    return TypeNames.of(member.getDeclaringClass()) + '.' + member.getName();
  }
}
