package dev.bottrace.internal.launch;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import dev.bottrace.option.ProgramNotRunnableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Compiles a source file, and those beside it that it uses, into memory and with full debug
 * information.
 */
final class SourceCompiler {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s+([\\w.]+)\\s*;");

  private final String classPath;

  SourceCompiler(String classPath) {
    this.classPath = classPath;
  }

  /**
   * What came out of it.
   *
   * @param mainClass the first class of the source file
   * @param classFiles by path, as in {@code com/acme/App.class}
   */
  record Compiled(String mainClass, Map<String, byte[]> classFiles) {}

  Compiled compile(Path source) throws ProgramNotRunnableException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    if (compiler == null) {
      throw new ProgramNotRunnableException(
          true,
          source + " needs a JDK to be compiled, and this is a Java runtime without a compiler");
    }
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        MemoryFiles memory = new MemoryFiles(files)) {
      return compile(source, compiler, files, memory);
    } catch (IOException | RuntimeException e) {
      throw new ProgramNotRunnableException(true, source + " can't be compiled: " + e.getMessage());
    }
  }

  private Compiled compile(
      Path source, JavaCompiler compiler, StandardJavaFileManager files, MemoryFiles memory)
      throws IOException, ProgramNotRunnableException {
    StringWriter messages = new StringWriter();
    FirstType first = new FirstType(source);
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                messages, memory, null, options(source), null, files.getJavaFileObjects(source));
    task.addTaskListener(first);
    if (!task.call()) {
      throw new ProgramNotRunnableException(true, messages.toString().stripTrailing());
    }
    if (first.name == null) {
      throw new ProgramNotRunnableException(true, source + " declares no class");
    }
    return new Compiled(first.name, memory.classFiles());
  }

  private List<String> options(Path source) throws IOException {
    List<String> options = new ArrayList<>(List.of("-g", "-parameters", "-proc:none"));
    options.addAll(List.of("-sourcepath", sourceRoot(source).toString()));
    options.addAll(List.of("-implicit:class", "-classpath", classPath));
    return options;
  }

  /** Returns the directory that the package of the source is relative to. */
  private static Path sourceRoot(Path source) throws IOException {
    Path directory = source.toAbsolutePath().normalize().getParent();
    Matcher matcher = PACKAGE.matcher(Files.readString(source));
    int levels = matcher.find() ? matcher.group(1).split("\\.").length : 0;
    Path root = directory;
    for (int i = 0; i < levels && root != null; i++) {
      root = root.getParent();
    }
    return root != null ? root : source.toAbsolutePath().getRoot();
  }

  /** Keeps class files in memory. */
  private static final class MemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
    private final Map<String, ByteArrayOutputStream> outputs = new LinkedHashMap<>();

    MemoryFiles(JavaFileManager files) {
      super(files);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location,
        String className,
        JavaFileObject.Kind kind,
        @Nullable FileObject sibling) {
      String path = className.replace('.', '/') + kind.extension;
      return new SimpleJavaFileObject(URI.create("memory:///" + path), kind) {
        @Override
        public OutputStream openOutputStream() {
          ByteArrayOutputStream output = new ByteArrayOutputStream();
          outputs.put(path, output);
          return output;
        }
      };
    }

    Map<String, byte[]> classFiles() {
      Map<String, byte[]> classFiles = new LinkedHashMap<>();
      outputs.forEach((path, output) -> classFiles.put(path, output.toByteArray()));
      return classFiles;
    }
  }

  /** Notes which type a source declares first: the one that {@code java} would start. */
  private static final class FirstType implements TaskListener {
    private final Path source;
    private @Nullable String name;

    FirstType(Path source) {
      this.source = source;
    }

    @Override
    public void finished(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.PARSE
          && event.getSourceFile().getName().equals(source.toString())) {
        CompilationUnitTree unit = event.getCompilationUnit();
        for (Tree declared : unit.getTypeDecls()) {
          if (name == null && declared instanceof ClassTree type) {
            String inPackage = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            name = inPackage + type.getSimpleName();
          }
        }
      }
    }
  }
}
