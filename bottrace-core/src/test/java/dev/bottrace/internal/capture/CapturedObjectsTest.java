package dev.bottrace.internal.capture;

import static dev.bottrace.internal.capture.Captured.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.option.Limits;
import dev.bottrace.option.Redaction;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.NotCapturedReason;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"UnusedVariable", "UnusedMethod", "ClassCanBeStatic"}) // read by reflection
class CapturedObjectsTest {
  private static final class Line {
    private int qty;

    Line(int qty) {
      this.qty = qty;
    }
  }

  private static class Order {
    private static int count = 3;
    private int id = 5;
    private List<Line> lines = new ArrayList<>(List.of(new Line(1), new Line(2)));
  }

  private static final class RushOrder extends Order {
    private String until = "noon";
  }

  private record Point(int x, int y) {}

  private enum Color {
    RED {
      @Override
      int code() {
        return 1;
      }
    };

    abstract int code();
  }

  private static final class Node {
    private String name;
    private @Nullable Object next;

    Node(String name) {
      this.name = name;
    }
  }

  private final class Inner {
    private int x = 1;
  }

  private static final class Empty {}

  private static final class Worker extends Thread {
    private int job = 7;
  }

  private static final class Account {
    private String user = "ann";
    private @Nullable String password = "hunter2";
    private char[] apiKey = {'x'};
    private @Nullable Object token;
  }

  @Test
  void objects_show_their_fields_and_those_of_superclasses_first() {
    assertThat(line(new Order()))
        .isEqualTo("Order{id=5, lines=ArrayList(2)[Line{qty=1}," + " Line{qty=2}]}");
    assertThat(line(new RushOrder())).endsWith("until=\"noon\"}");
    assertThat(line(new Empty())).isEqualTo("Empty{}");
  }

  @Test
  void records_read_as_they_print_themselves() {
    assertThat(line(new Point(1, 2))).isEqualTo("Point[x=1, y=2]");
  }

  @Test
  void constants_show_their_names() {
    assertThat(line(Color.RED)).isEqualTo("RED");
  }

  @Test
  void inner_objects_do_not_show_the_link_to_the_outer_one() {
    assertThat(line(new Inner())).isEqualTo("Inner{x=1}");
  }

  @Test
  void anonymous_and_local_classes_are_named_as_the_jvm_does() {
    int captured = 3;
    Object anonymous =
        new Object() {
          int value = captured;
        };
    assertThat(line(anonymous)).startsWith("CapturedObjectsTest$").contains("value=3");
  }

  @Test
  void lambdas_show_their_interface_and_what_they_captured() {
    String captured = "c";
    Supplier<String> supplier = () -> captured;
    Runnable free = () -> {};
    assertThat(line(supplier)).isEqualTo("Supplier lambda{arg$1=\"c\"}");
    assertThat(line(free)).isEqualTo("Runnable lambda");
    assertThat(line(Comparator.<Integer>naturalOrder().thenComparing(x -> x)))
        .isEqualTo("Comparator lambda");
  }

  @Test
  void proxies_show_their_interface() {
    Object proxy =
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {Runnable.class},
            (self, method, arguments) -> {
              throw new AssertionError("called");
            });
    assertThat(line(proxy)).isEqualTo("Runnable proxy");
  }

  @Test
  void program_classes_that_extend_jdk_classes_show_their_own_fields() {
    assertThat(line(new Worker())).isEqualTo("Worker{job=7}");
  }

  @Test
  void a_second_sight_shows_the_number_of_the_first() {
    Node self = new Node("a");
    self.next = self;
    assertThat(line(self)).isEqualTo("Node{name=\"a\", next=@1}");
    List<Object> list = new ArrayList<>();
    Object[] array = {list, "x", list};
    list.add(array);
    assertThat(line(array)).isEqualTo("Object[3][ArrayList(1)[@1], \"x\", @2]");
    AtomicReference<Object> reference = new AtomicReference<>();
    reference.set(reference);
    assertThat(line(reference)).isEqualTo("AtomicReference(@1)");
  }

  @Test
  void numbers_start_anew_for_each_value() {
    Capture capture = new ValueCapturer(Limits.DEFAULT, Redaction.DEFAULT).begin();
    Node node = new Node("a");
    node.next = node;
    assertThat(capture.value(node)).isEqualTo(capture.value(node));
  }

  @Test
  void what_was_cut_by_depth_is_shown_where_it_is_seen_again_higher_up() {
    Node deep = new Node("deep");
    Object[] value = {new Object[] {deep}, deep};
    assertThat(line(value, Limits.DEFAULT.withDepth(2)))
        .isEqualTo("Object[2][Object[1][Node{...}]," + " Node{name=\"deep\", next=null}]");
  }

  @Test
  void names_of_secrets_hide_fields_keys_and_variables() {
    Account account = new Account();
    account.password = null;
    assertThat(line(account))
        .isEqualTo(
            "Account{user=\"ann\", password=<redacted>, apiKey=<redacted>," + " token=<redacted>}");
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("user", "ann");
    map.put("db.password", "hunter2");
    assertThat(line(map))
        .isEqualTo("LinkedHashMap(2){\"user\"=\"ann\", \"db.password\"=<redacted>}");
    assertThat(line(Map.entry("token", "t"))).isEqualTo("\"token\"=<redacted>");
    Capture capture = new ValueCapturer(Limits.DEFAULT, Redaction.DEFAULT.with("my*")).begin();
    assertThat(capture.variable("pwd", 5).value())
        .isEqualTo(new CapturedValue.NotCaptured(NotCapturedReason.REDACTED, ""));
    assertThat(capture.variable("MyThing", null).value().toString()).isEqualTo("<redacted>");
    assertThat(capture.variable("thing", null).value().toString()).isEqualTo("null");
  }

  @Test
  void secrets_of_a_nested_object_do_not_show_in_the_order_of_a_set() {
    Map<Object, Object> map = new HashMap<>();
    map.put(new Account(), 1);
    map.put(new Account(), 2);
    assertThat(line(map)).doesNotContain("hunter2");
  }

  @Test
  void objects_that_an_evaluation_made_look_like_those_of_their_class() {
    VirtualObject virtual =
        new VirtualObject() {
          @Override
          public Class<?> type() {
            return Point.class;
          }

          @Override
          public Object get(Field field) {
            return field.getName().equals("x") ? 3 : 4;
          }
        };
    assertThat(line(List.of(virtual, virtual))).isEqualTo("List(2)[Point[x=3, y=4], @2]");
  }

  @Test
  void data_has_what_the_line_shows() {
    CapturedValue value =
        new ValueCapturer(Limits.DEFAULT, Redaction.DEFAULT).begin().value(new Point(1, 2));
    assertThat(value)
        .isEqualTo(
            new CapturedValue.Instance(
                "Point",
                true,
                List.of(
                    new CapturedVariable("x", new CapturedValue.Plain("1")),
                    new CapturedVariable("y", new CapturedValue.Plain("2"))),
                0,
                null));
  }
}
