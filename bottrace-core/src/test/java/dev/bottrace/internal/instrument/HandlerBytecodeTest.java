package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import dev.bottrace.internal.instrument.Generated.Loaded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Exception handlers that javac does not write. */
class HandlerBytecodeTest {
  private static final Object[] NONE = {};
  private static final String NULL_POINTER = "java/lang/NullPointerException";

  private final Label start = new Label();
  private final Label end = new Label();
  private final Label handler = new Label();

  private static void fail(MethodVisitor code) {
    code.visitInsn(ACONST_NULL);
    code.visitInsn(ATHROW);
  }

  private static void callFail(MethodVisitor code) {
    code.visitMethodInsn(INVOKESTATIC, Generated.INTERNAL_NAME, "fail", "()V", false);
  }

  /** Calls {@code fail()} in a try, whose handler is up to the test. */
  private void tryFail(MethodVisitor code, String caught) {
    code.visitTryCatchBlock(start, end, handler, caught);
    code.visitLabel(start);
    callFail(code);
    code.visitLabel(end);
  }

  private void atHandler(MethodVisitor code, Object type) {
    code.visitLabel(handler);
    code.visitFrame(F_NEW, 0, NONE, 1, new Object[] {type});
  }

  private static Generated withFail() {
    return Generated.plain(V1_8).method("fail", "()V", HandlerBytecodeTest::fail);
  }

