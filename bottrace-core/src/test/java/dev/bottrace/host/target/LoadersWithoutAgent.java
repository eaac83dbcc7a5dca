package dev.bottrace.host.target;

import dev.bottrace.Tracer;
import dev.bottrace.hosted.target.OwnLoaderTarget;

/** A host without an agent, whose programs make class loaders and exit in their classes. */
public final class LoadersWithoutAgent {
  private LoadersWithoutAgent() {}

  public static void main(String[] ways) throws Exception {
    for (String way : ways) {
      try {
        int status =
            Tracer.run(OwnLoaderTarget.class, way, "exit").captureOutput().execute().exitCode();
        System.out.println("exited " + status);
      } catch (IllegalStateException e) {
        System.out.println(e.getMessage());
      }
    }
    System.out.println("the host goes on");
  }
}
