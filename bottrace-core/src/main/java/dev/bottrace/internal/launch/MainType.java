package dev.bottrace.internal.launch;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, while a source file is compiled, which of its types {@code java} would start, and
 * where its package begins: siblings are looked for from there.
 */
final class MainType implements TaskListener {
  /** The first release in which the type may be another one than the first. */
  private static final int LOOKS_FOR_MAIN = 22;

  private final Path source;
  private final StandardJavaFileManager files;
  private final List<String> declared = new ArrayList<>();
  private @Nullable JavacTask task;
  private boolean firstHasMain;

  MainType(Path source, StandardJavaFileManager files) {
    this.source = source;
    this.files = files;
  }

  void observe(JavacTask observed) throws IOException {
    task = observed;
    setRoot("");
    observed.addTaskListener(this);
  }

  /** Returns its binary name; null if the file has no type. */
  @Nullable String name() {
    if (declared.isEmpty()) {
      return null;
    }
    String first = declared.get(0);
    String file = String.valueOf(source.getFileName());
    String simple = file.substring(0, file.lastIndexOf('.'));
    String named = first.substring(0, first.lastIndexOf('.') + 1) + simple;
    boolean looks = Runtime.version().feature() >= LOOKS_FOR_MAIN && !firstHasMain;
    return looks && declared.contains(named) ? named : first;
  }

  @Override
  public void finished(TaskEvent event) {
    if (event.getSourceFile() == null
        || !event.getSourceFile().getName().equals(source.toString())) {
      return;
    }
    if (event.getKind() == TaskEvent.Kind.PARSE) {
      parsed(event.getCompilationUnit());
    } else if (event.getKind() == TaskEvent.Kind.ANALYZE) {
      analyzed(event.getTypeElement());
    }
  }

  private void parsed(CompilationUnitTree unit) {
    String name = unit.getPackageName() == null ? "" : unit.getPackageName().toString();
    for (Tree tree : unit.getTypeDecls()) {
      if (tree instanceof ClassTree type) {
        declared.add((name.isEmpty() ? "" : name + ".") + type.getSimpleName());
      }
    }
    try {
      setRoot(name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void analyzed(@Nullable TypeElement type) {
    if (type != null
        && task != null
        && !declared.isEmpty()
        && type.getQualifiedName().contentEquals(declared.get(0))) {
      firstHasMain =
          ElementFilter.methodsIn(task.getElements().getAllMembers(type)).stream()
              .anyMatch(method -> method.getSimpleName().contentEquals("main"));
    }
  }

  /** Sets the directory that a package of the source is relative to. */
  private void setRoot(String packageName) throws IOException {
    Path path = source.toAbsolutePath().normalize();
    Path root = path.getParent();
    int levels = packageName.isEmpty() ? 0 : packageName.split("\\.").length;
    for (int i = 0; i < levels && root != null; i++) {
      root = root.getParent();
    }
    Path found = root != null ? root : path.getRoot();
    files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of(found));
  }
}
