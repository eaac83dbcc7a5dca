package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import dev.bottrace.internal.instrument.Generated.Loaded;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Constructors that do what Java does not allow before {@code super()}, but the JVM does. */
class ConstructorBytecodeTest {
  private static final String SUPER = Super.class.getName().replace('.', '/');

  private final Label other = new Label();
  private final Label join = new Label();

  /** Untraced. */
  public static class Super {
    final Object value;

    /** Fails for negative numbers. */
    public Super(Object value) {
      if (value instanceof Integer number && number < 0) {
        throw new IllegalArgumentException("negative");
      }
      this.value = value;
    }
  }

  private static Loaded load(int version, Consumer<MethodVisitor> body) throws Exception {
    return Generated.subclass(version, Super.class)
        .constructor("(I)V", body)
        .method("other", "()V", code -> code.visitInsn(RETURN))
        .load();
  }

  private static void frame(MethodVisitor code, int version, Object[] locals, Object... stack) {
    if (hasFrames(version)) {
      code.visitFrame(F_NEW, locals.length, locals, stack.length, stack);
    }
  }

  private static boolean hasFrames(int version) {
    return (version & 0xFFFF) >= V1_6;
  }

  private static void box(MethodVisitor code) {
    code.visitVarInsn(ILOAD, 1);
    code.visitMethodInsn(
        INVOKESTATIC, "java/lang/Integer", "valueOf", "(I)Ljava/lang/Integer;", false);
  }

