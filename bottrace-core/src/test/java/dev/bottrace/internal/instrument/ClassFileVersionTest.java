package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.ATHROW;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.I2L;
import static org.objectweb.asm.Opcodes.ICONST_1;
import static org.objectweb.asm.Opcodes.IDIV;
import static org.objectweb.asm.Opcodes.IFGT;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESTATIC;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.JSR;
import static org.objectweb.asm.Opcodes.LSTORE;
import static org.objectweb.asm.Opcodes.POP;
import static org.objectweb.asm.Opcodes.RET;

import dev.bottrace.internal.instrument.Generated.Loaded;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Class files of each version, from Java 1.1 to the newest. */
class ClassFileVersionTest {
  private static final int OLDEST = 45;
  private static final int NEWEST_OF_JVM = Runtime.version().feature() + 44;

  static IntStream versions() {
    return IntStream.rangeClosed(OLDEST, newestOfAsm());
  }

  private static int newestOfAsm() {
    byte[] classFile = Generated.withFrames(OLDEST).classFile();
    for (int version = OLDEST; ; version++) {
      classFile[7] = (byte) (version + 1);
      try {
        new ClassReader(classFile);
      } catch (IllegalArgumentException e) {
        return version;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("versions")
  void each_version_is_traced(int version) throws Exception {
    Generated generated = (version < 50 ? Generated.plain(version) : Generated.withFrames(version));
    generated
        .method("divide", "(II)I", ClassFileVersionTest::divide)
        .method("half", "(II)I", ClassFileVersionTest::half);

    assertThat(new ClassReader(generated.classFile()).readUnsignedShort(6)).isEqualTo(version);
    Bytecode.check(
        Bytecode.instrumented(generated.classFile(), Probing.CALLS).classFile(), "probed");
    if (version <= NEWEST_OF_JVM) {
      Loaded loaded = generated.load();
      assertThat(loaded.call("divide", 6, 2)).isEqualTo(3);
      assertThat(loaded.call("divide", 6, 0)).isEqualTo(6);
      loaded.assertTrace(
          "+divide +half -half -divide +divide +half -half!ArithmeticException +half -half"
              + " -divide");
    }
  }

  /** {@code while (true) try { return half(left, right); } catch (ArithmeticException e) {...}}. */
  private static void divide(MethodVisitor code) {
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    code.visitTryCatchBlock(start, end, handler, "java/lang/ArithmeticException");
    code.visitLabel(start);
    code.visitVarInsn(ILOAD, 0);
    code.visitVarInsn(ILOAD, 1);
    code.visitMethodInsn(INVOKESTATIC, Generated.INTERNAL_NAME, "half", "(II)I", false);
    code.visitInsn(IRETURN);
    code.visitLabel(end);
    code.visitLabel(handler);
    code.visitInsn(POP);
    code.visitInsn(ICONST_1);
    code.visitVarInsn(ISTORE, 1);
    code.visitJumpInsn(GOTO, start);
  }

  private static void half(MethodVisitor code) {
    code.visitVarInsn(ILOAD, 0);
    code.visitVarInsn(ILOAD, 1);
    code.visitInsn(IDIV);
    code.visitInsn(IRETURN);
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 46, 47, 48, 49})
  void subroutines_are_traced(int version) throws Exception {
    Loaded loaded =
        Generated.plain(version)
            .method("divide", "(II)I", ClassFileVersionTest::divideWithSubroutine)
            .method("half", "(II)I", ClassFileVersionTest::half)
            .load();

    assertThat(loaded.call("divide", 6, 2)).isEqualTo(3);
    assertThat(loaded.call("divide", 6, 0)).isInstanceOf(ArithmeticException.class);
    loaded.assertTrace(
        "+divide +half -half +half -half -divide"
            + " +divide +half -half!ArithmeticException +half -half -divide!ArithmeticException");
  }

  /** {@code try { return half(left, right); } finally { half(1, 1); }}, as javac 1.3 wrote it. */
  private static void divideWithSubroutine(MethodVisitor code) {
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label subroutine = new Label();
    code.visitTryCatchBlock(start, end, handler, null);
    code.visitLabel(start);
    code.visitVarInsn(ILOAD, 0);
    code.visitVarInsn(ILOAD, 1);
    code.visitMethodInsn(INVOKESTATIC, Generated.INTERNAL_NAME, "half", "(II)I", false);
    code.visitVarInsn(ISTORE, 2);
    code.visitJumpInsn(JSR, subroutine);
    code.visitVarInsn(ILOAD, 2);
    code.visitInsn(IRETURN);
    code.visitLabel(end);
    code.visitLabel(handler);
    code.visitVarInsn(ASTORE, 3);
    code.visitJumpInsn(JSR, subroutine);
    code.visitVarInsn(ALOAD, 3);
    code.visitInsn(ATHROW);
    code.visitLabel(subroutine);
    code.visitVarInsn(ASTORE, 4);
    code.visitInsn(ICONST_1);
    code.visitInsn(I2L);
    code.visitVarInsn(LSTORE, 5);
    code.visitInsn(ICONST_1);
    code.visitInsn(ICONST_1);
    code.visitMethodInsn(INVOKESTATIC, Generated.INTERNAL_NAME, "half", "(II)I", false);
    Label end2 = new Label();
    code.visitJumpInsn(IFGT, end2);
    code.visitLabel(end2);
    code.visitVarInsn(RET, 4);
  }

  @Test
  void a_class_newer_than_asm_is_left_as_it_is_with_one_warning() {
    byte[] classFile =
        Generated.withFrames(52).method("half", "(II)I", ClassFileVersionTest::half).classFile();
    classFile[7] = (byte) (newestOfAsm() + 1);

    InstrumentedClass left = Bytecode.instrumented(classFile, Probing.CALLS);

    assertThat(left.classFile()).isSameAs(classFile);
    assertThat(left.warnings())
        .singleElement()
        .asString()
        .startsWith("class file of version " + classFile[7] + " is not traced: ");
  }

  @Test
  void broken_classes_are_left_as_they_are_with_one_warning() {
    byte[] whole =
        Generated.withFrames(52).method("half", "(II)I", ClassFileVersionTest::half).classFile();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThat(Bytecode.instrumented(part, Probing.CALLS))
          .satisfies(left -> assertThat(left.classFile()).isSameAs(part))
          .satisfies(left -> assertThat(left.warnings()).hasSize(1));
    }
  }

  @Test
  void what_the_jvm_refuses_is_not_mended() {
    byte[] whole =
        Generated.withFrames(52).method("half", "(II)I", ClassFileVersionTest::half).classFile();
    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    byte[] other = whole.clone();
    other[3] = 0;

    assertThat(Bytecode.instrumented(whole, Probing.CALLS).warnings()).isEmpty();
    assertThat(Bytecode.instrumented(longer, Probing.CALLS))
        .satisfies(left -> assertThat(left.classFile()).isSameAs(longer))
        .satisfies(
            left ->
                assertThat(left.warnings())
                    .containsExactly(
                        "class file of version 52 is not traced: there are bytes behind its end"));
    assertThat(Bytecode.instrumented(other, Probing.CALLS))
        .satisfies(left -> assertThat(left.classFile()).isSameAs(other))
        .satisfies(
            left ->
                assertThat(left.warnings())
                    .containsExactly(
                        "class file of version 52 is not traced: it does not begin as class files"
                            + " do"));
  }
}
