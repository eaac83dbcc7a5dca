package dev.bottrace.benchmarks;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.Location;
import com.sun.jdi.Method;
import com.sun.jdi.VMDisconnectedException;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.Connector;
import com.sun.jdi.connect.LaunchingConnector;
import com.sun.jdi.event.Event;
import com.sun.jdi.event.EventSet;
import com.sun.jdi.event.MethodEntryEvent;
import com.sun.jdi.event.MethodExitEvent;
import com.sun.jdi.request.EventRequest;
import com.sun.jdi.request.EventRequestManager;
import com.sun.jdi.request.MethodEntryRequest;
import com.sun.jdi.request.MethodExitRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;

/**
 * Traces with a debugger interface: a program of its own asks for an event at each entry and exit,
 * which suspends nothing, and writes a line for it. Arguments: the home of the JDK, the file to
 * write, the main class and its arguments.
 */
public final class MethodEvents {
  private MethodEvents() {}

  /**
   * Runs the program to its end.
   *
   * @param arguments as above
   * @throws Exception if it could not be run
   */
  public static void main(String[] arguments) throws Exception {
    String[] program = Arrays.copyOfRange(arguments, 2, arguments.length);
    VirtualMachine machine = launch(arguments[0], String.join(" ", program));
    try (BufferedWriter out = Files.newBufferedWriter(Path.of(arguments[1]))) {
      while (true) {
        EventSet events = machine.eventQueue().remove();
        for (Event event : events) {
          write(event, out);
        }
        events.resume();
      }
    } catch (VMDisconnectedException e) {
      machine.process().getErrorStream().transferTo(System.err);
    }
  }

  private static VirtualMachine launch(String home, String program) throws Exception {
    LaunchingConnector connector = Bootstrap.virtualMachineManager().defaultConnector();
    Map<String, Connector.Argument> settings = connector.defaultArguments();
    set(settings, "home", home);
    set(settings, "main", program);
    set(settings, "options", "-cp " + Variant.classPath());
    VirtualMachine machine = connector.launch(settings);
    EventRequestManager requests = machine.eventRequestManager();
    MethodEntryRequest entries = requests.createMethodEntryRequest();
    entries.addClassFilter(Variant.PACKAGE + ".*");
    entries.setSuspendPolicy(EventRequest.SUSPEND_NONE);
    entries.enable();
    MethodExitRequest exits = requests.createMethodExitRequest();
    exits.addClassFilter(Variant.PACKAGE + ".*");
    exits.setSuspendPolicy(EventRequest.SUSPEND_NONE);
    exits.enable();
    return machine;
  }

  private static void set(Map<String, Connector.Argument> settings, String name, String value) {
    Objects.requireNonNull(settings.get(name)).setValue(value);
  }

  private static void write(Event event, BufferedWriter out) throws IOException {
    if (event instanceof MethodEntryEvent entry) {
      Location location = entry.location();
      out.write("CALL " + name(entry.method()) + ' ' + place(location) + '\n');
    } else if (event instanceof MethodExitEvent exit) {
      out.write("RETURN " + name(exit.method()) + '\n');
    }
  }

  private static String name(Method method) {
    return method.declaringType().name() + '.' + method.name();
  }

  private static String place(Location location) {
    return location.declaringType().name() + ':' + location.lineNumber();
  }
}
