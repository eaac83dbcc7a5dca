package dev.bottrace.internal.code;

import java.lang.ref.SoftReference;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldNode;
import org.objectweb.asm.tree.InnerClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What the class file of a class says; of a class of the JDK, what reflection says. Safe for use by
 * any number of threads. Models are kept as long as memory allows.
 */
public final class ClassModel {
  private static final ClassValue<AtomicReference<@Nullable SoftReference<ClassModel>>> MODELS =
      new ClassValue<>() {
        @Override
        protected AtomicReference<@Nullable SoftReference<ClassModel>> computeValue(Class<?> type) {
          return new AtomicReference<>();
        }
      };

  private final Class<?> type;
  private final List<Callee> methods = new ArrayList<>();
  private final Map<String, Callee> bySignature = new HashMap<>();
  private final Map<String, Object> constants = new HashMap<>();
  private @Nullable String file;
  private @Nullable String enclosing;
  private @Nullable String simpleName;
  private Map<String, String> mentioned = Map.of();

  private ClassModel(Class<?> type, byte @Nullable [] classFile) {
    this.type = type;
    if (classFile != null) {
      read(new ClassReader(classFile));
    } else {
      reflect();
    }
  }

  /**
   * Returns the model of a class.
   *
   * @param type a class, no array and no primitive type
   * @param classes where class files come from
   * @return the model
   * @throws Refusal if its class file is not known or cannot be read
   */
  public static ClassModel of(Class<?> type, ProgramClasses classes) {
    AtomicReference<@Nullable SoftReference<ClassModel>> holder = MODELS.get(type);
    SoftReference<ClassModel> reference = holder.get();
    ClassModel known = reference == null ? null : reference.get();
    if (known == null) {
      known = read(type, classes);
      holder.set(new SoftReference<>(known));
    }
    return known;
  }

  private static ClassModel read(Class<?> type, ProgramClasses classes) {
    try {
      byte[] classFile = isJdk(type) ? null : classes.classFile(type);
      if (classFile == null && !isJdk(type)) {
        throw Refusal.of("needs " + type.getTypeName() + ", whose class file is not known");
      }
      return new ClassModel(type, classFile);
    } catch (IllegalArgumentException | IndexOutOfBoundsException | LinkageError e) {
      throw Refusal.of("needs " + type.getTypeName() + ", whose class file cannot be read");
    }
  }

  /**
   * Tells whether a class belongs to the JDK.
   *
   * @param type any class
   * @return whether its code is not that of the program
   */
  public static boolean isJdk(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  private void reflect() {
    for (Method method : type.getDeclaredMethods()) {
      add(new Callee(method));
    }
    for (java.lang.reflect.Constructor<?> constructor : type.getDeclaredConstructors()) {
      add(new Callee(constructor));
    }
  }

  private void read(ClassReader reader) {
    ClassNode node = new ClassNode();
    reader.accept(node, ClassReader.SKIP_FRAMES);
    file = node.sourceFile;
    for (MethodNode method : node.methods) {
      add(new Callee(type, method, file));
    }
    for (FieldNode field : node.fields) {
      if (field.value != null) {
        constants.put(field.name, field.value);
      }
    }
    enclosing = binaryName(node.outerClass);
    for (InnerClassNode inner : node.innerClasses) {
      if (inner.name.equals(node.name)) {
        enclosing = inner.outerName == null ? enclosing : binaryName(inner.outerName);
        simpleName = inner.innerName == null ? "" : inner.innerName;
      }
    }
    mentioned = MentionedClasses.of(reader);
  }

  private static @Nullable String binaryName(@Nullable String internalName) {
    return internalName == null ? null : internalName.replace('/', '.');
  }

  private void add(Callee callee) {
    methods.add(callee);
    bySignature.put(callee.name() + callee.descriptor(), callee);
  }

  /**
   * Returns its own methods and constructors.
   *
   * @return in the order of the class file
   */
  public List<Callee> methods() {
    return methods;
  }

  @Nullable Callee method(String name, String descriptor) {
    return bySignature.get(name + descriptor);
  }

  /**
   * Returns the value of a constant.
   *
   * @param field the name of a static final field
   * @return the value as the class file has it; null if that gives none
   */
  public @Nullable Object constant(String field) {
    return constants.get(field);
  }

  /**
   * Returns the class around this one.
   *
   * @return its binary name; null if there is none
   */
  public @Nullable String enclosing() {
    return enclosing;
  }

  /**
   * Looks up a class that this one mentions, which includes most of its imports.
   *
   * @param name without a package
   * @return the binary name; null if there is none
   */
  public @Nullable String mentioned(String name) {
    return mentioned.get(name);
  }

  /** Returns what {@code getSimpleName()} would, which itself may load the enclosing class. */
  String simpleName() {
    if (isJdk(type)) {
      return type.getSimpleName();
    }
    return simpleName != null
        ? simpleName
        : type.getName().substring(type.getName().lastIndexOf('.') + 1);
  }
}
