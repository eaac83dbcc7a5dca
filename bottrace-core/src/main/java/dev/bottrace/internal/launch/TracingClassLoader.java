package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.InstrumentedClass;
import dev.bottrace.internal.launch.ClassPath.Found;
import dev.bottrace.runtime.HostedProgram;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.security.CodeSource;
import java.security.SecureClassLoader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Loads all classes of a program, and gives them their probes on the way.
 *
 * <p>Takes the place of the application class loader: its parent is the platform class loader, and
 * classes of the JDK's modules that belong to the application class loader are found too. As the
 * system class loader (the JVM then makes it, with the constructor that takes a loader) it first
 * loads our own classes through the application class loader, until {@link #open} gives it a
 * program. From then on our classes are out of sight.
 */
public final class TracingClassLoader extends SecureClassLoader
    implements Supplier<Object>, HostedProgram.Source, ProgramLoader {
  static {
    registerAsParallelCapable();
  }

  private static final LoadedProgram UNOBSERVED =
      new LoadedProgram(new ClassPath(), new Object(), warning -> {});
  private static final String RUNTIME = "dev.bottrace.runtime.";
  static final String PROBES = RUNTIME + "Probes";
  private static final String AGENT = RUNTIME + "LauncherAgent";

  /** What the code of a program inside a host sees besides, some of it a copy of its own. */
  private static final String HOSTED = "dev.bottrace.internal.hosted.";

  private static final Set<String> OF_HOST =
      Set.of(
          RUNTIME + "HostedProgram",
          RUNTIME + "HostedProgram$Source",
          RUNTIME + "HostSetting",
          RUNTIME + "HostSettings",
          RUNTIME + "HostSettings$Locales",
          RUNTIME + "ProgramFrames");

  /** The application class loader's. Not given to the constructor: frames would show it. */
  private static final String NAME = "app";

  private final ClassLoader ours;
  private final @Nullable LoaderFrames frames;
  private final boolean system;
  private final boolean inside;
  private final ClassPath ofAgents = new ClassPath();
  private volatile @Nullable LoadedProgram program;
  private volatile @Nullable HostedProgram hosted;

  /**
   * Called by the JVM, for the system class loader.
   *
   * @param applicationLoader loader of our own classes
   */
  public TracingClassLoader(ClassLoader applicationLoader) {
    this(applicationLoader, true);
  }

  private TracingClassLoader(ClassLoader ours, boolean system) {
    super(ClassLoader.getPlatformClassLoader());
    this.ours = ours;
    this.system = system;
    this.inside = !system;
    this.frames = system ? new LoaderFrames(ours) : null;
    if (system && mayNameItself()) {
      JdkInternals.nameLoader(this, "'" + NAME + "'");
    }
  }

  /** The manifest of the command line's jar exports the package too, but after this is made. */
  private static boolean mayNameItself() {
    return Object.class
        .getModule()
        .isExported("jdk.internal.access", TracingClassLoader.class.getModule());
  }

  /**
   * Returns the name of the loader whose place this one takes. The constructor of the superclass
   * asks for it, when no field has its value yet.
   */
  @Override
  public @Nullable String getName() {
    return inside ? super.getName() : NAME;
  }

  static TracingClassLoader inside(ClassLoader ours) {
    return new TracingClassLoader(ours, false);
  }

  /** Says that the program is inside a host, before it is shown. */
  void host(HostedProgram run) {
    hosted = run;
  }

  @Override
  public HostedProgram hostedProgram() {
    return Objects.requireNonNull(hosted, "the program has a JVM of its own");
  }

  /** Shows the program in place of our own classes. */
  @Override
  public void open(LoadedProgram opened) {
    ofAgents.all().forEach(opened.classPath()::add);
    program = opened;
  }

  boolean isOpen() {
    return program != null;
  }

  /**
   * Returns the sink of the probes; before there is a program, the loader of our own classes, for
   * those in the boot loader to find the others by. If they asked this loader, the JVM would
   * remember, and show them to the program.
   */
  @Override
  public Object get() {
    LoadedProgram opened = program;
    return opened == null ? ours : opened.sink();
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        LoadedProgram opened = program;
        loaded = opened == null ? loadOurs(name) : loadConcealed(name, opened);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  /** Before there is a program: the JVM asks for the class with the command line's {@code main}. */
  private Class<?> loadOurs(String name) throws ClassNotFoundException {
    if (system && name.startsWith("dev.bottrace.") && BootDefinition.hidesFrames(name, ours)) {
      Class<?> inBoot =
          BootDefinition.defineRuntime(ours) ? BootDefinition.define(name, ours) : null;
      if (inBoot != null) {
        return inBoot;
      }
    }
    Found agent = ofAgents.find(path(name));
    return agent == null ? ours.loadClass(name) : define(name, agent, UNOBSERVED);
  }

  private Class<?> loadConcealed(String name, LoadedProgram opened) throws ClassNotFoundException {
    try {
      return load(name, opened);
    } catch (ClassNotFoundException | LinkageError | SecurityException e) {
      if (frames != null) {
        frames.replaced(e);
      }
      throw e;
    }
  }

  private Class<?> load(String name, LoadedProgram opened) throws ClassNotFoundException {
    if (name.startsWith(RUNTIME) && isRuntime(name)) {
      return loadRuntime(name);
    }
    if (hosted != null && (name.startsWith(HOSTED) || OF_HOST.contains(name))) {
      return loadOfHost(name);
    }
    if (JdkNames.mayBeInJdk(name)) {
      Class<?> jdks = loadJdks(name);
      if (jdks != null) {
        return jdks;
      }
    }
    Found found = opened.classPath().find(path(name));
    if (found != null) {
      return define(name, found, opened);
    }
    Class<?> jdks = loadJdks(name);
    if (jdks != null) {
      return jdks;
    }
    throw new ClassNotFoundException(name);
  }

  private static boolean isRuntime(String name) {
    return BootDefinition.RUNTIME.contains(name) || name.equals(AGENT);
  }

  /** Each program has probes of its own, except where the boot loader has them. */
  private Class<?> loadRuntime(String name) throws ClassNotFoundException {
    Class<?> shared = Class.forName(name, false, ours);
    byte[] classFile =
        name.equals(PROBES) && shared.getClassLoader() != null
            ? BootDefinition.bytes(name, ours)
            : null;
    return classFile == null ? shared : defineClass(name, classFile, 0, classFile.length);
  }

  private Class<?> loadOfHost(String name) throws ClassNotFoundException {
    byte[] classFile = name.startsWith(HOSTED) ? BootDefinition.bytes(name, ours) : null;
    return classFile == null
        ? Class.forName(name, false, ours)
        : defineClass(name, classFile, 0, classFile.length);
  }

  private @Nullable Class<?> loadJdks(String name) {
    try {
      return getParent().loadClass(name);
    } catch (ClassNotFoundException e) {
      return loadOfNamedModule(name);
    }
  }

  /**
   * Finds classes such as the compiler's, which the JDK defines in the application class loader.
   */
  private @Nullable Class<?> loadOfNamedModule(String name) {
    try {
      ClassLoader application = system ? ours : ClassLoader.getSystemClassLoader();
      Class<?> found = JdkNames.mayBeInJdk(name) ? application.loadClass(name) : null;
      return found != null && found.getModule().isNamed() ? found : null;
    } catch (ClassNotFoundException e) {
      return null;
    }
  }

  private Class<?> define(String name, Found found, LoadedProgram opened)
      throws ClassNotFoundException {
    byte[] original;
    try {
      original = found.resource().read();
    } catch (IOException e) {
      throw new ClassNotFoundException(name);
    }
    CodeSource source = new CodeSource(found.location().url(), found.resource().signers());
    definePackage(name, found.location());
    InstrumentedClass instrumented = opened.instrument(name, original, found.location().own());
    byte[] classFile = instrumented.classFile();
    return defineClass(name, classFile, 0, classFile.length, source);
  }

  private void definePackage(String className, Location location) {
    int dot = className.lastIndexOf('.');
    if (dot > 0) {
      Manifest manifest = location.manifest();
      String packageName = className.substring(0, dot);
      if (manifest != null || getDefinedPackage(packageName) == null) {
        PackageSealing.define(
            this::definePackage,
            getDefinedPackage(packageName),
            packageName,
            manifest,
            location.url());
      }
    }
  }

  @Override
  public boolean givesProbes() {
    return true;
  }

  @Override
  public ClassLoader classLoader() {
    return this;
  }

  @Override
  public @Nullable File ownJar() {
    CodeSource source = OtherLoaders.class.getProtectionDomain().getCodeSource();
    if (source == null) {
      return null;
    }
    try {
      File file = new File(source.getLocation().toURI());
      return file.isFile() ? file : null;
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  @Override
  public @Nullable Class<?> loaded(String name) {
    return findLoadedClass(name);
  }

  private static String path(String className) {
    return className.replace('.', '/').concat(".class");
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    LoadedProgram opened = program;
    Found found = opened == null ? null : opened.classPath().find(path(name));
    if (opened == null || found == null) {
      throw new ClassNotFoundException(name);
    }
    return define(name, found, opened);
  }

  @Override
  protected @Nullable URL findResource(String name) {
    LoadedProgram opened = program;
    try {
      Found found = (opened == null ? ofAgents : opened.classPath()).find(name);
      if (found != null) {
        return found.resource().url();
      }
    } catch (IOException e) {
      return null;
    }
    return opened == null ? ours.getResource(name) : null;
  }

  @Override
  protected Enumeration<URL> findResources(String name) throws IOException {
    LoadedProgram opened = program;
    List<URL> found =
        new ArrayList<>((opened == null ? ofAgents : opened.classPath()).findAll(name));
    if (opened == null) {
      found.addAll(Collections.list(ours.getResources(name)));
    }
    return Collections.enumeration(found);
  }

  /**
   * Called by the JVM for agents, as {@link java.lang.instrument} asks of a system class loader.
   *
   * @param path jar to add to the class path
   */
  @SuppressWarnings("unused")
  private void appendToClassPathForInstrumentation(String path) {
    LoadedProgram opened = program;
    Location location = ClassPath.location(new File(path), false);
    if (location != null) {
      (opened == null ? ofAgents : opened.classPath()).add(location);
    }
  }
}
