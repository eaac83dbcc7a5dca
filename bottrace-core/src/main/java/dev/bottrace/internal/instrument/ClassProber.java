package dev.bottrace.internal.instrument;

import dev.bottrace.internal.instrument.ClassInstrumenter.ClassPlan;
import dev.bottrace.internal.watch.CodePlace.CodeField;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** Gives each method of a class what it is to have. */
final class ClassProber extends ClassVisitor {
  private static final int MOST = 65_535;

  private final ClassPlan plan;
  private final ClassSites sites;
  private final ClassInstrumenter instrumenter;
  private final Concessions concessions;
  private int version;
  private String owner = "";
  private String superName = "";
  private int next;
  private int position;
  private boolean isInterface;
  private final List<CodeField> fields = new ArrayList<>();

  /**
   * Makes a prober for one class.
   *
   * @param out where the class goes
   * @param plan its methods' ids
   * @param sites its calls' ids
   * @param instrumenter says which probes they get
   * @param concessions what some of them have to go without
   */
  ClassProber(
      ClassVisitor out,
      ClassPlan plan,
      ClassSites sites,
      ClassInstrumenter instrumenter,
      Concessions concessions) {
    super(Opcodes.ASM9, out);
    this.plan = plan;
    this.sites = sites;
    this.instrumenter = instrumenter;
    this.concessions = concessions;
  }

  @Override
  public void visit(
      int version,
      int access,
      String name,
      @Nullable String signature,
      @Nullable String superClass,
      String @Nullable [] interfaces) {
    this.version = version & 0xFFFF;
    owner = name;
    superName = superClass == null ? "" : superClass;
    isInterface = (access & Opcodes.ACC_INTERFACE) != 0;
    super.visit(version, access, name, signature, superClass, interfaces);
  }

  @Override
  public FieldVisitor visitField(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      @Nullable Object value) {
    if (!plan.breakpoints().isEmpty()) {
      boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
      boolean isConstant = isStatic && (access & Opcodes.ACC_FINAL) != 0;
      fields.add(new CodeField(name, descriptor, isStatic, isConstant ? value : null));
    }
    return super.visitField(access, name, descriptor, signature, value);
  }

  /** Tells whether a method runs only where its class is initialised, or about to be. */
  private boolean initializes(MethodOutline method) {
    boolean isStatic = (method.access() & Opcodes.ACC_STATIC) != 0;
    return !isInterface && (isStatic || method.name().equals("<init>"));
  }

