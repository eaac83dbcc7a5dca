package dev.bottrace.assertj;

import static dev.bottrace.assertj.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.Tracer;
import dev.bottrace.assertj.target.shop.Shop;
import dev.bottrace.host.target.SelfRecording;
import dev.bottrace.trace.RecordedRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** Golden files: where they are, and when they are written. */
class GoldenTraceTest {
  private static final RecordedRun RUN =
      WrittenTrace.of(
          """
          [main]
          com.acme.App.main
            com.acme.Orders.place (id=5) = true
            com.acme.Orders.place (id=6) = true
          [worker-7]
          com.acme.Worker.run
          """);

  private static final String TEXT =
      """
      # A golden trace of bottrace. To write it anew: -Dbottrace.golden=update

      [main]
      App.main
        Orders.place(id=5) = true
        Orders.place(id=6) = true

      [worker-N]
      Worker.run
      """;

  private static void check(Path file, GoldenMode mode) {
    assertThat(RUN).matchesGolden(file, GoldenOptions.DEFAULT, mode);
  }

  @Test
  void a_trace_is_compared_with_the_file_beside_its_test() throws Exception {
    assertThat(Tracer.run(Shop.class).include("dev.bottrace.assertj.target").calls().execute())
        .matchesGolden()
        .called("Orders.place");
  }

  @Test
  void a_lambda_is_of_the_method_that_has_it() {
    SoftAssertions softly = new SoftAssertions();
    softly.check(() -> assertThat(RUN).matchesGolden());
    softly.assertAll();
  }

  @Test
  void a_file_may_have_a_name_of_its_own() {
    assertThat(RUN).matchesGolden("two orders").matchesGolden("two orders");
  }

  @Nested
  class InNestedClasses {
    @Test
    void the_name_has_both() {
      GoldenPlace place = GoldenPlace.ofCaller();
      assertThat(place.file(place.defaultName()).toString().replace('\\', '/'))
          .endsWith(
              "src/test/java/dev/bottrace/assertj/"
                  + "GoldenTraceTest.InNestedClasses.the_name_has_both.golden.txt");
    }
  }

  @Test
  void sources_are_found_by_the_layout_of_maven_and_gradle(@TempDir Path module)
      throws IOException {
    Path source = Path.of("dev/bottrace/assertj/GoldenTraceTest.java");
    Files.createDirectories(module.resolve("src/it/kotlin"));
    Path java = module.resolve("src/test/java");
    Files.createDirectories(java.resolve(source).getParent());
    Files.writeString(java.resolve(source), "");
    assertThat(new SourceRoots(List.of(module)).with(source)).isEqualTo(java);
    assertThatIllegalStateException()
        .isThrownBy(() -> new SourceRoots(List.of(module)).with(Path.of("Other.java")))
        .withMessageContaining("src/*/*/Other.java")
        .withMessageContaining("pass matchesGolden() a Path");
  }

  @Test
  void an_update_writes_the_file(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("a/b/x.golden.txt");
    check(file, GoldenMode.UPDATE);
    assertThat(file).hasContent(TEXT);
    check(file, GoldenMode.COMPARE);
    Files.writeString(file, "[main]\nApp.main\n");
    check(file, GoldenMode.UPDATE);
    assertThat(file).hasContent(TEXT);
  }

  @Test
  void an_update_with_an_incomplete_trace_writes_nothing(@TempDir Path directory) throws Exception {
    Path file = directory.resolve("x.golden.txt");
    RecordedRun cut = Tracer.run(Shop.class).calls().maxEvents(5).execute();
    assertThatIllegalStateException()
        .isThrownBy(
            () -> assertThat(cut).matchesGolden(file, GoldenOptions.DEFAULT, GoldenMode.UPDATE))
        .withMessageContaining("recording stopped after 5 events: raise maxEvents()");
    assertThat(file).doesNotExist();
  }

