package dev.bottrace.internal.capture;

import static dev.bottrace.internal.capture.Captured.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CapturedJdkValuesTest {
  @Test
  void primitives_and_null_read_as_java_prints_them() {
    assertThat(line(null)).isEqualTo("null");
    assertThat(line(5)).isEqualTo("5");
    assertThat(line(5L)).isEqualTo("5");
    assertThat(line((byte) -1)).isEqualTo("-1");
    assertThat(line((short) 7)).isEqualTo("7");
    assertThat(line(1.5f)).isEqualTo("1.5");
    assertThat(line(Double.NaN)).isEqualTo("NaN");
    assertThat(line(true)).isEqualTo("true");
  }

  @Test
  void characters_stand_in_single_quotes() {
    assertThat(line('a')).isEqualTo("'a'");
    assertThat(line('\'')).isEqualTo("'\\''");
    assertThat(line('"')).isEqualTo("'\"'");
    assertThat(line('\\')).isEqualTo("'\\\\'");
    assertThat(line('\n')).isEqualTo("'\\n'");
    assertThat(line('\0')).isEqualTo("'\\u0000'");
    assertThat(line('\ud800')).isEqualTo("'\\ud800'");
  }

  @Test
  void strings_are_escaped_as_in_java() {
    assertThat(line("a\"b\\c\n\t\r\u0001\u2028'ä😀"))
        .isEqualTo("\"a\\\"b\\\\c\\n\\t\\r\\u0001\\u2028'ä😀\"");
    assertThat(line("")).isEqualTo("\"\"");
  }

  @Test
  void numbers_of_any_size_read_as_java_prints_them() {
    assertThat(line(new BigDecimal("1.50"))).isEqualTo("1.50");
    assertThat(line(new BigInteger("12345678901234567890"))).isEqualTo("12345678901234567890");
    assertThat(line(BigInteger.ONE.shiftLeft(1_000_000))).isEqualTo("BigInteger(1000001 bits)...");
  }

  @Test
  void value_types_read_as_they_print_themselves() {
    assertThat(line(UUID.fromString("123e4567-e89b-12d3-a456-426614174000")))
        .isEqualTo("123e4567-e89b-12d3-a456-426614174000");
    assertThat(line(LocalDate.of(2024, 1, 2))).isEqualTo("2024-01-02");
    assertThat(line(Instant.EPOCH)).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(line(Duration.ofSeconds(90))).isEqualTo("PT1M30S");
    assertThat(line(ZoneId.of("Europe/Berlin"))).isEqualTo("Europe/Berlin");
    assertThat(line(Locale.GERMANY)).isEqualTo("de_DE");
    assertThat(line(StandardCharsets.UTF_8)).isEqualTo("UTF-8");
    assertThat(line(Currency.getInstance("EUR"))).isEqualTo("EUR");
    assertThat(line(Date.from(Instant.EPOCH))).isEqualTo("Date(1970-01-01T00:00:00Z)");
    assertThat(line(DayOfWeek.MONDAY)).isEqualTo("MONDAY");
  }

  @Test
  void what_is_little_more_than_a_string_shows_it() throws MalformedURLException {
    assertThat(line(Path.of("/etc/x"))).isEqualTo("Path(\"/etc/x\")");
    assertThat(line(new File("a/b"))).isEqualTo("File(\"a/b\")");
    assertThat(line(URI.create("http://h/p?q#f"))).isEqualTo("URI(\"http://h/p?q#f\")");
    assertThat(line(new URL("http://u@h:80/p?q#f"))).isEqualTo("URL(\"http://u@h:80/p?q#f\")");
    assertThat(line(new URL("file:/a/b"))).isEqualTo("URL(\"file:/a/b\")");
    assertThat(line(Pattern.compile("a+"))).isEqualTo("Pattern(\"a+\")");
    StringBuilder builder = new StringBuilder();
    builder.append("abc");
    assertThat(line(builder)).isEqualTo("StringBuilder(\"abc\")");
    assertThat(line(new StringJoiner(",").add("a").add("b"))).isEqualTo("StringJoiner(\"a,b\")");
  }

  @Test
  void optionals_read_as_they_print_themselves() {
    assertThat(line(Optional.of("x"))).isEqualTo("Optional[\"x\"]");
    assertThat(line(Optional.empty())).isEqualTo("Optional.empty");
    assertThat(line(OptionalInt.of(3))).isEqualTo("OptionalInt[3]");
    assertThat(line(OptionalInt.empty())).isEqualTo("OptionalInt.empty");
  }

  @Test
  void holders_show_what_they_hold() {
    LongAdder adder = new LongAdder();
    adder.add(7);
    assertThat(line(new AtomicInteger(5))).isEqualTo("AtomicInteger(5)");
    assertThat(line(new AtomicBoolean(true))).isEqualTo("AtomicBoolean(true)");
    assertThat(line(adder)).isEqualTo("LongAdder(7)");
    assertThat(line(new AtomicReference<>(List.of("a"))))
        .isEqualTo("AtomicReference(List(1)[\"a\"])");
    assertThat(line(new WeakReference<>("a"))).isEqualTo("WeakReference(\"a\")");
    assertThat(line(new AtomicIntegerArray(new int[] {1, 2})))
        .isEqualTo("AtomicIntegerArray(2)[1, 2]");
  }

  @Test
  void futures_tell_their_state_without_waiting() {
    assertThat(line(new CompletableFuture<String>())).isEqualTo("CompletableFuture(pending)");
    assertThat(line(CompletableFuture.completedFuture("a"))).isEqualTo("CompletableFuture(\"a\")");
    assertThat(line(CompletableFuture.failedFuture(new IllegalStateException())))
        .isEqualTo("CompletableFuture(failed)");
    assertThat(line(new FutureTask<>(() -> 1))).isEqualTo("FutureTask(pending)");
  }

  @Test
  void classes_and_methods_show_their_names() throws ReflectiveOperationException {
    assertThat(line(String.class)).isEqualTo("String.class");
    assertThat(line(int.class)).isEqualTo("int.class");
    assertThat(line(int[][].class)).isEqualTo("int[][].class");
    MethodType type = MethodType.methodType(int.class, String.class);
    assertThat(line(type)).isEqualTo("(String)int");
    assertThat(
            line(
                MethodHandles.lookup()
                    .findVirtual(String.class, "length", type.dropParameterTypes(0, 1))))
        .isEqualTo("MethodHandle(String)int");
    assertThat(line(String.class.getMethod("length"))).isEqualTo("Method(String.length)");
  }

  @Test
  void threads_show_their_names() {
    assertThat(line(new Thread(() -> {}, "worker"))).isEqualTo("Thread[worker]");
  }

  @Test
  void exceptions_of_the_jdk_show_their_messages() {
    assertThat(line(new IllegalStateException("no\nuser")))
        .isEqualTo("IllegalStateException(\"no\\nuser\")");
    assertThat(line(new IllegalStateException())).isEqualTo("IllegalStateException");
    assertThat(line(new UncheckedIOException("x", new FileNotFoundException())))
        .isEqualTo("UncheckedIOException(\"x\")");
  }

  @Test
  void what_is_not_known_shows_its_class_alone() {
    assertThat(line(new Object())).isEqualTo("Object");
    assertThat(line(new ReentrantLock())).isEqualTo("ReentrantLock");
    assertThat(line(new ByteArrayInputStream(new byte[3]))).isEqualTo("ByteArrayInputStream");
    assertThat(line(new SoftReference<>("a"))).isEqualTo("SoftReference");
    assertThat(line(ThreadLocal.withInitial(() -> 1))).isEqualTo("SuppliedThreadLocal");
    assertThat(line(ClassLoader.getPlatformClassLoader())).isEqualTo("PlatformClassLoader");
    assertThat(line(List.of(1).iterator())).isEqualTo("ListItr");
    assertThat(line(List.of(1).stream())).isEqualTo("Head");
  }
}
