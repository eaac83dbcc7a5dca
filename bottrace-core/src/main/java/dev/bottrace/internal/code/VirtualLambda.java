package dev.bottrace.internal.code;

import dev.bottrace.internal.capture.VirtualObject;
import java.lang.reflect.Field;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** A lambda or a method reference that an interpreted method has created. */
final class VirtualLambda implements VirtualObject {
  private final Class<?> type;
  private final Class<?> from;
  private final Handle body;
  private final @Nullable Object[] captured;

  VirtualLambda(Class<?> type, Class<?> from, Handle body, @Nullable Object[] captured) {
    this.type = type;
    this.from = from;
    this.body = body;
    this.captured = captured;
  }

  @Override
  public Class<?> type() {
    return type;
  }

  @Override
  public @Nullable Object get(Field field) {
    throw new IllegalArgumentException("a lambda has no " + field);
  }

  @Nullable Object call(Evaluation evaluation, @Nullable Object[] arguments) {
    @Nullable Object[] all = new Object[captured.length + arguments.length];
    System.arraycopy(captured, 0, all, 0, captured.length);
    System.arraycopy(arguments, 0, all, captured.length, arguments.length);
    Class<?> owner = evaluation.linker().require(body.getOwner(), from);
    Callee callee = evaluation.methods().resolve(owner, body.getName(), body.getDesc());
    if (callee == null) {
      throw Refusal.of("calls " + body.getName() + ", which is not there");
    }
    if (body.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
      return evaluation.create(callee, widened(callee, all, 0));
    }
    boolean isStatic = callee.isStatic();
    boolean virtual = body.getTag() != Opcodes.H_INVOKESPECIAL;
    @Nullable Object[] rest = widened(callee, all, isStatic ? 0 : 1);
    return evaluation.dispatch(callee, isStatic ? null : all[0], rest, virtual);
  }

  /** Boxes stay what they are; only numbers may have to become wider. */
  private static @Nullable Object[] widened(Callee callee, @Nullable Object[] all, int skipped) {
    Type[] types = callee.parameters();
    @Nullable Object[] arguments = new Object[types.length];
    for (int i = 0; i < types.length; i++) {
      arguments[i] = Widening.to(types[i].getDescriptor().charAt(0), all[i + skipped]);
    }
    return arguments;
  }
}
