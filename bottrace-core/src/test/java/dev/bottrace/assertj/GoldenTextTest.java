package dev.bottrace.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bottrace.Tracer;
import dev.bottrace.assertj.target.shop.Shop;
import dev.bottrace.trace.RecordedRun;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which lines a golden trace has. */
class GoldenTextTest {
  private static String text(String tree, GoldenOptions options) {
    return text(WrittenTrace.of(tree), options);
  }

  private static String text(RecordedRun run, GoldenOptions options) {
    return GoldenText.of(run, options).stream()
        .map(line -> line.text() + '\n')
        .collect(Collectors.joining());
  }

  private static String text(String tree) {
    return text(tree, GoldenOptions.DEFAULT);
  }

  @Test
  void a_program_is_a_tree_of_calls_for_each_thread() throws Exception {
    assertThat(
            text(
                Tracer.run(Shop.class).include("dev.bottrace.assertj.target").calls().execute(),
                GoldenOptions.DEFAULT))
        .isEqualTo(
            """
            [main]
            Shop.main
              Orders.<init>
                Repository.<init>
              Orders.place x2
                Orders.total
                  repeated x3
                    Prices.net
                    Prices.tax
                Tx.begin
                Repository.save
                  Statement.execute
                Tx.commit
              Orders.refund !java.lang.IllegalStateException
                Tx.begin
                Orders.check !java.lang.IllegalStateException
              Mail.send
              OrderPage.show
                Statement.execute
            [audit-N]
            Orders.audit
              Repository.find
                Statement.execute
              Repository.save
                Statement.execute
            """);
  }

  @Test
  void values_are_written_if_they_were_recorded() {
    String tree =
        """
        [main]
        com.acme.Orders.place (id=5) = true
        com.acme.Orders.place (id=6) = true
        """;
    assertThat(text(tree))
        .isEqualTo(
            """
            [main]
            Orders.place(id=5) = true
            Orders.place(id=6) = true
            """);
    assertThat(text(tree, GoldenOptions.DEFAULT.ignoringValues()))
        .isEqualTo(
            """
            [main]
            Orders.place x2
            """);
  }

  @Test
  void repeated_calls_and_groups_are_written_once() {
    String tree =
        """
        [main]
        App.main
          App.a
          App.a
          App.b
          App.c
          App.a
          App.a
          App.b
          App.c
          App.a
          App.a
          App.c
        """;
    assertThat(text(tree))
        .isEqualTo(
            """
            [main]
            App.main
              repeated x2
                App.a x2
                App.b
                App.c
              App.a x2
              App.c
            """);
    assertThat(text(tree, GoldenOptions.DEFAULT.ignoringCounts()))
        .isEqualTo(
            """
            [main]
            App.main
              App.a
              App.b
              App.c
              App.a
              App.c
            """);
  }

  @Test
  void without_counts_one_round_of_a_loop_looks_like_many() {
    GoldenOptions options = GoldenOptions.DEFAULT.ignoringCounts();
    String once = "[main]\nApp.main\n  App.a\n    App.b\n  App.c\n";
    String often = "[main]\nApp.main\n" + "  App.a\n    App.b\n    App.b\n  App.c\n".repeat(3);
    assertThat(text(often, options)).isEqualTo(text(once, options));
    assertThat(text(often)).isNotEqualTo(text(once));
  }

  @Test
  void numbers_of_lambdas_are_left_out_unless_they_are_to_stay() {
    String tree =
        """
        [main]
        App.lambda$main$0
        App.lambda$main$1
        App.lambda$new$2
        App.main$lambda$3
        """;
    assertThat(text(tree))
        .isEqualTo(
            """
            [main]
            App.lambda$main x2
            App.lambda$new
            App.main$lambda
            """);
    assertThat(text(tree, GoldenOptions.DEFAULT.keepingLambdaNumbers())).isEqualTo(tree);
  }

