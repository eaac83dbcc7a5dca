package dev.bottrace.internal.hosted;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says that a static method is called in place of one of the JDK that has the same name. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface StandsFor {
  /** The class whose member it stands for. */
  Class<?> value();

  /** What kind of member that is. */
  Member member() default Member.STATIC;

  /** Kinds of members. */
  enum Member {
    /** A static method with the same parameters. */
    STATIC,
    /** A method with the parameters but the first, called on that one. */
    VIRTUAL,
    /** A static field, which is read. */
    FIELD
  }
}
