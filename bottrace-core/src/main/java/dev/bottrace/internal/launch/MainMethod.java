package dev.bottrace.internal.launch;

import dev.bottrace.option.ProgramNotRunnableException;
import dev.bottrace.runtime.MainHandle;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the method by which {@code java} would start a class. */
final class MainMethod {
  /** The release that made instance main methods a permanent feature (JEP 512). */
  private static final int INSTANCE_MAIN = 25;

  private final Class<?> mainClass;

  private MainMethod(Class<?> mainClass) {
    this.mainClass = mainClass;
  }

  /**
   * Finds the method.
   *
   * @param mainClass the class that declares or inherits it
   * @return what calls it, and lets through what it throws
   * @throws ProgramNotRunnableException if {@code java} would not start the class
   */
  static Consumer<String[]> of(Class<?> mainClass) throws ProgramNotRunnableException {
    try {
      return new MainMethod(mainClass).find();
    } catch (IllegalAccessException e) {
      throw new ProgramNotRunnableException(
          true, mainClass.getName() + " can't be started: " + e.getMessage());
    } catch (LinkageError e) {
      throw new ProgramNotRunnableException(
          true, "class " + mainClass.getName() + " can't be started: " + e);
    }
  }

  private Consumer<String[]> find() throws ProgramNotRunnableException, IllegalAccessException {
    // First, as it looks at public methods alone: others may have types that are not there.
    Method usual = accessible(String[].class);
    if (usual != null && isStatic(usual)) {
      return starter(usual);
    }
    if (Runtime.version().feature() < INSTANCE_MAIN) {
      throw none("public static void main(String[])");
    }
    Method withArguments = declared(String[].class);
    Method main = withArguments != null ? withArguments : declared();
    if (main == null) {
      throw none("main method");
    }
    return starter(main);
  }

  private Consumer<String[]> starter(Method main)
      throws ProgramNotRunnableException, IllegalAccessException {
    MethodHandle instance = isStatic(main) ? null : instance(main);
    Consumer<String[]> starter = MainStarter.of(mainClass, main);
    if (starter != null) {
      return starter;
    }
    MethodHandle handle = handle(main);
    MethodHandle bound =
        instance == null ? handle : MethodHandles.collectArguments(handle, 0, instance);
    return new MainHandle(
        main.getParameterCount() == 1
            ? bound
            : MethodHandles.dropArguments(bound, 0, String[].class));
  }

  private ProgramNotRunnableException none(String what) {
    return new ProgramNotRunnableException(
        true, "class " + mainClass.getName() + " has no " + what);
  }

  /** Finds a method main that is not private and returns nothing, here or in a superclass. */
  private @Nullable Method declared(Class<?>... parameters) {
    for (Class<?> type = mainClass;
        type != null && type != Object.class;
        type = type.getSuperclass()) {
      try {
        Method method = type.getDeclaredMethod("main", parameters);
        if (method.getReturnType() == void.class && !Modifier.isPrivate(method.getModifiers())) {
          return method;
        }
      } catch (NoSuchMethodException e) {
        // perhaps the superclass has it
      }
    }
    return accessible(parameters); // of an interface, which may have it as a default method
  }

  /** Finds a method main that is public and returns nothing, here, in a superclass or interface. */
  private @Nullable Method accessible(Class<?>... parameters) {
    try {
      Method method = mainClass.getMethod("main", parameters);
      return method.getReturnType() == void.class ? method : null;
    } catch (NoSuchMethodException e) {
      return null;
    }
  }

  private static boolean isStatic(Method method) {
    return Modifier.isStatic(method.getModifiers());
  }

  private static MethodHandle handle(Method method) throws IllegalAccessException {
    method.setAccessible(true);
    MethodHandle handle = MethodHandles.lookup().unreflect(method);
    return isStatic(method) && method.getParameterCount() == 1
        ? handle.asFixedArity().asType(MethodType.methodType(void.class, String[].class))
        : handle.asFixedArity();
  }

  /** Returns a handle that makes the object that main is called on, once the program starts. */
  private MethodHandle instance(Method main)
      throws ProgramNotRunnableException, IllegalAccessException {
    try {
      Constructor<?> constructor = mainClass.getDeclaredConstructor();
      if (Modifier.isPrivate(constructor.getModifiers())
          || Modifier.isAbstract(mainClass.getModifiers())) {
        throw none("constructor without parameters that is not private");
      }
      constructor.setAccessible(true);
      MethodHandle maker = MethodHandles.lookup().unreflectConstructor(constructor);
      return maker.asType(MethodType.methodType(main.getDeclaringClass()));
    } catch (NoSuchMethodException e) {
      throw none("constructor without parameters that is not private");
    }
  }
}
