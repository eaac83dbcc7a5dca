package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.MethodOrderer.MethodName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.Analyzer;
import org.objectweb.asm.tree.analysis.AnalyzerException;
import org.objectweb.asm.tree.analysis.SimpleVerifier;

/** Transforms every class of the JDK's own modules, and has the result verified. */
@Tag("slow")
@TestMethodOrder(MethodName.class) // copies come last: the JVM remembers what they must agree with
class JdkTransformTest {
  private static final int STEP = Integer.getInteger("bottrace.bulk.step", 1);

  /** What the JVM says of copies of what it has itself, in one order of loading or another. */
  private static final String OF_COPIES = "loader constraint violation";

  /** Files of classes by their internal names. */
  private static final Map<String, Path> CLASSES = classes();

  private static Map<String, Path> classes() {
    Path modules = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("/modules");
    try (Stream<Path> files = Files.walk(modules)) {
      Map<String, Path> classes = new TreeMap<>();
      files
          .filter(file -> file.toString().endsWith(".class"))
          .filter(file -> !file.endsWith("module-info.class"))
          .forEach(file -> classes.put(name(file), file));
      return classes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path file) {
    String path = file.subpath(2, file.getNameCount()).toString();
    return path.substring(0, path.length() - ".class".length());
  }

  /** Defines copies of the JDK's classes, but for those that only the boot loader may define. */
  private static final class JdkLoader extends ClassLoader {
    private final UnaryOperator<byte[]> transform;

    JdkLoader(UnaryOperator<byte[]> transform) {
      super(JdkTransformTest.class.getClassLoader());
      this.transform = transform;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      String internalName = name.replace('.', '/');
      if (isJava(internalName) || !CLASSES.containsKey(internalName)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded != null) {
          return loaded;
        }
        byte[] classFile = transform.apply(read(internalName));
        return defineClass(name, classFile, 0, classFile.length);
      }
    }
  }

  private static boolean isJava(String internalName) {
    return internalName.startsWith("java/");
  }

  private static byte[] read(String internalName) {
    try {
      return Files.readAllBytes(CLASSES.get(internalName));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(boolean java) {
    List<String> names = CLASSES.keySet().stream().filter(name -> isJava(name) == java).toList();
    return BulkTransformTest.each(names, STEP);
  }

  private static UnaryOperator<byte[]> transform(List<String> warnings) {
    ClassInstrumenter instrumenter =
        new ClassInstrumenter(
            new SymbolTable(), ClassFilter.of(Scope.DEFAULT), true, Probing.CALLS, ExitCalls.ALL);
    return classFile -> {
      InstrumentedClass instrumented = instrumenter.instrument(classFile, true);
      warnings.addAll(instrumented.warnings());
      return instrumented.classFile();
    };
  }

  @Test
  void every_class_links_with_probes_as_it_does_without() {
    List<String> warnings = new ArrayList<>();
    ClassLoader plain = new JdkLoader(UnaryOperator.identity());
    ClassLoader probed = new JdkLoader(transform(warnings));
    List<String> names = names(false);
    List<String> differences = new ArrayList<>();
    int linked = 0;
    for (String internalName : names) {
      String name = internalName.replace('/', '.');
      String before = Linking.of(name, plain);
      String after = Linking.of(name, probed);
      linked += before.isEmpty() ? 1 : 0;
      if (before.isEmpty() && !after.isEmpty() && !after.contains(OF_COPIES)) {
        differences.add(name + ": " + after);
      }
    }
    print("%d classes of the JDK, %d link, %d warnings%n", names.size(), linked, warnings.size());

    assertThat(linked).isGreaterThan(names.size() * 8 / 10);
    assertThat(differences).isEmpty();
  }

  /**
   * No other loader may define a class in a package {@code java}: what the JVM would do is done
   * here.
   */
  @Test
  void classes_of_the_java_packages_flow_as_the_jvm_demands() {
    List<String> warnings = new ArrayList<>();
    UnaryOperator<byte[]> transform = transform(warnings);
    List<String> names = names(true);
    List<String> differences = new ArrayList<>();
    int changed = 0;
    for (String name : names) {
      byte[] plain = read(name);
      byte[] probed = transform.apply(plain);
      changed += probed == plain ? 0 : 1;
      if (!flaws(probed).isEmpty() && flaws(plain).isEmpty()) {
        differences.add(name + ": " + flaws(probed));
      }
    }
    print("%d classes of packages java, %d changed%n", names.size(), changed);

    assertThat(changed).isGreaterThan(names.size() / 2);
    assertThat(differences).isEmpty();
  }

  private static String flaws(byte[] classFile) {
    ClassNode type = new ClassNode();
    new ClassReader(classFile).accept(type, 0);
    SimpleVerifier verifier =
        new SimpleVerifier(
            Type.getObjectType(type.name),
            type.superName == null ? null : Type.getObjectType(type.superName),
            type.interfaces.stream().map(Type::getObjectType).toList(),
            (type.access & Opcodes.ACC_INTERFACE) != 0);
    verifier.setClassLoader(JdkTransformTest.class.getClassLoader());
    for (MethodNode method : type.methods) {
      try {
        new Analyzer<>(verifier).analyze(type.name, method);
      } catch (AnalyzerException e) {
        return method.name + ": " + e.getMessage();
      }
    }
    return "";
  }

  @SuppressWarnings("SystemOut") // figures for whoever runs it
  private static void print(String format, Object... arguments) {
    PrintStream out = System.out;
    out.printf(format, arguments);
  }
}
