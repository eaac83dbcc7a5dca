package dev.bottrace.assertj;

import static dev.bottrace.assertj.TraceAssertions.assertThat;

import dev.bottrace.TraceRequest;
import dev.bottrace.Tracer;
import dev.bottrace.assertj.target.end.Ending;
import dev.bottrace.assertj.target.shop.Shop;
import dev.bottrace.host.target.Nest;
import dev.bottrace.option.OnException;
import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.trace.RecordedRun;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * Assertions that fail on what {@link Shop} does, by the names of the files with their messages.
 */
final class FailureMessages {
  private static final TraceRequest SHOP =
      Tracer.run(Shop.class).include("dev.bottrace.assertj.target");

  private final Map<String, ThrowingCallable> failing = new LinkedHashMap<>();
  private final RecordedRun shop = run(SHOP.calls());

  private FailureMessages() {}

  /** Returns all of them. */
  static Map<String, ThrowingCallable> all() {
    FailureMessages messages = new FailureMessages();
    messages.called();
    messages.paths();
    messages.orders();
    messages.spans();
    messages.rules();
    messages.ends();
    messages.counts();
    messages.scope();
    messages.circumstances();
    messages.bounds();
    messages.missing();
    messages.exits();
    messages.snapshots();
    messages.golden();
    return messages.failing;
  }

