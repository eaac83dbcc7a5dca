package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The class {@code gen.Generated}, such as no compiler makes it. */
final class Generated {
  static final String NAME = "gen.Generated";
  static final String INTERNAL_NAME = "gen/Generated";

  private final ClassWriter writer;
  private final boolean computesSizes;

  private Generated(int version, int flags, String superName) {
    this.writer = new ClassWriter(flags);
    this.computesSizes = flags != 0;
    writer.visit(version, Opcodes.ACC_PUBLIC, INTERNAL_NAME, null, superName, null);
  }

  /** Begins a class whose frames ASM computes. */
  static Generated withFrames(int version) {
    return new Generated(version, ClassWriter.COMPUTE_FRAMES, "java/lang/Object");
  }

  /** Begins a class whose frames are those that its methods visit. */
  static Generated plain(int version) {
    return new Generated(version, ClassWriter.COMPUTE_MAXS, "java/lang/Object");
  }

  /** Begins a class whose frames and sizes are those that its methods visit. */
  static Generated bare(int version) {
    return new Generated(version, 0, "java/lang/Object");
  }

  /** Begins a subclass whose frames are those that its methods visit. */
  static Generated subclass(int version, Class<?> superClass) {
    return new Generated(version, ClassWriter.COMPUTE_MAXS, superClass.getName().replace('.', '/'));
  }

  Generated method(String name, String descriptor, Consumer<MethodVisitor> body) {
    return add(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, descriptor, body);
  }

  /** Adds a method of the objects. */
  Generated override(String name, String descriptor, Consumer<MethodVisitor> body) {
    return add(Opcodes.ACC_PUBLIC, name, descriptor, body);
  }

  Generated constructor(String descriptor, Consumer<MethodVisitor> body) {
    return add(Opcodes.ACC_PUBLIC, "<init>", descriptor, body);
  }

  private Generated add(int access, String name, String descriptor, Consumer<MethodVisitor> body) {
    MethodVisitor method = writer.visitMethod(access, name, descriptor, null, null);
    method.visitCode();
    body.accept(method);
    if (computesSizes) {
      method.visitMaxs(0, 0);
    }
    method.visitEnd();
    return this;
  }

  byte[] classFile() {
    return writer.toByteArray();
  }

  /** Defines the class plain and with probes; both must verify. */
  Loaded load() throws ClassNotFoundException {
    byte[] classFile = classFile();
    ClassLoader plain =
        new ProbedLoader(name -> name.equals(NAME) ? classFile : null, Probing.NONE);
    assertThatCode(() -> Class.forName(NAME, true, plain))
        .describedAs("plain")
        .doesNotThrowAnyException();
    ProbedLoader probed = ProbedLoader.of(NAME, classFile);
    return new Loaded(Class.forName(NAME, true, probed), probed);
  }

  /** The class with probes. */
  record Loaded(Class<?> type, ProbedLoader loader) {
    /** Calls a static method by its name; returns its result, or the exception that left it. */
    Object call(String name, Object... arguments) throws IllegalAccessException {
      return Arrays.stream(type.getDeclaredMethods())
          .filter(method -> method.getName().equals(name))
          .findFirst()
          .map(
              method -> {
                try {
                  return method.invoke(null, arguments);
                } catch (InvocationTargetException e) {
                  return e.getCause();
                } catch (IllegalAccessException e) {
                  throw new AssertionError(e);
                }
              })
          .orElse(null);
    }

    /** Makes an object by the only constructor; returns it, or the exception. */
    Object make(Object... arguments) throws ReflectiveOperationException {
      try {
        return type.getDeclaredConstructors()[0].newInstance(arguments);
      } catch (InvocationTargetException e) {
        return e.getCause();
      }
    }

    /** Checks what was traced: {@code +name} for calls, {@code -name} for returns. */
    Loaded assertTrace(String expected) throws java.io.IOException {
      String events =
          loader
              .trace()
              .lines()
              .map(line -> line.split(" "))
              .map(
                  line ->
                      (line[0].equals("CALL") ? "+" : "-")
                          + line[1].substring(line[1].indexOf('.') + 1)
                          + (line[line.length - 1].startsWith("!")
                              ? line[line.length - 1].replaceAll("!.*\\.", "!")
                              : ""))
              .collect(Collectors.joining(" "));
      assertThat(events).isEqualTo(expected);
      return this;
    }

    Loaded assertWarnings(String... warnings) {
      assertThat(loader.warnings()).isEqualTo(List.of(warnings));
      return this;
    }
  }
}
