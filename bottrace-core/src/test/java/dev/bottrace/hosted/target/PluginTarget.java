package dev.bottrace.hosted.target;

/** What another loader than the program's defines. */
public final class PluginTarget implements Runnable {
  private final String way;

  public PluginTarget(String way) {
    this.way = way;
  }

  @Override
  public void run() {
    switch (way) {
      case "exit" -> System.exit(5);
      case "loop" -> loop();
      case "property" -> System.setProperty("plug.in", "was here");
      default -> System.out.println("plug-in " + way);
    }
  }

  private static void loop() {
    for (long i = 0; true; i++) {
      if (i == Long.MIN_VALUE) {
        return;
      }
    }
  }
}
