package dev.bottrace.internal.symbol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.TracedMethod;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SymbolTableTest {
  private final SymbolTable symbols = new SymbolTable();

  private static TracedMethod method(String name) {
    return new TracedMethod(-1, "com.acme.App", name, "()V", "com/acme/App.java", 3);
  }

  @Test
  void numbers_methods_one_after_the_other() {
    assertThat(symbols.define(List.of(method("a"), method("b")))).isZero();
    assertThat(symbols.define(List.of())).isEqualTo(2);
    assertThat(symbols.define(List.of(method("c")))).isEqualTo(2);
    assertThat(symbols.method(2))
        .isEqualTo(new TracedMethod(2, "com.acme.App", "c", "()V", "com/acme/App.java", 3));
  }

  @Test
  void grows() {
    List<TracedMethod> many = IntStream.range(0, 1000).mapToObj(i -> method("m" + i)).toList();
    symbols.define(many.subList(0, 255));
    symbols.define(many.subList(255, 258));
    symbols.define(many.subList(258, 1000));
    assertThat(IntStream.range(0, 1000).mapToObj(id -> symbols.method(id).name()))
        .isEqualTo(many.stream().map(TracedMethod::name).toList());
  }

  @Test
  void numbers_exception_classes_once() {
    assertThat(symbols.exceptionId(new IOException())).isZero();
    assertThat(symbols.exceptionId(new IllegalStateException())).isEqualTo(1);
    assertThat(symbols.exceptionId(new IOException("another"))).isZero();
    assertThat(symbols.exceptionName(1)).isEqualTo("java.lang.IllegalStateException");
  }
}
