package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.trace.TracedMethod;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;

/**
 * Puts probes into classes. Safe for use by any number of threads.
 *
 * <p>No member is added, no class loaded, and no frame computed: frames stay what the compiler made
 * them.
 */
public final class ClassInstrumenter {
  private final SymbolTable symbols;
  private final ClassFilter filter;
  private final boolean lambdas;
  private final Probing probing;
  private final ExitCalls exitCalls;

  /**
   * Makes an instrumenter.
   *
   * @param symbols gives ids to methods
   * @param filter which classes get probes
   * @param lambdas whether the bodies of lambda expressions get probes
   * @param probing which probes
   * @param exitCalls which calls that end the JVM are replaced, in all classes
   */
  public ClassInstrumenter(
      SymbolTable symbols,
      ClassFilter filter,
      boolean lambdas,
      Probing probing,
      ExitCalls exitCalls) {
    this.symbols = symbols;
    this.filter = filter;
    this.lambdas = lambdas;
    this.probing = probing;
    this.exitCalls = exitCalls;
  }

  /**
   * Instruments a class.
   *
   * @param classFile its bytes, which are not changed
   * @param own whether it is the program's own code, as opposed to a library's
   * @return the class to define in its place
   */
  public InstrumentedClass instrument(byte[] classFile, boolean own) {
    boolean exits = exitCalls.mayBeIn(classFile);
    boolean traced = probing != Probing.NONE && filter.mayAccept(own);
    if (!exits && !traced) {
      return unchanged(classFile);
    }
    try {
      return instrument(new ClassReader(classFile), unchanged(classFile), own, traced, exits);
    } catch (RuntimeException e) {
      return new InstrumentedClass(classFile, List.of(reason(classFile, e)));
    }
  }

  private static InstrumentedClass unchanged(byte[] classFile) {
    return new InstrumentedClass(classFile, List.of());
  }

  private static String reason(byte[] classFile, RuntimeException e) {
    int version = classFile.length < 8 ? 0 : ((classFile[6] & 0xFF) << 8) | (classFile[7] & 0xFF);
    String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return "class file of version " + version + " is not traced: " + why;
  }

  private InstrumentedClass instrument(
      ClassReader reader, InstrumentedClass unchanged, boolean own, boolean traced, boolean exits) {
    ClassOutline outline = ClassOutline.of(reader);
    boolean accepted = traced && filter.accepts(outline.internalName(), outline.sourcePath(), own);
    List<MethodOutline> methods = accepted ? traced(outline) : List.of();
    if (methods.isEmpty() && !exits) {
      return unchanged;
    }
    return transform(reader, new ClassPlan(outline, methods, exits, symbols));
  }

  private List<MethodOutline> traced(ClassOutline outline) {
    List<MethodOutline> traced = new ArrayList<>();
    for (MethodOutline method : outline.methods()) {
      if (method.isWritten(outline) && (lambdas || !method.isLambdaBody())) {
        traced.add(method);
      }
    }
    return traced;
  }

  /** Transforms a class, and again without the methods that turn out not to stand it. */
  private InstrumentedClass transform(ClassReader reader, ClassPlan plan) {
    Map<String, String> left = new LinkedHashMap<>();
    Set<String> highSlots = new HashSet<>();
    while (true) {
      ClassWriter writer = new ClassWriter(reader, 0);
      ClassProber prober =
          new ClassProber(writer, plan, probing, exitCalls, highSlots, left.keySet());
      try {
        reader.accept(prober, ClassReader.EXPAND_FRAMES);
        return new InstrumentedClass(writer.toByteArray(), List.copyOf(left.values()));
      } catch (StraddlingVariableException e) {
        String method = String.valueOf(e.getMessage());
        if (!highSlots.add(method)) {
          leave(left, method, "its variables overlap", e);
        }
      } catch (UntraceableMethodException e) {
        leave(left, e.method(), String.valueOf(e.getMessage()), e);
      } catch (MethodTooLargeException e) {
        String method = e.getMethodName() + e.getDescriptor();
        leave(left, method, "with probes it would pass 64 KB", e);
      }
    }
  }

  /** Notes a method to leave without probes; one that fails without them too is no method. */
  private static void leave(
      Map<String, String> left, String method, String reason, RuntimeException failure) {
    String name = method.substring(0, method.indexOf('('));
    if (left.put(method, "method " + name + " is not traced: " + reason) != null) {
      throw failure;
    }
  }

  /** What a class's methods are called in the trace. */
  record ClassPlan(ClassOutline outline, List<MethodOutline> traced, boolean exits, int firstId) {
    ClassPlan(
        ClassOutline outline, List<MethodOutline> traced, boolean exits, SymbolTable symbols) {
      this(outline, traced, exits, symbols.define(named(outline, traced)));
    }

    private static List<TracedMethod> named(ClassOutline outline, List<MethodOutline> traced) {
      String className = outline.internalName().replace('/', '.');
      String file = file(outline.internalName(), outline.sourcePath());
      return traced.stream()
          .map(
              method ->
                  new TracedMethod(
                      0, className, method.name(), method.descriptor(), file, method.line()))
          .toList();
    }

    private static String file(String internalName, @Nullable String sourcePath) {
      return sourcePath != null ? sourcePath : internalName + ".class";
    }
  }
}
