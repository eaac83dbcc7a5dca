package dev.bottrace.internal.launch;

import dev.bottrace.internal.symbol.ClassIds;
import dev.bottrace.runtime.HostedProgram;
import dev.bottrace.runtime.ProgramExit;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.security.ProtectionDomain;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives classes their probes that come to a program by other ways than its class path: those that
 * loaders of its own define, and those that it makes while it runs. The same transform by a second
 * delivery, {@link Instrumentation}, which is asked for only when the program is about to do that.
 */
final class OtherLoaders {
  /** Of our own classes, and of their libraries: while one is loaded, none can be loaded for it. */
  private static final @Nullable ClassLoader OURS = OtherLoaders.class.getClassLoader();

  /** The JVM refuses to define it; an empty one would be no change to it. */
  private static final byte[] NO_CLASS = {0};

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private final ClassLoader own;
  private final boolean all;
  private final Supplier<Instrumentation> source;
  private final Delivered delivered = new Delivered();
  private volatile boolean looked;
  private volatile @Nullable String whyNot;
  private @Nullable Delivery delivery;
  private volatile @Nullable ProbesInSight inSight;
  private final @Nullable ClassFiles classFiles;
  private final @Nullable ChangedClasses changedClasses;
  private volatile @Nullable HostedProgram hosted;
  private volatile @Nullable LoadedProgram program;

  /**
   * Makes one that has not begun.
   *
   * @param own the program's loader
   * @param all whether all loaders of this JVM are the program's, or only those with {@code own}
   *     above them
   * @param sole whether all classes of the program come this way; then other agents are shown them
   *     before they have their probes, as the JVM asks those last who can do it again
   * @param keeps whether class files are kept, for watch expressions that look into methods
   * @param source finds the instrumentation of this JVM, or throws an {@link IllegalStateException}
   *     that says why there is none
   */
  OtherLoaders(
      ClassLoader own, boolean all, boolean sole, boolean keeps, Supplier<Instrumentation> source) {
    this.own = own;
    this.all = all;
    this.changedClasses = sole ? new ChangedClasses() : null;
    this.classFiles = keeps ? new ClassFiles() : null;
    this.source = source;
  }

  /** Says that the program is inside a host, before it is shown. */
  void host(HostedProgram run) {
    hosted = run;
  }

  /** Shows what all classes of the program are changed by. */
  void open(LoadedProgram opened) {
    program = opened;
  }

  /**
   * Hears of a class file of the class path that has been read, before it has its probes. A host
   * waits until a loader is made: to get its instrumentation it has to attach to itself.
   */
  void reads(String className, byte[] classFile) {
    if (!looked && all && LoaderSigns.areIn(classFile)) {
      begin();
    }
    delivered.add(className.replace('.', '/'));
  }

  /** Begins, if that has not been tried yet, and warns if it can't. */
  void begin() {
    String reason = whyNotBegun();
    LoadedProgram opened = program;
    if (reason != null && opened != null) {
      opened.warning("classes that loaders of the program define are not traced: " + reason);
    }
  }

  /** Begins, if that has not been tried yet; returns why it can't, or null. */
  @Nullable String whyNotBegun() {
    LoadedProgram opened = program;
    if (!looked && opened != null) {
      look();
    }
    return whyNot;
  }

  private synchronized void look() {
    if (looked) {
      return;
    }
    try {
      Instrumentation found = source.get();
      inSight = new ProbesInSight(found, Class.forName(TracingClassLoader.PROBES, false, own));
      delivery = Delivery.begin(this, found);
    } catch (IllegalStateException | ClassNotFoundException e) {
      whyNot = String.valueOf(e.getMessage());
    } finally {
      looked = true;
    }
  }

  /** Ends: what is loaded from here on is no longer the program's. */
  synchronized void end() {
    looked = true;
    if (delivery != null) {
      delivery.end();
    }
    program = null;
  }

  /** Looks up a class that a loader has defined or handed out already. */
  synchronized @Nullable Class<?> loaded(String className, ClassLoader loader) {
    Class<?>[] known = delivery == null ? new Class<?>[0] : delivery.initiated(loader);
    for (Class<?> type : known) {
      if (type.getName().equals(className)) {
        return type;
      }
    }
    return null;
  }

  /** Returns the bytes of a class as its compiler made it; null if they were not kept. */
  byte @Nullable [] classFile(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    return classFiles == null || loader == null ? null : classFiles.get(loader, type.getName());
  }

  /**
   * What the JVM calls. A class of its own, so that nobody needs the module java.instrument who has
   * no instrumentation.
   */
  private static final class Delivery implements ClassFileTransformer {
    private final OtherLoaders loaders;
    private final Instrumentation instrumentation;

    private Delivery(OtherLoaders loaders, Instrumentation instrumentation) {
      this.loaders = loaders;
      this.instrumentation = instrumentation;
    }

    static Delivery begin(OtherLoaders loaders, Instrumentation instrumentation) {
      Delivery delivery = new Delivery(loaders, instrumentation);
      boolean again =
          loaders.changedClasses != null && instrumentation.isRetransformClassesSupported();
      instrumentation.addTransformer(delivery, again);
      return delivery;
    }

    void end() {
      instrumentation.removeTransformer(this);
    }

    Class<?>[] initiated(ClassLoader loader) {
      return instrumentation.getInitiatedClasses(loader);
    }

