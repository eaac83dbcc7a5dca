package dev.bottrace.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** System properties among the arguments, which the launcher script gives to the JVM itself. */
final class SystemProperties {
  private SystemProperties() {}

  /**
   * Takes them out, up to {@code --}. The value of {@code --watch} is none: {@code -Done} is the
   * variable {@code Done}, negated.
   */
  static List<String> takeFrom(List<String> arguments, Map<String, String> properties)
      throws UsageException {
    int end = arguments.indexOf("--");
    List<String> left = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      boolean open = (end < 0 || i < end) && !isExpression(arguments, i);
      if (open && argument.startsWith("-J")) {
        throw new UsageException(jvmOption(argument));
      }
      if (open && argument.startsWith("-D") && argument.length() > 2) {
        int equals = argument.indexOf('=');
        properties.put(
            argument.substring(2, equals < 0 ? argument.length() : equals),
            equals < 0 ? "" : argument.substring(equals + 1));
      } else {
        left.add(argument);
      }
    }
    return left;
  }

  /** Tells whether an argument is the value of an option whose values may look like options. */
  static boolean isExpression(List<String> arguments, int index) {
    return index > 0 && arguments.get(index - 1).equals("--watch");
  }

  private static String jvmOption(String argument) {
    return argument.startsWith("-J-") || argument.startsWith("-J@")
        ? "only the launcher bottrace can give " + argument + " to the JVM; give it to java"
        : "no option for the JVM: " + argument + "; one looks like -J-Xmx2g";
  }
}
