package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.option.OnException;
import dev.bottrace.trace.Argument;
import dev.bottrace.trace.Call;
import dev.bottrace.trace.CallPath;
import dev.bottrace.trace.Outcome;
import dev.bottrace.trace.Trace;
import dev.bottrace.trace.TracedMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are asked of the trace of a program. */
class TraceQueryTest {
  private static final String SHOP =
      """
      import java.util.function.IntSupplier;

      public class Shop {
        static final int BASE;

        static { BASE = base(); }

        static int base() { return 40; }

        public static void main(String[] args) throws Exception {
          Orders orders = new Orders();
          orders.place("tea", 2);
          orders.place("milk");
          IntSupplier later = () -> orders.place("jam", 1);
          Thread worker = new Thread(later::getAsInt, "worker");
          worker.start();
          worker.join();
          try {
            orders.place(null);
          } catch (IllegalArgumentException e) {
            return;
          }
        }

        static class Orders {
          private final Store store = new Store();

          int place(String what) { return place(what, 1); }

          int place(String what, int times) {
            check(what);
            for (int i = 0; i < times; i++) store.save(what);
            return BASE + times;
          }

          private void check(String what) {
            if (what == null) throw new IllegalArgumentException("nothing");
          }
        }

        static class Store {
          void save(String what) { write(what.length()); }

          private void write(int length) {}
        }
      }
      """;

  @TempDir private Path directory;

  private TraceRequest shop() throws IOException {
    return Tracer.run(Files.writeString(directory.resolve("Shop.java"), SHOP));
  }

