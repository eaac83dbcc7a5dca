package dev.bottrace.benchmarks.floor;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Loads the workloads once more, transformed. Where bottrace did the transforming, they find the
 * sink of their probes here.
 */
public final class WorkloadLoader extends ClassLoader implements Supplier<@Nullable Object> {
  /** The package that is traced. */
  public static final String WORKLOADS = "dev.bottrace.benchmarks.workload.";

  /** The program that runs them. */
  public static final String MAIN = "dev.bottrace.benchmarks.WorkloadMain";

  /** What that program consists of, besides the workloads. */
  private static final List<String> PROGRAM =
      List.of(
          "dev.bottrace.benchmarks.Workload",
          "dev.bottrace.benchmarks.Rounds",
          "dev.bottrace.benchmarks.CutFile",
          "dev.bottrace.benchmarks.Events",
          "dev.bottrace.benchmarks.Quiet");

  private static final String PROBES = "dev.bottrace.runtime.Probes";

  private final UnaryOperator<byte[]> transform;
  private final @Nullable Object sink;

  /**
   * Makes a loader.
   *
   * @param transform changes the class files of the workloads
   * @param sink where bottrace's probes go; null if there are none
   */
  public WorkloadLoader(UnaryOperator<byte[]> transform, @Nullable Object sink) {
    super(WorkloadLoader.class.getClassLoader());
    this.transform = transform;
    this.sink = sink;
  }

  @Override
  public @Nullable Object get() {
    return sink;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    boolean workload = name.startsWith(WORKLOADS);
    if (!workload && !name.equals(PROBES) && PROGRAM.stream().noneMatch(name::startsWith)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null ? loaded : define(name, workload);
    }
  }

  private Class<?> define(String name, boolean workload) throws ClassNotFoundException {
    byte[] original = bytes(name);
    byte[] classFile = workload ? transform.apply(original) : original;
    return defineClass(name, classFile, 0, classFile.length);
  }

  private byte[] bytes(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
