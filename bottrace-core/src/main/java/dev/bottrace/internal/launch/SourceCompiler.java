package dev.bottrace.internal.launch;

import com.sun.source.util.JavacTask;
import dev.bottrace.option.ProgramNotRunnableException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.ForwardingJavaFileObject;
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
  private final String classPath;

  SourceCompiler(String classPath) {
    this.classPath = classPath;
  }

  /**
   * What came out of it.
   *
   * @param mainClass the class of the source file that {@code java} would start
   * @param classFiles by path, as in {@code com/acme/App.class}
   */
  record Compiled(String mainClass, Map<String, byte[]> classFiles) {}

  Compiled compile(Path source) throws ProgramNotRunnableException {
    JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
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
    MainType main = new MainType(source, files);
    JavacTask task =
        (JavacTask)
            compiler.getTask(messages, memory, null, options(), null, sources(source, files));
    main.observe(task);
    if (!task.call()) {
      throw new ProgramNotRunnableException(true, messages.toString().stripTrailing());
    }
    String name = main.name();
    if (name == null) {
      throw new ProgramNotRunnableException(true, source + " declares no class");
    }
    return new Compiled(name, memory.classFiles());
  }

  private List<String> options() {
    List<String> options = new ArrayList<>(List.of("-g", "-parameters", "-proc:none"));
    options.addAll(List.of("-implicit:class", "-classpath", classPath));
    options.addAll(CompilerOptions.ofThisJvm());
    return options;
  }

  /** The compiler would refuse bytes that are no characters, for which {@code java} has others. */
  private static Iterable<? extends JavaFileObject> sources(
      Path source, StandardJavaFileManager files) throws IOException {
    Iterable<? extends JavaFileObject> found = files.getJavaFileObjects(source);
    try {
      Files.readString(source, Charset.defaultCharset());
      return found;
    } catch (CharacterCodingException e) {
      String text = new String(Files.readAllBytes(source), Charset.defaultCharset());
      return List.of(
          new ForwardingJavaFileObject<JavaFileObject>(found.iterator().next()) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
              return text;
            }
          });
    }
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
}
