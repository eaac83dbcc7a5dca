package dev.bottrace.internal.attach;

import dev.bottrace.internal.instrument.ProbedClass;
import dev.bottrace.internal.instrument.UnionInstrumenter;
import dev.bottrace.internal.instrument.UnionInstrumenter.Result;
import dev.bottrace.internal.launch.PerLoader;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Gives the classes of a host their probes, those that are loaded and those that will be, and takes
 * them out again. What is called with the hub's lock says so; classes are loaded without it.
 */
final class HostClasses {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final Instrumentation instrumentation;
  private final ParameterNames names;
  private final Changeable changeable;
  private final LoaderClasses loaders;
  private final Probed probed = new Probed();
  private @Nullable Transformer transformer;

  HostClasses(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
    this.names = new ParameterNames(instrumentation);
    this.changeable = new Changeable(instrumentation, names);
    this.loaders = new LoaderClasses(instrumentation, changeable);
  }

  Instrumentation instrumentation() {
    return instrumentation;
  }

  /**
   * Which probes classes have, by loader and name: a class that is being loaded is no object yet.
   */
  private static final class Probed {
    private final PerLoader<Map<String, ProbedClass>> byLoader = new PerLoader<>();

    @Nullable ProbedClass get(Class<?> type) {
      Map<String, ProbedClass> known = byLoader.get(type.getClassLoader());
      return known == null ? null : known.get(internalName(type));
    }

    void put(ClassLoader loader, String internalName, ProbedClass probes) {
      byLoader.get(loader, ConcurrentHashMap::new).put(internalName, probes);
    }

    void remove(Class<?> type) {
      Map<String, ProbedClass> known = byLoader.get(type.getClassLoader());
      if (known != null) {
        known.remove(internalName(type));
      }
    }
  }

  /** Looks up a class that a loader has defined or handed out already. */
  @Nullable Class<?> loaded(String binaryName, @Nullable ClassLoader loader) {
    for (Class<?> type : instrumentation.getInitiatedClasses(loader)) {
      if (type.getName().equals(binaryName)) {
        return type;
      }
    }
    return null;
  }

  static String internalName(Class<?> type) {
    return type.getName().replace('.', '/');
  }

  /** With the hub's lock. */
  void begin(HostWish wish, Hub hub) {
    if (transformer == null) {
      transformer = new Transformer(hub);
      OurClasses.areBeyond(PLATFORM, ""); // loads it
      instrumentation.addTransformer(transformer, true);
      changeable.askAgain();
      retransform(loaders.loaded(), wish);
    }
    // Twice: a class may have been on its way when the first look did not see it yet.
    for (int look = 0; look < 2; look++) {
      retransform(lackingProbes(wish), wish);
    }
  }

  private List<Class<?>> lackingProbes(HostWish wish) {
    List<Class<?>> lacking = new ArrayList<>();
    Set<Class<?>> running = Changeable.running();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.isArray()
          || Changeable.isLambda(type)
          || OurClasses.isOfProgram(type.getClassLoader()) // a copy: nobody here means it
          || !wish.mayWant(type)) {
        continue;
      }
      ProbedClass probes = probed.get(type);
      if (probes != null && probes.serves(wish)) {
        probes.tell(wish);
      } else if (!wish.hasLookedAt(type)) {
        String reason = running.contains(type) ? Changeable.RUNNING : changeable.whyNot(type);
        if (reason == null) {
          lacking.add(type);
        } else {
          wish.leaveAlone(type.getName(), reason);
        }
      }
    }
    return lacking;
  }

  /** With the hub's lock. */
  void end(HostWish ended, List<HostWish> others) {
    if (others.isEmpty() && transformer != null) {
      names.last();
      instrumentation.removeTransformer(transformer);
      transformer = null;
    }
    for (int look = 0; look < 2; look++) { // twice, as above
      retransform(unwanted(ended, others), ended);
    }
  }

  private List<Class<?>> unwanted(HostWish ended, List<HostWish> others) {
    boolean last = others.isEmpty();
    List<Class<?>> unwanted = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      ProbedClass probes = type.isArray() ? null : probed.get(type);
      if (probes != null
          && (probes.hasPlacesOf(ended) || others.stream().noneMatch(probes::isWantedBy))) {
        probed.remove(type);
        unwanted.add(type);
      } else if (last && !type.isArray() && loaders.remove(type)) {
        unwanted.add(type);
      }
    }
    return unwanted;
  }

  /**
   * All at once, which is fastest; should the JVM refuse one of them, each half alone. Each time
   * the whole program stands still, so there have to be few.
   */
  private void retransform(List<Class<?>> types, HostWish wish) {
    if (types.isEmpty()) {
      return;
    }
    try {
      instrumentation.retransformClasses(types.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException | LinkageError | InternalError | RuntimeException e) {
      if (types.size() == 1) {
        refused(types.get(0), e, wish);
      } else {
        int half = types.size() / 2;
        retransform(types.subList(0, half), wish);
        retransform(types.subList(half, types.size()), wish);
      }
    }
  }

  private void refused(Class<?> type, Throwable why, HostWish wish) {
    probed.remove(type);
    changeable.refused(type, why);
    if (wish.mayWant(type)) {
      wish.leaveAlone(type.getName(), String.valueOf(changeable.whyNot(type)));
    }
  }

  /** The second delivery of the transform. Called by the JVM for each class. */
  private final class Transformer implements ClassFileTransformer {
    private final Hub hub;
    private final UnionInstrumenter instrumenter;

    Transformer(Hub hub) {
      this.hub = hub;
      this.instrumenter = new UnionInstrumenter(hub.symbols());
    }

    @Override
    public byte @Nullable [] transform(
        Module module,
        @Nullable ClassLoader loader,
        @Nullable String name,
        @Nullable Class<?> loaded,
        @Nullable ProtectionDomain domain,
        byte[] classFile) {
      List<HostWish> wishes = hub.recordings().wishes();
      if (wishes.isEmpty()
          || loader == null
          || loader == PLATFORM
          || name == null
          || OurClasses.areBeyond(loader, name)) {
        return null;
      }
      byte[] named = loaded == null ? null : names.added(loader, name, classFile);
      try {
        byte[] changed =
            instrument(module, loader, name, domain, named == null ? classFile : named, wishes);
        return changed == null ? named : changed;
      } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
        wishes.forEach(wish -> wish.failed(name, e));
        return named;
      }
    }

    private byte @Nullable [] instrument(
        Module module,
        ClassLoader loader,
        String name,
        @Nullable ProtectionDomain domain,
        byte[] classFile,
        List<HostWish> wishes) {
      Result result =
          instrumenter.instrument(classFile, hub.code().isOwn(name, domain, classFile), wishes);
      byte[] changed = result == null ? classFile : result.classFile().classFile();
      byte[] ofLoader = LoaderClasses.changed(changed);
      if (result == null && ofLoader == null) {
        return null;
      }
      String damaged = RetransformBugs.reason(classFile);
      String reason = damaged != null ? damaged : changeable.whyUnseen(loader, module);
      if (reason != null) {
        if (result != null) {
          wishes.stream()
              .filter(result.probes()::isWantedBy)
              .forEach(wish -> wish.leaveAlone(name.replace('/', '.'), reason));
        }
        return null;
      }
      if (result != null) {
        probed.put(loader, name, result.probes());
      }
      if (ofLoader == null) {
        return changed;
      }
      loaders.note(loader, name);
      return ofLoader;
    }
  }
}
