package dev.bottrace.internal.watch;

import dev.bottrace.internal.capture.ObjectFields;
import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.Refusal;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a simple name stands for: a variable, a field, or those of what is around. */
final class NameBinder {
  private final WatchSite site;
  private final Linker linker;
  private final MemberBinder members;
  private final List<Lexical> lexicals;

  NameBinder(WatchSite site, Linker linker, TypeFinder types, MemberBinder members) {
    this.site = site;
    this.linker = linker;
    this.members = members;
    this.lexicals = lexicals(types);
  }

  /** The class of the code, then those around it, with their objects as far as they are held. */
  List<Lexical> lexicals() {
    return lexicals;
  }

  private List<Lexical> lexicals(TypeFinder types) {
    List<Lexical> found = new ArrayList<>();
    Class<?> start = site.declaringClass();
    WatchVariable self = site.self();
    Lexical current =
        new Lexical(start, self == null ? null : new LocalNode(start, self.position()));
    while (current != null && found.size() < 100) {
      found.add(current);
      current = around(current, types);
    }
    return found;
  }

  private static @Nullable Lexical around(Lexical inner, TypeFinder types) {
    Node instance = inner.instance();
    for (Field field : ObjectFields.of(inner.type()).instance()) {
      if (field.isSynthetic() && field.getName().startsWith("this$") && instance != null) {
        return new Lexical(field.getType(), new FieldNode(instance, "this", field));
      }
    }
    Class<?> outer = types.around(inner.type());
    return outer == null ? null : new Lexical(outer, null);
  }

  Node self() {
    Node instance = lexicals.get(0).instance();
    if (instance == null) {
      throw Refusal.whole("there is no 'this' in a static method");
    }
    return instance;
  }

  Node outer(Class<?> type) {
    for (Lexical lexical : lexicals) {
      if (lexical.type() == type && lexical.instance() != null) {
        return lexical.instance();
      }
    }
    throw Refusal.whole("there is no '" + type.getTypeName() + ".this' here");
  }

  @Nullable Node find(String name) {
    Node variable = variable(name);
    for (int i = 0; variable == null && i < lexicals.size(); i++) {
      variable = field(lexicals.get(i), name);
    }
    return variable;
  }

  private @Nullable Node variable(String name) {
    for (int i = site.variables().size() - 1; i >= 0; i--) {
      WatchVariable variable = site.variables().get(i);
      if (variable.name().equals(name)) {
        Class<?> type = linker.resolve(variable.descriptor(), site.declaringClass());
        return new LocalNode(type == null ? Object.class : type, variable.position());
      }
    }
    return null;
  }

  private @Nullable Node field(Lexical lexical, String name) {
    Field field = Linker.field(lexical.type(), name);
    Node instance = lexical.instance();
    if (field != null && Modifier.isStatic(field.getModifiers())) {
      return members.staticField(field);
    }
    if (field == null && instance != null) {
      field = Linker.field(lexical.type(), "val$" + name);
    }
    if (field != null && instance == null) {
      throw Refusal.whole("'" + name + "' is a field of an object, and there is none here");
    }
    return field == null || instance == null ? null : new FieldNode(instance, "this", field);
  }

  Refusal unknown(String name) {
    List<String> names = new ArrayList<>();
    site.variables().stream()
        .filter(variable -> !variable.isSelf())
        .forEach(variable -> names.add(variable.name()));
    lexicals.forEach(lexical -> names.addAll(Suggestion.fieldsOf(lexical.type())));
    String similar = Suggestion.among(names, name);
    return Refusal.whole("there is no variable or field '" + name + "'" + similar);
  }
}
