package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.SiteVariable;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts probes into one method: at bytecode 0, before each return, at the start of each of its
 * handlers, and into a handler of its own around all of it, behind all others.
 *
 * <p>The frames of the method stay what they were, but for two variables more. A constructor has
 * two handlers, as the verifier wants to know in each whether {@code this} is initialised; none of
 * them covers the {@code super()} call, which has a probe before and after it instead.
 */
final class MethodInstrumenter extends InstructionVisitor {
  private static final int NONE = -1;

  private final ProbeEmitter probes;
  private final LocalSlots slots;
  private final MethodOutline outline;
  private final @Nullable Integer frames;
  private final @Nullable ConstructorProgress constructor;
  private final ValueProbes values;
  private final @Nullable FollowedLocals locals;
  private final @Nullable SiteProbes calls;
  private int stretch = NONE;
  private final Set<Label> handlers = new HashSet<>();
  private final Set<String> caughtTypes = new HashSet<>(Set.of("java/lang/Throwable"));
  private final NewSites newSites = new NewSites();
  private final MovedFrames movedFrames;
  private boolean atHandler;
  private boolean caughtAsOther;
  private @Nullable Ranges before;
  private final Ranges body = new Ranges();

  /**
   * Makes an instrumenter for one method.
   *
   * @param out where the method goes
   * @param method its id
   * @param outline what is known of it
   * @param owner internal name of its class
   * @param slots where the probes' variables are
   * @param frames what kind of frames may be put into it: {@link Opcodes#F_NEW} if all come
   *     expanded, {@link Opcodes#F_FULL} if not; null if the class file has none
   * @param constructor how far a constructor has come; null for other methods
   * @param values which values its probes take
   * @param locals how its variables are copied; null if they are not
   * @param calls what its calls of other code get; null if nothing
   */
  MethodInstrumenter(
      MethodVisitor out,
      int method,
      MethodOutline outline,
      String owner,
      LocalSlots slots,
      @Nullable Integer frames,
      @Nullable ConstructorProgress constructor,
      ValueProbes values,
      @Nullable FollowedLocals locals,
      @Nullable SiteProbes calls) {
    super(new MovedVariables(out, slots));
    this.probes = new ProbeEmitter(out, method, slots.slot());
    this.slots = slots;
    this.outline = outline;
    this.frames = frames;
    this.constructor = constructor;
    this.values = values;
    this.locals = locals;
    this.calls = calls;
    this.before = constructor == null ? null : new Ranges();
    this.movedFrames = new MovedFrames(owner, outline, slots, newSites, out);
  }

  @Override
  public void visitCode() {
    super.visitCode();
    probes.line(outline.line());
    if (values.arguments()) {
      probes.enter(outline.parameters());
    } else {
      probes.enter();
    }
    if (locals != null) {
      probes.locals(locals.slots());
      copyParameters(locals);
    }
    ranges().open(mv);
  }

  private void copyParameters(FollowedLocals followed) {
    for (SiteVariable parameter : followed.parameters()) {
      if (constructor == null || parameter.slot() != 0) {
        copy(parameter.slot(), Type.getType(parameter.descriptor()).getOpcode(Opcodes.ISTORE));
      }
    }
  }

  private void copy(int variable, int storeOpcode) {
    probes.copy(variable, slots.moved(variable), storeOpcode);
  }

  /** Returns the ranges that the code at this point belongs to. */
  private Ranges ranges() {
    return constructor == null || before == null || constructor.initialized() ? body : before;
  }

  @Override
  public void visitTryCatchBlock(Label start, Label end, Label handler, @Nullable String type) {
    handlers.add(handler);
    if (type != null) {
      caughtTypes.add(type);
    }
    super.visitTryCatchBlock(start, end, handler, type);
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    newSites.label(label);
    if (locals != null && locals.stretchAt(label) != NONE) {
      stretch = locals.stretchAt(label);
    }
    atHandler |= handlers.contains(label);
  }

  @Override
  public void visitFrame(int type, int count, Object[] local, int stackSize, Object[] stack) {
    movedFrames.read(type, count, local);
    if (constructor != null) {
      Ranges left = ranges();
      constructor.frame(movedFrames.locals(), Arrays.copyOf(stack, stackSize));
      if (ranges() != left) {
        left.close(mv);
        ranges().open(mv);
      }
    }
    if (movedFrames.straddles()) {
      throw new StraddlingVariableException(outline.key());
    }
    caughtAsOther = stackSize == 1 && !caughtTypes.contains(stack[0]);
    movedFrames.write(type, count, local, stackSize, stack);
  }

  @Override
  void beforeInstruction() {
    newSites.instruction();
    if (atHandler) {
      atHandler = false;
      probes.caught(caughtAsOther, locals != null);
    }
    if (stretch != NONE) {
      int begun = stretch;
      stretch = NONE;
      probes.stretch(begun);
    }
  }

