package dev.bottrace.internal.instrument;

import dev.bottrace.internal.instrument.ClassInstrumenter.ClassPlan;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Gives each method of a class what it is to have. */
final class ClassProber extends ClassVisitor {
  private static final int MOST = 65_535;

  private final ClassPlan plan;
  private final Probing probing;
  private final ExitCalls exitCalls;
  private final Set<String> highSlots;
  private final Set<String> left;
  private boolean frames;
  private String owner = "";
  private String superName = "";
  private int next;

  /**
   * Makes a prober for one class.
   *
   * @param out where the class goes
   * @param plan its methods' ids
   * @param probing which probes they get
   * @param exitCalls which calls are replaced
   * @param highSlots methods whose probes' variables come after all others
   * @param left methods to leave without probes
   */
  ClassProber(
      ClassVisitor out,
      ClassPlan plan,
      Probing probing,
      ExitCalls exitCalls,
      Set<String> highSlots,
      Set<String> left) {
    super(Opcodes.ASM9, out);
    this.plan = plan;
    this.probing = probing;
    this.exitCalls = exitCalls;
    this.highSlots = highSlots;
    this.left = left;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superClass,
      String @Nullable [] interfaces) {
    frames = (version & 0xFFFF) >= Opcodes.V1_6;
    owner = name;
    superName = superClass == null ? "" : superClass;
    super.visit(version, access, name, signature, superClass, interfaces);
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
    MethodVisitor probed =
        isNext(name, descriptor) ? probed(out, access, plan.traced().get(next++)) : out;
    return plan.exits() ? new ExitCallRewriter(probed, exitCalls) : probed;
  }

  private boolean isNext(String name, String descriptor) {
    if (next >= plan.traced().size()) {
      return false;
    }
    MethodOutline method = plan.traced().get(next);
    return method.name().equals(name) && method.descriptor().equals(descriptor);
  }

  private MethodVisitor probed(MethodVisitor out, int access, MethodOutline method) {
    int id = plan.firstId() + next - 1;
    if (left.contains(method.key())) {
      return out;
    }
    if (probing == Probing.ENTRIES) {
      return new EntryCounter(out, id, method.line());
    }
    checkRoom(method);
    int parameters = (Type.getArgumentsAndReturnSizes(method.descriptor()) >> 2);
    int slot = (access & Opcodes.ACC_STATIC) == 0 ? parameters : parameters - 1;
    LocalSlots slots = new LocalSlots(highSlots.contains(method.key()) ? method.maxLocals() : slot);
    ConstructorProgress progress =
        method.name().equals("<init>") ? new ConstructorProgress(owner, superName) : null;
    return new MethodInstrumenter(out, id, method, slots, frames, progress);
  }

  private static void checkRoom(MethodOutline method) {
    if (method.maxLocals() > MOST - ProbeEmitter.SLOTS) {
      throw new UntraceableMethodException(
          method.key(), "with probes it would pass " + MOST + " variables");
    }
    if (method.maxStack() > MOST - ProbeEmitter.STACK) {
      throw new UntraceableMethodException(
          method.key(), "with probes it would pass " + MOST + " stack slots");
    }
  }
}
