package dev.bottrace.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MethodPatternTest {
  private static TracedMethod method(String className, String name) {
    return new TracedMethod(0, className, name, "()V", "F.java", 1);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Orders.place,                com.acme.Orders,        place
          Orders.place,                Orders,                 place
          com.acme.Orders.place,       com.acme.Orders,        place
          *Repository.save*,           com.acme.Repository,    save
          *Repository.save*,           com.acme.JdbcRepository,saveAll
          *Repository.*,               a.Outer$Repository,     find
          Outer$Inner.run,             a.Outer$Inner,          run
          *$Inner.run,                 a.Outer$Inner,          run
          Core.<init>,                 com.acme.Core,          <init>
          Core.<clinit>,               com.acme.Core,          <clinit>
          Core.<*>,                    com.acme.Core,          <init>
          Core.*,                      com.acme.Core,          <init>
          App.lambda$main$0,           App,                    lambda$main$0
          App.lambda$*,                App,                    lambda$main$0
          Value.of-impl,               a.Value,                of-impl
          *.*,                         com.acme.Orders,        place
          *.place,                     Orders,                 place
          ..,                          com.acme.Orders,        place
          ..,                          Orders,                 place
          com.acme.orders..,           com.acme.orders.Orders, place
          com.acme.orders..,           com.acme.orders.db.Row, get
          com.*.orders..,              com.acme.orders.Orders, place
          ..web..,                     web.Page,               show
          ..web..,                     com.acme.web.Page,      show
          ..web..,                     com.web.acme.Page,      show
          ..web.Page.show,             com.acme.web.Page,      show
          ..Page.show,                 Page,                   show
          com.acme..*Repository.save,  com.acme.Repository,    save
          com.acme..*Repository.save,  com.acme.a.b.Repository,save
          ..a..a.b.C.d,                a.a.a.b.C,              d
          com.*.Orders.place,          com.acme.Orders,        place
          Größe.größer,                maß.Größe,              größer
          """)
  void names_a_method(String pattern, String className, String name) {
    assertThat(MethodPattern.of(pattern).matches(method(className, name))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Orders.place,                com.acme.Orders,        placed
          Orders.place,                com.acme.MyOrders,      place
          Orders.place,                com.acme.Outer$Orders,  place
          orders.place,                com.acme.Orders,        place
          com.acme.Orders.place,       org.com.acme.Orders,    place
          com.acme.Orders.place,       Orders,                 place
          acme.Orders.place,           com.acme.Orders,        place
          *Repository.save,            com.acme.Repository,    saveAll
          Core.*init,                  com.acme.Core,          <init>
          com.acme.orders..,           com.acme.ordersystem.X, place
          com.acme.orders..,           com.acme.Orders,        place
          com.acme.orders..,           org.com.acme.orders.X,  place
          com.*.orders..,              com.acme.eu.orders.X,   place
          ..web..,                     com.acme.webby.Page,    show
          ..web..,                     com.acme.Web,           web
          ..web.Page.show,             com.acme.web.db.Page,   show
          com.acme..*Repository.save,  com.Repository,         save
          ..a..a.b.C.d,                a.b.C,                  d
          com.acme.*.*,                com.acme.db.Row,        get
          """)
  void does_not_name_another(String pattern, String className, String name) {
    assertThat(MethodPattern.of(pattern).matches(method(className, name))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                      | it is blank
          ' '                     | it is blank
          Orders                  | is it a class or a method? Write Orders.* for all methods of classes, or *.Orders for methods of any class, by that name
          *                       | write '..' for everything
          com.acme...Orders.place | at character 9: 3 dots; write '..' for any packages and '.' between names
          .Orders.place           | at character 1: it begins with a dot; write '..' for any packages, or leave the dot out
          Orders.                 | at character 7: it ends with a dot; write Orders.* for all methods of a class, Orders.. for all of a package
          Orders.place(           | at character 13: a pattern has no parameters, as overloads count together; write Orders.place
          Orders.place(int)       | at character 13: a pattern has no parameters, as overloads count together; write Orders.place
          Orders#place            | at character 7: names have dots between them; write Orders.place
          Orders::place           | at character 7: names have dots between them; write Orders.place
          com/acme/Orders.place   | at character 4: names have dots between them; write com.acme.Orders.place
          Orders place            | at character 7: there are no spaces in a pattern; write '*' for those of a name
          'Orders.place '         | at character 13: there are no spaces in a pattern; write Orders.place
          Orders.place > Tx.begin | at character 13: a pattern names one method; for what calls what, there are paths(...) of a trace and path(...) of assertions
          A.b>C.d                 | at character 4: a pattern names one method; for what calls what, there are paths(...) of a trace and path(...) of assertions
          com.acme..save          | at character 9: between class and method stands one dot; write com.acme..*.save for that method of any class there
          **.save                 | at character 1: one star is enough; write '..' for any packages
          Orders.<foo>            | at character 8: write <init> for constructors or <clinit> for static initialisers, at the end
          <init>.place            | at character 1: write <init> for constructors or <clinit> for static initialisers, at the end
          Orders<T>.place         | at character 7: write .<init> or .<clinit> for constructors and static initialisers
          Orders.pl?ce            | at character 10: the only wildcard in a name is '*'
          Orders.place[]          | at character 13: '[' has no place in a pattern; write '*' for it
          """)
  void says_what_is_wrong_and_where(String pattern, String problem) {
    assertThatThrownBy(() -> MethodPattern.of(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "'"
                + pattern
                + "' is not a method pattern (such as Orders.place or com.acme.orders..): "
                + problem);
  }

  @Test
  void null_is_no_pattern() {
    assertThatThrownBy(() -> MethodPattern.of(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("pattern");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          com.acme.Orders   | com.acme.Orders    | it is a class that ran; write com.acme.Orders.* for all its methods
          com.acme          | com.acme.Orders    | it is a package of which something ran; write com.acme.. for all of it
          com.acme          | com.acme.db.Orders | it is a package of which something ran; write com.acme.. for all of it
          com.acme.*        | com.acme.Orders    | com.acme is a package of which something ran; write com.acme.. for all of it, or com.acme.*.* for its classes
          com.acme.Old      | com.acme.Orders    | com.acme is a package of which something ran; write com.acme.Old.* for all methods of the class, or com.acme.Old.. for all of the package
          com.acme.db       | com.acme.Orders    | com.acme is a package of which something ran; write com.acme.db.. for all of the package, or com.acme.db.* for all methods of the class
          com.acme.Orders.. | com.acme.Orders    | com.acme.Orders is a class that ran, no package; write com.acme.Orders.* for all its methods
          Orders..          | com.acme.Orders    | Orders is a class that ran, no package; write Orders.* for all its methods
          Outer.Inner.run   | a.Outer$Inner      | a nested class is written with $: Outer$Inner.run
          a.Outer.Inner.*   | a.Outer$Inner      | a nested class is written with $: a.Outer$Inner.*
          a.Outer.Inner     | a.Outer$Inner      | it is a nested class that ran; write a.Outer$Inner.*
          """)
  void the_name_of_something_else_that_ran_is_no_silent_miss(
      String pattern, String className, String problem) {
    assertThatThrownBy(() -> MethodPattern.of(pattern).matches(method(className, "run")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + pattern + "' names no method: " + problem);
  }

  @ParameterizedTest
  @ValueSource(strings = {"com.acme.Legacy", "com.legacy", "com.legacy..", "Outer.Inner.run"})
  void the_name_of_something_that_did_not_run_just_matches_nothing(String pattern) {
    assertThat(MethodPattern.of(pattern).matches(method("org.Orders", "run"))).isFalse();
    assertThat(MethodPattern.of(pattern).matches(method("Orders", "run"))).isFalse();
  }

  @Test
  void is_equal_to_one_of_the_same_text() {
    assertThat(MethodPattern.of("A.b"))
        .isEqualTo(MethodPattern.of("A.b"))
        .hasSameHashCodeAs(MethodPattern.of("A.b"))
        .isNotEqualTo(MethodPattern.of("A.c"))
        .hasToString("A.b");
  }
}