  @Test
  void packages_are_written_only_where_two_classes_have_one_name() {
    assertThat(
            text(
                """
                [main]
                com.acme.App.main
                  com.acme.Orders.place
                  com.legacy.Orders.place
                """))
        .isEqualTo(
            """
            [main]
            App.main
              com.acme.Orders.place
              com.legacy.Orders.place
            """);
  }

  @Test
  void threads_stand_in_the_order_of_their_lines_and_without_their_numbers() {
    String tree =
        """
        [pool-1-thread-2]
        Task.b
        [pool-1-thread-1]
        Task.a
        [main]
        App.main
        [pool-2-thread-1]
        Task.b
        """;
    String threads =
        """
        [main]
        App.main
        [pool-N-thread-N]
        Task.a
        [pool-N-thread-N] x2
        Task.b
        """;
    assertThat(text(tree)).isEqualTo(threads);
    assertThat(text(tree, GoldenOptions.DEFAULT.ignoringCounts()))
        .isEqualTo(threads.replace(" x2", ""));
  }

  @Test
  void without_threads_it_does_not_matter_which_thread_of_a_pool_took_a_task() {
    GoldenOptions options = GoldenOptions.DEFAULT.ignoringThreads();
    String one =
        """
        [main]
        App.main
        [pool-1-thread-1]
        Task.b
        Task.a
          Disk.read
        [pool-1-thread-2]
        Task.b
        """;
    String other =
        """
        [main]
        App.main
        [pool-1-thread-1]
        Task.b
        Task.b
        [pool-1-thread-2]
        Task.a
          Disk.read
        """;
    assertThat(text(one, options))
        .isEqualTo(text(other, options))
        .isEqualTo(
            """
            [main]
            App.main
            [other threads]
            Task.a
              Disk.read
            Task.b x2
            """);
  }

  @Test
  void calls_that_had_not_ended_are_marked() {
    String tree =
        """
        [main]
        App.main ...
          Disk.read !exit
          Disk.sync ...
        """;
    assertThat(text(tree)).isEqualTo(tree);
  }

  @Test
  void static_initialisers_are_left_out_with_what_they_call() {
    assertThat(
            text(
                """
                [main]
                App.<clinit>
                  App.load
                App.main
                  Orders.<clinit>
                    Orders.load
                  Orders.place
                """))
        .isEqualTo(
            """
            [main]
            App.main
              Orders.place
            """);
  }

  @Test
  void names_never_break_a_line() {
    assertThat(text("[a\tb]\nApp.m\u0007n\n")).isEqualTo("[a\\tb]\nApp.m\\u0007n\n");
  }

  @Test
  void millions_of_calls_fold_into_a_few_lines() {
    String tree = "[main]\nApp.main\n" + "  App.a\n  App.b\n".repeat(100_000);
    assertThat(text(tree))
        .isEqualTo("[main]\nApp.main\n  repeated x100000\n    App.a\n    App.b\n");
  }

  @Test
  void a_trace_of_as_many_lines_as_can_be_reviewed_is_written() {
    assertThat(text(different(GoldenText.MOST_LINES - 1)).lines()).hasSize(GoldenText.MOST_LINES);
    assertThatIllegalStateException()
        .isThrownBy(() -> text(different(GoldenText.MOST_LINES)))
        .withMessageContaining("has 10,001 and 1.");
  }

  private static String different(int calls) {
    return IntStream.range(0, calls)
        .mapToObj(i -> "App.m (i=" + i + ")\n")
        .collect(Collectors.joining("", "[main]\n", ""));
  }

  @Test
  void a_trace_of_as_many_levels_as_can_be_reviewed_is_written() {
    assertThat(text(nested(GoldenText.MOST_LEVELS)).lines()).hasSize(GoldenText.MOST_LEVELS + 1);
    assertThatIllegalStateException()
        .isThrownBy(() -> text(nested(GoldenText.MOST_LEVELS + 1)))
        .withMessageContaining("has 202 and 201.");
  }

  private static String nested(int levels) {
    return IntStream.range(0, levels)
        .mapToObj(i -> "  ".repeat(i) + "App.m\n")
        .collect(Collectors.joining("", "[main]\n", ""));
  }
}
