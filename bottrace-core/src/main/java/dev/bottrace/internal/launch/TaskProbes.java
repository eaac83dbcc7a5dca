package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.HandoverProbes;
import dev.bottrace.runtime.Handovers;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.InvocationTargetException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has the JDK's executors, timers and threads tell of tasks, for as long as anybody listens: once a
 * JVM, whoever listens.
 */
public final class TaskProbes {
  private static final String HANDOVERS = Handovers.class.getName();

  private final Class<?> handovers;
  private final BiConsumer<Object, @Nullable Object>[] listener;

  private TaskProbes(Class<?> handovers, BiConsumer<Object, @Nullable Object>[] listener) {
    this.handovers = handovers;
    this.listener = listener;
  }

  /**
   * Begins to listen.
   *
   * @param source finds the instrumentation of this JVM, or throws an {@link IllegalStateException}
   *     that says why there is none
   * @param listener as {@link Handovers} has it
   * @return what ends it
   * @throws IllegalStateException if that is not possible; the message says why
   */
  public static TaskProbes begin(
      Supplier<Instrumentation> source, BiConsumer<Object, @Nullable Object>[] listener) {
    Instrumentation instrumentation = source.get();
    try {
      Class<?> handovers = handovers(instrumentation);
      Supplier<Runnable> install = () -> Installed.into(instrumentation);
      handovers
          .getMethod("add", BiConsumer[].class, Supplier.class)
          .invoke(null, listener, install);
      return new TaskProbes(handovers, listener);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(
          "the JVM does not let its executors be changed: " + e.getCause(), e);
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new IllegalStateException("the JVM does not let classes into its boot loader: " + e, e);
    }
  }

  /**
   * Begins to listen, or says why that is not possible.
   *
   * @param source finds the instrumentation of this JVM, or throws an {@link IllegalStateException}
   *     that says why there is none
   * @param listener as {@link Handovers} has it
   * @param warnings takes one line then
   * @return what ends it; null if it did not begin
   */
  public static @Nullable TaskProbes beginOrSay(
      Supplier<Instrumentation> source,
      BiConsumer<Object, @Nullable Object>[] listener,
      Consumer<String> warnings) {
    try {
      return begin(source, listener);
    } catch (IllegalStateException e) {
      warnings.accept("tasks are not linked to where they were handed over: " + e.getMessage());
      return null;
    }
  }

  /** Ends it; after the last one the JDK's classes are what they were. */
  public void end() {
    try {
      handovers.getMethod("remove", BiConsumer[].class).invoke(null, (Object) listener);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  /** There once a JVM, also where this library is there several times. */
  private static Class<?> handovers(Instrumentation instrumentation)
      throws ReflectiveOperationException {
    try {
      return Class.forName(HANDOVERS, true, null);
    } catch (ClassNotFoundException e) {
      byte[] classFile = BootDefinition.hidingFrames(HANDOVERS);
      if (classFile == null) {
        throw e;
      }
      return BootDefiner.define(HANDOVERS, classFile, instrumentation);
    }
  }

  /** What is in the JDK's classes. */
  private static final class Installed implements ClassFileTransformer, Runnable {
    private final Instrumentation instrumentation;
    private final Set<String> changed;

    private Installed(Instrumentation instrumentation, List<Class<?>> types) {
      this.instrumentation = instrumentation;
      this.changed = names(types);
    }

    private static Set<String> names(List<Class<?>> types) {
      List<String> names = new ArrayList<>();
      for (Class<?> type : types) {
        names.add(type.getName().replace('.', '/'));
      }
      return Set.copyOf(names);
    }

    static Runnable into(Instrumentation instrumentation) {
      List<Class<?>> types = types();
      Installed installed = new Installed(instrumentation, types);
      ready();
      instrumentation.addTransformer(installed, true);
      boolean done = false;
      try {
        installed.retransform(types);
        done = true;
      } finally {
        if (!done) {
          installed.run();
        }
      }
      return installed;
    }

    /** While a class is transformed none can be loaded for that: all that it needs comes first. */
    private static void ready() {
      byte[] sample =
          BootDefinition.bytes("java.util.TimerThread", ClassLoader.getPlatformClassLoader());
      if (sample != null) {
        HandoverProbes.into("java/util/TimerThread", sample);
      }
    }

    private void retransform(List<Class<?>> types) {
      try {
        instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
      } catch (UnmodifiableClassException e) {
        throw new IllegalStateException(e);
      }
    }

    private static List<Class<?>> types() {
      List<Class<?>> types = new ArrayList<>();
      for (String name : HandoverProbes.classNames()) {
        Class<?> type = ofJdk(name);
        if (type != null) {
          types.add(type);
        }
      }
      Class<?> stages = ofJdk(HandoverProbes.classOfStages());
      for (Class<?> type : stages == null ? new Class<?>[0] : stages.getDeclaredClasses()) {
        if (!types.contains(type)) {
          types.add(type);
        }
      }
      return types;
    }

    private static @Nullable Class<?> ofJdk(String name) {
      try {
        return Class.forName(name, false, null);
      } catch (ClassNotFoundException e) {
        return null; // this JDK does without
      }
    }

    @Override
    public byte @Nullable [] transform(
        @Nullable Module module,
        @Nullable ClassLoader loader,
        @Nullable String name,
        @Nullable Class<?> loaded,
        @Nullable ProtectionDomain domain,
        byte[] classFile) {
      return loader == null && name != null && changed.contains(name)
          ? HandoverProbes.into(name, classFile)
          : null;
    }

    @Override
    public void run() {
      instrumentation.removeTransformer(this);
      retransform(types());
    }
  }
}