  @Override
  public MethodVisitor visitMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions) {
    MethodVisitor out = super.visitMethod(access, name, descriptor, signature, exceptions);
    MethodVisitor last = replacing(out, plan.outline().methods().get(position++));
    MethodOutline traced = isNext(name, descriptor) ? plan.traced().get(next++) : null;
    int id = plan.firstId() + next - 1;
    boolean plain =
        plan.breakpoints().isEmpty() && (traced == null || !instrumenter.values().locals());
    if (plain) {
      return traced == null ? last : probed(last, traced, id, null);
    }
    MethodOutline outline = traced != null ? traced : outline(name, descriptor);
    if (!concessions.hasSites(outline.key())) {
      return new UnboundLines(
          last, outline, plan.breakpoints(), instrumenter.breakpoints().table());
    }
    if (!hasSites(outline) && !(traced != null && followsLocals(outline))) {
      return traced == null ? last : probed(last, traced, id, null);
    }
    return new StateMethod(
        access,
        name,
        descriptor,
        signature,
        exceptions,
        this,
        outline,
        traced == null ? -1 : id,
        last);
  }

  /** Returns what each method of the class gets, traced or not. */
  private MethodVisitor replacing(MethodVisitor out, MethodOutline method) {
    MethodVisitor last = out;
    if (concessions.checksEnd(method.key())) {
      last = new EndChecks(last, method.mayGoOn(), method.line());
    }
    if (instrumenter.isHosted()) {
      last = new HostedCalls(last, method.name().equals("<init>"), superName);
    }
    return plan.exits() ? new ExitCallRewriter(last, instrumenter.exitCalls()) : last;
  }

  private MethodOutline outline(String name, String descriptor) {
    for (MethodOutline method : plan.outline().methods()) {
      if (method.name().equals(name) && method.descriptor().equals(descriptor)) {
        return method;
      }
    }
    throw new IllegalStateException("no method " + name + descriptor);
  }

  private boolean hasSites(MethodOutline method) {
    return !plan.breakpoints().isEmpty()
        && method.mayHaveBreakpoints(plan.outline())
        && concessions.hasSites(method.key());
  }

  boolean followsLocals(MethodOutline method) {
    return instrumenter.values().locals()
        && concessions.followsLocals(method.key())
        && concessions.isTraced(method.key());
  }

  private boolean isNext(String name, String descriptor) {
    if (next >= plan.traced().size()) {
      return false;
    }
    MethodOutline method = plan.traced().get(next);
    return method.name().equals(name) && method.descriptor().equals(descriptor);
  }

  /**
   * Returns what puts the probes of calls into a method.
   *
   * @param out where the method goes
   * @param method what is known of it
   * @param id its id
   * @param locals how its variables are copied; null if they are not
   */
  MethodVisitor probed(
      MethodVisitor out, MethodOutline method, int id, @Nullable FollowedLocals locals) {
    if (!concessions.isTraced(method.key())) {
      return out;
    }
    if (instrumenter.probing() == Probing.ENTRIES) {
      return new EntryCounter(
          out, id, method.line(), siteProbes(out, method, 0, method.maxLocals()));
    }
    int parameters = (Type.getArgumentsAndReturnSizes(method.descriptor()) >> 2);
    int slot = (method.access() & Opcodes.ACC_STATIC) == 0 ? parameters : parameters - 1;
    boolean high = concessions.hasHighSlots(method.key());
    LocalSlots slots = new LocalSlots(high ? method.maxLocals() : slot, locals != null);
    checkRoom(method, slots.count(), instrumenter.values().stack());
    ConstructorProgress progress =
        method.name().equals("<init>") ? new ConstructorProgress(owner, superName) : null;
    int expanded = instrumenter.expandsFrames(plan) ? Opcodes.F_NEW : Opcodes.F_FULL;
    Integer frames = version >= Opcodes.V1_6 ? expanded : null;
    int firstSpare = Math.max(method.maxLocals(), slots.slot()) + slots.count();
    SiteProbes calls = siteProbes(out, method, slots.slot(), firstSpare);
    return new MethodInstrumenter(
        out, id, method, owner, slots, frames, progress, instrumenter.values(), locals, calls);
  }

  /** Returns what puts probes at the method's calls of other code; null if they get none. */
  private @Nullable SiteProbes siteProbes(
      MethodVisitor out, MethodOutline method, int slot, int firstSpare) {
    if (!concessions.crosses(method.key()) || firstSpare > MOST - SiteProbes.MOST_SPARES) {
      return null;
    }
    boolean counts = instrumenter.probing() == Probing.ENTRIES;
    SiteProbes calls = new SiteProbes(out, sites, slot, firstSpare, instrumenter.values(), counts);
    return method.maxStack() > MOST - calls.stack() ? null : calls;
  }

  /** Returns the breakpoints of a method; null if it has none. */
  @Nullable MethodSites sites(MethodOutline method, Set<Integer> lines, MethodVariables variables) {
    boolean atEntry = !plan.breakpoints().atEntry(method.name()).isEmpty();
    if (!hasSites(method) || (lines.isEmpty() && !atEntry)) {
      return null;
    }
    BreakpointBinder binder = instrumenter.breakpoints();
    SiteConditions conditions =
        new SiteConditions(
            binder.conditions(),
            owner,
            fields,
            initializes(method),
            concessions.testsConditions(method.key()));
    return new MethodSites(
        binder.table(),
        conditions,
        plan.breakpoints(),
        owner,
        plan.file(),
        method,
        plan.siteIds(),
        lines,
        variables.parameters(),
        variables.note(owner));
  }

  Set<Integer> linesWithBreakpoints() {
    return plan.breakpoints().lines();
  }

  String owner() {
    return owner;
  }

  int version() {
    return version;
  }

  boolean namesVariables() {
    return plan.outline().namesVariables();
  }

  void describe(int method, FollowedLocals locals) {
    instrumenter.symbols().describeVariables(method, locals.stretches());
  }

  private static void checkRoom(MethodOutline method, int variables, int stack) {
    if (method.maxLocals() > MOST - variables) {
      throw new UntraceableMethodException(
          method.key(), "with probes it would pass " + MOST + " variables");
    }
    if (method.maxStack() > MOST - stack) {
      throw new UntraceableMethodException(
          method.key(), "with probes it would pass " + MOST + " stack slots");
    }
  }
}
