package dev.bottrace.internal.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

/** Values of class loaders, which are the program's objects. */
class PerLoaderTest {
  private final PerLoader<String> names = new PerLoader<>();

  /** Says that it is any other, and fails the test when it is asked. */
  private static final class Alike extends ClassLoader {
    @Override
    public int hashCode() {
      throw new AssertionError("the program's code was called");
    }

    @Override
    public boolean equals(Object other) {
      throw new AssertionError("the program's code was called");
    }
  }

  @Test
  void loaders_are_told_apart_by_identity() {
    ClassLoader first = new Alike();
    ClassLoader second = new Alike();
    names.put(first, "first");
    assertThat(names.get(second, () -> "second")).isEqualTo("second");
    assertThat(names.get(first, () -> "third")).isEqualTo("first");
    names.put(first, "fourth");
    names.removeIf("second"::equals);
    assertThat(names.get(first)).isEqualTo("fourth");
    assertThat(names.get(second)).isNull();
    assertThat(names.get(null)).isNull();
  }

  @Test
  void a_loader_is_not_kept() throws InterruptedException {
    WeakReference<ClassLoader> loader = new WeakReference<>(new Alike());
    names.put(loader.get(), "gone");
    while (loader.get() != null) {
      System.gc();
      Thread.sleep(10);
    }
    names.put(new Alike(), "next");
    names.removeIf(
        name -> {
          assertThat(name).isEqualTo("next");
          return false;
        });
  }
}
