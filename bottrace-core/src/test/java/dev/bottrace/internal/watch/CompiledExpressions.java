package dev.bottrace.internal.watch;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Expressions compiled by javac, to compare with. */
final class CompiledExpressions {
  private final Map<String, ByteArrayOutputStream> files = new HashMap<>();
  private final List<Method> methods;

  /** The parameters stand as in the source of a method: {@code int i, String s}. */
  CompiledExpressions(String parameters, List<String> expressions)
      throws ReflectiveOperationException {
    String body =
        IntStream.range(0, expressions.size())
            .mapToObj(i -> method(i, parameters, expressions.get(i)))
            .collect(Collectors.joining("\n"));
    compile("public class Expressions {\n" + body + "\n}");
    Class<?> type = new Loader().loadClass("Expressions");
    Method[] found = new Method[expressions.size()];
    for (Method method : type.getDeclaredMethods()) {
      found[Integer.parseInt(method.getName().substring(1))] = method;
    }
    methods = Arrays.asList(found);
  }

  private static String method(int index, String parameters, String expression) {
    return "public static Object e" + index + "(" + parameters + ") { return " + expression + "; }";
  }

  private void compile(String source) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
    List<String> options = List.of("-nowarn", "-proc:none");
    Source unit = new Source(source);
    boolean done =
        compiler
            .getTask(null, new Files(compiler, problems), problems, options, null, List.of(unit))
            .call();
    if (!done) {
      throw new IllegalArgumentException(
          problems.getDiagnostics().stream()
              .filter(problem -> problem.getKind() == javax.tools.Diagnostic.Kind.ERROR)
              .map(
                  problem ->
                      line(source, problem.getLineNumber()) + problem.getMessage(Locale.ROOT))
              .collect(Collectors.joining("\n")));
    }
  }

  private static String line(String source, long number) {
    return source.split("\n", -1)[(int) number - 1] + "\n  ";
  }

  /** Returns the value, or the exception. */
  Object run(int index, List<Object> arguments) {
    try {
      return methods.get(index).invoke(null, arguments.toArray());
    } catch (InvocationTargetException e) {
      return e.getCause();
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String text) {
      super(URI.create("string:///Expressions.java"), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  private final class Files extends ForwardingJavaFileManager<JavaFileManager> {
    Files(JavaCompiler compiler, DiagnosticCollector<JavaFileObject> problems) {
      super(compiler.getStandardFileManager(problems, null, null));
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String name, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("mem:///" + name + ".class"), kind) {
        @Override
        public OutputStream openOutputStream() {
          return files.computeIfAbsent(name, key -> new ByteArrayOutputStream());
        }
      };
    }
  }

  private final class Loader extends ClassLoader {
    Loader() {
      super(CompiledExpressions.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      ByteArrayOutputStream file = files.get(name);
      if (file == null) {
        throw new ClassNotFoundException(name);
      }
      return defineClass(name, file.toByteArray(), 0, file.size());
    }
  }
}
