package dev.bottrace.internal.attach;

import dev.bottrace.internal.launch.ProbesInSight;
import dev.bottrace.runtime.Probes;
import java.lang.instrument.Instrumentation;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows which classes of a host can get probes, and why others can't. */
final class Changeable {
  /** Why a class is left alone whose methods run in the thread that begins to record. */
  static final String RUNNING = "its code runs right now, and exceptions would lose their lines";

  private static final String BEYOND = "it is part of bottrace";

  /** Reasons that hold in each run, and on each JVM. */
  static final Set<String> ALWAYS = Set.of(RUNNING, BEYOND);

  private final Instrumentation instrumentation;
  private final ParameterNames names;
  private final Map<Class<?>, String> refused = new WeakHashMap<>();
  private final ProbesInSight inSight;

  Changeable(Instrumentation instrumentation, ParameterNames names) {
    this.instrumentation = instrumentation;
    this.names = names;
    this.inSight = new ProbesInSight(instrumentation, Probes.class);
  }

  /** Tells whether a class is what the JVM makes of a lambda expression: none of its code is. */
  static boolean isLambda(Class<?> type) {
    return type.isHidden() && type.getName().contains("$$Lambda");
  }

  /**
   * Returns the classes whose methods run in this thread. Were they changed, the JVM would forget
   * the lines of what runs, and exceptions would come from nowhere.
   */
  static Set<Class<?>> running() {
    return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
        .walk(
            frames ->
                frames.map(StackWalker.StackFrame::getDeclaringClass).collect(Collectors.toSet()));
  }

  /** Says why a loaded class is left alone; null if it is not. */
  @Nullable String whyNot(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    if (loader == null || loader == ClassLoader.getPlatformClassLoader()) {
      return "classes of the JDK are not recorded";
    }
    if (OurClasses.areBeyond(loader, HostClasses.internalName(type))) {
      return BEYOND;
    }
    if (!instrumentation.isModifiableClass(type)) {
      return "the JVM does not let hidden classes be changed";
    }
    synchronized (refused) {
      String known = refused.get(type);
      if (known != null) {
        return known;
      }
    }
    String reason = RetransformBugs.reason(type, names);
    return reason != null ? reason : whyUnseen(loader, type.getModule());
  }

  /** The JVM has refused a class. */
  void refused(Class<?> type, Throwable why) {
    synchronized (refused) {
      refused.put(type, "the JVM refuses to change it: " + why);
    }
  }

  /** Says why the classes of a loader can't call probes; null if they can. */
  @Nullable String whyUnseen(ClassLoader loader, Module module) {
    return inSight.whyNot(loader, module);
  }

  /** Asks loaders again that did not see them: by now they may. */
  void askAgain() {
    inSight.askAgain();
  }
}