  @Test
  void a_handler_that_normal_flow_falls_into_ends_no_call() throws Exception {
    Loaded loaded =
        withFail()
            .method(
                "run",
                "(I)Ljava/lang/Throwable;",
                code -> {
                  Label skip = new Label();
                  code.visitTryCatchBlock(start, end, handler, null);
                  code.visitVarInsn(ILOAD, 0);
                  code.visitJumpInsn(IFEQ, skip);
                  code.visitLabel(start);
                  callFail(code);
                  code.visitLabel(end);
                  code.visitLabel(skip);
                  code.visitFrame(F_NEW, 1, new Object[] {INTEGER}, 0, NONE);
                  code.visitInsn(ACONST_NULL);
                  atHandler(code, "java/lang/Throwable");
                  code.visitInsn(ARETURN);
                })
            .load();

    assertThat(loaded.call("run", 0)).isNull();
    assertThat(loaded.call("run", 1)).isInstanceOf(NullPointerException.class);
    loaded.assertTrace("+run -run +run +fail -fail!NullPointerException -run");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"java/lang/Throwable", "java/lang/Exception", "java/lang/Object", NULL_POINTER})
  void the_frame_of_a_handler_may_be_wider_than_what_it_catches(String type) throws Exception {
    Loaded loaded =
        withFail()
            .method(
                "run",
                "()Ljava/lang/Object;",
                code -> {
                  tryFail(code, NULL_POINTER);
                  code.visitInsn(ACONST_NULL);
                  code.visitInsn(ARETURN);
                  atHandler(code, type);
                  code.visitInsn(ARETURN);
                })
            .load();

    assertThat(loaded.call("run")).isInstanceOf(NullPointerException.class);
    loaded.assertTrace("+run +fail -fail!NullPointerException -run");
  }

  @Test
  void a_handler_may_begin_with_new_and_jump_before_the_constructor() throws Exception {
    Loaded loaded =
        withFail()
            .method("run", "(I)Ljava/lang/Object;", code -> wrap(code, "java/lang/Exception"))
            .load();

    assertThat(loaded.call("run", 0))
        .isInstanceOf(IllegalStateException.class)
        .extracting(e -> ((Exception) e).getMessage())
        .isEqualTo("zero");
    assertThat(loaded.call("run", 1)).hasToString("java.lang.IllegalStateException: other");
  }

  /** {@code catch (Exception e) {throw new IllegalStateException(argument == 0 ? ... : ...)}}. */
  private void wrap(MethodVisitor code, String caught) {
    Object state = "java/lang/IllegalStateException";
    Label other = new Label();
    Label join = new Label();
    tryFail(code, caught);
    code.visitInsn(ACONST_NULL);
    code.visitInsn(ARETURN);
    code.visitLabel(handler);
    code.visitFrame(F_NEW, 1, new Object[] {INTEGER}, 1, new Object[] {caught});
    code.visitTypeInsn(NEW, state.toString());
    code.visitInsn(DUP);
    code.visitVarInsn(ILOAD, 0);
    code.visitJumpInsn(IFNE, other);
    code.visitLdcInsn("zero");
    code.visitJumpInsn(GOTO, join);
    code.visitLabel(other);
    code.visitFrame(F_NEW, 1, new Object[] {INTEGER}, 3, new Object[] {caught, handler, handler});
    code.visitLdcInsn("other");
    code.visitLabel(join);
    code.visitFrame(
        F_NEW,
        1,
        new Object[] {INTEGER},
        4,
        new Object[] {caught, handler, handler, "java/lang/String"});
    code.visitMethodInsn(INVOKESPECIAL, state.toString(), "<init>", "(Ljava/lang/String;)V", false);
    code.visitInsn(ATHROW);
  }

  @Test
  void a_handler_may_be_a_loop_and_cover_itself() throws Exception {
    Loaded loaded =
        withFail()
            .method(
                "run",
                "(I)I",
                code -> {
                  Label done = new Label();
                  code.visitTryCatchBlock(start, done, handler, null);
                  code.visitLabel(start);
                  callFail(code);
                  code.visitInsn(ACONST_NULL);
                  code.visitLabel(handler);
                  code.visitFrame(
                      F_NEW, 1, new Object[] {INTEGER}, 1, new Object[] {"java/lang/Throwable"});
                  code.visitInsn(POP);
                  code.visitIincInsn(0, -1);
                  code.visitVarInsn(ILOAD, 0);
                  code.visitJumpInsn(IFEQ, done);
                  callFail(code);
                  code.visitInsn(ACONST_NULL);
                  code.visitJumpInsn(GOTO, handler);
                  code.visitLabel(done);
                  code.visitFrame(F_NEW, 1, new Object[] {INTEGER}, 0, NONE);
                  code.visitInsn(ICONST_5);
                  code.visitInsn(IRETURN);
                })
            .load();

    assertThat(loaded.call("run", 3)).isEqualTo(5);
    loaded.assertTrace(
        "+run +fail -fail!NullPointerException +fail -fail!NullPointerException"
            + " +fail -fail!NullPointerException -run");
  }

  @Test
  void a_handler_may_only_throw_again() throws Exception {
    Loaded loaded =
        withFail()
            .method(
                "run",
                "()V",
                code -> {
                  tryFail(code, null);
                  code.visitInsn(RETURN);
                  atHandler(code, "java/lang/Throwable");
                  code.visitInsn(ATHROW);
                })
            .load();

    assertThat(loaded.call("run")).isInstanceOf(NullPointerException.class);
    loaded.assertTrace("+run +fail -fail!NullPointerException -run!NullPointerException");
  }

  @Test
  void a_handler_may_do_nothing() throws Exception {
    Loaded loaded =
        withFail()
            .method(
                "run",
                "()V",
                code -> {
                  tryFail(code, null);
                  code.visitInsn(RETURN);
                  atHandler(code, "java/lang/Throwable");
                  code.visitInsn(NOP);
                  code.visitInsn(RETURN);
                })
            .load();

    assertThat(loaded.call("run")).isNull();
    loaded.assertTrace("+run +fail -fail!NullPointerException -run");
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_4, V1_5})
  void code_that_nothing_reaches_may_stand_without_a_frame(int version) throws Exception {
    Loaded loaded =
        Generated.plain(version)
            .method("fail", "()V", HandlerBytecodeTest::fail)
            .method(
                "run",
                "(D)V",
                code -> {
                  callFail(code);
                  code.visitInsn(RETURN);
                  code.visitVarInsn(ALOAD, 3);
                  code.visitInsn(ATHROW);
                  code.visitInsn(RETURN);
                })
            .load();

    assertThat(loaded.call("run", 1.0)).isInstanceOf(NullPointerException.class);
    loaded.assertTrace("+run +fail -fail!NullPointerException -run!NullPointerException");
  }

  @Test
  void code_that_nothing_reaches_may_have_any_frame() throws Exception {
    Loaded loaded =
        withFail()
            .method(
                "run",
                "()V",
                code -> {
                  code.visitInsn(RETURN);
                  code.visitFrame(F_NEW, 2, new Object[] {DOUBLE, "java/lang/String"}, 0, NONE);
                  code.visitVarInsn(ALOAD, 2);
                  code.visitInsn(POP);
                  code.visitInsn(RETURN);
                  code.visitFrame(F_NEW, 0, NONE, 1, new Object[] {"java/lang/Throwable"});
                  code.visitInsn(ATHROW);
                })
            .load();

    loaded.call("run");
    loaded.assertTrace("+run -run");
  }

  @Test
  void a_value_of_two_slots_across_the_last_parameter_in_code_that_nothing_reaches()
      throws Exception {
    Loaded loaded =
        withFail()
            .method(
                "run",
                "(I)V",
                code -> {
                  code.visitInsn(LCONST_0);
                  code.visitVarInsn(LSTORE, 1);
                  code.visitInsn(RETURN);
                  code.visitFrame(F_NEW, 1, new Object[] {LONG}, 0, NONE);
                  code.visitInsn(RETURN);
                })
            .load();

    loaded.call("run", 1);
    loaded.assertTrace("+run -run");
  }
}
