package dev.bottrace.internal.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a program inside a host wants done at its end, and what has to be put back then. */
final class ProgramHooks {
  private final List<Thread> threads = new ArrayList<>();
  private final Set<String> files = new LinkedHashSet<>();
  private final Deque<Runnable> actions = new ArrayDeque<>();
  private boolean ending;

  synchronized void add(Thread hook) {
    checkRunning();
    if (contains(hook)) {
      throw new IllegalArgumentException("Hook previously registered");
    }
    if (hook.isAlive()) {
      throw new IllegalArgumentException("Hook already running");
    }
    threads.add(hook);
  }

  synchronized boolean remove(Thread hook) {
    checkRunning();
    return threads.removeIf(other -> other == hook);
  }

  private boolean contains(Thread hook) {
    return threads.stream().anyMatch(other -> other == hook); // equals may be the program's
  }

  private void checkRunning() {
    if (ending) {
      throw new IllegalStateException("Shutdown in progress");
    }
  }

  synchronized void delete(File file) {
    files.add(file.getAbsolutePath());
  }

  synchronized void atEnd(Runnable action) {
    actions.push(action);
  }

  /** Takes no more hooks, and returns those there are. */
  synchronized List<Thread> begin() {
    ending = true;
    return new ArrayList<>(threads);
  }

  /** Does what is left to do when the program has ended. */
  void finish() {
    List<Runnable> last;
    List<String> unwanted;
    synchronized (this) {
      ending = true;
      last = new ArrayList<>(actions);
      unwanted = new ArrayList<>(files);
      threads.clear();
      actions.clear();
      files.clear();
    }
    for (int i = unwanted.size() - 1; i >= 0; i--) {
      delete(unwanted.get(i));
    }
    last.forEach(Runnable::run);
  }

  private static void delete(String path) {
    try {
      Files.deleteIfExists(Path.of(path));
    } catch (IOException | InvalidPathException e) {
      return; // nobody hears of it under java either
    }
  }
}
