package dev.bottrace.internal.instrument;

import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Puts the calls of one method between two probes that lead to code which is not traced.
 *
 * <p>The probe before such a call wants the object whose method is called, which lies on the stack
 * below the arguments. These are put into variables behind all others and back, without a jump, so
 * no frame knows of them. No probe stands where an exception leaves the call: the method's own
 * handlers close what they find open.
 */
final class SiteProbes {
  /** What probes push at most where no values are taken. */
  static final int STACK = 4;

  /** The same where arguments are. */
  static final int STACK_WITH_VALUES = 9;

  /** Variables that the arguments of a call take at most. */
  static final int MOST_SPARES = 255;

  private static final String CALL = "L" + ProbeEmitter.SINK + ";II";
  private static final String OBJECT = "java/lang/Object";
  private static final String REFERENCE = "L" + OBJECT + ";";

  private final MethodVisitor out;
  private final ClassSites sites;
  private final int slot;
  private final int firstSpare;
  private final ValueProbes values;
  private final boolean counts;
  private int endOfSpares;
  private int line;
  private boolean inOurs;
  private boolean newObject;

  /**
   * Makes probes for one method.
   *
   * @param out the method
   * @param sites gives ids to calls
   * @param slot the first of the method's variables for probes
   * @param firstSpare the first variable behind all others
   * @param values which values the probes take
   * @param counts whether calls are counted, and nothing else
   */
  SiteProbes(
      MethodVisitor out,
      ClassSites sites,
      int slot,
      int firstSpare,
      ValueProbes values,
      boolean counts) {
    this.out = out;
    this.sites = sites;
    this.slot = slot;
    this.firstSpare = firstSpare;
    this.endOfSpares = firstSpare;
    this.values = values;
    this.counts = counts;
  }

  /** Takes note of a line that begins. */
  void line(int number) {
    line = number;
  }

  /** Takes note of a {@code new} instruction. */
  void newObject(String type) {
    newObject |= type.equals(OBJECT);
  }

  /**
   * Returns the id of the call that an instruction makes; {@link ClassSites#NONE} if it is of no
   * interest. What a breakpoint does is not the program's.
   */
  int id(String owner, String name, String descriptor) {
    if (owner.equals(ProbeEmitter.PROBES)) {
      inOurs = name.equals("reached") || (inOurs && !name.equals("capture"));
      return ClassSites.NONE;
    }
    boolean written = !name.equals("<init>") || isWritten(owner);
    return inOurs || !written ? ClassSites.NONE : sites.id(owner, name, descriptor, line);
  }

  /** Tells the call of a constructor from one with which compilers begin each constructor. */
  private boolean isWritten(String owner) {
    if (!owner.equals(OBJECT)) {
      return !owner.equals("java/lang/Record") && !owner.equals("java/lang/Enum");
    }
    boolean written = newObject;
    newObject = false;
    return written;
  }

  /** Takes note of what a dynamic call is given. */
  void handsOn(Object... arguments) {
    sites.handsOn(arguments);
  }

  /** Returns where the variables end that probes have used. */
  int endOfSpares() {
    return endOfSpares;
  }

  /** Returns what is pushed at most, on top of what the method has on its stack. */
  int stack() {
    return takesArguments() ? STACK_WITH_VALUES : STACK;
  }

  /** Comes right before the instruction. */
  void before(int site, int opcode, String descriptor) {
    boolean virtual = opcode == Opcodes.INVOKEVIRTUAL || opcode == Opcodes.INVOKEINTERFACE;
    Type[] types = Type.getArgumentTypes(descriptor);
    boolean put = takesArguments() || (virtual && !isShort(types));
    List<Integer> spares = put ? put(types) : List.of(); // receiver
    if (virtual) {
      copyReceiver(!put && types.length == 1); // receiver receiver
    }
    if (!counts) {
      pushCall(); // receiver receiver sink depth
    }
    Constants.push(out, site); // receiver receiver sink depth site
    if (takesArguments()) {
      pushArray(types, spares); // receiver receiver sink depth site values
    }
    callBefore(virtual); // receiver
    if (put) {
      get(types, spares); // receiver arguments
    }
  }

  private boolean takesArguments() {
    return values.arguments() && !counts;
  }

  /** Tells whether the receiver can be copied from below the arguments as they are. */
  private static boolean isShort(Type[] types) {
    return types.length == 0 || (types.length == 1 && types[0].getSize() == 1);
  }

  private void copyReceiver(boolean belowArgument) {
    if (belowArgument) {
      out.visitInsn(Opcodes.DUP2); // receiver argument receiver argument
      out.visitInsn(Opcodes.POP); // receiver argument receiver
    } else {
      out.visitInsn(Opcodes.DUP); // receiver receiver
    }
  }

  private void pushArray(Type[] types, List<Integer> variables) {
    Constants.push(out, types.length); // size
    out.visitTypeInsn(Opcodes.ANEWARRAY, OBJECT); // values
    for (int i = 0; i < types.length; i++) {
      out.visitInsn(Opcodes.DUP); // values values
      Constants.push(out, i); // values values i
      out.visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), variables.get(i));
      Boxing.box(out, types[i]); // values values i value
      out.visitInsn(Opcodes.AASTORE); // values
    }
  }

  private void callBefore(boolean virtual) {
    String receiver = virtual ? REFERENCE : "";
    if (counts) {
      call("countCall", "(" + receiver + "I)V");
    } else {
      String arguments = takesArguments() ? ProbeEmitter.REFERENCES : "";
      call("calling", "(" + receiver + CALL + arguments + ")V");
    }
  }

  /** Puts arguments into variables; returns which. */
  private List<Integer> put(Type[] types) {
    List<Integer> spares = new ArrayList<>();
    int next = firstSpare;
    for (Type type : types) {
      spares.add(next);
      next += type.getSize();
    }
    endOfSpares = Math.max(endOfSpares, next);
    for (int i = types.length - 1; i >= 0; i--) {
      out.visitVarInsn(types[i].getOpcode(Opcodes.ISTORE), spares.get(i));
    }
    return spares;
  }

  /** Puts arguments back, and lets go of them. */
  private void get(Type[] types, List<Integer> spares) {
    for (int i = 0; i < types.length; i++) {
      out.visitVarInsn(types[i].getOpcode(Opcodes.ILOAD), spares.get(i));
      if (types[i].getSort() >= Type.ARRAY) {
        out.visitInsn(Opcodes.ACONST_NULL);
        out.visitVarInsn(Opcodes.ASTORE, spares.get(i));
      }
    }
  }

  /** Comes right behind the instruction. */
  void after(int site, String descriptor) {
    Type type = Type.getReturnType(descriptor);
    if (counts) {
      return;
    }
    if (values.returns() && type.getSort() != Type.VOID) {
      out.visitInsn(type.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP); // value value
      Boxing.box(out, type); // value boxed
      pushCall(); // value boxed sink depth
      Constants.push(out, site); // value boxed sink depth site
      call("called", "(" + REFERENCE + CALL + ")V"); // value
    } else {
      pushCall(); // value sink depth
      call("called", "(L" + ProbeEmitter.SINK + ";I)V"); // value
    }
  }

  private void pushCall() {
    out.visitVarInsn(Opcodes.ALOAD, slot);
    out.visitVarInsn(Opcodes.ILOAD, slot + 1);
  }

  private void call(String name, String descriptor) {
    out.visitMethodInsn(Opcodes.INVOKESTATIC, ProbeEmitter.PROBES, name, descriptor, false);
  }
}
