package dev.bottrace.internal.instrument;

import dev.bottrace.internal.instrument.SitePlanner.Place;
import dev.bottrace.internal.symbol.BreakpointSite;
import dev.bottrace.internal.symbol.SiteVariable;
import dev.bottrace.internal.watch.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.commons.AnalyzerAdapter;

/**
 * Puts the probes of breakpoints into a method, where its places are marked.
 *
 * <pre>
 *   if (Probes.reached(site)) {
 *     Probes.capture(site, Owner.class, new Object[] {variables});
 *   }
 * </pre>
 *
 * <p>With conditions, as far as code can tell them:
 *
 * <pre>
 *   if (Probes.reached(site)
 *       &amp;&amp; (condition || !Probes.passed(site))
 *       &amp;&amp; Probes.fires(site, Owner.class, new Object[] {variables needed})) {
 *     Probes.capture(site, Owner.class, new Object[] {variables});
 *   }
 * </pre>
 *
 * <p>A jump needs a frame behind it, which is what variables and stack hold at that point anyway.
 */
final class SiteEmitter extends AnalyzerAdapter {
  /** What a probe pushes at most, on top of what the method has on its stack. */
  private static final int STACK = 7;

  private final String owner;
  private final boolean constructor;
  private final boolean frames;
  private final boolean classConstants;
  private final MethodSites sites;
  private final Map<Label, Place> marks;

  /**
   * Makes an emitter for one method.
   *
   * @param out where the method goes
   * @param owner internal name of its class
   * @param outline what is known of it
   * @param version of the class file
   * @param sites gives ids to the places
   * @param marks where they are
   */
  SiteEmitter(
      MethodVisitor out,
      String owner,
      MethodOutline outline,
      int version,
      MethodSites sites,
      Map<Label, Place> marks) {
    super(Opcodes.ASM9, owner, outline.access(), outline.name(), outline.descriptor(), out);
    this.owner = owner;
    this.constructor = outline.name().equals("<init>");
    this.frames = version >= Opcodes.V1_6;
    this.classConstants = version >= Opcodes.V1_5;
    this.sites = sites;
    this.marks = marks;
  }

  @Override
  public void visitCode() {
    super.visitCode();
    if (sites.countsEntries()) {
      line(sites.firstLine());
      push(sites.counter());
      call("entered", "(I)V");
    }
    if (sites.hasEntry()) {
      line(sites.firstLine());
      emit(sites.entry(held(sites.parameters())), true);
    }
  }

  private void line(int line) {
    if (line != 0) {
      Label start = new Label();
      visitLabel(start);
      visitLineNumber(line, start);
    }
  }

  @Override
  public void visitLabel(Label label) {
    super.visitLabel(label);
    Place place = marks.get(label);
    if (place != null) {
      emit(sites.at(place.line(), held(place.variables())), place.atLabel());
    }
  }

  /**
   * Leaves out objects that have had no constructor call, which can't be handed on. Nothing is
   * known of that behind a jump of a class file without frames.
   */
  private List<SiteVariable> held(List<SiteVariable> variables) {
    List<Object> types = locals;
    if (types == null) {
      return constructor ? variables.stream().filter(held -> held.slot() != 0).toList() : variables;
    }
    List<SiteVariable> held = new ArrayList<>();
    for (SiteVariable variable : variables) {
      boolean known = variable.slot() < types.size();
      Object type = known ? types.get(variable.slot()) : Opcodes.TOP;
      if (!type.equals(Opcodes.TOP)
          && !type.equals(Opcodes.UNINITIALIZED_THIS)
          && !(type instanceof Label)) {
        held.add(variable);
      }
    }
    return held;
  }

  private void emit(BreakpointSite site, boolean atLabel) {
    Label skip = new Label();
    push(site.id()); // site
    call("reached", "(I)Z"); // reached
    visitJumpInsn(Opcodes.IFEQ, skip); //
    List<SiteVariable> variables = site.variables();
    if (site.conditional()) {
      test(site, skip);
      pushState(site.id(), site.needed().stream().map(variables::get).toList());
      call("fires", "(ILjava/lang/Class;[Ljava/lang/Object;)Z"); // fires
      visitJumpInsn(Opcodes.IFEQ, skip); //
    }
    pushState(site.id(), variables); // site class values
    call("capture", "(ILjava/lang/Class;[Ljava/lang/Object;)V"); //
    visitLabel(skip);
    frame();
    if (atLabel) {
      visitInsn(Opcodes.NOP); // there are no two frames in one place
    }
  }

  /** Goes on only if a condition may hold. */
  private void test(BreakpointSite site, Label skip) {
    List<Object> types = locals;
    List<Term> terms = types == null ? List.of() : sites.terms(site, types);
    if (terms.isEmpty()) {
      return;
    }
    Branches branches = new Branches(this);
    TermEmitter emitter = new TermEmitter(branches, owner, site.variables());
    for (Term term : terms) {
      emitter.jump(term, branches.out(), true);
    }
    if (branches.isReached()) {
      Constants.push(branches.code(), site.id()); // site
      call("passed", "(I)Z"); // passed
      branches.jump(Opcodes.IFNE, skip); //
    }
    branches.end();
  }

  private void pushState(int site, List<SiteVariable> variables) {
    push(site); // site
    pushOwner(); // site class
    push(variables.size()); // site class size
    visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object"); // site class values
    for (int i = 0; i < variables.size(); i++) {
      visitInsn(Opcodes.DUP); // site class values values
      push(i); // site class values values i
      load(variables.get(i)); // site class values values i value
      visitInsn(Opcodes.AASTORE); // site class values
    }
  }

  private void pushOwner() {
    if (classConstants) {
      visitLdcInsn(Type.getObjectType(owner));
    } else {
      visitInsn(Opcodes.ACONST_NULL);
    }
  }

  private void load(SiteVariable variable) {
    Type type = Type.getType(variable.descriptor());
    visitVarInsn(type.getOpcode(Opcodes.ILOAD), variable.slot());
    Boxing.box(this, type);
  }

  /** Writes down what variables and stack hold, without the second halves of long values. */
  void frame() {
    if (!frames) {
      return;
    }
    Object[] heldLocals = withoutHalves(locals);
    Object[] heldStack = withoutHalves(stack);
    if (mv != null) {
      mv.visitFrame(Opcodes.F_NEW, heldLocals.length, heldLocals, heldStack.length, heldStack);
    }
  }

  private static Object[] withoutHalves(@Nullable List<Object> types) {
    List<Object> whole = new ArrayList<>();
    for (int i = 0; types != null && i < types.size(); i++) {
      Object type = types.get(i);
      whole.add(type);
      if (type.equals(Opcodes.LONG) || type.equals(Opcodes.DOUBLE)) {
        i++;
      }
    }
    return whole.toArray();
  }

  private void push(int number) {
    Constants.push(this, number);
  }

  private void call(String name, String descriptor) {
    visitMethodInsn(Opcodes.INVOKESTATIC, ProbeEmitter.PROBES, name, descriptor, false);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(maxStack + STACK, maxLocals);
  }
}