    @Override
    public byte @Nullable [] transform(
        Module module,
        @Nullable ClassLoader loader,
        @Nullable String name,
        @Nullable Class<?> loaded,
        @Nullable ProtectionDomain domain,
        byte[] classFile) {
      return loaders.transform(module, loader, name, loaded != null, domain, classFile);
    }
  }

  private byte @Nullable [] transform(
      Module module,
      @Nullable ClassLoader loader,
      @Nullable String name,
      boolean again,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    if (loader == null || loader == PLATFORM || name == null || isOurs(loader)) {
      return null;
    }
    LoadedProgram opened = program;
    if (opened == null
        || !isOfProgram(loader)
        || isMadeByJdk(name)
        || CodeOrigin.isJdk(domain)
        || (!again && wasDelivered(loader, name))) {
      return null;
    }
    ClassIds ids = again ? ids(loader, name) : new ClassIds();
    if (ids == null) {
      return null;
    }
    try {
      return instrument(opened, module, loader, name, domain, classFile, ids);
    } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
      return untraced(opened, name.replace('/', '.') + ": it is not traced: " + e);
    }
  }

  /** Returns null for a class that has no probes, and is to have none. */
  private @Nullable ClassIds ids(ClassLoader loader, String name) {
    return changedClasses == null ? new ClassIds() : changedClasses.get(loader, name);
  }

  /**
   * Gives a class its probes that agents are not shown.
   *
   * @param neighbour a class that it becomes a neighbour of: of the same loader and package
   * @param classFile what the program wants to define
   * @return what to define in its place
   */
  byte[] hidden(Class<?> neighbour, byte[] classFile) {
    LoadedProgram opened = program;
    ClassLoader loader = neighbour.getClassLoader();
    if (opened == null || loader == null || !isOfProgram(loader)) {
      return classFile;
    }
    ProtectionDomain domain = neighbour.getProtectionDomain();
    boolean ofProgram = new CodeOrigin(opened.classPath()).isOwn(domain, classFile);
    return opened.changed(neighbour.getName() + "/hidden", classFile, ofProgram).classFile();
  }

  private boolean isOurs(ClassLoader loader) {
    return loader == OURS && loader != own;
  }

  private boolean isOfProgram(ClassLoader loader) {
    HostedProgram run = hosted;
    return all
        || isBelowProgram(loader)
        || (run != null
            && run.owns(Thread.currentThread())
            && isMadeForPrograms(loader.getClass())
            && !isAbove(loader));
  }

  /** The JDK has loaders of its own besides, of compiled style sheets for one. */
  private static boolean isMadeForPrograms(Class<?> loader) {
    return !loader.getModule().isNamed()
        || loader.getName().startsWith("java")
        || loader.getName().equals("jdk.internal.loader.Loader"); // of a ModuleLayer
  }

  /** Tells whether a loader is one from which this library is seen. */
  private static boolean isAbove(ClassLoader loader) {
    for (ClassLoader above = OURS; above != null; above = above.getParent()) {
      if (above == loader) {
        return true;
      }
    }
    return false;
  }

  private boolean isBelowProgram(ClassLoader loader) {
    for (ClassLoader above = loader; above != null; above = above.getParent()) {
      if (above == own) {
        return true;
      }
    }
    ClassLoader definer = loader.getClass().getClassLoader();
    return definer != null && definer != loader && isBelowProgram(definer);
  }

  /** Accessors and proxies, and what a program inside a host has of ours. */
  static boolean isMadeByJdk(String name) {
    return name.startsWith("jdk/")
        || name.startsWith("sun/")
        || name.startsWith("com/sun/proxy/")
        || name.startsWith("$Proxy", name.lastIndexOf('/') + 1)
        || name.startsWith("dev/bottrace/runtime/")
        || name.startsWith("dev/bottrace/internal/hosted/");
  }

  /** A class of the class path has its probes already when the JVM comes to define it. */
  private boolean wasDelivered(ClassLoader loader, String name) {
    return loader == own && delivered.remove(name);
  }

  private byte @Nullable [] instrument(
      LoadedProgram opened,
      Module module,
      ClassLoader loader,
      String name,
      @Nullable ProtectionDomain domain,
      byte[] classFile,
      ClassIds ids) {
    boolean ofProgram = new CodeOrigin(opened.classPath()).isOwn(domain, classFile);
    String className = name.replace('/', '.');
    byte[] changed = opened.changed(className, classFile, ofProgram, ids).classFile();
    if (classFiles != null) {
      classFiles.put(loader, className, classFile);
    }
    if (changed == classFile) {
      return null;
    }
    ProbesInSight probes = inSight;
    String reason = probes == null ? "" : probes.whyNot(loader, module);
    if (reason != null && hosted == null) {
      opened.warning(
          "classes of "
              + loader.getClass().getName()
              + " are not traced: it does not see bottrace");
      return null;
    }
    if (reason != null) {
      return untraced(opened, className + ": " + reason);
    }
    if (changedClasses != null) {
      changedClasses.put(loader, name, ids);
    }
    return changed;
  }

  /**
   * A host can't let a class pass that may end it: the program is ended, and that class with it.
   */
  private byte @Nullable [] untraced(LoadedProgram opened, String reason) {
    HostedProgram run = hosted;
    if (run == null) {
      opened.warning(reason);
      return null;
    }
    try {
      run.refuse("defines a class that could end this JVM: " + reason);
    } catch (ProgramExit ended) {
      // thrown where the class was to be defined: the JVM hears of nothing that a transformer
      // throws
    }
    return NO_CLASS;
  }
}
