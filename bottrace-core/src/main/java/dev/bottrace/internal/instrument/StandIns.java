package dev.bottrace.internal.instrument;

import dev.bottrace.internal.hosted.FactoryCalls;
import dev.bottrace.internal.hosted.ProgramCalls;
import dev.bottrace.internal.hosted.RegistrationCalls;
import dev.bottrace.internal.hosted.SettingCalls;
import dev.bottrace.internal.hosted.StandsFor;
import dev.bottrace.internal.hosted.StandsFor.Member;
import dev.bottrace.internal.hosted.SystemCalls;
import dev.bottrace.internal.hosted.ThreadCalls;
import dev.bottrace.internal.hosted.ZoneCalls;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Finds what a program inside a host calls in place of members of the JDK. */
final class StandIns {
  static final String PROGRAM_CALLS = Type.getInternalName(ProgramCalls.class);
  static final String REGISTRATION_CALLS = Type.getInternalName(RegistrationCalls.class);
  static final String SYSTEM_CALLS = Type.getInternalName(SystemCalls.class);
  static final String THREAD_CALLS = Type.getInternalName(ThreadCalls.class);

  /** The only loader of the JDK that is made by a reference to its constructor. */
  private static final String URL_LOADER = "java/net/URLClassLoader";

  /** By the owner's internal name, and then by name and descriptor. */
  private static final Map<String, Map<String, Handle>> TABLE = table();

  private StandIns() {}

  private static Map<String, Map<String, Handle>> table() {
    Map<String, Map<String, Handle>> table = new HashMap<>();
    for (Class<?> type :
        List.of(
            ProgramCalls.class,
            SystemCalls.class,
            SettingCalls.class,
            FactoryCalls.class,
            RegistrationCalls.class,
            ThreadCalls.class,
            ZoneCalls.class)) {
      for (Method method : type.getDeclaredMethods()) {
        StandsFor marked = method.getAnnotation(StandsFor.class);
        if (marked != null) {
          table
              .computeIfAbsent(Type.getInternalName(marked.value()), owner -> new HashMap<>())
              .put(key(method, marked.member()), handle(method));
        }
      }
    }
    return table;
  }

  private static String key(Method method, Member member) {
    String descriptor = Type.getMethodDescriptor(method);
    return switch (member) {
      case STATIC -> method.getName() + descriptor;
      case FIELD -> method.getName() + Type.getReturnType(descriptor);
      case VIRTUAL -> {
        String receiver = Type.getDescriptor(method.getParameterTypes()[0]);
        yield method.getName() + '(' + descriptor.substring(1 + receiver.length());
      }
    };
  }

  private static Handle handle(Method method) {
    return new Handle(
        Opcodes.H_INVOKESTATIC,
        Type.getInternalName(method.getDeclaringClass()),
        method.getName(),
        Type.getMethodDescriptor(method),
        false);
  }

  /**
   * Finds what stands for a member of the JDK.
   *
   * @param owner internal name of the class that the program names
   * @param name of the member
   * @param descriptor of the member
   * @return a static method; null if nothing does
   */
  static @Nullable Handle of(String owner, String name, String descriptor) {
    Map<String, Handle> members = TABLE.get(owner);
    return members == null ? null : members.get(name.concat(descriptor));
  }

  /** The same, for a constant that may be a handle of such a member. */
  static Object of(Object constant) {
    if (!(constant instanceof Handle handle) || handle.getTag() == Opcodes.H_INVOKESPECIAL) {
      return constant;
    }
    if (HostedCalls.isPrintStackTrace(handle.getName(), handle.getDesc())
        && handle.getOwner().startsWith("java/")) {
      return HostedCalls.PRINT_STACK_TRACE;
    }
    boolean makesLoader =
        LoaderCalls.withParent(handle.getOwner(), handle.getName(), handle.getDesc()) != null;
    Handle standIn =
        makesLoader
            ? of(URL_LOADER, "newInstance", "([Ljava/net/URL;)L" + URL_LOADER + ';')
            : of(handle.getOwner(), handle.getName(), handle.getDesc());
    return standIn == null ? constant : standIn;
  }
}
