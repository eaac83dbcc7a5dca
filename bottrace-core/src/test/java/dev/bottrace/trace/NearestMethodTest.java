package dev.bottrace.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NearestMethodTest {
  private static final List<TracedMethod> METHODS =
      List.of(
          method("com.acme.orders.Orders", "place"),
          method("com.acme.orders.Orders", "plays"),
          method("com.acme.db.Repository", "save"),
          method("com.acme.db.Repository", "<init>"),
          method("com.acme.web.Page$Head", "show"),
          method("App", "main"));

  private static TracedMethod method(String className, String name) {
    return new TracedMethod(0, className, name, "()V", "F.java", 1);
  }

  @ParameterizedTest
  @CsvSource({
    "Repository.sav, Repository.save",
    "Repositry.save, Repository.save",
    "orders.place, Orders.place",
    "Orders.placs, Orders.place",
    "Repository.init, Repository.<init>",
    "Head.show, Page$Head.show",
    "com.acme.order.Orders.place, com.acme.orders.Orders.place",
    "acme.orders.Orders.place, com.acme.orders.Orders.place",
    "com.acme.order.., com.acme.orders..",
    "com.acne.., com.acme..",
    "..wep.., ..web..",
    "App.mian, App.main",
  })
  void is_what_was_probably_meant_in_the_form_that_was_given(String wrong, String meant) {
    MethodPattern pattern = MethodPattern.of(wrong);
    assertThat(NearestMethod.to(pattern, METHODS)).contains(meant);
    assertThat(METHODS).anyMatch(MethodPattern.of(meant)::matches);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invoice.print", "org.example..", "..util..", "x.y"})
  void is_nothing_where_no_name_is_like_it(String wrong) {
    assertThat(NearestMethod.to(MethodPattern.of(wrong), METHODS)).isEmpty();
  }
}
