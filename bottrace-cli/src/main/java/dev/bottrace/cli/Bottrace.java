package dev.bottrace.cli;

import dev.bottrace.TraceRequest.ProgramMain;
import dev.bottrace.option.ProcessHost;
import dev.bottrace.option.ProgramNotRunnableException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The commands. {@link #apply} is the real thing, which becomes the program. */
public final class Bottrace implements Function<String[], Object[]> {
  private static final List<String> COMMANDS = List.of("run", "exec", "attach", "print", "schema");

  /** What the launcher asks before it runs a command of {@code exec}; not for users. */
  private static final String EXEC_PLAN = "exec-plan";

  /** Made by {@link Main}. */
  public Bottrace() {}

  /**
   * Does all that comes before the program's {@code main}. Does not return where there is none to
   * be called, but exits.
   *
   * @param arguments of the command line
   * @return what calls the program's {@code main}, its arguments, and who is to be told of the
   *     exception that leaves it
   */
  @Override
  public Object[] apply(String[] arguments) {
    FileOutputStream stdout = new FileOutputStream(FileDescriptor.out);
    ThisProcess host = new ThisProcess();
    Launch launch = new Launch(stdout, host);
    int exitCode = answer(stdout, host, launch, arguments);
    ProgramMain main = launch.main;
    if (main == null) {
      System.exit(exitCode);
      throw new IllegalStateException("the JVM goes on");
    }
    return new Object[] {main.main(), main.arguments().toArray(new String[0]), main.uncaught()};
  }

  /** Makes this JVM the program. No lambda, for which the JDK takes milliseconds to make ready. */
  private static final class Launch implements Runner {
    private final OutputStream stdout;
    private final ProcessHost host;
    private @Nullable ProgramMain main;

    Launch(OutputStream stdout, ProcessHost host) {
      this.stdout = stdout;
      this.host = host;
    }

    @Override
    public int run(RunCommand command) throws ProgramNotRunnableException, IOException {
      main = command.launch(stdout, host);
      return ExitCode.OK;
    }
  }

  /**
   * Runs a command inside this JVM, for tests: the same but for what only a JVM of its own can
   * have.
   *
   * @param out data
   * @param err commentary
   * @param arguments of the command line
   * @return the exit code
   */
  static int run(PrintStream out, PrintStream err, String... arguments) {
    ProcessHost host =
        new ProcessHost() {
          @Override
          public void notice(String line) {
            err.println(line);
          }

          @Override
          public void halt(int exitCode) {
            throw new IllegalStateException("halt " + exitCode);
          }
        };
    return answer(out, host, command -> command.execute(out, host), arguments);
  }

  /** What happens to a program once the arguments are understood. */
  private interface Runner {
    int run(RunCommand command)
        throws ProgramNotRunnableException, IOException, InterruptedException;
  }

  private static int answer(
      OutputStream data, ProcessHost host, Runner runner, String... arguments) {
    try {
      return answered(data, host, runner, arguments);
    } catch (UsageException e) {
      return e.asksForVersion()
          ? answer(data, host, runner, "--version")
          : fail(host, ExitCode.FAILED, String.valueOf(e.getMessage()));
    } catch (ProgramNotRunnableException e) {
      return notRunnable(host, e);
    } catch (IOException e) {
      return fail(host, ExitCode.FAILED, "cannot write " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return fail(host, ExitCode.FAILED, "interrupted");
    }
  }

  private static int answered(
      OutputStream data, ProcessHost host, Runner runner, String... arguments)
      throws UsageException, ProgramNotRunnableException, IOException, InterruptedException {
    String first = arguments.length == 0 ? "" : arguments[0];
    if (arguments.length == 2 && arguments[1].equals("--version") && COMMANDS.contains(first)) {
      first = "--version";
    }
    List<String> rest = List.of(arguments).subList(Math.min(1, arguments.length), arguments.length);
    switch (first) {
      case "run" -> {
        RunParser parser = new RunParser();
        RunCommand command = parser.parse(rest);
        if (command.wantsHelp()) {
          say(parser.help(), data);
          return ExitCode.OK;
        }
        return runner.run(command);
      }
      case "print" -> {
        return print(data, host, rest);
      }
      case "exec" -> exec(data, rest);
      case EXEC_PLAN -> planExec(data, rest);
      case "attach" -> {
        return attach(data, host, rest);
      }
      case "schema" -> say(SchemaCommand.answer(rest), data);
      case "--version", "-version", "version" -> say("bottrace " + Version.current() + "\n", data);
      case "--help", "-h", "-help", "help" -> say(Help.general(), data);
      default -> throw new UsageException(unknown(first));
    }
    return ExitCode.OK;
  }

  private static void say(String text, OutputStream data) throws IOException {
    say(text.getBytes(Charset.defaultCharset()), data);
  }

  private static void say(byte[] text, OutputStream data) throws IOException {
    try {
      data.write(text);
      data.flush();
    } catch (IOException e) {
      throw new IOException("to standard output: " + e.getMessage(), e);
    }
  }

  private static void exec(OutputStream data, List<String> arguments)
      throws UsageException, IOException {
    ExecCommand command = ExecParser.parse(ExecParser.options(arguments));
    if (!command.wantsHelp()) {
      throw ExecParser.noCommand(arguments);
    }
    say(ExecParser.help(), data);
  }

  /** Tells the launcher how to run a command of {@code exec}. */
  private static void planExec(OutputStream data, List<String> arguments)
      throws UsageException, IOException {
    ExecCommand command = ExecParser.parse(ExecParser.options(arguments));
    if (command.wantsHelp()) {
      say(ExecParser.help(), data);
    } else {
      say(command.plan(OwnJar.find()), data);
    }
  }

  private static int attach(OutputStream data, ProcessHost host, List<String> arguments)
      throws UsageException, IOException {
    AttachCommand command = AttachParser.parse(arguments);
    if (command == null) {
      say(AttachParser.help(), data);
      return ExitCode.OK;
    }
    return command.execute(OwnJar.find(), data, host);
  }

  private static int print(OutputStream data, ProcessHost host, List<String> arguments)
      throws UsageException, IOException {
    PrintParser parser = new PrintParser();
    PrintCommand command = parser.parse(arguments);
    if (command.wantsHelp()) {
      say(parser.help(), data);
      return ExitCode.OK;
    }
    return command.execute(data, host);
  }

  private static String unknown(String command) {
    if (command.startsWith("-")) {
      return "unknown option " + command + "; options come after run; see bottrace --help";
    }
    return command.isEmpty()
        ? "no command; try: bottrace run PROGRAM --calls, or bottrace --help"
        : "there is no command '"
            + command
            + "'; try: bottrace run "
            + command
            + ", or bottrace --help";
  }

  private static int fail(ProcessHost host, int exitCode, String message) {
    host.notice("bottrace: error: " + message);
    return exitCode;
  }

  /** What a compiler printed is shown as it is. */
  private static int notRunnable(ProcessHost host, ProgramNotRunnableException e) {
    String message = String.valueOf(e.getMessage());
    host.notice(message.contains("\n") ? message : "bottrace: error: " + message);
    return e.found() ? ExitCode.NOT_RUNNABLE : ExitCode.NOT_FOUND;
  }
}
