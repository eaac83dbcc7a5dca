package dev.bottrace.internal.launch;

import java.util.jar.Attributes;

/**
 * A program that was found.
 *
 * @param mainClass binary name of the class with {@code main}
 * @param classPath where its classes are
 * @param classPathProperty what {@code java.class.path} is to say
 * @param command what {@code sun.java.command} is to begin with
 * @param manifest main attributes of its jar; empty for others
 */
record ResolvedProgram(
    String mainClass,
    ClassPath classPath,
    String classPathProperty,
    String command,
    Attributes manifest) {}
