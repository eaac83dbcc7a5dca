package dev.bottrace.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/** Understands the arguments of {@code bottrace attach}. */
final class AttachParser {
  private static final String ON_EXCEPTION = "--on-exception";
  private static final String TIMEOUT = "--timeout";

  /** Options that say what is started. */
  private static final List<String> OF_STARTS = List.of("-cp", RunSpec.JAR);

  /** What the agent need not know. */
  private static final List<String> OF_CLIENT = List.of(TIMEOUT, "--top");

  private static final String HELP =
      """
      Traces a JVM that runs already, from now on, and leaves it as it was.

      Usage: bottrace attach [options] PID

      PID is the number of the process, as jps and jcmd list them; it has to be one of your own.
      The options are those of bottrace run that say what is recorded, and where the trace goes; bottrace run
      --help lists them. The trace goes to standard output or to --out FILE, never to the program. It ends
        when you interrupt it (Ctrl-C, or kill), after --timeout SECONDS, after --max-events or --snapshots,
        or with the program. Then the program's classes are put back.
      All threads are traced. --max-depth counts from the first traced call after attaching; methods that
      run at that moment have no CALL, and no line numbers in stack traces until they have returned.

      Examples:
        what it does right now     bottrace attach --calls --max-depth 3 4242
        how often, for 10 seconds  bottrace attach --call-counts --timeout 10 4242
        only one part of it        bottrace attach --calls --args --include com.acme.auth 4242
        state at a line            bottrace attach --breakpoint Core.java:42 --watch 'items.size()' --snapshots 1 4242
        for later, 2 bytes each    bottrace attach --calls --format compact --out trace.bt 4242

      From JDK 21 on the JVM itself warns on the program's standard error that an agent was loaded, unless it
      was started with -XX:+EnableDynamicAgentLoading.
      Exit code: 0, also when interrupted or after the timeout; 125 if bottrace could not do as told.
      """;

  private AttachParser() {}

  static String help() {
    return HELP;
  }

  /** Returns null if only help is wanted. */
  static @Nullable AttachCommand parse(List<String> arguments) throws UsageException {
    ParseResult result = RunParser.matched(arguments);
    if (result.hasMatchedOption(RunSpec.HELP)) {
      return null;
    }
    long process = process(result.matchedPositionalValue(0, List.of()));
    for (String name : OF_STARTS) {
      if (result.hasMatchedOption(name)) {
        throw ofStart(name);
      }
    }
    if (result.hasMatchedOption(ON_EXCEPTION)) {
      throw new UsageException(
          ON_EXCEPTION
              + " is for bottrace run and the agent: who attaches can't tell what is caught further"
              + " out");
    }
    RunCommand command = RunParser.ofThisJvm(result);
    if (!command.requested().options().observes()) {
      throw new UsageException("nothing to record; add --calls, --call-counts or --breakpoint");
    }
    Duration time = command.requested().options().bounds().timeout();
    return new AttachCommand(process, agentOptions(result), command, time);
  }

  private static UsageException ofStart(String option) {
    return new UsageException(option + " is for bottrace run: the process has its program");
  }

  private static long process(List<String> words) throws UsageException {
    for (String word : words) {
      if (word.startsWith("-J") || word.startsWith("-D")) {
        throw ofStart(word);
      }
      if (word.startsWith("-") && !word.matches("-\\d+")) {
        throw RunParser.unknown(word);
      }
    }
    if (words.isEmpty()) {
      throw new UsageException(
          "no process; name one, as jps lists them: bottrace attach [options] PID");
    }
    if (words.size() > 1) {
      throw new UsageException("attach takes one process, not " + String.join(" ", words));
    }
    try {
      long process = Long.parseLong(words.get(0));
      if (process > 0) {
        return process;
      }
    } catch (NumberFormatException e) {
      throw noProcess(words.get(0));
    }
    throw noProcess(words.get(0));
  }

  private static UsageException noProcess(String word) {
    return new UsageException(
        "'" + word + "' is not the number of a process; jps lists those of JVMs");
  }

  private static List<String> agentOptions(ParseResult result) {
    List<String> options = new ArrayList<>();
    for (RunOption option : RunOption.ALL) {
      String name = option.names().get(0);
      if (result.hasMatchedOption(name) && !OF_CLIENT.contains(name)) {
        for (String value : RunParser.values(result, option, name)) {
          options.add(name);
          if (!value.isEmpty()) {
            options.add(value);
          }
        }
      }
    }
    return options;
  }
}
