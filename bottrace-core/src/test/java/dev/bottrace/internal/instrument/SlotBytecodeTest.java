package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import dev.bottrace.internal.instrument.Generated.Loaded;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Variables that take the slots of parameters, and those behind them. */
class SlotBytecodeTest {
  private static final Object[] NONE = {};

  @ParameterizedTest
  @ValueSource(ints = {V1_1, V1_5, V1_6, V17})
  void a_double_may_lie_half_in_the_last_parameter(int version) throws Exception {
    Loaded loaded =
        Generated.plain(version)
            .method(
                "half",
                "(I)D",
                code -> {
                  Label other = new Label();
                  code.visitVarInsn(ILOAD, 0);
                  code.visitInsn(I2D);
                  code.visitVarInsn(DSTORE, 0);
                  code.visitVarInsn(DLOAD, 0);
                  code.visitInsn(DCONST_0);
                  code.visitInsn(DCMPL);
                  code.visitJumpInsn(IFNE, other);
                  code.visitInsn(DCONST_1);
                  code.visitInsn(DRETURN);
                  code.visitLabel(other);
                  if ((version & 0xFFFF) >= V1_6) {
                    code.visitFrame(F_NEW, 1, new Object[] {DOUBLE}, 0, NONE);
                  }
                  code.visitVarInsn(DLOAD, 0);
                  code.visitInsn(DRETURN);
                })
            .method("next", "(I)I", SlotBytecodeTest::increment)
            .load();

    assertThat(loaded.call("half", 0)).isEqualTo(1.0);
    assertThat(loaded.call("half", 5)).isEqualTo(5.0);
    assertThat(loaded.call("next", 5)).isEqualTo(6);
    loaded.assertTrace("+half -half +half -half +next -next").assertWarnings();
  }

  private static void increment(MethodVisitor code) {
    code.visitIincInsn(0, 1);
    code.visitVarInsn(ILOAD, 0);
    code.visitInsn(IRETURN);
  }

  @Test
  void parameters_may_be_overwritten_by_other_types() throws Exception {
    Loaded loaded =
        Generated.plain(V17)
            .method(
                "reuse",
                "(JD)Ljava/lang/Object;",
                code -> {
                  Label loop = new Label();
                  code.visitLdcInsn("text");
                  code.visitVarInsn(ASTORE, 1);
                  code.visitInsn(ICONST_3);
                  code.visitVarInsn(ISTORE, 0);
                  code.visitInsn(LCONST_1);
                  code.visitVarInsn(LSTORE, 2);
                  code.visitInsn(FCONST_1);
                  code.visitVarInsn(FSTORE, 4);
                  code.visitLabel(loop);
                  code.visitFrame(
                      F_NEW, 4, new Object[] {INTEGER, "java/lang/String", LONG, FLOAT}, 0, NONE);
                  code.visitIincInsn(0, -1);
                  code.visitVarInsn(ILOAD, 0);
                  code.visitJumpInsn(IFNE, loop);
                  code.visitVarInsn(ALOAD, 1);
                  code.visitInsn(ARETURN);
                })
            .load();

    assertThat(loaded.call("reuse", 1L, 2.0)).isEqualTo("text");
    loaded.assertTrace("+reuse -reuse").assertWarnings();
  }

  @Test
  void a_parameter_may_be_out_of_use_at_a_jump_target() throws Exception {
    Loaded loaded =
        Generated.plain(V17)
            .method(
                "unused",
                "(JI)I",
                code -> {
                  Label target = new Label();
                  code.visitVarInsn(ILOAD, 2);
                  code.visitJumpInsn(IFNE, target);
                  code.visitInsn(NOP);
                  code.visitLabel(target);
                  code.visitFrame(F_NEW, 0, NONE, 0, NONE);
                  code.visitInsn(ICONST_4);
                  code.visitVarInsn(ISTORE, 200);
                  code.visitIincInsn(200, 300);
                  code.visitVarInsn(ILOAD, 200);
                  code.visitInsn(IRETURN);
                })
            .load();

    assertThat(loaded.call("unused", 1L, 2)).isEqualTo(304);
    loaded.assertTrace("+unused -unused").assertWarnings();
  }

  /** As class files have them: the same, more, and fewer variables, without and with a stack. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void frames_may_differ_in_each_way_from_the_one_before(int stack) throws Exception {
    Object[] both = {LONG, INTEGER};
    Object[] more = {LONG, INTEGER, "java/lang/String"};
    Object[] most = {LONG, INTEGER, "java/lang/String", DOUBLE, INTEGER, LONG};
    Object[] fewer = {LONG};
    List<Object[]> kinds = List.of(both, more, most, fewer, NONE);
    for (Object[] first : kinds) {
      for (Object[] second : kinds) {
        for (Object[] third : kinds) {
          Loaded loaded =
              Generated.plain(V17)
                  .method(
                      "jumps", "(JI)I", code -> jumpsTo(code, stack, List.of(first, second, third)))
                  .load();
          assertThat(loaded.call("jumps", 1L, 2)).isEqualTo(7);
          loaded.assertTrace("+jumps -jumps").assertWarnings();
        }
      }
    }
  }

  private static void jumpsTo(MethodVisitor code, int stack, List<Object[]> frames) {
    code.visitLdcInsn("text");
    code.visitVarInsn(ASTORE, 3);
    code.visitInsn(DCONST_1);
    code.visitVarInsn(DSTORE, 4);
    code.visitInsn(ICONST_1);
    code.visitVarInsn(ISTORE, 6);
    code.visitInsn(LCONST_1);
    code.visitVarInsn(LSTORE, 7);
    for (Object[] locals : frames) {
      Label next = new Label();
      code.visitInsn(stack == 1 ? ICONST_1 : NOP);
      code.visitInsn(ICONST_0);
      code.visitJumpInsn(IFEQ, next);
      code.visitInsn(NOP);
      code.visitLabel(next);
      code.visitFrame(F_NEW, locals.length, locals, stack, new Object[] {INTEGER});
      code.visitInsn(stack == 1 ? POP : NOP);
      restore(code, locals.length);
    }
    code.visitIntInsn(BIPUSH, 7);
    code.visitInsn(IRETURN);
  }

  /** Assigns again what a frame has dropped. */
  private static void restore(MethodVisitor code, int kept) {
    if (kept < 1) {
      code.visitInsn(LCONST_0);
      code.visitVarInsn(LSTORE, 0);
    }
    if (kept < 2) {
      code.visitInsn(ICONST_0);
      code.visitVarInsn(ISTORE, 2);
    }
    if (kept < 3) {
      code.visitInsn(ACONST_NULL);
      code.visitTypeInsn(CHECKCAST, "java/lang/String");
      code.visitVarInsn(ASTORE, 3);
    }
    if (kept < 6) {
      code.visitInsn(DCONST_0);
      code.visitVarInsn(DSTORE, 4);
      code.visitInsn(ICONST_0);
      code.visitVarInsn(ISTORE, 6);
      code.visitInsn(LCONST_0);
      code.visitVarInsn(LSTORE, 7);
    }
  }

  @Test
  void code_that_no_jvm_accepts_is_left_alone_and_comes_to_an_end() {
    byte[] classFile =
        Generated.bare(V17)
            .method(
                "broken",
                "(I)V",
                code -> {
                  code.visitInsn(LCONST_1);
                  code.visitVarInsn(LSTORE, 0);
                  code.visitInsn(RETURN);
                  code.visitMaxs(2, 1);
                })
            .classFile();

    assertThat(Bytecode.instrumented(classFile, Probing.CALLS).classFile()).isNotEmpty();
  }
}
