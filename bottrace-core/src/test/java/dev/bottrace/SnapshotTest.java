package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.bottrace.option.Limits;
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.Receipt;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.WatchResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotTest {
  private static final String SHOP =
      """
      import java.util.ArrayList;
      import java.util.List;
      public class Shop {
        private final List<Integer> prices = new ArrayList<>();
        private int sold;
        Shop(int price) {
          prices.add(price);
        }
        int total(int factor) {
          int sum = 0;
          for (int price : prices) {
            sum += price * factor; // line 12
          }
          return sum;
        }
        int sell(String who, int factor) {
          sold++;
          int due = total(factor);
          return due; // line 19
        }
        static int sell(int nothing) {
          return nothing;
        }
        public static void main(String[] args) throws Exception {
          Shop shop = new Shop(7);
          for (int i = 1; i < 4; i++) {
            shop.sell("ann", i);
          }
          Thread thread = new Thread(() -> shop.sell("bob", 10), "till");
          thread.start();
          thread.join();
          System.out.println(shop.sold + sell(0));
        }
        static void never() {
          System.out.println("never");
        }
      }
      """;

  @TempDir private Path directory;

  private TraceRequest shop() throws IOException {
    return program("Shop", SHOP);
  }

  private TraceRequest program(String name, String source) throws IOException {
    return Tracer.run(Files.writeString(directory.resolve(name + ".java"), source));
  }

  private static List<String> locals(BreakpointSnapshot snapshot, int frame) {
    return snapshot.stack().get(frame).locals() == null
        ? List.of("none")
        : snapshot.stack().get(frame).locals().stream()
            .map(local -> local.name() + "=" + local.value())
            .toList();
  }

  @Test
  void a_line_shows_its_variables_and_the_stack_of_the_program() throws Exception {
    Trace trace = shop().breakpoint("Shop.java:12").execute();

    assertThat(trace.snapshots()).hasSize(4);
    BreakpointSnapshot first = trace.snapshots().get(0);
    assertThat(first.breakpoint()).isEqualTo("Shop.java:12");
    assertThat(first.thread()).isEqualTo("main");
    assertThat(first.stack())
        .extracting(FrameSnapshot::function, FrameSnapshot::file, FrameSnapshot::line)
        .containsExactly(
            tuple("Shop.total", "Shop.java", 12),
            tuple("Shop.sell", "Shop.java", 18),
            tuple("Shop.main", "Shop.java", 27));
    assertThat(locals(first, 0))
        .containsExactly(
            "this=Shop{prices=ArrayList(1)[7], sold=1}", "factor=1", "sum=0", "price=7");
    assertThat(first.stack().subList(1, 3)).extracting(FrameSnapshot::locals).containsOnlyNulls();
    assertThat(trace.snapshots().get(3).thread()).isEqualTo("till");
    assertThat(trace.receipts()).isEmpty();
  }

  @Test
  void with_locals_callers_show_theirs_too() throws Exception {
    Trace trace = shop().breakpoint("Shop.java:12").locals().execute();

    BreakpointSnapshot third = trace.snapshots().get(2);
    assertThat(locals(third, 1)).contains("who=\"ann\"", "factor=3").hasSize(3);
    assertThat(locals(third, 2)).contains("args=String[0][]", "i=3").hasSize(3);
    assertThat(locals(trace.snapshots().get(3), 1)).contains("who=\"bob\"", "factor=10");
  }

  @Test
  void a_method_shows_its_arguments_at_each_overload() throws Exception {
    Trace trace = shop().breakpoint("Shop.sell").execute();

    assertThat(trace.snapshots()).hasSize(5);
    assertThat(locals(trace.snapshots().get(0), 0))
        .containsExactly("this=Shop{prices=ArrayList(1)[7], sold=0}", "who=\"ann\"", "factor=1");
    assertThat(locals(trace.snapshots().get(4), 0)).containsExactly("nothing=0");
  }

  @Test
  void a_constructor_has_no_this_at_its_entry() throws Exception {
    Trace trace = shop().breakpoint("Shop.<init>").breakpoint("Shop.java:7").execute();

    assertThat(locals(trace.snapshots().get(0), 0)).containsExactly("price=7");
    assertThat(locals(trace.snapshots().get(1), 0))
        .containsExactly("this=Shop{prices=ArrayList(0)[], sold=0}", "price=7");
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 3, 4, 5})
  void snapshots_stop_at_their_bound(long most) throws Exception {
    Trace trace = shop().breakpoint("Shop.java:12").snapshots(most).execute();

    assertThat(trace.snapshots()).hasSize((int) Math.min(most, 4));
    assertThat(trace.notices())
        .isEqualTo(
            most > 0 && most <= 4 ? List.of("MAX_SNAPSHOTS reached (" + most + ")") : List.of());
    assertThat(trace.exitCode()).isZero();
  }

  @Test
  void a_condition_says_where_it_fires() throws Exception {
    Trace trace =
        shop()
            .breakpoint("Shop.java:19 if due > 7 && who.equals(\"ann\")")
            .watch("due * 2")
            .watch("prices.get(0) + sold")
            .watch("nowhere")
            .execute();

    assertThat(trace.snapshots()).hasSize(2);
    assertThat(trace.snapshots().get(0).watches())
        .extracting(WatchResult::value)
        .extracting(String::valueOf)
        .containsExactly("28", "9", "null");
    assertThat(trace.snapshots().get(0).watches().get(2).error()).contains("nowhere");
    assertThat(trace.receipts())
        .singleElement()
        .matches(receipt -> receipt.kind() == Receipt.Kind.WATCH);
  }

  @Test
  void a_condition_that_fails_is_told_of_once_and_does_not_fire() throws Exception {
    Trace trace = shop().breakpoint("Shop.java:19 if dew > 7").execute();

    assertThat(trace.snapshots()).isEmpty();
    assertThat(trace.notices()).singleElement().asString().contains("Shop.java:19 if dew > 7");
    assertThat(trace.receipts())
        .singleElement()
        .asString()
        .startsWith(
            "breakpoint Shop.java:19 if dew > 7: reached 4 times, its condition could not be"
                + " evaluated: ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Shop.java:15 | no code on this line; nearest: 14, 17",
        "Shop.java:900 | no code on this line; nearest: 36",
        "Core.java:41 | Core.java was never loaded",
        "Shop.java:35 | loaded, line never reached (method never entered)",
        "Shop.never | loaded, method never called",
        "Shop.sel | no method sel with code in Shop; there are: <init>, lambda$main$0, main, never, sell, total",
        "Core.run | Core was never loaded",
        "Shop.java:19 if due == 1 | reached 4 times, its condition was never true",
      })
  void a_breakpoint_without_a_snapshot_says_why(String breakpoint, String reason) throws Exception {
    Trace trace = shop().breakpoint(breakpoint).execute();

    assertThat(trace.snapshots()).isEmpty();
    assertThat(trace.receipts())
        .extracting(Receipt::toString)
        .containsExactly("breakpoint " + breakpoint + ": " + reason);
  }

  @Test
  void prefixes_that_meet_no_class_say_so() throws Exception {
    Trace trace = shop().calls().include("Shop").include("com.acme").exclude("org.x").execute();

    assertThat(trace.receipts())
        .extracting(Receipt::toString)
        .containsExactly(
            "include com.acme: no class that was loaded begins with it",
            "exclude org.x: no class that was loaded begins with it");
  }

  @Test
  void static_fields_and_constants_can_be_watched() throws Exception {
    Trace trace =
        program(
                "Static",
                """
                public class Static {
                  enum Color { RED, GREEN }
                  static int count = 3;
                  static class Lazy { static { System.out.println("set off"); } static int x = 1; }
                  public static void main(String[] args) {
                    Color color = Color.RED;
                    System.out.println(color); // line 7
                  }
                }
                """)
            .breakpoint("Static.java:7")
            .watch("count + Integer.MAX_VALUE")
            .watch("Math.max(count, 7)")
            .watch("color.name() + color.ordinal()")
            .watch("Lazy.x")
            .execute();

    List<WatchResult> watches = trace.snapshots().get(0).watches();
    assertThat(watches.subList(0, 3))
        .extracting(WatchResult::value)
        .extracting(String::valueOf)
        .containsExactly("-2147483646", "7", "\"RED0\"");
    assertThat(watches.get(3).error()).isNotNull();
  }

  @Test
  void a_watch_that_was_never_evaluated_says_why() throws Exception {
    assertThat(shop().watch("sold").execute().receipts())
        .extracting(Receipt::toString)
        .containsExactly("watch sold: there is no breakpoint to evaluate it at");
    assertThat(shop().breakpoint("Shop.never").watch("sold").execute().receipts())
        .extracting(Receipt::toString)
        .contains("watch sold: no breakpoint fired");
  }

  @ParameterizedTest
  @CsvSource({"65000, true", "65531, false"})
  void a_method_near_64_kb_has_breakpoints_as_long_as_they_fit(int size, boolean fits)
      throws Exception {
    String body = "x++;".repeat(10);
    StringBuilder source = new StringBuilder("public class Big {\n  static int x(int x) {\n");
    int steps = (size - 2) / 3; // iinc takes three bytes, the end two
    for (int i = 0; i < steps / 10; i++) {
      source.append(body).append('\n');
    }
    source.append("x++;".repeat(steps % 10)).append("\nreturn x;\n}\n");
    source.append("public static void main(String[] args) { System.out.println(x(0)); }\n}\n");
    Trace trace = program("Big", source.toString()).breakpoint("Big.java:1000").execute();

    assertThat(trace.exitCode()).isZero();
    assertThat(trace.snapshots()).hasSize(fits ? 1 : 0);
    if (fits) {
      assertThat(locals(trace.snapshots().get(0), 0)).containsExactly("x=9970");
    } else {
      assertThat(trace.receipts())
          .extracting(Receipt::reason)
          .containsExactly("method x would pass 64 KB with a breakpoint");
      assertThat(trace.notices())
          .containsExactly(
              "Big: method x can't be ended where it loops: checks would make it pass 64 KB",
              "Big: method x has no breakpoints: with them it would pass 64 KB");
    }
  }

  @Test
  void limits_and_redaction_hold() throws Exception {
    Trace trace =
        shop()
            .breakpoint("Shop.java:12")
            .limit(Limits.DEFAULT.withElements(0))
            .redact("f*r")
            .execute();

    assertThat(locals(trace.snapshots().get(0), 0))
        .contains("factor=<redacted>")
        .anyMatch(local -> local.contains("+1 element"));
  }

  @Test
  void a_caught_exception_leaves_nothing() throws Exception {
    Trace trace = shop().onException(dev.bottrace.option.OnException.SNAPSHOT).locals().execute();
    assertThat(trace.exceptions()).isEmpty();
  }

  @Test
  void values_stand_with_calls_and_returns() throws Exception {
    Trace trace = shop().calls().args().returns().execute();

    assertThat(trace.events().toString())
        .contains("Argument[name=who, value=\"ann\"], Argument[name=factor, value=1]", "value=70");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a +", "a = 1", "", "new Foo()", "((a)"})
  void an_expression_that_is_none_is_refused(String expression) {
    TraceRequest request = Tracer.run("App");
    assertThatThrownBy(() -> request.watch(expression))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> request.breakpoint("App.java:3 if " + expression))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Core.java",
        "Core.java:0",
        ":42",
        "Core.java:x",
        "",
        "a b",
        "Core.java:-1",
        "Core.java:5:3"
      })
  void a_breakpoint_that_is_none_is_refused(String breakpoint) {
    TraceRequest request = Tracer.run("App");
    assertThatThrownBy(() -> request.breakpoint(breakpoint))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("\n");
  }
}
