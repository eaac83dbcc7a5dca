package dev.bottrace.assertj;

import static dev.bottrace.assertj.TraceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.bottrace.Tracer;
import dev.bottrace.assertj.target.shop.Shop;
import dev.bottrace.host.target.Orders;
import dev.bottrace.trace.Trace;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Absence is asserted of methods that could have run, and only where it would have been seen. */
class CompletenessTest {
  private static final String TARGET = "dev.bottrace.assertj.target.shop";

  private static Trace shop() throws Exception {
    return Tracer.run(Shop.class).include(TARGET).calls().execute();
  }

  @Test
  void a_name_that_no_method_of_a_loaded_class_has_is_no_proof() throws Exception {
    Trace trace = shop();
    assertThatIllegalStateException()
        .isThrownBy(() -> assertThat(trace).neverCalled("Orders.plase"))
        .withMessage(
            "nothing can be said of calls of Orders.plase that are not there: "
                + TARGET
                + ".Orders has no code for a method of that name; did you mean Orders.place?");
    assertThatIllegalStateException()
        .isThrownBy(() -> assertThat(trace).noPath("Shop.main >> Orders.hashCode"))
        .withMessageEndingWith(
            "Orders has no code for a method of that name: a method that it inherits, or leaves to"
                + " others, is named by the class whose code runs, as in *.hashCode");
  }

  @Test
  void so_it_is_where_loaded_classes_are_recorded() {
    Orders orders = new Orders();
    Trace trace =
        Tracer.record(() -> orders.placeAll(List.of()))
            .include("dev.bottrace.host.target")
            .calls()
            .execute();
    assertThat(trace).neverCalled("Orders.place");
    assertThatIllegalStateException()
        .isThrownBy(() -> assertThat(trace).calls("Orders.plase").times(0))
        .withMessageEndingWith("did you mean Orders.place?");
  }

  interface Basket {
    int size();
  }

  record Cart(int size) implements Basket {
    public static void main(String[] args) {
      Basket basket = new Cart(3);
      basket.size();
    }
  }

  @Test
  void an_interface_without_code_is_never_called() throws Exception {
    Trace trace = Tracer.run(Cart.class).include("dev.bottrace.assertj").calls().execute();
    assertThatIllegalStateException()
        .isThrownBy(() -> assertThat(trace).neverCalled("CompletenessTest$Basket.size"))
        .withMessageEndingWith("named by the class whose code runs, as in *.size");
  }

  @Test
  void a_class_that_was_not_loaded_proves_that_it_was_not_called() throws Exception {
    assertThat(shop()).neverCalled(TARGET + ".Nobody.knows").neverCalled("Nobody.knows");
  }

  @Test
  void counts_are_of_all_calls_though_their_events_are_gone() throws Exception {
    Trace trace =
        Tracer.run(Shop.class)
            .include("dev.bottrace.assertj.target")
            .calls()
            .callCounts()
            .keepLast(2)
            .execute();
    assertThat(trace).neverCalled("Nobody.knows").called("Orders.place").times(2);
  }
}
