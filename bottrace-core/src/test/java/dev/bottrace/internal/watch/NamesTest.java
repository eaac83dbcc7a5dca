package dev.bottrace.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.bottrace.internal.watch.target.Document;
import dev.bottrace.internal.watch.target.Order;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names stand for. */
class NamesTest {
  private final Order order = new Order();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name | inner name",
        "this.name | inner name",
        "super.name | outer name",
        "((Document) this).name | outer name",
        "hidden | 4",
        "prefix | doc",
        "Document.prefix + Order.prefix | docdoc",
        "LIMIT + KIND | 17order",
        "created | 3",
        "numbers.length | 3",
        "this.numbers[1] | 1",
        "State.OPEN == state | true",
        "Order.State.PAID | PAID",
        "dev.bottrace.internal.watch.target.Order.State.PAID | PAID",
        "dev.bottrace.internal.watch.target.Order.LIMIT | 17",
        "Integer.MAX_VALUE | 2147483647",
        "java.math.BigInteger.TEN | 10",
        "Map.of() | {}",
        "customer.name | Ann",
        "lines.get(0).item | pen",
        "Order.class.getSimpleName() | Order",
        "this instanceof Document | true",
        "this instanceof Comparable | true",
        "customer instanceof Customer | true",
      })
  void finds_fields_classes_and_constants(String expression, String expected) throws Exception {
    assertThat(String.valueOf(Watching.in(order).value(expression))).isEqualTo(expected);
  }

  @Test
  void a_variable_hides_a_field() throws Exception {
    ScopeVariable name = new ScopeVariable("name", "Ljava/lang/String;", "local");
    assertThat(Watching.in(order).value("name + this.name", name)).isEqualTo("localinner name");
  }

  @Test
  void an_anonymous_class_sees_captured_variables_and_its_outer_object() throws Exception {
    Watching task = Watching.in(order.task(7));
    assertThat(task.value("label")).isEqualTo("step7");
    assertThat(task.value("runs")).isEqualTo(1);
    assertThat(task.value("numbers[0] + LIMIT")).isEqualTo(20);
    assertThat(task.value("Order.this.name")).isEqualTo("inner name");
    assertThat(task.value("sum()")).isEqualTo(8.5);
  }

  @Test
  void an_inner_class_sees_all_outer_objects() throws Exception {
    Order.Inner inner = order.new Inner();
    Watching innermost = Watching.in(inner.innermost());
    assertThat(innermost.value("both()")).isEqualTo(6);
    assertThat(innermost.value("depth * 10 + Inner.this.depth")).isEqualTo(21);
    assertThat(innermost.value("Order.this.customer.name")).isEqualTo("Ann");
  }

  @Test
  void a_static_method_sees_static_fields_only() throws Exception {
    Watching watching = new Watching(Order.class, null);
    assertThat(watching.value("created + LIMIT")).isEqualTo(20);
    assertThat(watching.failure("total")).contains("there is none here");
    assertThat(watching.failure("this")).isEqualTo("there is no 'this' in a static method");
    assertThat(watching.failure("sum()")).contains("needs an object");
  }

  @Test
  void suggests_the_name_that_was_meant() {
    Watching watching = Watching.in(order);
    ScopeVariable items = new ScopeVariable("items", "Ljava/util/List;", List.of());
    assertThat(watching.failure("itemz.size()", items))
        .isEqualTo("there is no variable or field 'itemz'; did you mean 'items'?");
    assertThat(watching.failure("toral"))
        .isEqualTo("there is no variable or field 'toral'; did you mean 'total'?");
    assertThat(watching.failure("customer.nam"))
        .endsWith("which has no field 'nam'; did you mean 'name'?");
    assertThat(watching.failure("nothingLikeIt"))
        .isEqualTo("there is no variable or field 'nothingLikeIt'");
    assertThat(watching.failure("summ()")).isEqualTo("there is no method 'summ()'");
    assertThat(watching.failure("(Missing) this")).contains("there is no class 'Missing'");
  }

  @Test
  void names_what_is_null() {
    Watching watching = Watching.in(order);
    assertThat(watching.failure("nobody.name")).isEqualTo("'nobody' is null");
    assertThat(watching.failure("nobody.getName()")).isEqualTo("'nobody' is null");
    assertThat(watching.failure("this.nobody.name.length()")).isEqualTo("'this.nobody' is null");
    assertThat(watching.failure("numbers[7]")).isEqualTo("Index 7 out of bounds for length 3");
    assertThat(watching.failure("1 / (LIMIT - 17)")).isEqualTo("/ by zero");
    assertThat(watching.failure("vague(1, 2)")).startsWith("the call is ambiguous between");
  }

  @Test
  void a_condition_is_boolean() throws Exception {
    WatchScope scope = Watching.in(order).scope();
    assertThat(scope.holds("LIMIT == 17")).isTrue();
    assertThat(scope.holds("state.isFinal()")).isFalse();
    WatchFailure failure = catchThrowableOfType(WatchFailure.class, () -> scope.holds("LIMIT"));
    assertThat(failure).hasMessage("is int, not boolean");
  }

  @Test
  void one_expression_is_evaluated_in_several_kinds_of_scopes() throws Exception {
    WatchExpression name = WatchExpression.parse("name");
    assertThat(Watching.in(order).scope().evaluate(name)).isEqualTo("inner name");
    assertThat(Watching.in(new Document()).scope().evaluate(name)).isEqualTo("outer name");
    assertThat(Watching.in(order).scope().evaluate(name)).isEqualTo("inner name");
  }
}
