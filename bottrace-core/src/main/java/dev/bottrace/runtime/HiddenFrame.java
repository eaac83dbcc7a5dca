package dev.bottrace.runtime;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a method whose frames no stack trace shows once its class is defined by the boot loader:
 * the definition replaces this annotation by the JVM's own {@code
 * jdk.internal.vm.annotation.Hidden}, which source code can't name. Elsewhere it does nothing.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface HiddenFrame {}