  private static RecordedRun run(TraceRequest request) {
    try {
      return request.execute();
    } catch (ProgramNotRunnableException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is not there may have been cut. */
  private void missing() {
    RecordedRun first = run(SHOP.calls().maxEvents(2));
    RecordedRun last = run(SHOP.calls().keepLast(2));
    RecordedRun outline = run(SHOP.calls().maxDepth(1));
    failing.put("missing-never-called", () -> assertThat(first).neverCalled("Mail.send"));
    failing.put("missing-times", () -> assertThat(last).calls("Orders.place").times(0));
    failing.put("missing-path", () -> assertThat(outline).noPath("Shop.main > Mail.send"));
    failing.put("missing-rule", () -> assertThat(outline).noCalls().from("Shop.*").to("Mail.*"));
  }

  private void called() {
    failing.put("called-misspelt", () -> assertThat(shop).called("Repository.sav"));
    failing.put(
        "called-unlike-all",
        () -> assertThat(shop).called("dev.bottrace.assertj.target.Printer.print"));
    failing.put(
        "called-package", () -> assertThat(shop).called("dev.bottrace.assertj.target.shp.."));
    failing.put(
        "called-class", () -> assertThat(shop).called("dev.bottrace.assertj.target.shop.Orders"));
    failing.put("called-name-alone", () -> assertThat(shop).called("place"));
    failing.put(
        "called-path", () -> assertThat(shop).called("Orders.place >> Repository.save").times(3));
    failing.put("times-more", () -> assertThat(shop).called("Repository.save").times(2));
    failing.put("times-once", () -> assertThat(shop).called("Shop.main").times(2));
    failing.put("times-misspelt", () -> assertThat(shop).calls("Repository.sav").times(2));
    failing.put("at-least", () -> assertThat(shop).called("Statement.execute").atLeast(10));
    failing.put("at-most", () -> assertThat(shop).called("Statement.execute").atMost(1));
    failing.put("never-called", () -> assertThat(shop).neverCalled("..jdbc.."));
    failing.put("never-called-one", () -> assertThat(shop).neverCalled("Mail.*"));
    failing.put("described", () -> assertThat(shop).as("the shop").called("Orders.place").times(3));
  }

  private void scope() {
    RecordedRun nothing = run(Tracer.run(Ending.class, "return").include("com.shop.db").calls());
    failing.put("included-package", () -> assertThat(nothing).neverCalled("com.shop.db"));
    failing.put("no-such-method", () -> assertThat(shop).neverCalled("Orders.plase"));
    failing.put("inherited-method", () -> assertThat(shop).noPath("Shop.main >> Orders.hashCode"));
    failing.put(
        "sibling-package",
        () -> assertThat(shop).neverCalled("dev.bottrace.assertj.target.shop.db"));
    RecordedRun part = run(SHOP.exclude("dev.bottrace.assertj.target.jdbc").calls());
    failing.put("not-traced-never", () -> assertThat(shop).neverCalled("com.legacy.."));
    failing.put(
        "not-traced-path", () -> assertThat(shop).noPath("Orders.place >> java.util.List.of"));
    failing.put(
        "not-traced-rule", () -> assertThat(shop).noCalls().from("..web..").to("java.sql.."));
    failing.put(
        "excluded",
        () -> assertThat(part).neverCalled("dev.bottrace.assertj.target.jdbc.Statement.execute"));
  }

  private void paths() {
    failing.put("path-no-start", () -> assertThat(shop).path("Order.place >> Mail.send"));
    failing.put("path-no-end", () -> assertThat(shop).path("Orders.place >> Repository.sav"));
    failing.put(
        "path-through-others", () -> assertThat(shop).path("Orders.place > Statement.execute"));
    failing.put("path-elsewhere", () -> assertThat(shop).path("Orders.place >> Mail.send"));
    failing.put(
        "path-ends-in-the-middle",
        () ->
            assertThat(shop).path("Shop.main >> Repository.save > Statement.execute > Tx.commit"));
    failing.put("path-only-call", () -> assertThat(shop).path("Orders.refund > Mail.send"));
    failing.put("path-malformed", () -> assertThat(shop).path("Orders.place >>> Mail.send"));
    failing.put("no-path", () -> assertThat(shop).noPath("Shop.main >> Statement.execute"));
  }

  private void orders() {
    failing.put(
        "in-order", () -> assertThat(shop).inOrder("OrderPage.show", "Tx.commit", "Mail.send"));
    failing.put("in-order-misspelt", () -> assertThat(shop).inOrder("Tx.begin", "Tx.comit"));
    failing.put("in-order-one", () -> assertThat(shop).inOrder("Tx.begin"));
  }

  private void spans() {
    failing.put(
        "within", () -> assertThat(shop).called("Repository.save").within("Tx.begin", "Tx.commit"));
    failing.put(
        "within-misspelt",
        () -> assertThat(shop).called("Repository.save").within("Tx.begin", "Tx.rollback"));
    failing.put(
        "within-unended",
        () -> assertThat(shop).called("Orders.check").within("Tx.begin", "Tx.commit"));
    failing.put(
        "within-after",
        () -> assertThat(shop).called("OrderPage.show").within("Orders.place", "Tx.commit"));
  }

  private void rules() {
    failing.put("no-calls", () -> assertThat(shop).noCalls().from("..web..").to("..jdbc.."));
    failing.put(
        "no-calls-many", () -> assertThat(shop).noCalls().from("..target..").to("..jdbc.."));
    failing.put(
        "no-calls-from-nothing", () -> assertThat(shop).noCalls().from("..wep..").to("..jdbc.."));
  }

  private void ends() {
    RecordedRun values = run(SHOP.calls().args().returns());
    failing.put("returned", () -> assertThat(values).called("Orders.place").returned(false));
    failing.put("returned-some", () -> assertThat(values).called("Prices.net").returned(7));
    failing.put("returned-but-threw", () -> assertThat(values).called("Orders.refund").returned());
    failing.put(
        "returned-not-recorded", () -> assertThat(shop).called("Orders.place").returned(true));
    failing.put(
        "threw-other",
        () -> assertThat(values).called("Orders.refund").threw(java.io.IOException.class));
    failing.put("threw-none", () -> assertThat(shop).called("Tx.begin").threw("com.acme.Deadlock"));
    failing.put("with", () -> assertThat(values).called("Orders.place").with("id", 3));
    failing.put("with-misspelt", () -> assertThat(values).called("Repository.save").with("idd", 3));
    failing.put("with-no-parameters", () -> assertThat(values).called("Tx.begin").with("id", 3));
    RecordedRun nameless = WrittenTrace.of("[main]\ncom.acme.App.main (arg0=1)\n");
    failing.put("with-no-names", () -> assertThat(nameless).called("App.main").with("id", 1));
    failing.put("with-not-recorded", () -> assertThat(shop).called("Orders.place").with("id", 3));
    failing.put("first-of-none", () -> assertThat(shop).calls("Orders.plaze").first());
    failing.put("last", () -> assertThat(values).called("Prices.tax").last().returned(9));
  }

  private void counts() {
    RecordedRun counts = run(SHOP.callCounts());
    failing.put("counts-called", () -> assertThat(counts).called("Repository.sav"));
    failing.put("counts-times", () -> assertThat(counts).called("Prices.*").times(2));
    failing.put("counts-path", () -> assertThat(counts).path("Orders.place > Tx.begin"));
    failing.put("counts-golden", () -> assertThat(counts).matchesGolden());
    failing.put(
        "counts-within",
        () -> assertThat(counts).called("Tx.commit").within("Tx.begin", "Tx.commit"));
  }

  private void circumstances() {
    RecordedRun nothing = run(Tracer.run(Shop.class).include("com.acme").calls());
    failing.put("nothing-ran", () -> assertThat(nothing).called("Orders.place"));
    RecordedRun cut = run(SHOP.calls().maxEvents(20));
    failing.put("cut", () -> assertThat(cut).called("OrderPage.show"));
    RecordedRun crash = run(Tracer.run(Ending.class, "throw").calls());
    failing.put("crashed", () -> assertThat(crash).called("Ending.finish"));
    RecordedRun open = WrittenTrace.of("[main]\ncom.acme.App.main ...\n  com.acme.Disk.sync ...\n");
    failing.put("not-ended", () -> assertThat(open).called("Disk.sync").returned());
  }

  private void bounds() {
    String deep =
        IntStream.range(0, 500)
            .mapToObj(i -> "  ".repeat(i) + "com.acme.Level" + i + ".down\n")
            .collect(Collectors.joining("", "[main]\n", ""));
    RecordedRun levels = WrittenTrace.of(deep);
    failing.put("deep", () -> assertThat(levels).called("Level499.down").times(2));
    failing.put("deep-one", () -> assertThat(levels).called("Level499.down").threw("com.acme.X"));
    String wide =
        IntStream.range(0, 3000)
            .mapToObj(i -> "  com.acme.Part" + i % 100 + ".run (i=" + i + ")\n")
            .collect(Collectors.joining("", "[main]\ncom.acme.App.main\n", ""));
    RecordedRun parts = WrittenTrace.of(wide);
    failing.put("wide", () -> assertThat(parts).neverCalled("Part*.run"));
    failing.put("wide-callees", () -> assertThat(parts).path("Part0.run > Part1.run"));
    failing.put("wide-inside", () -> assertThat(parts).path("App.main >> Part1.run > App.main"));
    failing.put("wide-with", () -> assertThat(parts).called("Part*.run").with("i", 3000));
    failing.put("wide-path", () -> assertThat(parts).path("App.main > Prt.run"));
  }

  private void exits() {
    RecordedRun exit = run(Tracer.run(Ending.class, "exit").calls());
    failing.put("exit-code", () -> assertThat(exit).exitCode(0));
    failing.put("exit-not-timed-out", () -> assertThat(exit).timedOut());
    RecordedRun crash = run(Tracer.run(Ending.class, "throw").calls());
    failing.put("exit-code-crash", () -> assertThat(crash).exitCode(0));
    failing.put("uncaught-other", () -> assertThat(crash).uncaught(IllegalArgumentException.class));
    failing.put("uncaught-none", () -> assertThat(shop).uncaught(RuntimeException.class));
    failing.put(
        "exit-code-unknown", () -> assertThat(WrittenTrace.of("[main]\nApp.main\n")).exitCode(0));
    RecordedRun left =
        run(
            Tracer.run(Ending.class, "thread")
                .onException(OnException.SNAPSHOT)
                .captureOutput()
                .calls());
    failing.put(
        "uncaught-in-other",
        () -> assertThat(left).uncaughtIn("worker-*", IllegalArgumentException.class));
    failing.put(
        "uncaught-in-no-thread",
        () -> assertThat(left).uncaughtIn("wrker-1", RuntimeException.class));
    RecordedRun whole = run(Tracer.run(Ending.class, "return").onException(OnException.SNAPSHOT));
    failing.put(
        "uncaught-in-none", () -> assertThat(whole).uncaughtIn("*", RuntimeException.class));
    failing.put(
        "uncaught-in-not-recorded",
        () -> assertThat(shop).uncaughtIn("worker-1", RuntimeException.class));
    RecordedRun print = run(Tracer.run(Ending.class, "print").captureOutput());
    failing.put("stdout", () -> assertThat(print).as("printing").stdout().isEqualTo("41 orders"));
    failing.put("stderr", () -> assertThat(print).stderr().isEmpty());
    failing.put("stdout-not-captured", () -> assertThat(shop).stdout().isEmpty());
    failing.put(
        "stdout-unknown",
        () -> assertThat(WrittenTrace.of("[main]\nApp.main\n")).stdout().isEmpty());
    failing.put("no-trace", () -> assertThat(null).exitCode(0));
  }

  private void snapshots() {
    RecordedRun prices =
        run(
            SHOP.calls()
                .breakpoint("Prices.tax")
                .breakpoint("Orders.java:36 if 1 == 2")
                .breakpoint("Prices.java:1")
                .watch("price * 2"));
    failing.put(
        "snapshot-local", () -> assertThat(prices).snapshot("Prices.tax").local("price", 7));
    failing.put(
        "snapshot-local-one",
        () -> assertThat(prices).snapshot("Prices.tax").last().local("price", 7));
    failing.put(
        "snapshot-no-local", () -> assertThat(prices).snapshot("Prices.tax").local("prise", 7));
    failing.put(
        "snapshot-watch",
        () -> assertThat(prices).snapshot("Prices.java:11").watch("price * 2", 14));
    failing.put(
        "snapshot-no-watch", () -> assertThat(prices).snapshot("Prices.tax").watch("price", 7));
    failing.put("snapshot-times", () -> assertThat(prices).snapshot("Prices.tax").times(2));
    failing.put("snapshot-at-least", () -> assertThat(prices).snapshot("Prices.tax").atLeast(9));
    failing.put(
        "snapshot-at-most", () -> assertThat(prices).snapshot("Prices.tax").first().atMost(0));
    failing.put("snapshot-not-reached", () -> assertThat(prices).snapshot("Orders.java:36"));
    failing.put("snapshot-no-code", () -> assertThat(prices).snapshot("Prices.java:1"));
    failing.put("snapshot-not-asked-for", () -> assertThat(prices).snapshot("Orders.java:12"));
    failing.put("snapshot-malformed", () -> assertThat(prices).snapshot("Orders.java"));
    failing.put("snapshot-no-breakpoints", () -> assertThat(shop).snapshot("Orders.java:12"));
  }

  private void golden() {
    for (String file :
        List.of(
            "count",
            "call-more",
            "call-less",
            "shorter",
            "longer",
            "thread",
            "much",
            "places",
            "many-places",
            "missing")) {
      failing.put("golden-" + file, () -> golden(shop, file, GoldenMode.COMPARE));
    }
    failing.put("golden-missing-in-ci", () -> golden(shop, "missing", GoldenMode.REFUSE));
    failing.put("golden-count-in-ci", () -> golden(shop, "count", GoldenMode.REFUSE));
    String tasks =
        IntStream.range(0, 11_000)
            .mapToObj(i -> "com.acme.Task.run (i=" + i + ")\n")
            .collect(Collectors.joining("", "[main]\n", ""));
    RecordedRun many = WrittenTrace.of(tasks);
    failing.put("golden-too-long", () -> golden(many, "count", GoldenMode.COMPARE));
    RecordedRun first = run(SHOP.calls().maxEvents(20));
    RecordedRun last = run(SHOP.calls().keepLast(20));
    RecordedRun unseen =
        Tracer.record(() -> new Nest().leaves(1))
            .include("dev.bottrace.host.target.Nest")
            .include("java.util.concurrent.atomic.AtomicInteger")
            .calls()
            .execute();
    failing.put("golden-stopped", () -> golden(first, "incomplete", GoldenMode.UPDATE));
    failing.put("golden-not-kept", () -> golden(last, "incomplete", GoldenMode.UPDATE));
    failing.put("golden-unseen", () -> golden(unseen, "incomplete", GoldenMode.UPDATE));
    RecordedRun nothing = run(Tracer.run(Shop.class).include("com.acme").calls());
    failing.put("golden-nothing", () -> golden(nothing, "count", GoldenMode.COMPARE));
  }

  private static void golden(RecordedRun run, String name, GoldenMode mode) {
    Path file = Path.of("src/test/java/dev/bottrace/assertj/golden", name + ".golden.txt");
    assertThat(run).matchesGolden(file, GoldenOptions.DEFAULT, mode);
  }
}
