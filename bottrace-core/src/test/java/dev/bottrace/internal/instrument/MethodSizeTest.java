package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import dev.bottrace.internal.instrument.Generated.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Methods at the limits of the class file format. */
class MethodSizeTest {

  @Test
  void a_method_that_probes_would_make_too_large_is_left_with_one_warning() throws Exception {
    Loaded loaded =
        Generated.plain(V1_8)
            .method("small", "()V", code -> code.visitInsn(RETURN))
            .method("large", "()V", code -> large(code, 65_530))
            .method("alsoSmall", "()V", code -> code.visitInsn(RETURN))
            .load();

    loaded.call("small");
    loaded.call("large");
    loaded.call("alsoSmall");
    loaded.assertTrace("+small -small +alsoSmall -alsoSmall");
    loaded.assertWarnings("method large is not traced: with probes it would pass 64 KB");
  }

  @Test
  void each_method_too_large_has_its_warning() throws Exception {
    Generated.plain(V1_8)
        .method("one", "()V", code -> large(code, 65_520))
        .method("two", "()V", code -> large(code, 65_520))
        .load()
        .assertWarnings(
            "method one is not traced: with probes it would pass 64 KB",
            "method two is not traced: with probes it would pass 64 KB");
  }

  private static void large(MethodVisitor code, int size) {
    for (int i = 1; i < size; i++) {
      code.visitInsn(NOP);
    }
    code.visitInsn(RETURN);
  }

  @Test
  void jumps_that_probes_make_too_far_become_wide_ones() throws Exception {
    Loaded loaded = Generated.withFrames(V1_8).method("far", "(I)I", MethodSizeTest::far).load();

    assertThat(loaded.call("far", 0)).isEqualTo(1);
    assertThat(loaded.call("far", 5)).isEqualTo(2);
    loaded.assertTrace("+far -far +far -far").assertWarnings();
  }

  /** Jumps of nearly 32 KB, over some hundred returns that get probes. */
  private static void far(MethodVisitor code) {
    Label end = new Label();
    code.visitVarInsn(ILOAD, 0);
    code.visitJumpInsn(IFNE, end);
    for (int i = 0; i < 300; i++) {
      Label next = new Label();
      code.visitVarInsn(ILOAD, 0);
      code.visitJumpInsn(IFNE, next);
      code.visitInsn(ICONST_1);
      code.visitInsn(IRETURN);
      code.visitLabel(next);
      for (int j = 0; j < 100; j++) {
        code.visitInsn(NOP);
      }
    }
    code.visitLabel(end);
    code.visitInsn(ICONST_2);
    code.visitInsn(IRETURN);
  }

  @ParameterizedTest
  @ValueSource(ints = {65_530, 65_533, 65_534, 65_535})
  void as_many_variables_as_fit_are_traced(int maxLocals) throws Exception {
    Loaded loaded = sized("locals", 2, maxLocals);

    loaded.call("locals");
    if (maxLocals <= 65_533) {
      loaded.assertTrace("+locals -locals").assertWarnings();
    } else {
      loaded.assertTrace("");
      loaded.assertWarnings(
          "method locals is not traced: with probes it would pass 65535 variables");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {65_530, 65_531, 65_535})
  void as_deep_a_stack_as_fits_is_traced(int maxStack) throws Exception {
    Loaded loaded = sized("stack", maxStack, 2);

    loaded.call("stack");
    if (maxStack <= 65_530) {
      loaded.assertTrace("+stack -stack").assertWarnings();
    } else {
      loaded.assertTrace("");
      loaded.assertWarnings(
          "method stack is not traced: with probes it would pass 65535 stack slots");
    }
  }

  private static Loaded sized(String name, int maxStack, int maxLocals) throws Exception {
    return Generated.bare(V1_8)
        .method(
            name,
            "()V",
            code -> {
              code.visitInsn(LCONST_1);
              code.visitVarInsn(LSTORE, maxLocals - 2);
              code.visitInsn(RETURN);
              code.visitMaxs(maxStack, maxLocals);
            })
        .load();
  }
}
