package dev.bottrace.internal.launch;

import java.lang.instrument.Instrumentation;

/**
 * Puts what instrumented code calls into the boot loader, where classes of all loaders see it. To
 * be called before anything else of ours is loaded, which would have it loaded here. Defined one by
 * one, as the JVM warns of a boot class path that has grown.
 */
public final class AgentRuntime {
  private AgentRuntime() {}

  /**
   * Defines it.
   *
   * @param instrumentation of this JVM
   * @throws IllegalStateException if the JVM does not allow it
   */
  public static void define(Instrumentation instrumentation) {
    JdkExport.give(instrumentation);
    if (!BootDefinition.defineRuntime(AgentRuntime.class.getClassLoader())) {
      throw new IllegalStateException("the JVM does not let classes into its boot loader");
    }
  }
}
