package dev.bottrace.internal.attach;

import dev.bottrace.option.Breakpoint;
import dev.bottrace.option.Scope;
import dev.bottrace.option.TraceOptions;
import java.util.HashSet;
import java.util.Set;

/**
 * Which loaded classes may be meant by their source file, as a class does not say what that is
 * called until it is read: those that are called as the file, and all beside a file that is to be
 * included.
 */
final class NamedPlaces {
  private final Set<String> simpleNames = new HashSet<>();
  private final Set<String> packages = new HashSet<>();

  NamedPlaces(TraceOptions options) {
    for (Breakpoint breakpoint : options.state().breakpoints()) {
      simpleNames.add(simpleName(breakpoint.place()));
    }
    Scope scope = options.scope();
    for (String prefix : scope.includes()) {
      String path = prefix.replace('\\', '/');
      if (path.endsWith(".java") || path.endsWith(".kt")) {
        packages.add(path.substring(0, path.lastIndexOf('/') + 1));
      }
    }
  }

  private static String simpleName(Breakpoint.Place place) {
    if (place instanceof Breakpoint.Line line) {
      String file = line.file().substring(line.file().lastIndexOf('/') + 1);
      int dot = file.lastIndexOf('.');
      return dot < 0 ? file : file.substring(0, dot);
    }
    String name = ((Breakpoint.Method) place).className();
    return outermost(name.substring(name.lastIndexOf('.') + 1));
  }

  private static String outermost(String simpleName) {
    int dollar = simpleName.indexOf('$', 1);
    return dollar < 0 ? simpleName : simpleName.substring(0, dollar);
  }

  boolean mayBeIn(String internalName) {
    String path = internalName.substring(0, internalName.lastIndexOf('/') + 1);
    String simpleName = outermost(internalName.substring(path.length()));
    boolean named =
        simpleNames.contains(simpleName)
            || (simpleName.endsWith("Kt")
                && simpleNames.contains(simpleName.substring(0, simpleName.length() - 2)));
    return named || packages.stream().anyMatch(root -> root.endsWith(path));
  }
}
