package dev.bottrace.internal.instrument;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Puts stand-ins in the place of what a program inside a host asks of its JVM, in one method, and
 * shows them the threads and the pools of threads that it makes.
 */
final class HostedCalls extends InstructionVisitor {
  /** What the stand-ins push at most, on top of what the method has on its stack. */
  static final int STACK = 2;

  static final Handle PRINT_STACK_TRACE =
      new Handle(
          Opcodes.H_INVOKESTATIC,
          StandIns.THREAD_CALLS,
          "printStackTrace",
          "(Ljava/lang/Object;)V",
          false);

  private static final String EXECUTORS = "java/util/concurrent/Executors";
  private static final String BUILDER = "java/lang/Thread$Builder";
  private static final String START = "(Ljava/lang/Runnable;)Ljava/lang/Thread;";
  private static final String TRACKED =
      "(Ljava/util/concurrent/ThreadFactory;)Ljava/util/concurrent/ThreadFactory;";

  /** Classes whose objects keep threads that end only when these are told to, or closed. */
  private static final Set<String> POOLS =
      Set.of(
          "java/util/concurrent/ThreadPoolExecutor",
          "java/util/concurrent/ScheduledThreadPoolExecutor",
          "java/util/concurrent/ForkJoinPool",
          "java/util/Timer",
          "java/net/ServerSocket",
          "java/net/Socket",
          "java/net/DatagramSocket");

  private final boolean constructor;
  private final String superName;
  private final Deque<String> made = new ArrayDeque<>();
  private @Nullable String latestNew;

  /**
   * Makes a replacer for one method.
   *
   * @param out where the method goes
   * @param constructor whether it is one
   * @param superName internal name of the superclass of its class
   */
  HostedCalls(MethodVisitor out, boolean constructor, String superName) {
    super(out);
    this.constructor = constructor;
    this.superName = superName;
  }

  @Override
  void beforeInstruction() {
    latestNew = null;
  }

  @Override
  public void visitTypeInsn(int opcode, String type) {
    super.visitTypeInsn(opcode, type);
    if (opcode == Opcodes.NEW && POOLS.contains(type)) {
      latestNew = type;
    }
  }

  @Override
  public void visitInsn(int opcode) {
    String copied = opcode == Opcodes.DUP ? latestNew : null;
    super.visitInsn(opcode);
    if (copied != null) {
      made.push(copied);
    }
  }

