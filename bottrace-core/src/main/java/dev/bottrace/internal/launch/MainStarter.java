package dev.bottrace.internal.launch;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls the program's {@code main} by a plain instruction of a hidden class, whose frames no stack
 * trace shows. A method handle for {@code main} itself would initialise the main class from inside
 * the JDK, with frames that {@code java} does not have.
 *
 * <p>The class file is written by hand: the library for that belongs to another package, and it is
 * a single method without a branch.
 */
final class MainStarter {
  private static final String ARGUMENTS = "([Ljava/lang/String;)V";
  private static final String NO_ARGUMENTS = "()V";
  private static final int JAVA_17 = 61;

  private static final int UTF8 = 1;
  private static final int CLASS = 7;
  private static final int METHOD = 10;
  private static final int INTERFACE_METHOD = 11;
  private static final int NAME_AND_TYPE = 12;

  private static final int ALOAD_0 = 0x2a;
  private static final int ALOAD_1 = 0x2b;
  private static final int POP = 0x57;
  private static final int DUP = 0x59;
  private static final int RETURN = 0xb1;
  private static final int INVOKEVIRTUAL = 0xb6;
  private static final int INVOKESPECIAL = 0xb7;
  private static final int INVOKESTATIC = 0xb8;
  private static final int NEW = 0xbb;
  private static final int CHECKCAST = 0xc0;

  private final Class<?> mainClass;
  private final Method main;

  private MainStarter(Class<?> mainClass, Method main) {
    this.mainClass = mainClass;
    this.main = main;
  }

  /**
   * Makes a starter.
   *
   * @param mainClass the class that is started
   * @param main its method, perhaps inherited
   * @return what calls it; null if a class beside the main class may not call the method
   */
  static @Nullable Consumer<String[]> of(Class<?> mainClass, Method main) {
    boolean samePackage =
        main.getDeclaringClass().getPackageName().equals(mainClass.getPackageName());
    if (!samePackage && !Modifier.isPublic(main.getModifiers())) {
      return null;
    }
    try {
      byte[] classFile = new MainStarter(mainClass, main).classFile();
      Class<?> starter = JdkInternals.defineHidden(mainClass, name(mainClass), classFile);
      return starter == null ? null : made(starter);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  @SuppressWarnings("unchecked")
  private static Consumer<String[]> made(Class<?> starter) throws ReflectiveOperationException {
    return (Consumer<String[]>) JdkInternals.newInstance(starter);
  }

  private static String name(Class<?> mainClass) {
    return mainClass.getName().replace('.', '/') + "$Start";
  }

  private byte[] classFile() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(0xCAFEBABE);
      out.writeInt(JAVA_17);
      constants(out);
      out.writeShort(Modifier.PUBLIC | Modifier.FINAL);
      out.writeShort(2); // this class
      out.writeShort(4); // its superclass
      out.writeShort(1);
      out.writeShort(18); // its interface
      out.writeShort(0); // no fields
      out.writeShort(2);
      method(out, 13, 14, constructor());
      method(out, 19, 20, code());
      out.writeShort(0); // no attributes
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private void constants(DataOutputStream out) throws IOException {
    String name = mainClass.getName().replace('.', '/');
    out.writeShort(24);
    utf8(out, name(mainClass)); // 1
    constant(out, CLASS, 1); // 2
    utf8(out, "java/lang/Object"); // 3
    constant(out, CLASS, 3); // 4
    utf8(out, "main"); // 5
    utf8(out, ARGUMENTS); // 6
    utf8(out, "Code"); // 7
    utf8(out, name); // 8
    constant(out, CLASS, 8); // 9
    constant(out, NAME_AND_TYPE, 5, 11); // 10
    utf8(out, takesArguments() ? ARGUMENTS : NO_ARGUMENTS); // 11
    constant(out, mainClass.isInterface() ? INTERFACE_METHOD : METHOD, 9, 10); // 12
    utf8(out, "<init>"); // 13
    utf8(out, NO_ARGUMENTS); // 14
    constant(out, NAME_AND_TYPE, 13, 14); // 15
    constant(out, METHOD, 9, 15); // 16
    utf8(out, "java/util/function/Consumer"); // 17
    constant(out, CLASS, 17); // 18
    utf8(out, "accept"); // 19
    utf8(out, "(Ljava/lang/Object;)V"); // 20
    constant(out, METHOD, 4, 15); // 21
    utf8(out, "[Ljava/lang/String;"); // 22
    constant(out, CLASS, 22); // 23
  }

  private static void utf8(DataOutputStream out, String text) throws IOException {
    out.writeByte(UTF8);
    out.writeUTF(text);
  }

  private static void constant(DataOutputStream out, int tag, int... indexes) throws IOException {
    out.writeByte(tag);
    for (int index : indexes) {
      out.writeShort(index);
    }
  }

  private static void method(DataOutputStream out, int name, int descriptor, byte[] code)
      throws IOException {
    out.writeShort(Modifier.PUBLIC);
    out.writeShort(name);
    out.writeShort(descriptor);
    out.writeShort(1);
    out.writeShort(7);
    out.writeInt(12 + code.length);
    out.writeShort(3); // stack
    out.writeShort(2); // locals
    out.writeInt(code.length);
    out.write(code);
    out.writeShort(0); // no handlers
    out.writeShort(0); // no attributes
  }

  private static byte[] constructor() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream code = new DataOutputStream(bytes);
    code.writeByte(ALOAD_0);
    instruction(code, INVOKESPECIAL, 21);
    code.writeByte(RETURN);
    return bytes.toByteArray();
  }

  private byte[] code() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream code = new DataOutputStream(bytes);
    boolean isStatic = Modifier.isStatic(main.getModifiers());
    if (isStatic && main.getDeclaringClass() != mainClass) {
      initialiseMainClass(code);
    }
    if (!isStatic) {
      instruction(code, NEW, 9);
      code.writeByte(DUP);
      instruction(code, INVOKESPECIAL, 16);
    }
    if (takesArguments()) {
      code.writeByte(ALOAD_1);
      instruction(code, CHECKCAST, 23);
    }
    instruction(code, isStatic ? INVOKESTATIC : INVOKEVIRTUAL, 12);
    code.writeByte(RETURN);
    return bytes.toByteArray();
  }

  /** As {@code java} does, where the call alone would only initialise the class with the method. */
  private void initialiseMainClass(DataOutputStream code) throws IOException {
    if (!Modifier.isAbstract(mainClass.getModifiers())) {
      instruction(code, NEW, 9);
      code.writeByte(POP);
    }
  }

  private static void instruction(DataOutputStream code, int opcode, int index) throws IOException {
    code.writeByte(opcode);
    code.writeShort(index);
  }

  private boolean takesArguments() {
    return main.getParameterCount() == 1;
  }
}
