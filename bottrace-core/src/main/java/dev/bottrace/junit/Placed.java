package dev.bottrace.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * An annotation, and what it stands on.
 *
 * @param annotation what to record
 * @param at the context of the method or class
 */
record Placed(Traced annotation, ExtensionContext at) {
  /** Returns the nearest one to a test, from its method outwards. */
  static Placed nearest(ExtensionContext test) {
    Optional<ExtensionContext> at = Optional.of(test);
    while (at.isPresent()) {
      Optional<Traced> found =
          AnnotationSupport.findAnnotation(at.get().getElement(), Traced.class);
      if (found.isPresent()) {
        return new Placed(found.get(), at.get());
      }
      at = at.get().getParent();
    }
    throw new IllegalStateException("no @Traced on " + test.getDisplayName());
  }

  /** Returns the context of the class. */
  ExtensionContext ofClass() {
    ExtensionContext context = at;
    while (context.getTestMethod().isPresent() && context.getParent().isPresent()) {
      context = context.getParent().get();
    }
    return context;
  }
}
