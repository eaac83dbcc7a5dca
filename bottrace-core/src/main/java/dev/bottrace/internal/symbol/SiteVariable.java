package dev.bottrace.internal.symbol;

/**
 * A variable of a method.
 *
 * @param name as in the source; {@code arg0} and so on where the class does not say
 * @param descriptor of its type, as in {@code I} or {@code Ljava/lang/String;}
 * @param slot where the JVM keeps it
 */
public record SiteVariable(String name, String descriptor, int slot) {}