  @Override
  public void visitInsn(int opcode) {
    if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
      beforeInstruction();
      if (values.returns() && opcode != Opcodes.RETURN) {
        probes.exit(Type.getReturnType(outline.descriptor()));
      } else {
        probes.exit();
      }
    }
    super.visitInsn(opcode);
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    if (opcode == Opcodes.NEW) {
      newObject(type);
    }
    super.visitTypeInsn(opcode, type);
  }

  private void newObject(String type) {
    List<Label> labels = newSites.here();
    if (calls != null) {
      calls.newObject(type);
    }
    if (constructor != null) {
      constructor.newObject(type, labels);
    }
    if (atHandler || stretch != NONE) {
      beforeInstruction();
      Label moved = new Label();
      mv.visitLabel(moved);
      newSites.move(labels, moved);
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    boolean initializes =
        constructor != null
            && opcode == Opcodes.INVOKESPECIAL
            && name.equals("<init>")
            && constructor.isInitializedBy(owner);
    if (initializes) {
      callSuper(owner, name, descriptor);
      return;
    }
    int site = site(owner, name, descriptor);
    beforeInstruction();
    startCall(site, opcode, descriptor);
    super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    endCall(site, descriptor);
  }

  private int site(String owner, String name, String descriptor) {
    return calls == null ? ClassSites.NONE : calls.id(owner, name, descriptor);
  }

  private void startCall(int site, int opcode, String descriptor) {
    if (calls != null && site != ClassSites.NONE) {
      calls.before(site, opcode, descriptor);
    }
  }

  private void endCall(int site, String descriptor) {
    if (calls != null && site != ClassSites.NONE) {
      calls.after(site, descriptor);
    }
  }

  @Override
  public void visitLineNumber(int line, Label start) {
    super.visitLineNumber(line, start);
    if (calls != null) {
      calls.line(line);
    }
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    if (calls != null) {
      calls.handsOn(arguments);
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
  }

  private void callSuper(String owner, String name, String descriptor) {
    beforeInstruction();
    boolean mayThrow = !owner.equals("java/lang/Object") && !owner.equals("java/lang/Record");
    int site = site(owner, name, descriptor);
    if (mayThrow) {
      probes.superStart(owner);
    }
    startCall(site, Opcodes.INVOKESPECIAL, descriptor);
    ranges().close(mv);
    super.visitMethodInsn(Opcodes.INVOKESPECIAL, owner, name, descriptor, false);
    if (constructor != null) {
      constructor.calledSuper();
    }
    ranges().open(mv);
    if (locals != null) {
      copy(0, Opcodes.ASTORE);
    }
    endCall(site, descriptor);
    if (mayThrow) {
      probes.superEnd();
    }
  }

  @Override
  public void visitVarInsn(int opcode, int varIndex) {
    if (slots.straddles(opcode, varIndex)) {
      throw new StraddlingVariableException(outline.key());
    }
    if (varIndex == 0 && isStore(opcode) && constructor != null && !constructor.initialized()) {
      throw new UntraceableMethodException(outline.key(), "it overwrites this before super()");
    }
    super.visitVarInsn(opcode, varIndex);
    if (locals != null && isStore(opcode) && locals.follows(varIndex, opcode)) {
      copy(varIndex, opcode);
    }
  }

  private static boolean isStore(int opcode) {
    return opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE;
  }

  @Override
  public void visitIincInsn(int varIndex, int increment) {
    super.visitIincInsn(varIndex, increment);
    if (locals != null && locals.follows(varIndex, Opcodes.ISTORE)) {
      copy(varIndex, Opcodes.ISTORE);
    }
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    ranges().close(mv);
    if (before != null) {
      writeHandler(before, true);
    }
    writeHandler(body, false);
    int stack = calls == null ? values.stack() : Math.max(values.stack(), calls.stack());
    int variables = Math.max(maxLocals, slots.slot()) + slots.count();
    super.visitMaxs(
        maxStack + stack, calls == null ? variables : Math.max(variables, calls.endOfSpares()));
  }

  private void writeHandler(Ranges covered, boolean uninitializedThis) {
    if (covered.isEmpty()) {
      return;
    }
    Label handler = new Label();
    covered.cover(mv, handler);
    mv.visitLabel(handler);
    if (frames != null) {
      Object[] locals = slots.ofHandler(uninitializedThis);
      mv.visitFrame(frames, locals.length, locals, 1, new Object[] {"java/lang/Throwable"});
    }
    if (constructor == null) {
      probes.exitThrowing(); // thrown
    } else {
      probes.constructorThrew(); // thrown
    }
    mv.visitInsn(Opcodes.ATHROW); //
  }
}