  @Override
  public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
    Handle standIn = opcode == Opcodes.GETSTATIC ? StandIns.of(owner, name, descriptor) : null;
    if (standIn == null) {
      super.visitFieldInsn(opcode, owner, name, descriptor);
    } else {
      beforeInstruction();
      call(standIn.getOwner(), standIn.getName(), standIn.getDesc());
    }
  }

  @Override
  public void visitMethodInsn(
      int opcode, String owner, String name, String descriptor, boolean isInterface) {
    beforeInstruction();
    Handle standIn = opcode == Opcodes.INVOKESPECIAL ? null : StandIns.of(owner, name, descriptor);
    if (isPrintStackTrace(name, descriptor) && replacesPrinting(opcode, owner)) {
      boolean own = opcode == Opcodes.INVOKESPECIAL;
      call(StandIns.THREAD_CALLS, own ? "ownStackTrace" : name, PRINT_STACK_TRACE.getDesc());
    } else if (isStart(name, descriptor)) {
      mv.visitInsn(Opcodes.DUP); // thread thread
      call(StandIns.THREAD_CALLS, "starts", "(Ljava/lang/Object;)V"); // thread
      mv.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
    } else if (standIn != null) {
      call(standIn.getOwner(), standIn.getName(), standIn.getDesc());
    } else if (owner.startsWith(BUILDER) && name.equals("start") && descriptor.equals(START)) {
      call(StandIns.THREAD_CALLS, "startBuilt", "(Ljava/lang/Object;" + START.substring(1));
    } else if (isOfVirtualThreads(owner, name)) {
      call(StandIns.THREAD_CALLS, name, descriptor);
    } else {
      before(owner, name, descriptor);
      mv.visitMethodInsn(opcode, owner, name, belowProgram(owner, name, descriptor), isInterface);
      after(owner, name, descriptor);
    }
  }

  static boolean isPrintStackTrace(String name, String descriptor) {
    return name.equals("printStackTrace") && descriptor.equals("()V");
  }

  /** A call of the superclass's method is that of the JDK only if it names a class of the JDK. */
  private static boolean replacesPrinting(int opcode, String owner) {
    return opcode == Opcodes.INVOKEVIRTUAL
        || (opcode == Opcodes.INVOKESPECIAL && owner.startsWith("java/"));
  }

  /** Whatever has such a method may be a thread: the class hierarchy is not known here. */
  private static boolean isStart(String name, String descriptor) {
    return name.equals("start") && descriptor.equals("()V");
  }

  private static boolean isOfVirtualThreads(String owner, String name) {
    return (owner.equals("java/lang/Thread") && name.equals("startVirtualThread"))
        || (owner.equals(EXECUTORS) && name.equals("newVirtualThreadPerTaskExecutor"));
  }

  private void before(String owner, String name, String descriptor) {
    if (LoaderCalls.isOne(owner, name)) {
      makesLoader(); //
    } else if (owner.equals("java/lang/reflect/Method") && name.equals("invoke")) {
      mv.visitInsn(Opcodes.SWAP); // method arguments receiver
      mv.visitInsn(Opcodes.DUP_X2); // receiver method arguments receiver
      mv.visitInsn(Opcodes.POP); // receiver method arguments
      mv.visitInsn(Opcodes.DUP2_X1); // method arguments receiver method arguments
      call(
          StandIns.PROGRAM_CALLS,
          "invokes",
          "(Ljava/lang/reflect/Method;[Ljava/lang/Object;)V"); // method arguments receiver
      mv.visitInsn(Opcodes.SWAP); // method receiver arguments
    } else if (owner.equals("java/lang/reflect/Constructor") && name.equals("newInstance")) {
      mv.visitInsn(Opcodes.DUP2); // constructor arguments constructor arguments
      mv.visitInsn(Opcodes.POP); // constructor arguments constructor
      call(
          StandIns.PROGRAM_CALLS,
          "constructs",
          "(Ljava/lang/reflect/Constructor;)V"); // constructor arguments
    } else if (owner.equals("java/sql/DriverManager")
        && name.equals("registerDriver")
        && descriptor.equals("(Ljava/sql/Driver;)V")) {
      mv.visitInsn(Opcodes.DUP); // driver driver
      call(StandIns.REGISTRATION_CALLS, "registersDriver", "(Ljava/lang/Object;)V"); // driver
    }
  }

  /** To the program its loader is the system class loader. */
  private String belowProgram(String owner, String name, String descriptor) {
    String withParent = LoaderCalls.withParent(owner, name, descriptor);
    if (withParent == null) {
      return descriptor;
    }
    call(StandIns.SYSTEM_CALLS, "getSystemClassLoader", "()Ljava/lang/ClassLoader;"); // ... parent
    return withParent;
  }

  private void after(String owner, String name, String descriptor) {
    if (name.equals("<init>") && POOLS.contains(owner)) {
      afterConstructor(owner);
    } else if ((owner.equals(EXECUTORS) && descriptor.endsWith("ExecutorService;"))
        || (owner.startsWith("java") && descriptor.endsWith("Socket;"))) {
      created(); // executor or socket
    } else if (owner.startsWith(BUILDER) && name.equals("factory")) {
      call(StandIns.THREAD_CALLS, "tracked", TRACKED); // factory
    }
  }

  private void afterConstructor(String owner) {
    if (owner.equals(made.peek())) {
      made.pop();
      created(); // pool
    } else if (constructor && owner.equals(superName)) {
      mv.visitVarInsn(Opcodes.ALOAD, 0); // this
      call(StandIns.THREAD_CALLS, "created", "(Ljava/lang/Object;)V"); //
    }
  }

  private void created() {
    mv.visitInsn(Opcodes.DUP); // pool pool
    call(StandIns.THREAD_CALLS, "created", "(Ljava/lang/Object;)V"); // pool
  }

  @Override
  public void visitInvokeDynamicInsn(
      String name, String descriptor, Handle bootstrap, Object... arguments) {
    Object[] replaced = arguments.clone();
    for (int i = 0; i < replaced.length; i++) {
      replaced[i] = StandIns.of(replaced[i]);
      if (LoaderCalls.isOne(replaced[i])) {
        makesLoader();
      }
    }
    super.visitInvokeDynamicInsn(name, descriptor, bootstrap, replaced);
  }

  @Override
  public void visitLdcInsn(Object value) {
    if (LoaderCalls.isOne(value)) {
      makesLoader();
    }
    super.visitLdcInsn(StandIns.of(value));
  }

  private void makesLoader() {
    call(StandIns.PROGRAM_CALLS, "makesLoader", "()V");
  }

  private void call(String owner, String name, String descriptor) {
    mv.visitMethodInsn(Opcodes.INVOKESTATIC, owner, name, descriptor, false);
  }

  @Override
  public void visitMaxs(int maxStack, int maxLocals) {
    super.visitMaxs(Math.min(65_535, maxStack + STACK), maxLocals);
  }
}
