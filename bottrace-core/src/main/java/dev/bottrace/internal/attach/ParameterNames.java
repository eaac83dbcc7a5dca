package dev.bottrace.internal.attach;

import dev.bottrace.internal.launch.PerLoader;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Gives classes the names of their parameters again, which a JVM before 19 forgets when it makes a
 * class file of a loaded class to have it changed (JDK-8240908). The JVM keeps that file as what
 * the class was, so they have to be added each time that somebody changes the class. Safe for use
 * by any number of threads.
 */
final class ParameterNames implements ClassFileTransformer {
  private static final boolean FORGOTTEN = Runtime.version().feature() < 19;
  private static final String ATTRIBUTE = "MethodParameters";

  private final Instrumentation instrumentation;
  private final PerLoader<Map<String, Map<String, List<Named>>>> known = new PerLoader<>();
  private volatile boolean any;
  private boolean lasting;

  ParameterNames(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /** As in the class file: the name may be missing. */
  private record Named(@Nullable String name, int access) {}

  /**
   * Learns the names of a class that is about to be changed.
   *
   * @return false if they can't be known
   */
  boolean learn(Class<?> type) {
    if (!FORGOTTEN || of(type.getClassLoader(), HostClasses.internalName(type)) != null) {
      return true;
    }
    byte[] classFile = RetransformBugs.classFile(type);
    Map<String, List<Named>> names;
    try {
      names = classFile == null ? reflected(type) : read(classFile);
    } catch (LinkageError | RuntimeException e) {
      return false;
    }
    if (!names.isEmpty()) {
      known
          .get(type.getClassLoader(), ConcurrentHashMap::new)
          .put(HostClasses.internalName(type), names);
      any = true;
    }
    return true;
  }

  private @Nullable Map<String, List<Named>> of(@Nullable ClassLoader loader, String name) {
    Map<String, Map<String, List<Named>>> classes = known.get(loader);
    return classes == null ? null : classes.get(name);
  }

  private static Map<String, List<Named>> read(byte[] classFile) {
    Map<String, List<Named>> names = new HashMap<>();
    if (RetransformBugs.has(classFile, ATTRIBUTE)) {
      new ClassReader(classFile).accept(new Collector(names), ClassReader.SKIP_CODE);
    }
    return names;
  }

  /** Of a class that was made while the program ran, and stands in no file. */
  private static Map<String, List<Named>> reflected(Class<?> type) {
    Map<String, List<Named>> names = new HashMap<>();
    Stream.of(type.getDeclaredMethods())
        .forEach(method -> add(names, method.getName() + Type.getMethodDescriptor(method), method));
    Stream.of(type.getDeclaredConstructors())
        .forEach(made -> add(names, "<init>" + Type.getConstructorDescriptor(made), made));
    return names;
  }

  private static void add(Map<String, List<Named>> names, String key, Executable method) {
    List<Named> parameters = new ArrayList<>();
    boolean any = false;
    for (Parameter parameter : method.getParameters()) {
      boolean named = parameter.isNamePresent();
      any |= named;
      parameters.add(new Named(named ? parameter.getName() : null, parameter.getModifiers()));
    }
    if (any) {
      names.put(key, parameters);
    }
  }

  private static final class Collector extends ClassVisitor {
    private final Map<String, List<Named>> names;

    Collector(Map<String, List<Named>> names) {
      super(Opcodes.ASM9);
      this.names = names;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitParameter(String parameter, int flags) {
          names
              .computeIfAbsent(name + descriptor, key -> new ArrayList<>())
              .add(new Named(parameter, flags));
        }
      };
    }
  }

  /** From now on they are added when others change the classes, too. */
  synchronized void last() {
    if (any && !lasting) {
      instrumentation.addTransformer(this, true);
      lasting = true;
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> loaded,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return loaded == null || name == null ? null : added(loader, name, classFile);
  }

  /**
   * Adds them to a class that is changed.
   *
   * @return null if nothing is missing
   */
  byte @Nullable [] added(@Nullable ClassLoader loader, String name, byte[] classFile) {
    Map<String, List<Named>> names = any ? of(loader, name) : null;
    if (names == null || !read(classFile).isEmpty()) { // the attribute's name alone is still there
      return null;
    }
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, 0);
    reader.accept(new Adder(writer, names), 0);
    return writer.toByteArray();
  }

  private static final class Adder extends ClassVisitor {
    private final Map<String, List<Named>> names;

    Adder(ClassWriter writer, Map<String, List<Named>> names) {
      super(Opcodes.ASM9, writer);
      this.names = names;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      MethodVisitor method = super.visitMethod(access, name, descriptor, signature, exceptions);
      for (Named parameter : names.getOrDefault(name + descriptor, List.of())) {
        method.visitParameter(parameter.name(), parameter.access());
      }
      return new MethodVisitor(Opcodes.ASM9, method) {}; // or it would copy the method as it is
    }
  }
}
