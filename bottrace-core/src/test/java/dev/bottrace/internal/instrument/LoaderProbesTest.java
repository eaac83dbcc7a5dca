package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.ASTORE;
import static org.objectweb.asm.Opcodes.F_SAME;
import static org.objectweb.asm.Opcodes.GOTO;
import static org.objectweb.asm.Opcodes.ICONST_0;
import static org.objectweb.asm.Opcodes.IFEQ;
import static org.objectweb.asm.Opcodes.ILOAD;
import static org.objectweb.asm.Opcodes.INVOKESPECIAL;
import static org.objectweb.asm.Opcodes.INVOKEVIRTUAL;
import static org.objectweb.asm.Opcodes.ISTORE;
import static org.objectweb.asm.Opcodes.JSR;
import static org.objectweb.asm.Opcodes.RET;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.bottrace.runtime.Probes;
import dev.bottrace.runtime.ThreadSink;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;

/** Class loaders show what probes call, and are what they were for all other names. */
class LoaderProbesTest {
  private static final String ONE = "(Ljava/lang/String;)Ljava/lang/Class;";
  private static final String TWO = "(Ljava/lang/String;Z)Ljava/lang/Class;";

  private static Generated loader(int version) {
    return Generated.subclass(version, ClassLoader.class)
        .constructor(
            "(Ljava/lang/ClassLoader;)V",
            code -> {
              code.visitVarInsn(ALOAD, 0);
              code.visitVarInsn(ALOAD, 1);
              code.visitMethodInsn(
                  INVOKESPECIAL,
                  "java/lang/ClassLoader",
                  "<init>",
                  "(Ljava/lang/ClassLoader;)V",
                  false);
              code.visitInsn(RETURN);
            });
  }

  /** Returns {@code name.getClass()}: nothing that anybody asked for, and an error for null. */
  private static void classOfName(MethodVisitor code) {
    code.visitVarInsn(ALOAD, 1);
    code.visitMethodInsn(
        INVOKEVIRTUAL, "java/lang/Object", "getClass", "()Ljava/lang/Class;", false);
    code.visitInsn(ARETURN);
  }

  /** The same behind {@code while (resolve) resolve = false}, whose frame is at bytecode 0. */
  private static Consumer<MethodVisitor> loopAtHead(int version) {
    return code -> {
      Label start = new Label();
      Label end = new Label();
      code.visitLabel(start);
      frame(code, version);
      code.visitVarInsn(ILOAD, 2);
      code.visitJumpInsn(IFEQ, end);
      code.visitInsn(ICONST_0);
      code.visitVarInsn(ISTORE, 2);
      code.visitJumpInsn(GOTO, start);
      code.visitLabel(end);
      frame(code, version);
      classOfName(code);
    };
  }

  private static void frame(MethodVisitor code, int version) {
    if (version >= 50) {
      code.visitFrame(F_SAME, 0, null, 0, null);
    }
  }

  private static void subroutine(MethodVisitor code) {
    Label subroutine = new Label();
    code.visitJumpInsn(JSR, subroutine);
    classOfName(code);
    code.visitLabel(subroutine);
    code.visitVarInsn(ASTORE, 3);
    code.visitVarInsn(RET, 3);
  }

  private static ClassLoader make(Generated generated, Probing probing) throws Exception {
    byte[] classFile = generated.classFile();
    ProbedLoader probed =
        new ProbedLoader(name -> name.equals(Generated.NAME) ? classFile : null, probing);
    return made(probed);
  }

  private static ClassLoader made(ProbedLoader probed) throws ReflectiveOperationException {
    return Class.forName(Generated.NAME, true, probed)
        .asSubclass(ClassLoader.class)
        .getConstructor(ClassLoader.class)
        .newInstance((Object) null);
  }

  private static Class<?> load(ClassLoader loader, String name) throws Exception {
    Method method = loader.getClass().getMethod("loadClass", String.class, boolean.class);
    return (Class<?>) method.invoke(loader, name, true);
  }