  private static void callSuper(MethodVisitor code) {
    code.visitMethodInsn(INVOKESPECIAL, SUPER, "<init>", "(Ljava/lang/Object;)V", false);
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_1, V1_4, V1_5, V1_6, V1_8, V17})
  void may_call_super_in_each_branch(int version) throws Exception {
    Object[] locals = {UNINITIALIZED_THIS, INTEGER};
    Loaded loaded =
        load(
            version,
            code -> {
              code.visitVarInsn(ILOAD, 1);
              code.visitJumpInsn(IFNE, other);
              code.visitVarInsn(ALOAD, 0);
              code.visitLdcInsn("zero");
              callSuper(code);
              code.visitJumpInsn(GOTO, join);
              code.visitLabel(other);
              frame(code, version, locals);
              code.visitVarInsn(ALOAD, 0);
              box(code);
              callSuper(code);
              code.visitLabel(join);
              frame(code, version, new Object[] {Generated.INTERNAL_NAME, INTEGER});
              code.visitInsn(RETURN);
            });

    assertThat(((Super) loaded.make(0)).value).isEqualTo("zero");
    assertThat(((Super) loaded.make(7)).value).isEqualTo(7);
    assertThat(loaded.make(-7)).isInstanceOf(IllegalArgumentException.class);
    loaded.call("other");
    String thrown = hasFrames(version) ? "Throwable" : "IllegalArgumentException";
    loaded.assertTrace(
        "+<init> -<init> +<init> -<init> +<init> -<init>!" + thrown + " +other -other");
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_1, V1_4, V1_5, V1_6, V1_8, V17})
  void may_make_another_object_of_the_super_class_with_branches_in_between(int version)
      throws Exception {
    Loaded loaded =
        load(
            version,
            code -> {
              Label made = new Label();
              code.visitVarInsn(ALOAD, 0);
              code.visitLabel(made);
              code.visitTypeInsn(NEW, SUPER);
              code.visitInsn(DUP);
              code.visitVarInsn(ILOAD, 1);
              code.visitJumpInsn(IFNE, other);
              code.visitLdcInsn("zero");
              code.visitJumpInsn(GOTO, join);
              code.visitLabel(other);
              Object[] locals = {UNINITIALIZED_THIS, INTEGER};
              frame(code, version, locals, UNINITIALIZED_THIS, made, made);
              code.visitLdcInsn("other");
              code.visitLabel(join);
              frame(code, version, locals, UNINITIALIZED_THIS, made, made, "java/lang/String");
              callSuper(code);
              callSuper(code);
              code.visitInsn(RETURN);
            });

    Super made = (Super) loaded.make(0);
    assertThat(((Super) made.value).value).isEqualTo("zero");
    loaded.assertTrace("+<init> -<init>");
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_4, V1_8, V17})
  void may_keep_an_object_that_has_no_constructor_call_yet(int version) throws Exception {
    Loaded loaded =
        load(
            version,
            code -> {
              Label made = new Label();
              code.visitLabel(made);
              code.visitTypeInsn(NEW, SUPER);
              code.visitVarInsn(ASTORE, 2);
              code.visitVarInsn(ILOAD, 1);
              code.visitJumpInsn(IFNE, other);
              code.visitInsn(NOP);
              code.visitLabel(other);
              frame(code, version, new Object[] {UNINITIALIZED_THIS, INTEGER, made});
              code.visitVarInsn(ALOAD, 2);
              box(code);
              callSuper(code);
              code.visitVarInsn(ALOAD, 0);
              box(code);
              callSuper(code);
              code.visitInsn(RETURN);
            });

    assertThat(((Super) loaded.make(3)).value).isEqualTo(3);
    loaded.assertTrace("+<init> -<init>");
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_4, V1_8, V17})
  void may_use_the_slot_of_this_for_something_else(int version) throws Exception {
    Loaded loaded =
        load(
            version,
            code -> {
              code.visitVarInsn(ALOAD, 0);
              code.visitVarInsn(ASTORE, 2);
              code.visitInsn(ACONST_NULL);
              code.visitVarInsn(ASTORE, 0);
              code.visitVarInsn(ILOAD, 1);
              code.visitJumpInsn(IFNE, other);
              code.visitInsn(NOP);
              code.visitLabel(other);
              frame(code, version, new Object[] {NULL, INTEGER, UNINITIALIZED_THIS});
              code.visitVarInsn(ALOAD, 2);
              box(code);
              callSuper(code);
              code.visitInsn(RETURN);
            });

    assertThat(((Super) loaded.make(3)).value).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_1, V1_4, V1_5}) // frames can not say so
  void may_have_this_on_the_stack_only(int version) throws Exception {
    Loaded loaded =
        load(
            version,
            code -> {
              code.visitVarInsn(ALOAD, 0);
              code.visitInsn(ICONST_0);
              code.visitVarInsn(ISTORE, 0);
              code.visitVarInsn(ILOAD, 1);
              code.visitJumpInsn(IFNE, other);
              code.visitInsn(NOP);
              code.visitLabel(other);
              frame(code, version, new Object[] {INTEGER, INTEGER}, UNINITIALIZED_THIS);
              box(code);
              callSuper(code);
              code.visitInsn(RETURN);
            });

    assertThat(((Super) loaded.make(3)).value).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {V1_1, V1_4, V1_8, V17})
  void may_handle_exceptions_before_super(int version) throws Exception {
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Loaded loaded =
        load(
            version,
            code -> {
              code.visitTryCatchBlock(start, end, handler, "java/lang/RuntimeException");
              code.visitLabel(start);
              code.visitLdcInsn("100");
              code.visitVarInsn(ILOAD, 1);
              code.visitMethodInsn(
                  INVOKESTATIC, "java/lang/Integer", "parseInt", "(Ljava/lang/String;I)I", false);
              code.visitInsn(POP);
              code.visitLabel(end);
              code.visitVarInsn(ALOAD, 0);
              code.visitLdcInsn("parsed");
              callSuper(code);
              code.visitInsn(RETURN);
              code.visitLabel(handler);
              Object[] locals = {UNINITIALIZED_THIS, INTEGER};
              frame(code, version, locals, "java/lang/RuntimeException");
              code.visitVarInsn(ASTORE, 2);
              code.visitVarInsn(ALOAD, 0);
              code.visitVarInsn(ALOAD, 2);
              callSuper(code);
              code.visitInsn(RETURN);
            });

    assertThat(((Super) loaded.make(10)).value).isEqualTo("parsed");
    assertThat(((Super) loaded.make(1)).value).isInstanceOf(NumberFormatException.class);
    loaded.assertTrace("+<init> -<init> +<init> -<init>");
  }

  @Test
  void may_never_return() throws Exception {
    Loaded loaded =
        load(
            V17,
            code -> {
              code.visitVarInsn(ILOAD, 1);
              code.visitJumpInsn(IFNE, other);
              code.visitInsn(ACONST_NULL);
              code.visitInsn(ATHROW);
              code.visitLabel(other);
              frame(code, V17, new Object[] {UNINITIALIZED_THIS, INTEGER});
              code.visitJumpInsn(GOTO, other);
            });

    assertThat(loaded.make(0)).isInstanceOf(NullPointerException.class);
    loaded.assertTrace("+<init> -<init>!NullPointerException");
  }
}
