package dev.bottrace.assertj;

import static dev.bottrace.assertj.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bottrace.Tracer;
import dev.bottrace.assertj.target.end.Ending;
import dev.bottrace.assertj.target.shop.Shop;
import dev.bottrace.option.OnException;
import dev.bottrace.trace.RecordedRun;
import dev.bottrace.trace.Trace;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Assertions that hold; what they say when they don't is in {@link FailureMessageTest}. */
class TraceAssertTest {
  private static Trace shop;

  @BeforeAll
  static void run() throws Exception {
    shop =
        Tracer.run(Shop.class)
            .include("dev.bottrace.assertj.target")
            .calls()
            .args()
            .returns()
            .breakpoint("Prices.tax")
            .watch("price * 2")
            .execute();
  }

  @Test
  void all_assertions_can_stand_in_one_chain() {
    assertThat(shop)
        .exitCode(0)
        .called("Orders.place")
        .times(2)
        .returned(true)
        .called("Repository.save")
        .atLeast(3)
        .atMost(3)
        .returned()
        .neverCalled("..legacy..")
        .path("Orders.place >> Statement.execute")
        .path("Orders.place > Repository.save > Statement.execute")
        .noPath("Orders.refund >> Statement.execute")
        .inOrder("Tx.begin", "Repository.save", "Tx.commit", "Mail.send")
        .noCalls()
        .from("..shop..")
        .to("..web.Internal*.*")
        .snapshot("Prices.tax")
        .times(6)
        .first()
        .local("price", 7)
        .watch("price * 2", 14)
        .calls("Tx.rollback")
        .times(0);
  }

  @Test
  void stands_beside_the_assertions_of_assertj() {
    RecordedRun run = shop;
    assertThat(run).called("Orders.place");
    assertThat(shop.threads()).hasSize(2);
    assertThat("text").isNotEmpty();
    assertThat(List.of(1)).isNotEmpty();
  }

  @Test
  void calls_are_narrowed_down_by_place_and_by_argument() {
    assertThat(shop)
        .called("Prices.tax")
        .first()
        .returned(1)
        .calls("Prices.tax")
        .last()
        .returned(0)
        .times(1);
    assertThat(shop).called("Prices.tax").with("price", 5).times(2).returned(1);
    assertThat(shop).called("Statement.execute").with("sql", "select 1").last().returned("1 row");
    assertThat(shop).called("Statement.execute").returnedLine("\"1 row\"");
  }

  @Test
  void an_exception_is_that_of_its_class_or_of_one_that_it_extends() {
    assertThat(shop)
        .called("Orders.refund")
        .threw(IllegalStateException.class)
        .threw(RuntimeException.class)
        .threw("java.lang.IllegalStateException");
    assertThatThrownBy(() -> assertThat(shop).called("Orders.refund").threw("RuntimeException"))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void counts_are_enough_to_ask_how_often() throws Exception {
    assertThat(Tracer.run(Ending.class, "return").callCounts().execute())
        .called("Ending.begin")
        .times(1)
        .called("Ending.*")
        .times(3)
        .neverCalled("Ending.fail");
  }

  @Test
  void knows_how_a_program_ended() throws Exception {
    assertThat(Tracer.run(Ending.class, "exit").execute()).exitCode(3);
    assertThat(Tracer.run(Ending.class, "throw").execute())
        .exitCode(1)
        .uncaught(IllegalStateException.class)
        .uncaught(Exception.class);
    assertThat(Tracer.run(Ending.class, "wait").timeout(Duration.ofMillis(500)).execute())
        .timedOut()
        .exitCode(124);
  }

  @Test
  void knows_which_exceptions_left_other_threads() throws Exception {
    Trace trace =
        Tracer.run(Ending.class, "thread")
            .onException(OnException.SNAPSHOT)
            .captureOutput()
            .execute();
    assertThat(trace)
        .exitCode(0)
        .uncaughtIn("worker-1", IllegalStateException.class)
        .uncaughtIn("*-2", RuntimeException.class)
        .stderr()
        .contains("Exception in thread \"worker-1\" java.lang.IllegalStateException: no disk");
    assertThatThrownBy(() -> assertThat(trace).uncaughtIn("worker-", IllegalStateException.class))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void goes_on_to_what_was_printed() throws Exception {
    Trace trace = Tracer.run(Ending.class, "print").captureOutput().execute();
    assertThat(trace).exitCode(0).stdout().hasLineCount(1).startsWith("42 orders");
    assertThat(trace).stderr().startsWith("no printer");
  }

  @Test
  void the_exception_that_ended_the_program_is_the_cause_of_the_failure() throws Exception {
    Trace crashed = Tracer.run(Ending.class, "throw").execute();
    assertThatThrownBy(() -> assertThat(crashed).exitCode(0))
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void soft_assertions_collect_the_failures_of_chains() {
    SoftAssertions softly = new SoftAssertions();
    softly.check(() -> assertThat(shop).called("Orders.place").times(3));
    softly.check(() -> assertThat(shop).neverCalled("Tx.rollback"));
    softly.check(() -> assertThat(shop).path("Orders.place > Mail.send"));
    assertThat(softly.errorsCollected()).hasSize(2);
  }

  @Test
  void a_description_goes_along_a_chain() {
    assertThatThrownBy(() -> assertThat(shop).as("the %s", "shop").called("Orders.place").times(3))
        .hasMessageStartingWith("[the shop] Expected");
    assertThatThrownBy(
            () -> assertThat(shop).as("the shop").called("Tx.begin").path("Tx.begin > Tx.begin"))
        .hasMessageStartingWith("[the shop] Expected");
  }

  static List<ThrowingCallable> failing() {
    return List.of(
        () -> assertThat(shop).path("Orders.place > Mail.send"),
        () -> assertThat(shop).called("Orders.place").times(3),
        () -> assertThat(shop).called("Orders.place").threw("com.acme.Deadlock"),
        () -> assertThat(shop).called("Orders.place").neverCalled("Mail.send"),
        () -> assertThat(shop).noCalls().from("..web..").to("..jdbc.."),
        () -> assertThat(shop).noCalls().from("..wep..").to("..jdbc.."),
        () -> assertThat(shop).exitCode(1),
        () -> assertThat(shop).snapshot("Prices.tax").times(2),
        () -> assertThat(shop).matchesGolden("none"));
  }

  @ParameterizedTest
  @MethodSource("failing")
  void failures_show_no_frames_of_the_library(ThrowingCallable failing) {
    assertThatThrownBy(failing)
        .isInstanceOf(AssertionError.class)
        .satisfies(
            failure ->
                assertThat(failure.getStackTrace()[0].getClassName())
                    .isEqualTo(TraceAssertTest.class.getName()));
  }

  @Test
  void a_count_is_never_negative() {
    assertThatThrownBy(() -> assertThat(shop).calls("Orders.place").times(-1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void an_order_goes_through_all_threads() {
    assertThat(shop).inOrder("OrderPage.show", "Orders.audit", "Repository.find");
    assertThatThrownBy(() -> assertThat(shop).inOrder("Orders.audit", "OrderPage.show"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> assertThat(shop).inOrder("Shop.main", "Shop.main"))
        .as("one call for each pattern")
        .isInstanceOf(AssertionError.class);
  }
}
