package dev.bottrace.internal.watch;

import dev.bottrace.internal.code.Linker;
import dev.bottrace.internal.code.NoClasses;
import org.jspecify.annotations.Nullable;

/** Types as far as they are known before any class of the program is loaded. */
final class CodeTypes {
  private static final Linker LINKER = new Linker(NoClasses.INSTANCE);

  private CodeTypes() {}

  /** Returns Object for classes of the program. */
  static Class<?> of(String descriptor) {
    if (descriptor.startsWith("[")) {
      return of(descriptor.substring(1)).arrayType();
    }
    Class<?> known = LINKER.resolve(descriptor, Object.class);
    return known == null ? Object.class : known;
  }

  static Node node(Term term) {
    return new CodeNode(of(term.descriptor()), term);
  }

  static @Nullable Kind primitive(Expression.Cast cast) {
    return cast.type().dimensions() == 0 ? Kind.named(cast.type().name()) : null;
  }
}