  @Test
  void what_is_left_out_each_time_is_not_missing(@TempDir Path directory) {
    Path file = directory.resolve("x.golden.txt");
    RecordedRun outline = SelfRecording.outline();
    assertThat(outline.notices())
        .anyMatch(notice -> notice.startsWith("not recorded: " + SelfRecording.class.getName()));
    assertThat(outline).matchesGolden(file, GoldenOptions.DEFAULT, GoldenMode.UPDATE);
    assertThat(file).content().endsWith("\n[main]\nNest.<init>\nNest.leaves\n  Nest.inner\n");
  }

  @Test
  void an_update_without_calls_writes_nothing(@TempDir Path directory) {
    Path file = directory.resolve("x.golden.txt");
    assertThatThrownBy(
            () ->
                assertThat(WrittenTrace.of(""))
                    .matchesGolden(file, GoldenOptions.DEFAULT, GoldenMode.UPDATE))
        .isInstanceOf(AssertionError.class);
    assertThat(file).doesNotExist();
  }

  @Test
  void the_file_says_what_is_left_out(@TempDir Path directory) {
    Path file = directory.resolve("x.golden.txt");
    GoldenOptions options = GoldenOptions.DEFAULT.ignoringValues().ignoringCounts();
    assertThat(RUN).matchesGolden(file, options, GoldenMode.UPDATE);
    assertThat(file).content().contains("\n# Left out: values, counts\n", "\n  Orders.place\n");
  }

  @Test
  void nothing_is_written_in_ci(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("x.golden.txt");
    assertThatThrownBy(() -> check(file, GoldenMode.REFUSE)).hasMessageContaining("CI is set");
    assertThat(file).doesNotExist();
    Files.writeString(file, TEXT);
    assertThatCode(() -> check(file, GoldenMode.REFUSE)).doesNotThrowAnyException();
  }

  @Test
  void line_ends_blank_lines_and_remarks_do_not_matter(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("x.golden.txt");
    Files.writeString(file, "# mine\n\n" + TEXT.replace("\n", "  \r\n"));
    check(file, GoldenMode.COMPARE);
  }

  @Test
  void an_ide_gets_both_texts_to_show_their_difference(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("x.golden.txt");
    Files.writeString(file, "[main]\nApp.main\n");
    assertThatThrownBy(() -> check(file, GoldenMode.COMPARE))
        .isInstanceOfSatisfying(
            AssertionFailedError.class,
            failure -> {
              assertThat(failure.getExpected().getStringRepresentation())
                  .isEqualTo("[main]\nApp.main\n");
              assertThat(failure.getActual().getStringRepresentation())
                  .contains("  Orders.place(id=5) = true\n");
            });
  }

  private static GoldenMode mode(String property, Map<String, String> environment) {
    return GoldenMode.of(property, environment::get);
  }

  @Test
  void updates_are_asked_for_by_a_property_or_a_variable() {
    assertThat(mode(null, Map.of())).isEqualTo(GoldenMode.COMPARE);
    assertThat(mode("", Map.of())).isEqualTo(GoldenMode.COMPARE);
    assertThat(mode("update", Map.of())).isEqualTo(GoldenMode.UPDATE);
    assertThat(mode(null, Map.of("BOTTRACE_GOLDEN", "update"))).isEqualTo(GoldenMode.UPDATE);
    assertThat(mode("update", Map.of("CI", "true"))).isEqualTo(GoldenMode.REFUSE);
    assertThat(mode(null, Map.of("BOTTRACE_GOLDEN", "update", "CI", "1")))
        .isEqualTo(GoldenMode.REFUSE);
    assertThat(mode("update", Map.of("CI", "false"))).isEqualTo(GoldenMode.UPDATE);
    assertThat(mode(null, Map.of("CI", "true"))).isEqualTo(GoldenMode.COMPARE);
  }

  @Test
  void any_other_wish_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mode("updat", Map.of()))
        .withMessage(
            "-Dbottrace.golden=updat means nothing;"
                + " to write golden files: -Dbottrace.golden=update");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> mode(null, Map.of("BOTTRACE_GOLDEN", "1")))
        .withMessageStartingWith("BOTTRACE_GOLDEN=1 means nothing");
  }
}
