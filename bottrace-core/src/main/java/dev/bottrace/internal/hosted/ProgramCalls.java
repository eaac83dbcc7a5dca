package dev.bottrace.internal.hosted;

import dev.bottrace.internal.hosted.StandsFor.Member;
import dev.bottrace.runtime.HostedProgram;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodHandles.Lookup.ClassOption;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The end of a program inside a host: checks in its code, and the ways to exit. */
public final class ProgramCalls {
  static final HostedProgram PROGRAM =
      ((HostedProgram.Source) ProgramCalls.class.getClassLoader()).hostedProgram();

  private static final MethodHandle ENDING = PROGRAM.ending();
  private static final boolean[] ENDED = PROGRAM.ended();

  private ProgramCalls() {}

  /**
   * Stands at the start of methods and handlers and before backward jumps: throws once the program
   * has been ended. Nothing, to the JIT compiler, until then.
   */
  public static void checkEnd() {
    if (isEnding()) {
      PROGRAM.checkEnd();
    }
  }

  private static boolean isEnding() {
    try {
      return (boolean) ENDING.invokeExact();
    } catch (VirtualMachineError | LinkageError e) {
      // No stack or memory. Once it has ended, what has no room to say so must not go on: an error
      // from here leads further out, to where there is room.
      return ENDED[0];
    } catch (Error e) {
      throw e; // of Thread.stop, which JDKs before 20 have
    } catch (Throwable e) { // of a method handle
      return false;
    }
  }

  /** Called before a class loader is made, or is given a class. */
  public static void makesLoader() {
    PROGRAM.makesLoader();
  }

  /** Called before {@link Method#invoke}: reflection must not end the JVM either. */
  public static void invokes(@Nullable Method method, Object @Nullable [] arguments) {
    if (method != null && definesClass(method.getDeclaringClass(), method.getName())) {
      PROGRAM.makesLoader();
    }
    if (method != null
        && arguments != null
        && arguments.length == 1
        && arguments[0] instanceof Integer status
        && isExit(method.getDeclaringClass(), method.getName())) {
      if (method.getName().equals("halt")) {
        PROGRAM.halt(status);
      } else {
        PROGRAM.exit(status);
      }
    }
  }

  /** Called before {@link Constructor#newInstance}. */
  public static void constructs(@Nullable Constructor<?> constructor) {
    if (constructor != null) {
      constructs(constructor.getDeclaringClass(), List.of(constructor.getParameterTypes()));
    }
  }

  private static void constructs(Class<?> type, List<Class<?>> parameters) {
    if (!ClassLoader.class.isAssignableFrom(type)) {
      return;
    }
    PROGRAM.makesLoader();
    if (type.getModule().isNamed() && !parameters.contains(ClassLoader.class)) {
      PROGRAM.refuse("makes a " + type.getName() + " by reflection, below the host's class path");
    }
  }

  private static boolean definesClass(Class<?> owner, String name) {
    return (owner == ClassLoader.class || owner == Lookup.class || owner == URLClassLoader.class)
        && (name.equals("defineClass") || name.equals("newInstance"));
  }

  private static boolean isExit(Class<?> owner, String name) {
    return (owner == System.class && name.equals("exit"))
        || (owner == Runtime.class && (name.equals("exit") || name.equals("halt")));
  }

  @StandsFor(value = Lookup.class, member = Member.VIRTUAL)
  public static MethodHandle findStatic(Lookup lookup, Class<?> owner, String name, MethodType type)
      throws ReflectiveOperationException {
    MethodHandle found = lookup.findStatic(owner, name, type);
    return isExit(owner, name) ? exitHandle(name, found.type()) : found;
  }

  @StandsFor(value = Lookup.class, member = Member.VIRTUAL)
  public static MethodHandle findVirtual(
      Lookup lookup, Class<?> owner, String name, MethodType type)
      throws ReflectiveOperationException {
    MethodHandle found = lookup.findVirtual(owner, name, type);
    return isExit(owner, name) ? exitHandle(name, found.type()) : found;
  }

  @StandsFor(value = Lookup.class, member = Member.VIRTUAL)
  public static MethodHandle bind(Lookup lookup, Object receiver, String name, MethodType type)
      throws ReflectiveOperationException {
    MethodHandle found = lookup.bind(receiver, name, type);
    return receiver instanceof Runtime && isExit(Runtime.class, name)
        ? exitHandle(name, found.type())
        : found;
  }

  @StandsFor(value = Lookup.class, member = Member.VIRTUAL)
  public static MethodHandle findConstructor(Lookup lookup, Class<?> owner, MethodType type)
      throws ReflectiveOperationException {
    constructs(owner, type.parameterList());
    return lookup.findConstructor(owner, type);
  }

  @StandsFor(value = Lookup.class, member = Member.VIRTUAL)
  public static MethodHandle unreflectConstructor(Lookup lookup, Constructor<?> constructor)
      throws IllegalAccessException {
    constructs(constructor);
    return lookup.unreflectConstructor(constructor);
  }

  @StandsFor(value = Lookup.class, member = Member.VIRTUAL)
  public static MethodHandle unreflect(Lookup lookup, Method method) throws IllegalAccessException {
    MethodHandle found = lookup.unreflect(method);
    try {
      return isExit(method.getDeclaringClass(), method.getName())
          ? exitHandle(method.getName(), found.type())
          : found;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  @StandsFor(value = Lookup.class, member = Member.VIRTUAL)
  public static Lookup defineHiddenClass(
      Lookup lookup, byte @Nullable [] classFile, boolean initialize, ClassOption... options)
      throws IllegalAccessException {
    return lookup.defineHiddenClass(changed(lookup, classFile), initialize, options);
  }

  @StandsFor(value = Lookup.class, member = Member.VIRTUAL)
  public static Lookup defineHiddenClassWithClassData(
      Lookup lookup,
      byte @Nullable [] classFile,
      Object classData,
      boolean initialize,
      ClassOption... options)
      throws IllegalAccessException {
    return lookup.defineHiddenClassWithClassData(
        changed(lookup, classFile), classData, initialize, options);
  }

  @SuppressWarnings("NullAway") // the JDK's method says what is wrong with null
  private static byte[] changed(Lookup lookup, byte @Nullable [] classFile) {
    return classFile == null ? null : PROGRAM.hiddenClass(lookup.lookupClass(), classFile);
  }

  /** Returns what ends the program, and takes what the JDK's method would. */
  private static MethodHandle exitHandle(String name, MethodType type)
      throws ReflectiveOperationException {
    MethodHandle exit =
        MethodHandles.lookup()
            .findVirtual(
                HostedProgram.class,
                name.equals("halt") ? "halt" : "exit",
                MethodType.methodType(void.class, int.class))
            .bindTo(PROGRAM);
    return type.parameterCount() == 1 ? exit : MethodHandles.dropArguments(exit, 0, Runtime.class);
  }
}