  @Test
  void patterns_name_overloads_nested_classes_constructors_initialisers_and_lambdas()
      throws Exception {
    Trace trace = shop().calls().execute();
    assertThat(trace.count("Shop$Orders.place")).isEqualTo(6);
    assertThat(trace.count("*$Orders.place")).isEqualTo(6);
    assertThat(trace.count("Shop$Orders.<init>")).isEqualTo(1);
    assertThat(trace.count("Shop*.<init>")).isEqualTo(2);
    assertThat(trace.count("Shop.<clinit>")).isEqualTo(1);
    assertThat(trace.count("Shop.lambda$main$0")).isEqualTo(1);
    assertThat(trace.called("Shop.lambda$*")).isTrue();
    assertThat(trace.called("Shop$Store.delete")).isFalse();
    assertThat(trace.count("..")).isEqualTo(trace.callTree().size());
    assertThat(trace.callees("Shop.<clinit>"))
        .extracting(TracedMethod::name)
        .containsExactly("base");
    assertThatThrownBy(() -> trace.called("Shop.Orders.place"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("a nested class is written with $: Shop$Orders.place");
  }

  @Test
  void calls_have_arguments_values_and_exceptions() throws Exception {
    Trace trace = shop().calls().args().returns().execute();
    Call tea = trace.first("Shop$Orders.place").orElseThrow();
    assertThat(tea.arguments())
        .containsExactly(new Argument("what", "\"tea\""), new Argument("times", "2"));
    assertThat(value(tea)).contains("42");
    Call save = trace.first("Shop$Store.save").orElseThrow();
    assertThat(value(save)).isEmpty();
    Call failed = trace.last("Shop$Orders.check").orElseThrow();
    assertThat(failed.outcome()).isEqualTo(new Outcome.Threw("java.lang.IllegalArgumentException"));
    assertThat(failed.arguments()).containsExactly(new Argument("what", "null"));
    assertThat(failed.toString())
        .isEqualTo("Shop$Orders.check Shop.java:37 !java.lang.IllegalArgumentException");
    assertThat(trace.calls("Shop$Store.write"))
        .extracting(call -> call.arguments().get(0).value())
        .containsExactly("3", "3", "4", "3");
  }

  private static java.util.Optional<String> value(Call call) {
    return ((Outcome.Returned) call.outcome()).value();
  }

  @Test
  void paths_stay_within_a_thread() throws Exception {
    Trace trace = shop().calls().execute();
    assertThat(trace.paths("Shop.main >> Shop$Store.save")).hasSize(3);
    assertThat(trace.paths("Shop.main > Shop$Store.save")).isEmpty();
    assertThat(trace.paths("Shop.main > Shop$Orders.place > Shop$Store.save")).hasSize(2);
    List<Call> inWorker = trace.paths("Shop.lambda* >> *.write").get(0);
    assertThat(inWorker)
        .extracting(call -> call.method().name())
        .containsExactly("lambda$main$0", "write");
    assertThat(inWorker).extracting(Call::depth).containsExactly(1, 4);
    assertThat(inWorker.get(1)).hasToString("Shop$Store.write Shop.java:44 [worker]");
    Call main = trace.first("Shop.main").orElseThrow();
    assertThat(main.encloses(inWorker.get(1))).isFalse();
    assertThat(inWorker.get(0).encloses(inWorker.get(1))).isTrue();
    assertThat(inWorker.get(0).endedBefore(trace.last("Shop$Orders.check").orElseThrow())).isTrue();
    assertThat(trace.callTree().count(CallPath.of("*.* > *.*")))
        .isEqualTo(trace.callTree().size() - 3);
  }

  @Test
  void a_tree_is_shown_with_places() throws Exception {
    assertThat(shop().calls().maxEvents(6).execute().callTree())
        .hasToString(
            """
            Shop.<clinit> Shop.java:6
              Shop.base Shop.java:8
            Shop.main Shop.java:11 !exit
              Shop$Orders.<init> Shop.java:25 !exit
            """);
  }

  @Test
  void counts_alone_answer_how_often_but_not_from_where() throws Exception {
    Trace trace = shop().callCounts().execute();
    assertThat(trace.count("Shop$Orders.place")).isEqualTo(6);
    assertThat(trace.called("Shop$Orders.place")).isTrue();
    assertThat(trace.called("Shop$Orders.cancel")).isFalse();
    assertThat(trace.methods()).hasSize(11).isSorted();
    assertThat(trace.nearest("Shop$Orders.plase")).contains("Shop$Orders.place");
    assertRefused(trace, run -> run.paths("Shop.main >> *.save"), "add .calls() to the request");
  }

  @Test
  void what_was_not_asked_for_is_refused_with_what_to_add() throws Exception {
    Trace nothing = shop().execute();
    assertRefused(nothing, Trace::callTree, "add .calls() to the request");
    assertRefused(nothing, trace -> trace.calls("Shop.main"), "add .calls() to the request");
    assertRefused(nothing, Trace::events, "add .calls() to the request");
    assertRefused(nothing, trace -> trace.first("Shop.main"), "add .calls() to the request");
    assertRefused(nothing, Trace::packageEdges, "add .calls() to the request");
    assertRefused(nothing, Trace::callCounts, "add .callCounts() or .calls() to the request");
    assertRefused(nothing, trace -> trace.count("*.*"), "add .callCounts() or .calls()");
    assertRefused(nothing, Trace::filesTouched, "add .callCounts() or .calls() to the request");
    assertRefused(nothing, Trace::snapshots, "add .breakpoint(...) to the request");
    assertRefused(nothing, Trace::exceptions, "add .onException(OnException.SNAPSHOT)");
    Trace calls = shop().calls().onException(OnException.SNAPSHOT).execute();
    Call place = calls.first("Shop$Orders.place").orElseThrow();
    assertThat(calls.exceptions()).isEmpty();
    assertRefused(calls, trace -> place.arguments(), "add .args() to the request");
    assertRefused(calls, trace -> value(place), "add .returns() to the request");
  }

  private static void assertRefused(Trace trace, Consumer<Trace> question, String advice) {
    assertThatThrownBy(() -> question.accept(trace))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(advice);
  }
}
