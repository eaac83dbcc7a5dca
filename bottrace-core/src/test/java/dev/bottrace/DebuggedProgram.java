package dev.bottrace;

import com.sun.jdi.AbsentInformationException;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.CharValue;
import com.sun.jdi.ClassType;
import com.sun.jdi.IncompatibleThreadStateException;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.PrimitiveValue;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.StackFrame;
import com.sun.jdi.StringReference;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.Value;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.BreakpointEvent;
import com.sun.jdi.event.ClassPrepareEvent;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.request.BreakpointRequest;
import com.sun.jdi.request.ClassPrepareRequest;
import com.sun.jdi.request.EventRequest;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A program in a JVM of its own, under a debugger, which looks at each hit of some lines. */
final class DebuggedProgram {
  private static final Set<String> BOXES =
      Set.of("Integer", "Long", "Double", "Float", "Byte", "Short", "Character", "Boolean");

  private final String main;
  private final String program;
  private final Set<Integer> lines;
  private final Map<Integer, List<List<SeenFrame>>> hits = new TreeMap<>();
  private final Map<Integer, String> threads = new TreeMap<>();

  private DebuggedProgram(Class<?> main, Set<Integer> lines) {
    this.main = main.getName();
    this.program = main.getSimpleName();
    this.lines = lines;
  }

  /** Runs a program to its end. */
  static DebuggedProgram run(Class<?> main, Set<Integer> lines) throws Exception {
    DebuggedProgram debugged = new DebuggedProgram(main, lines);
    VirtualMachine machine = debugged.launch();
    discard(machine.process().getInputStream());
    discard(machine.process().getErrorStream());
    debugged.handleEvents(machine);
    return debugged;
  }

  /** Returns the program's frames at each hit of each line. */
  Map<Integer, List<List<SeenFrame>>> hits() {
    return hits;
  }

  /** Returns which threads came first to the lines. */
  Map<Integer, String> threads() {
    return threads;
  }

  private VirtualMachine launch() throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> arguments = connector.defaultArguments();
    arguments.get("main").setValue(main);
    arguments.get("options").setValue("-cp target/test-classes");
    VirtualMachine machine = connector.launch(arguments);
    ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
    prepared.addClassFilter(main + "*");
    prepared.enable();
    return machine;
  }

  private static void discard(InputStream stream) {
    Thread reader =
        new Thread(
            () -> {
              try (stream) {
                stream.transferTo(OutputStream.nullOutputStream());
              } catch (java.io.IOException e) {
                // The process has ended.
              }
            });
    reader.setDaemon(true);
    reader.start();
  }

  private void handleEvents(VirtualMachine machine) throws Exception {
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          handle(event);
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      // The program has ended.
    }
  }

  private void handle(Event event) throws Exception {
    if (event instanceof ClassPrepareEvent prepare) {
      setBreakpoints(prepare.referenceType());
    } else if (event instanceof BreakpointEvent hit) {
      int line = hit.location().lineNumber();
      hits.computeIfAbsent(line, key -> new ArrayList<>()).add(frames(hit.thread()));
      threads.putIfAbsent(line, hit.thread().name());
    }
  }

  private void setBreakpoints(ReferenceType type) throws AbsentInformationException {
    if (type.name().contains(SeenFrame.LAMBDA)) {
      return;
    }
    for (int line : lines) {
      for (Location location : type.locationsOfLine(line)) {
        BreakpointRequest request =
            type.virtualMachine().eventRequestManager().createBreakpointRequest(location);
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
      }
    }
  }

  private List<SeenFrame> frames(ThreadReference thread) throws IncompatibleThreadStateException {
    List<SeenFrame> frames = new ArrayList<>();
    for (StackFrame frame : thread.frames()) {
      Location location = frame.location();
      String function = function(location);
      if (function.startsWith(program) && !function.contains(SeenFrame.LAMBDA)) {
        frames.add(new SeenFrame(function, location.lineNumber(), variables(frame)));
      }
    }
    return frames;
  }

  private static String function(Location location) {
    String type = location.declaringType().name();
    return type.substring(type.lastIndexOf('.') + 1) + '.' + location.method().name();
  }

  private static Map<String, String> variables(StackFrame frame) {
    Map<String, String> variables = new TreeMap<>();
    if (!frame.location().method().isBridge()) {
      ObjectReference self = frame.thisObject();
      if (self != null) {
        variables.put("this", form(self));
      }
      for (LocalVariable variable : visible(frame)) {
        variables.put(variable.name(), form(frame.getValue(variable)));
      }
    }
    return variables;
  }

  /** A method that only the compiler made has no table of its variables. */
  private static List<LocalVariable> visible(StackFrame frame) {
    try {
      return frame.visibleVariables();
    } catch (AbsentInformationException e) {
      return List.of();
    }
  }

  private static String form(Value value) {
    if (value instanceof StringReference string) {
      return SeenFrame.text(string.value());
    }
    if (value instanceof CharValue character) {
      return character(character.value());
    }
    if (value instanceof ObjectReference object) {
      return form(object);
    }
    return String.valueOf(value);
  }

  private static String form(ObjectReference object) {
    String type = typeName(object.referenceType().name());
    if (BOXES.contains(type)) {
      PrimitiveValue content =
          (PrimitiveValue) object.getValue(object.referenceType().fieldByName("value"));
      return form(content);
    }
    if (object.referenceType() instanceof ClassType declared && isEnum(declared)) {
      Value name = object.getValue(declared.fieldByName("name"));
      return name instanceof StringReference constant ? constant.value() : type;
    }
    return type;
  }

  private static String typeName(String binaryName) {
    int name = binaryName.lastIndexOf('.') + 1;
    return SeenFrame.typeName(
        binaryName.contains(SeenFrame.LAMBDA) ? binaryName : binaryName.substring(name));
  }

  private static boolean isEnum(ClassType type) {
    return type.isEnum() || (type.superclass() != null && type.superclass().isEnum());
  }

  private static String character(char c) {
    return switch (c) {
      case '\'' -> "'\\''";
      case '\n' -> "'\\n'";
      default ->
          c < ' ' || Character.isSurrogate(c) ? String.format("'\\u%04x'", (int) c) : "'" + c + "'";
    };
  }
}
