package dev.bottrace.internal.instrument;

import dev.bottrace.internal.instrument.SitePlanner.Place;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.analysis.AnalyzerException;

/**
 * A method with breakpoints, or whose variables are copied: read as a whole, as the flow of its
 * control has to be known, and then handed on.
 */
final class StateMethod extends MethodNode {
  private final ClassProber prober;
  private final MethodOutline outline;
  private final int id;
  private final MethodVisitor out;

  /**
   * Makes an empty method.
   *
   * @param prober knows the class
   * @param outline what is known of the method
   * @param id its id; -1 if its calls are not traced
   * @param out where it goes
   */
  StateMethod(
      int access,
      String name,
      String descriptor,
      @Nullable String signature,
      String @Nullable [] exceptions,
      ClassProber prober,
      MethodOutline outline,
      int id,
      MethodVisitor out) {
    super(Opcodes.ASM9, access, name, descriptor, signature, exceptions);
    this.prober = prober;
    this.outline = outline;
    this.id = id;
    this.out = out;
  }

  @Override
  public void visitEnd() {
    super.visitEnd();
    if (instructions.size() == 0) {
      accept(probed(null));
      return;
    }
    CodeFlow flow;
    try {
      flow = CodeFlow.of(prober.owner(), this);
    } catch (AnalyzerException e) {
      accept(probed(null)); // the JVM will refuse it too
      return;
    }
    MethodVariables variables =
        new MethodVariables(prober.owner(), this, flow, prober.namesVariables());
    boolean follows = id >= 0 && prober.followsLocals(outline) && !hasSubroutines();
    Set<Integer> lines = linesWithBreakpoints();
    MethodSites sites = prober.sites(outline, lines, variables);
    SitePlanner planner = new SitePlanner(this, flow, variables);
    FollowedLocals locals = follows ? new FollowedLocals(this, flow, variables) : null;
    if (locals != null) {
      prober.describe(id, locals);
    }
    accept(sites == null ? probed(locals) : emitter(sites, planner.mark(lines), locals));
  }

  private MethodVisitor probed(@Nullable FollowedLocals locals) {
    return id < 0 ? out : prober.probed(out, outline, id, locals);
  }

  private SiteEmitter emitter(
      MethodSites sites, Map<Label, Place> marks, @Nullable FollowedLocals locals) {
    return new SiteEmitter(probed(locals), prober.owner(), outline, prober.version(), sites, marks);
  }

  /** Returns those lines with breakpoints that have code here. */
  private Set<Integer> linesWithBreakpoints() {
    Set<Integer> lines = new TreeSet<>();
    for (AbstractInsnNode node : instructions) {
      if (node instanceof LineNumberNode number
          && prober.linesWithBreakpoints().contains(number.line)) {
        lines.add(number.line);
      }
    }
    return lines;
  }

  /** Tells whether variables may hold return addresses, as in class files before Java 6. */
  private boolean hasSubroutines() {
    for (AbstractInsnNode node : instructions) {
      if (node.getOpcode() == Opcodes.JSR) {
        return true;
      }
    }
    return false;
  }
}
