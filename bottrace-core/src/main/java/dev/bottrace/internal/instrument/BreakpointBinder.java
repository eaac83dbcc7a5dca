package dev.bottrace.internal.instrument;

import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.option.Breakpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Finds out which breakpoints a class is about. */
class BreakpointBinder {
  private final BreakpointTable table;
  private final BreakpointConditions conditions;
  private final List<Mark> marks = new ArrayList<>();

  BreakpointBinder(BreakpointTable table) {
    this.table = table;
    this.conditions = new BreakpointConditions(table.breakpoints());
    for (Breakpoint breakpoint : table.breakpoints()) {
      String mark =
          breakpoint.place() instanceof Breakpoint.Line line
              ? line.fileName().replaceFirst("\\.[^.]*$", "") // the class may not name its source
              : ((Breakpoint.Method) breakpoint.place()).simpleName();
      marks.add(new Mark(mark));
    }
  }

  BreakpointTable table() {
    return table;
  }

  BreakpointConditions conditions() {
    return conditions;
  }

  /** Tells whether a class may be meant, by looking for names among its constants. */
  boolean mayMean(byte[] classFile) {
    for (Mark mark : marks) {
      if (mark.isIn(classFile)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the lines and methods of a class that have breakpoints. */
  ClassBreakpoints of(ClassReader reader, ClassOutline outline) {
    ClassBreakpoints wanted = new ClassBreakpoints();
    String className = outline.internalName().replace('/', '.');
    String sourcePath = outline.sourcePath();
    SortedMap<String, Set<Integer>> lines = new TreeMap<>();
    for (int number = 0; number < table.breakpoints().size(); number++) {
      Breakpoint.Place place = table.breakpoints().get(number).place();
      if (isMeant(place, className, sourcePath)) {
        if (lines.isEmpty()) {
          lines.putAll(linesByMethod(reader, outline));
        }
        note(number, place, className, lines, wanted);
      }
    }
    return wanted;
  }

  private static boolean isMeant(
      Breakpoint.Place place, String className, @Nullable String sourcePath) {
    if (sourcePath != null && place instanceof Breakpoint.Line line) {
      return line.isIn(sourcePath);
    }
    return place.mayBeIn(className);
  }

  private void note(
      int number,
      Breakpoint.Place place,
      String className,
      SortedMap<String, Set<Integer>> lines,
      ClassBreakpoints wanted) {
    Set<Integer> all = new TreeSet<>();
    lines.values().forEach(all::addAll);
    Set<String> methods = new TreeSet<>();
    lines.keySet().forEach(key -> methods.add(key.substring(0, key.indexOf('('))));
    table.loaded(number, className, all, methods);
    if (place instanceof Breakpoint.Line line && all.contains(line.line())) {
      wanted.addLine(line.line(), number);
    } else if (place instanceof Breakpoint.Method method && methods.contains(method.method())) {
      wanted.addMethod(method.method(), number);
    }
  }

  /** Returns the lines of each method that may have breakpoints, by its key. */
  static SortedMap<String, Set<Integer>> linesByMethod(ClassReader reader, ClassOutline outline) {
    SortedMap<String, Set<Integer>> lines = new TreeMap<>();
    for (MethodOutline method : outline.methods()) {
      if (method.mayHaveBreakpoints(outline)) {
        lines.put(method.key(), new TreeSet<>());
      }
    }
    reader.accept(new LineCollector(lines), ClassReader.SKIP_FRAMES);
    return lines;
  }

  /** Collects the lines of methods. */
  private static final class LineCollector extends ClassVisitor {
    private final SortedMap<String, Set<Integer>> lines;

    LineCollector(SortedMap<String, Set<Integer>> lines) {
      super(Opcodes.ASM9);
      this.lines = lines;
    }

    @Override
    public MethodVisitor visitMethod(
        int access, String name, String descriptor, String signature, String[] exceptions) {
      Set<Integer> ofMethod = lines.getOrDefault(name + descriptor, new TreeSet<>());
      return new MethodVisitor(Opcodes.ASM9) {
        @Override
        public void visitLineNumber(int line, Label start) {
          ofMethod.add(line);
        }
      };
    }
  }
}
