package dev.bottrace.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A program that somebody else than the launcher starts. */
abstract class AgentFixture extends InstallationFixture {
  final BottraceProcess program = new BottraceProcess(file("program"));

  AgentFixture(Path temp) throws IOException {
    super(temp);
    program.compile(
        "App",
        """
        public class App {
          public static void main(String[] a) throws Exception {
            System.out.println(App.class.getClassLoader().getName() + " " + twice(21));
            switch (a.length == 0 ? "" : a[0]) {
              case "exit" -> System.exit(twice(2));
              case "halt" -> Runtime.getRuntime().halt(twice(3));
              case "fail" -> throw new IllegalStateException("as asked");
              case "thread" -> {
                Thread thread = new Thread(() -> twice(4), "worker");
                thread.start();
                thread.join();
              }
              case "loader" ->
                  System.out.println(
                      new java.net.URLClassLoader(
                              new java.net.URL[] {java.nio.file.Path.of("program/").toUri().toURL()}, null)
                          .loadClass("App")
                          .getDeclaredMethod("twice", int.class)
                          .invoke(null, 5));
              default -> { if (a.length > 0 && a[0].equals("wait")) Thread.sleep(600_000); }
            }
          }
          public static int twice(int n) {
            int result = 2 * n;
            return result;
          }
          public static class Filtering extends java.net.URLClassLoader {
            public Filtering() throws Exception {
              super(new java.net.URL[] {java.nio.file.Path.of("program/").toUri().toURL()});
            }
            @Override
            public Class<?> loadClass(String name) throws ClassNotFoundException {
              return name.startsWith("java.") ? super.loadClass(name) : findClass(name);
            }
            public static void main(String[] a) throws Exception {
              new Filtering().loadClass("App").getDeclaredMethod("twice", int.class).invoke(null, 6);
            }
          }
        }
        """);
  }

  String trace(String name) throws IOException {
    return Files.readString(file(name));
  }
}
