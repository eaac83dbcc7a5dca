package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.ClassModel;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.ProgramClasses;
import dev.bottrace.internal.code.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the class that a name means in the code of a class. */
final class TypeFinder {
  private final Class<?> from;
  private final Linker linker;
  private final ProgramClasses classes;

  TypeFinder(Class<?> from, Linker linker, ProgramClasses classes) {
    this.from = from;
    this.linker = linker;
    this.classes = classes;
  }

  Class<?> require(TypeName name) {
    Class<?> type = find(name);
    if (type == null) {
      throw Refusal.whole("there is no class '" + name + "', or it is not loaded yet");
    }
    return type;
  }

  private @Nullable Class<?> find(TypeName name) {
    Kind kind = Kind.named(name.name());
    Class<?> type = kind != null ? kind.type() : find(name.name());
    for (int i = 0; type != null && i < name.dimensions(); i++) {
      type = type.arrayType();
    }
    return name.name().equals("void") ? void.class : type;
  }

  /** Finds a class by its simple name, its nested name or its full name. */
  @Nullable Class<?> find(String name) {
    int dot = name.indexOf('.');
    Class<?> first = simple(dot < 0 ? name : name.substring(0, dot));
    if (first != null) {
      return dot < 0 ? first : nested(first, name.substring(dot + 1));
    }
    return dot < 0 ? null : qualified(name);
  }

  private @Nullable Class<?> qualified(String name) {
    String candidate = name;
    while (true) {
      Class<?> type = linker.find(candidate, from);
      int dot = candidate.lastIndexOf('.');
      if (type != null || dot < 0) {
        return type;
      }
      candidate = candidate.substring(0, dot) + "$" + candidate.substring(dot + 1);
    }
  }

  private @Nullable Class<?> nested(Class<?> outer, String names) {
    return linker.find(outer.getName() + "$" + names.replace('.', '$'), from);
  }

  private @Nullable Class<?> simple(String name) {
    for (Class<?> c : enclosing()) {
      Class<?> found = isNamed(c, name) ? c : null;
      for (Class<?> s = c; s != null && found == null; s = s.getSuperclass()) {
        found = nested(s, name);
      }
      if (found != null) {
        return found;
      }
    }
    return outside(name);
  }

  private static boolean isNamed(Class<?> type, String name) {
    String full = type.getName();
    int start = full.length() - name.length();
    return full.endsWith(name) && (start == 0 || ".$".indexOf(full.charAt(start - 1)) >= 0);
  }

  private @Nullable Class<?> outside(String name) {
    String mentioned = ClassModel.isJdk(from) ? null : ClassModel.of(from, classes).mentioned(name);
    List<String> candidates = new ArrayList<>();
    if (mentioned != null) {
      candidates.add(mentioned);
    }
    candidates.add(from.getPackageName().isEmpty() ? name : from.getPackageName() + "." + name);
    candidates.add("java.lang." + name);
    candidates.add("java.util." + name);
    for (String candidate : candidates) {
      Class<?> type = linker.find(candidate, from);
      if (type != null) {
        return type;
      }
    }
    return null;
  }

  /** The class of the code and those around it, as far as they are loaded. */
  List<Class<?>> enclosing() {
    List<Class<?>> enclosing = new ArrayList<>();
    for (Class<?> c = from; c != null && enclosing.size() < 100; c = around(c)) {
      enclosing.add(c);
    }
    return enclosing;
  }

  @Nullable Class<?> around(Class<?> type) {
    if (ClassModel.isJdk(type)) {
      return null;
    }
    String outer = ClassModel.of(type, classes).enclosing();
    return outer == null ? null : linker.find(outer, from);
  }
}
