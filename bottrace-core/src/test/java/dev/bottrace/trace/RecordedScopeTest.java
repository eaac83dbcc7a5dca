package dev.bottrace.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether a trace would have a call, had it happened. */
class RecordedScopeTest {
  private static final RecordedScope SCOPE =
      new RecordedScope(
          Set.of(), List.of("com.acme", "org.base.Text"), List.of("com.acme.log", "com.acme.Old"));

  private static boolean mayHave(RecordedScope scope, String pattern) {
    return scope.notTraced(MethodPattern.of(pattern)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.acme..",
        "com..",
        "com.acme.orders..",
        "com.acme.orders.Orders.place",
        "com.acme.logger..",
        "com.acme.Older.run",
        "org.base..",
        "org.base.Text.trim",
        "org.base.Text$Part.trim",
        "org.base.*.trim",
        "Orders.place",
        "..web..",
        "*.*",
        "c*.legacy..",
      })
  void what_may_lie_in_scope_may_have_been_recorded(String pattern) {
    assertThat(mayHave(SCOPE, pattern)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com.legacy..",
        "com.acmeco..",
        "com.acmeco.Orders.place",
        "org.base.Texts.trim",
        "org.base.io..",
        "java.util..",
        "com.acme.log..",
        "com.acme.log.File.write",
        "com.acme.Old.run",
        "com.acme.Old$Part.run",
      })
  void what_lies_outside_of_it_never_is(String pattern) {
    assertThat(mayHave(SCOPE, pattern)).isFalse();
  }

  @Test
  void nothing_is_known_of_source_paths() {
    RecordedScope paths =
        new RecordedScope(Set.of(), List.of("src/main/java/com/acme/"), List.of());
    assertThat(mayHave(paths, "com.legacy..")).isTrue();
  }

  @Test
  void without_includes_only_the_jdk_is_known_not_to_be_traced() {
    RecordedScope own = new RecordedScope(Set.of(), List.of(), List.of());
    assertThat(mayHave(own, "com.legacy..")).isTrue();
    assertThat(mayHave(own, "javax.inject..")).isTrue();
    assertThat(mayHave(own, "java.util.List.of")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          com.acme      | com.acme      | write com.acme.. for all of the package, or com.acme.* for all methods of the class
          org.base      | org.base.Text | write org.base.. for all of the package, or org.base.* for all methods of the class
          org.base.Text | org.base.Text | write org.base.Text.* for all methods of the class, or org.base.Text.. for all of the package
          """)
  void the_name_of_what_was_traced_is_no_method(String pattern, String include, String advice) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mayHave(SCOPE, pattern))
        .withMessage(
            "'%s' names no method: the request has .include(\"%s\"); %s", pattern, include, advice);
  }

  @Test
  void calls_of_what_is_not_traced_may_have_been_recorded() {
    RecordedScope scope =
        new RecordedScope(
            Set.of(),
            List.of("com.acme"),
            List.of(),
            List.of("java.sql"),
            MissingCalls.NONE,
            TracedClasses.UNKNOWN);
    assertThat(mayHave(scope, "java.sql.Statement.execute")).isTrue();
    assertThat(mayHave(scope, "java..")).isTrue();
    assertThat(mayHave(scope, "java.util.List.of")).isFalse();
    assertThat(mayHave(scope, "com.legacy..")).isFalse();
  }

  @Test
  void says_what_to_change() {
    assertThat(SCOPE.notTraced(MethodPattern.of("com.legacy.Tax.*")))
        .contains(
            "com.legacy.Tax.* was not traced: add .include(\"com.legacy.Tax\") to the request");
    assertThat(SCOPE.notTraced(MethodPattern.of("java.sql..")))
        .contains(
            "java.sql.. was not traced, as no class of the JDK is: to see calls of it from traced"
                + " code, add .callsTo(\"java.sql\") to the request");
    assertThat(SCOPE.notTraced(MethodPattern.of("com.acme.log..")))
        .contains("com.acme.log.. was not traced: the request has .exclude(\"com.acme.log\")");
  }

  @ParameterizedTest
  @CsvSource({
    "Orders.plce, com.acme.Orders has no code for a method of that name; did you mean Orders.place?",
    "com.acme.Orders.plce, com.acme.Orders has no code for a method of that name; did you mean"
        + " Orders.place?",
    "Store.save, 'com.acme.Store has no code for a method of that name: a method that it inherits,"
        + " or leaves to others, is named by the class whose code runs, as in *.save'",
  })
  void a_name_that_no_method_has_is_not_taken_for_one_that_never_ran(String pattern, String why) {
    assertThat(lack(pattern)).contains(why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Orders.place",
        "Orders.pl*ce",
        "*Orders.plce",
        "com.acme..Orders.plce",
        "com.acme.Other.plce",
        "com.acme.log.Log.wrte",
        "org.elsewhere.Orders.plce",
        "Orders.lambda$plce$0",
        "Orders.total", // of one of two classes
      })
  void of_other_names_nothing_is_known(String pattern) {
    assertThat(lack(pattern)).isEmpty();
  }

  private static Optional<String> lack(String pattern) {
    TracedClasses classes =
        new TracedClasses(
            () ->
                Map.of(
                    "com.acme.Orders", Set.of("<init>", "place"),
                    "com.acme.old.Orders", Set.of("total"),
                    "com.acme.Store", Set.of(),
                    "com.acme.log.Log", Set.of("write"),
                    "org.elsewhere.Orders", Set.of("place")));
    RecordedScope scope =
        new RecordedScope(
            Set.of(RecordedPart.CALLS),
            SCOPE.includes(),
            SCOPE.excludes(),
            List.of(),
            MissingCalls.NONE,
            classes);
    return scope.mayLack(MethodPattern.of(pattern), RecordedPart.CALLS);
  }
}
