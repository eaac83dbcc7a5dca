package dev.bottrace.internal.code;

import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodNode;

/** A method or constructor, of the program or of the JDK. */
public final class Callee {
  private static final int VARARGS = 0x80;
  private static final int SYNTHETIC = 0x1000;

  private final Class<?> owner;
  private final String name;
  private final String descriptor;
  private final boolean ofObject;
  private final int access;
  private final Type[] parameters;
  private final String resultDescriptor;
  private final @Nullable MethodBody body;
  private final @Nullable Executable reflected;

  Callee(Class<?> owner, MethodNode node, @Nullable String file) {
    this.owner = owner;
    this.name = node.name;
    this.descriptor = node.desc;
    this.ofObject = ObjectMethods.SIGNATURES.contains(name + descriptor);
    this.access = node.access;
    this.parameters = Type.getArgumentTypes(node.desc);
    this.resultDescriptor = Type.getReturnType(node.desc).getDescriptor();
    this.body = node.instructions.size() == 0 ? null : new MethodBody(node, file);
    this.reflected = null;
  }

  Callee(Executable reflected) {
    this.owner = reflected.getDeclaringClass();
    this.name = reflected instanceof Method ? reflected.getName() : "<init>";
    this.descriptor =
        reflected instanceof Method method
            ? Type.getMethodDescriptor(method)
            : Type.getConstructorDescriptor((java.lang.reflect.Constructor<?>) reflected);
    this.ofObject = ObjectMethods.SIGNATURES.contains(name + descriptor);
    this.access = reflected.getModifiers() | (reflected.isSynthetic() ? SYNTHETIC : 0);
    this.parameters = Type.getArgumentTypes(descriptor);
    this.resultDescriptor = Type.getReturnType(descriptor).getDescriptor();
    this.body = null;
    this.reflected = reflected;
  }

  /**
   * Returns the class that declares it.
   *
   * @return the class
   */
  public Class<?> owner() {
    return owner;
  }

  /**
   * Returns the name.
   *
   * @return as the class file has it
   */
  public String name() {
    return name;
  }

  /**
   * Returns the descriptor.
   *
   * @return as the class file has it
   */
  public String descriptor() {
    return descriptor;
  }

  /**
   * Returns the types of the parameters.
   *
   * @return their descriptors
   */
  public List<String> parameterDescriptors() {
    return Arrays.stream(parameters).map(Type::getDescriptor).toList();
  }

  /**
   * Returns the type of the result.
   *
   * @return its descriptor
   */
  public String resultDescriptor() {
    return resultDescriptor;
  }

  /**
   * Tells whether it is static.
   *
   * @return whether it is called without an object
   */
  public boolean isStatic() {
    return Modifier.isStatic(access);
  }

  /**
   * Tells whether its last parameter takes any number of arguments.
   *
   * @return whether it does
   */
  public boolean isVarargs() {
    return (access & VARARGS) != 0;
  }

  /**
   * Tells whether it has no code.
   *
   * @return whether subclasses must supply it
   */
  public boolean isAbstract() {
    return Modifier.isAbstract(access);
  }

  /**
   * Tells whether the compiler made it.
   *
   * @return whether it is a bridge, an accessor, the body of a lambda
   */
  public boolean isSynthetic() {
    return (access & SYNTHETIC) != 0;
  }

  boolean isPrivate() {
    return Modifier.isPrivate(access);
  }

  boolean isPublic() {
    return Modifier.isPublic(access);
  }

  boolean isNative() {
    return Modifier.isNative(access);
  }

  boolean isSynchronized() {
    return Modifier.isSynchronized(access);
  }

  Type[] parameters() {
    return parameters;
  }

  /** Tells whether it is one of the methods that every object has. */
  boolean isOfObject() {
    return ofObject;
  }

  char resultKind() {
    return resultDescriptor.charAt(0);
  }

  @Nullable MethodBody body() {
    return body;
  }

  @Nullable Executable reflected() {
    return reflected;
  }

  boolean is(String otherName, String otherDescriptor) {
    return name.equals(otherName) && descriptor.equals(otherDescriptor);
  }

  /** As a refusal names it: the class and the name. */
  @Override
  public String toString() {
    return owner.getTypeName() + "." + name;
  }
}
