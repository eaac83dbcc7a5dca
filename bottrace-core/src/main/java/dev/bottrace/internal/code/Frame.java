package dev.bottrace.internal.code;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * The locals and the operand stack of an interpreted method. A long or a double takes two slots.
 */
final class Frame {
  private static final Object SECOND = new Object();

  private final Callee method;
  private final MethodBody body;
  private final @Nullable Object[] locals;
  private final @Nullable Object[] stack;
  private int size;
  private int index;
  private boolean jumped;
  private boolean done;
  private @Nullable Object result;

  Frame(Callee method, MethodBody body) {
    this.method = method;
    this.body = body;
    this.locals = new Object[body.maxLocals()];
    this.stack = new Object[body.maxStack() + 1];
  }

  void arguments(@Nullable Object receiver, @Nullable Object[] arguments) {
    int slot = 0;
    if (!method.isStatic()) {
      locals[slot++] = receiver;
    }
    Type[] parameters = method.parameters();
    for (int i = 0; i < parameters.length; i++) {
      char kind = parameters[i].getDescriptor().charAt(0);
      locals[slot] = Primitives.isPrimitive(kind) ? Primitives.toStack(arguments[i]) : arguments[i];
      slot += parameters[i].getSize();
    }
  }

  Callee method() {
    return method;
  }

  MethodBody body() {
    return body;
  }

  Class<?> owner() {
    return method.owner();
  }

  int index() {
    return index;
  }

  /** Goes on at an instruction. */
  void jump(int target) {
    index = target;
    jumped = true;
  }

  /** Goes on at the next instruction, unless there was a jump. */
  void advance() {
    index += jumped ? 0 : 1;
    jumped = false;
  }

  @Nullable String place() {
    return body.place(index);
  }

  void push(@Nullable Object value) {
    stack[size++] = value;
  }

  void pushWide(Object value) {
    push(value);
    push(SECOND);
  }

  /** Pushes a value that is boxed by its type. */
  void push(char kind, @Nullable Object boxed) {
    if (kind == 'V') {
      return;
    }
    push(Primitives.isPrimitive(kind) ? Primitives.toStack(boxed) : boxed);
    if (Primitives.isWide(kind)) {
      push(SECOND);
    }
  }

  @Nullable Object pop() {
    Object value = stack[--size];
    stack[size] = null;
    return value;
  }

  /** Pops a value and boxes it by its type. */
  @Nullable Object pop(char kind) {
    if (Primitives.isWide(kind)) {
      return popWide();
    }
    Object value = pop();
    return Primitives.isPrimitive(kind) ? Primitives.fromStack(kind, value) : value;
  }

  @Nullable Object popWide() {
    pop();
    return pop();
  }

  @Nullable Object[] pop(Type[] types) {
    @Nullable Object[] values = new Object[types.length];
    for (int i = types.length - 1; i >= 0; i--) {
      values[i] = pop(types[i].getDescriptor().charAt(0));
    }
    return values;
  }

  int popInt() {
    return pop() instanceof Integer number ? number : 0;
  }

  long popLong() {
    return popWide() instanceof Long number ? number : 0;
  }

  float popFloat() {
    return pop() instanceof Float number ? number : 0;
  }

  double popDouble() {
    return popWide() instanceof Double number ? number : 0;
  }

  void clearStack() {
    while (size > 0) {
      pop();
    }
  }

  @Nullable Object local(int slot) {
    return locals[slot];
  }

  void local(int slot, @Nullable Object value) {
    locals[slot] = value;
  }

  /** Puts an object in all places of one that had not been constructed yet. */
  void replace(Object placeholder, Object constructed) {
    for (int i = 0; i < size; i++) {
      stack[i] = stack[i] == placeholder ? constructed : stack[i];
    }
    for (int i = 0; i < locals.length; i++) {
      locals[i] = locals[i] == placeholder ? constructed : locals[i];
    }
  }

  void finish(@Nullable Object value) {
    done = true;
    result = value;
  }

  boolean isDone() {
    return done;
  }

  @Nullable Object result() {
    return result;
  }
}
