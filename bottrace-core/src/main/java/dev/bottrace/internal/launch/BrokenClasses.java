package dev.bottrace.internal.launch;

import dev.bottrace.internal.instrument.ClassInstrumenter;
import dev.bottrace.internal.launch.ClassPath.Found;
import dev.bottrace.runtime.ProgramFrames;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.Field;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds the classes behind errors of linking. Whose fault it is, is told by both forms of a class,
 * each in a loader of its own: whatever the program has wrong in itself is wrong in both, and is
 * then told of in the words that the JVM has for the class as it was.
 */
final class BrokenClasses {
  /** Names of classes in the messages of the JVM, with slashes or with dots. */
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_$/.]+");

  private static final int CAUSES = 16;

  private final LoadedProgram program;
  private final ClassLoader loader;
  private final Set<String> found = ConcurrentHashMap.newKeySet();
  private final Map<String, Verdict> verdicts = new ConcurrentHashMap<>();
  private volatile WeakReference<@Nullable Throwable> latest = new WeakReference<>(null);

  /**
   * Makes one that has found none.
   *
   * @param program gives classes their probes
   * @param loader has the program's classes
   */
  BrokenClasses(LoadedProgram program, ClassLoader loader) {
    this.program = program;
    this.loader = loader;
  }

  /**
   * Finds the class behind an error that the program meets.
   *
   * @return null if it is none that we have broken, or one that was found before
   */
  @Nullable BrokenClass behind(Throwable thrown) {
    Throwable cause = thrown;
    for (int i = 0; cause != null && i < CAUSES; i++) {
      if (isOfClassFile(cause) && latest.get() != cause) {
        latest = new WeakReference<>(cause); // it leaves one method after the other
        return named(cause);
      }
      cause = ProgramFrames.cause(cause);
    }
    return null;
  }

  private static boolean isOfClassFile(Throwable thrown) {
    return thrown instanceof VerifyError
        || thrown instanceof ClassFormatError
        || thrown instanceof IncompatibleClassChangeError;
  }

  private @Nullable BrokenClass named(Throwable error) {
    for (String name : names(String.valueOf(error.getMessage()))) {
      BrokenClass broken = broken(name, error);
      if (broken != null) {
        return found.add(name) ? broken : null;
      }
    }
    return null;
  }

  /** A name with dots may have that of a method behind it. */
  private static Set<String> names(String message) {
    Set<String> names = new LinkedHashSet<>();
    Matcher matcher = NAME.matcher(message);
    while (matcher.find()) {
      String name = matcher.group();
      int dot = name.lastIndexOf('.');
      names.add(name.replace('/', '.'));
      if (dot > 0) {
        names.add(name.substring(0, dot).replace('/', '.'));
      }
    }
    names.remove("");
    return names;
  }

  private @Nullable BrokenClass broken(String name, Throwable error) {
    Verdict verdict = verdicts.get(name);
    if (verdict == null) {
      verdict = verdict(name);
      if (verdict == null) {
        return null;
      }
      verdicts.put(name, verdict);
    }
    if (verdict.ownError() == error.getClass()) {
      say(error, verdict.ownMessage());
    }
    return verdict.broken();
  }

  /** Returns null if it is no class of the program's class path. */
  private @Nullable Verdict verdict(String name) {
    ClassInstrumenter instrumenter = program.instrumenter();
    Found file = program.classPath().find(name.replace('.', '/') + ".class");
    if (instrumenter == null || file == null) {
      return null;
    }
    try {
      byte[] original = file.resource().read();
      byte[] changed = instrumenter.instrument(original, file.location().own()).classFile();
      Throwable problem = changed == original ? null : new Scratch(loader).problem(name, changed);
      if (problem == null) {
        return Verdict.SOUND;
      }
      Throwable own = new Scratch(loader).problem(name, original);
      return own == null
          ? new Verdict(
              new BrokenClass(name, problem.getClass().getSimpleName() + firstLine(problem)),
              null,
              "")
          : new Verdict(null, own.getClass(), String.valueOf(own.getMessage()));
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * What became of looking at a class: a program may catch such errors by the thousands.
   *
   * @param broken the class, if we have broken it
   * @param ownError what the JVM throws for the class as it was
   * @param ownMessage what it says then
   */
  private record Verdict(
      @Nullable BrokenClass broken, @Nullable Class<?> ownError, String ownMessage) {
    static final Verdict SOUND = new Verdict(null, null, "");
  }

  /** Gives an error the words that it would have without us. */
  private static void say(Throwable error, String message) {
    try {
      JdkInternals.openToUs("java.lang");
      Field field = Throwable.class.getDeclaredField("detailMessage");
      field.setAccessible(true);
      field.set(error, message);
    } catch (ReflectiveOperationException | RuntimeException e) {
      return; // the words show our code, which does no harm
    }
  }

  private static String firstLine(Throwable problem) {
    String message = problem.getMessage();
    return message == null ? "" : ": " + message.lines().findFirst().orElse("");
  }

  /** Defines one class, and finds all others where the program does. */
  private static final class Scratch extends ClassLoader {
    Scratch(ClassLoader parent) {
      super(parent);
    }

    /** Has the JVM verify a class, without running any of its code. */
    @Nullable Throwable problem(String name, byte[] classFile) {
      try {
        var unused = defineClass(name, classFile, 0, classFile.length).getDeclaredMethods();
        return null;
      } catch (LinkageError e) {
        return isOfClassFile(e) ? e : null;
      }
    }
  }
}
