package dev.bottrace.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.capture.VirtualObject;
import dev.bottrace.internal.watch.target.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Interprets methods of the program. */
class ProgramMethodsTest {
  private final Order order = new Order();
  private final Watching watching = Watching.in(order);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sum() | 8.5",
        "sum() > 8 && lines.size() == 2 | true",
        "sortedFirst() | 1",
        "describe() | Order Line[item=pen, count=3, price=1.5]; Line[item=ink, count=1, price=4.0];",
        "view().size() | 2",
        "view().get(1).item | ink",
        "view().get(1).item() + 1 | ink1",
        "counts() + \"\" | {ink=1, pen=3}",
        "counts().get(\"pen\") + 1 | 4",
        "best().item() | pen",
        "best().equals(lines.get(0)) | true",
        "created().sum() | 5.0",
        "created().toString() | Line[item=new, count=2, price=2.5]",
        "created().equals(created()) | true",
        "created().hashCode() == created().hashCode() | true",
        "created() == created() | false",
        "array().length | 2",
        "array()[0].item() + array()[1].item | newpen",
        "caught(\"abc\") | length 3",
        "caught(null) | null",
        "caught(5) | cast",
        "ofCode() | closed7",
        "switched() | o",
        "switchedText(\"b\") | second",
        "switchedText(\"z\") | other",
        "applied(4) | 11",
        "wide(1, 2L, 3.9, 4.1f) | 23",
        "matrix() | 127",
        "textOf(customer) | <Customer Ann>",
        "textOf(lines.get(1)) | <Line[item=ink, count=1, price=4.0]>",
        "textOf(null) | <null>",
        "\"\" + customer + nobody | Customer Annnull",
        "title() | Order of Customer Ann",
        "super.title() | Document outer name",
        "kindOf() | Order4",
        "compareTo(this) | 0",
        "secret() | private",
        "state.isFinal() | false",
        "Order.State.PAID.isFinal() | true",
        "State.values().length | 2",
        "State.valueOf(\"PAID\").ordinal() | 1",
        "state.name() + state | OPENOPEN",
        "pick(\"s\") | string",
        "pick((Object) \"s\") | object",
        "pick(1) | long",
        "pick((Integer) 1) | Integer",
        "pick('c') | long",
        "pick(1.5) | object",
        "pick(1, 2) | ints2",
        "pick() | ints0",
        "greet(\"a\", \"b\") | a+b",
        "greet() | ''",
        "supplier(4).get() | 7",
        "remembers(byKey.keySet().iterator().next()) | true",
        "related.containsKey(\"x\") | true",
        "related.get(\"x\") == null | true",
        "sorted.get(\"one\") | 1",
        "mixed.get(0).item() + mixed.get(1).length() | cap4",
        "mixed.contains(mixed.get(0)) | true",
        "lines.indexOf(lines.get(1)) | 1",
        "mixed.get(0).sum() * 2 | 4.0",
      })
  void runs_methods_of_the_program(String expression, String expected) throws Exception {
    assertThat(String.valueOf(watching.value(expression))).isEqualTo(expected);
  }

  @Test
  void a_key_of_the_program_is_found_by_its_own_methods() throws Exception {
    ScopeVariable key =
        new ScopeVariable(
            "key", "Ldev/bottrace/internal/watch/target/Order$Key;", new Order.Key("a", 1));
    assertThat(watching.value("byKey.get(key)", key)).isEqualTo("first");
    assertThat(watching.value("remembers(key)", key)).isEqualTo(true);
  }

  @Test
  void a_new_object_exists_in_the_evaluation_only() throws Exception {
    Object value = watching.value("created()");
    assertThat(value).isInstanceOf(VirtualObject.class);
    VirtualObject line = (VirtualObject) value;
    assertThat(line.type()).isEqualTo(Order.Line.class);
    assertThat(line.get(Order.Line.class.getDeclaredField("count"))).isEqualTo(2);
  }

  @Test
  void exceptions_of_the_program_are_named_with_their_message() {
    assertThat(watching.failure("failed()"))
        .isEqualTo("failed() threw java.lang.IllegalStateException: no inner name");
    assertThat(watching.failure("failing(0)"))
        .isEqualTo("failing() threw java.lang.ArithmeticException: / by zero");
    assertThat(watching.failure("own()"))
        .isEqualTo("own() threw dev.bottrace.internal.watch.target.ShopException: closed");
    assertThat(watching.failure("lines.get(5)"))
        .isEqualTo(
            "get() threw java.lang.IndexOutOfBoundsException: Index 5 out of bounds for length 2");
  }
}
