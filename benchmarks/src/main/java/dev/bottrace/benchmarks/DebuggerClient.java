package dev.bottrace.benchmarks;

import com.sun.jdi.ArrayReference;
import com.sun.jdi.Bootstrap;
import com.sun.jdi.Field;
import com.sun.jdi.IntegerValue;
import com.sun.jdi.LocalVariable;
import com.sun.jdi.Location;
import com.sun.jdi.ObjectReference;
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
import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedValue;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.FrameSnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Takes the same snapshots with a debugger interface: at each hit the thread is suspended, its
 * stack and the variables of the innermost frame are read, down to what they consist of, and it is
 * resumed.
 */
final class DebuggerClient {
  private final String main;
  private final int line;
  private final SnapshotJson json;

  DebuggerClient(Class<?> main, int line, SnapshotJson json) {
    this.main = main.getName();
    this.line = line;
    this.json = json;
  }

  /** Runs the program to its end, and returns the lines that it wrote to standard error. */
  List<String> run(Path javaHome, List<String> arguments) throws Exception {
    VirtualMachine machine = launch(javaHome, arguments);
    try {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          handle(event);
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      json.flush();
      byte[] errors = machine.process().getErrorStream().readAllBytes();
      return new String(errors, StandardCharsets.UTF_8).lines().toList();
    }
  }

  private VirtualMachine launch(Path javaHome, List<String> arguments) throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> settings = connector.defaultArguments();
    set(settings, "home", javaHome.toString());
    set(settings, "main", main + " " + String.join(" ", arguments));
    set(settings, "options", "-Xmx64m -cp " + System.getProperty("java.class.path"));
    VirtualMachine machine = connector.launch(settings);
    ClassPrepareRequest prepared = machine.eventRequestManager().createClassPrepareRequest();
    prepared.addClassFilter(main);
    prepared.enable();
    return machine;
  }

  private static void set(Map<String, Connector.Argument> settings, String name, String value) {
    Objects.requireNonNull(settings.get(name)).setValue(value);
  }

  private void handle(Event event) throws Exception {
    if (event instanceof ClassPrepareEvent prepare) {
      ReferenceType type = prepare.referenceType();
      for (Location location : type.locationsOfLine(line)) {
        BreakpointRequest request =
            type.virtualMachine().eventRequestManager().createBreakpointRequest(location);
        request.setSuspendPolicy(EventRequest.SUSPEND_EVENT_THREAD);
        request.enable();
        break; // the return behind the call is no second hit
      }
    } else if (event instanceof BreakpointEvent hit) {
      json.snapshot(snapshot(hit.thread()));
    }
  }

  private BreakpointSnapshot snapshot(ThreadReference thread) throws Exception {
    List<FrameSnapshot> stack = new ArrayList<>();
    for (StackFrame frame : thread.frames()) {
      stack.add(frame(frame, stack.isEmpty() ? locals(frame) : null));
    }
    FrameSnapshot innermost = stack.get(0);
    return new BreakpointSnapshot(
        innermost.file() + ':' + innermost.line(), Instant.now(), thread.name(), stack, List.of());
  }

  private static FrameSnapshot frame(StackFrame frame, @Nullable List<CapturedVariable> locals)
      throws Exception {
    Location location = frame.location();
    String type = location.declaringType().name();
    return new FrameSnapshot(
        type.substring(type.lastIndexOf('.') + 1) + '.' + location.method().name(),
        location.sourcePath(),
        location.lineNumber(),
        locals,
        null);
  }

  private static List<CapturedVariable> locals(StackFrame frame) throws Exception {
    List<CapturedVariable> locals = new ArrayList<>();
    List<LocalVariable> visible = frame.visibleVariables();
    Map<LocalVariable, Value> values = frame.getValues(visible);
    for (LocalVariable local : visible) {
      locals.add(new CapturedVariable(local.name(), value(values.get(local))));
    }
    return locals;
  }

  private static CapturedValue value(@Nullable Value value) {
    if (value instanceof StringReference string) {
      return new CapturedValue.Text(string.value(), string.value().length());
    } else if (value instanceof ArrayReference array) {
      return elements("int[]", array.getValues());
    } else if (value instanceof ObjectReference object) {
      return object.referenceType().name().equals("java.util.ArrayList")
          ? list(object)
          : fields(object);
    }
    return new CapturedValue.Plain(String.valueOf(value));
  }

  private static CapturedValue elements(String type, List<Value> values) {
    List<CapturedValue> elements = new ArrayList<>();
    for (Value value : values) {
      elements.add(value(value));
    }
    return new CapturedValue.Sequence(type, elements.size(), elements, null);
  }

  private static CapturedValue list(ObjectReference list) {
    int size = ((IntegerValue) field(list, "size")).value();
    ArrayReference data = (ArrayReference) field(list, "elementData");
    return elements("ArrayList", data.getValues(0, size));
  }

  private static Value field(ObjectReference object, String name) {
    return Objects.requireNonNull(object.getValue(object.referenceType().fieldByName(name)));
  }

  private static CapturedValue fields(ObjectReference object) {
    List<CapturedVariable> fields = new ArrayList<>();
    List<Field> all = object.referenceType().allFields();
    Map<Field, Value> values = object.getValues(all);
    for (Field field : all) {
      fields.add(new CapturedVariable(field.name(), value(values.get(field))));
    }
    return new CapturedValue.Instance("Point", true, fields, 0, null);
  }
}