  private static void assertShows(ClassLoader loader) throws Exception {
    ClassLoader definer = loader.getClass().getClassLoader();
    for (Class<?> shown : new Class<?>[] {Probes.class, ThreadSink.class}) {
      assertThat(load(loader, shown.getName())).isSameAs(definer.loadClass(shown.getName()));
    }
    for (String other :
        new String[] {"", "com.acme.App", "dev.bottrace.Tracer", "dev.bottrace.runtime.None"}) {
      assertThat(load(loader, other)).as(other).isEqualTo(String.class);
    }
    assertThatThrownBy(() -> load(loader, null))
        .cause()
        .isInstanceOf(NullPointerException.class)
        .satisfies(
            thrown ->
                assertThat(Arrays.asList(thrown.getStackTrace()))
                    .first()
                    .extracting(StackTraceElement::getClassName)
                    .isEqualTo(Generated.NAME));
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 49, 50, 51, 52, 61})
  void a_loader_of_each_version_does(int version) throws Exception {
    for (Probing probing : Probing.values()) {
      assertShows(make(loader(version).override("loadClass", TWO, loopAtHead(version)), probing));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {45, 49})
  void one_with_subroutines_does(int version) throws Exception {
    assertShows(
        make(
            loader(version).override("loadClass", TWO, LoaderProbesTest::subroutine),
            Probing.CALLS));
  }

  @ParameterizedTest
  @EnumSource(Probing.class)
  void one_that_is_asked_by_name_alone_does(Probing probing) throws Exception {
    ClassLoader loader =
        make(loader(52).override("loadClass", ONE, LoaderProbesTest::classOfName), probing);

    assertThat(loader.loadClass(Probes.class.getName()))
        .isSameAs(loader.getClass().getClassLoader().loadClass(Probes.class.getName()));
    assertThat(loader.loadClass("com.acme.App")).isEqualTo(String.class);
  }

  @Test
  void one_that_is_asked_for_our_code_calls_none_of_its_own() throws Exception {
    byte[] classFile =
        loader(52).override("loadClass", ONE, LoaderProbesTest::classOfName).classFile();
    ProbedLoader probed = ProbedLoader.of(Generated.NAME, classFile);
    ClassLoader loader = made(probed);
    loader.loadClass(Probes.class.getName());
    loader.loadClass("com.acme.App");

    assertThat(probed.trace().lines().filter(line -> line.startsWith("CALL")))
        .hasSize(2)
        .last()
        .asString()
        .contains("loadClass");
  }

  @Test
  void an_object_that_is_no_loader_shows_nothing() throws Exception {
    Generated named =
        Generated.subclass(52, Thread.class)
            .constructor(
                "()V",
                code -> {
                  code.visitVarInsn(ALOAD, 0);
                  code.visitMethodInsn(INVOKESPECIAL, "java/lang/Thread", "<init>", "()V", false);
                  code.visitInsn(RETURN);
                })
            .override("loadClass", ONE, LoaderProbesTest::classOfName);
    Object made = named.load().make();

    assertThat(made.getClass().getMethod("loadClass", String.class).invoke(made, "x"))
        .isEqualTo(String.class);
    assertThat(
            made.getClass()
                .getMethod("loadClass", String.class)
                .invoke(made, Probes.class.getName()))
        .isEqualTo(String.class);
  }

  @Test
  void classes_that_override_nothing_of_it_are_left_as_they_are() {
    assertThat(LoaderProbes.into(loader(52).classFile())).isNull();
    assertThat(
            LoaderProbes.into(
                loader(52)
                    .override("loadClass", "(I)Ljava/lang/Class;", code -> nothing(code))
                    .classFile()))
        .isNull();
    assertThat(
            LoaderProbes.into(
                loader(52).method("loadClass", ONE, code -> nothing(code)).classFile()))
        .isNull();
    assertThat(
            LoaderProbes.into(
                Generated.plain(52)
                    .override("loadClass", ONE, LoaderProbesTest::classOfName)
                    .classFile()))
        .isNull();
  }

  private static void nothing(MethodVisitor code) {
    code.visitInsn(org.objectweb.asm.Opcodes.ACONST_NULL);
    code.visitInsn(ARETURN);
  }

  @Test
  void what_is_no_class_file_is_left_as_it_is() {
    assertThat(LoaderProbes.into(new byte[] {0})).isNull();
  }
}
