package dev.bottrace.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of a copy of the class that the JDK does not call: the listeners are those of the test alone. */
class HandoversTest {
  private static void tell(Throwable failure) {
    BiConsumer<Object, @Nullable Object>[] listener = failing(failure);
    Handovers.add(listener, () -> () -> {});
    try {
      Handovers.begins("task");
    } finally {
      Handovers.remove(listener);
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // of an array
  private static BiConsumer<Object, @Nullable Object>[] failing(Throwable failure) {
    BiConsumer<Object, @Nullable Object>[] listener = new BiConsumer[Handovers.KINDS];
    Arrays.fill(
        listener,
        (BiConsumer<Object, @Nullable Object>) (task, queue) -> HandoversTest.raise(failure));
    return listener;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void raise(Throwable failure) throws T {
    throw (T) failure;
  }

  private static Throwable made(Class<? extends Throwable> type)
      throws ReflectiveOperationException {
    return type.getConstructor().newInstance();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        IllegalStateException.class,
        OutOfMemoryError.class,
        StackOverflowError.class,
        NoClassDefFoundError.class
      })
  void the_jdk_does_not_hear_of_what_goes_wrong_in_a_listener(Class<? extends Throwable> type)
      throws ReflectiveOperationException {
    Throwable failure = made(type);
    assertThatCode(() -> tell(failure)).doesNotThrowAnyException();
  }

  @Test
  void a_thread_that_is_stopped_in_a_listener_is_stopped() {
    assertThatThrownBy(() -> tell(new Error("as Thread.stop does")))
        .isExactlyInstanceOf(Error.class);
  }
}
