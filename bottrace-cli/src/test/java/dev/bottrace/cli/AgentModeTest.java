package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Programs that somebody else starts are traced by an agent, with the options of run. */
class AgentModeTest extends AgentFixture {
  private static final String MODULE_RUNS = "CALL Main.main app/Main.java:2\nRETURN Main.main\n";

  AgentModeTest(@TempDir Path temp) throws IOException {
    super(temp);
  }

  private Run java(String... arguments) throws IOException, InterruptedException {
    List<Object> command = new ArrayList<>(List.of(environment.get("BOTTRACE_JAVA")));
    command.addAll(List.of(arguments));
    return run(builder("java", command.toArray()).directory(temp.toFile()));
  }

  private Run agent(String options, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("-javaagent:" + jar + "=" + options));
    command.addAll(List.of("-cp", "program", "App"));
    command.addAll(List.of(arguments));
    return java(command.toArray(new String[0]));
  }

  @Test
  void a_program_is_the_same_with_the_agent_and_its_trace_that_of_run() throws Exception {
    for (String way : List.of("", "exit", "halt", "fail", "thread")) {
      Run plain = java("-cp", "program", "App", way);
      Run traced = agent("calls,out=agent.txt", way);
      assertThat(traced).as(way).isEqualTo(plain);

      run(
          builder(
                  "run",
                  launcher,
                  "run",
                  "-J-Xshare:auto",
                  "--calls",
                  "--out",
                  "run.txt",
                  "-cp",
                  "program",
                  "App",
                  way)
              .directory(temp.toFile()));
      assertThat(trace("agent.txt")).as(way).contains("CALL App.main").isEqualTo(trace("run.txt"));
    }
  }

  @Test
  void without_a_file_the_trace_shares_standard_output() throws Exception {
    assertThat(agent("calls,include=App").out())
        .isEqualTo(
            """
            CALL App.main App.java:3
            CALL App.twice App.java:24
            RETURN App.twice
            app 42
            RETURN App.main
            """);
  }

  @Test
  void a_loader_without_parent_sees_the_probes() throws Exception {
    agent("calls,args,out=agent.txt", "loader");

    assertThat(trace("agent.txt")).contains("CALL App.twice App.java:24 (n=21)", "(n=5)");
  }

  @Test
  void a_loader_that_keeps_our_code_from_its_classes_shows_it() throws Exception {
    Run traced =
        java("-javaagent:" + jar + "=calls,args,out=agent.txt", "-cp", "program", "App$Filtering");

    assertThat(traced).isEqualTo(new Run(0, "", ""));
    assertThat(trace("agent.txt"))
        .contains("CALL App.twice App.java:24 (n=6)")
        .contains("CALL App$Filtering.loadClass");
  }

  @Test
  void options_may_have_commas_in_their_values() throws Exception {
    Run traced =
        agent("breakpoint=App.java:25 if \"a\\,b\".length() == 3,watch=result + 1,out=agent.txt");

    assertThat(traced.err()).isEmpty();
    assertThat(trace("agent.txt"))
        .contains("\"expression\":\"result + 1\",\"value\":\"43\",\"error\":null");
  }

  @Test
  void an_uncaught_exception_of_main_is_captured() throws Exception {
    agent("on-exception=snapshot,locals,out=agent.txt", "fail");

    assertThat(trace("agent.txt"))
        .startsWith("Exception: java.lang.IllegalStateException(as asked)\n")
        .contains("App.main() App.java:7");
  }

  @Test
  void names_of_files_have_numbers() throws Exception {
    agent("calls,out=a-%n.txt");
    agent("call-counts,out=a-%n.txt");

    assertThat(trace("a-1.txt")).startsWith("CALL App.main");
    assertThat(trace("a-2.txt")).startsWith("Call Counts");
  }

  @Test
  void what_is_wrong_with_the_options_is_said_and_nothing_runs() throws Exception {
    assertThat(agent("cals"))
        .isEqualTo(error("agent: unknown option --cals; did you mean --calls?"));
    assertThat(agent("calls,max-depth=x"))
        .isEqualTo(error("agent: --max-depth must be a whole number up to 2147483647, not 'x'"));
    assertThat(agent("calls,cp=x"))
        .isEqualTo(error("agent: unknown option --cp; did you mean -cp?"));
    assertThat(agent("calls,class-path=x"))
        .isEqualTo(error("agent: -cp is for bottrace run: this JVM has its program"));
    assertThat(agent("calls,out=no/such/file").exitCode()).isEqualTo(125);
  }

  @Test
  void the_second_of_two_agents_leaves_the_program_to_the_first() throws Exception {
    Run run =
        java(
            "-javaagent:" + jar + "=calls,out=first.txt",
            "-javaagent:" + jar + "=call-counts,out=second.txt",
            "-cp",
            "program",
            "App");

    assertThat(run)
        .isEqualTo(
            new Run(
                0,
                "app 42\n",
                "bottrace: the agent leaves this JVM alone: another one of bottrace traces its program\n"));
    assertThat(trace("first.txt")).startsWith("CALL App.main");
    assertThat(file("second.txt")).doesNotExist();
  }

  @Test
  void an_agent_leaves_the_jvm_of_the_command_line_alone() throws Exception {
    String notice = "bottrace: the agent leaves this JVM alone: bottrace itself runs in it\n";
    String option = "-J-javaagent:" + jar + "=calls,out=agent.txt";

    for (Run run :
        List.of(
            run(
                "run",
                option,
                "--calls",
                "--max-depth",
                "1",
                "-cp",
                file("program").toString(),
                "App"),
            java(
                "-javaagent:" + jar + "=calls,out=agent.txt",
                "-jar",
                jar.toString(),
                "run",
                "--calls",
                "--max-depth",
                "1",
                "-cp",
                "program",
                "App"))) {
      assertThat(run.err()).isEqualTo(notice);
      assertThat(run.out())
          .startsWith("CALL App.main App.java:3\n")
          .endsWith(" 42\nRETURN App.main\n");
    }
    assertThat(file("agent.txt")).doesNotExist();
  }

  @Test
  @EnabledForJreRange(max = JRE.JAVA_17)
  void an_agent_leaves_a_program_alone_whose_security_manager_lets_it_do_nothing()
      throws Exception {
    Run plain = java("-Djava.security.manager", "-cp", "program", "App", "thread");
    Run run =
        java(
            "-Djava.security.manager",
            "-javaagent:" + jar + "=calls,out=agent.txt",
            "-cp",
            "program",
            "App",
            "thread");

    assertThat(run.exitCode()).isEqualTo(plain.exitCode());
    assertThat(run.out()).isEqualTo(plain.out());
    assertThat(run.err())
        .contains(
            "bottrace: the agent leaves this JVM alone: its security manager keeps bottrace.jar from tracing (access denied ");
  }

  @Test
  void an_agent_leaves_a_program_alone_that_may_record_itself() throws Exception {
    Path library = file("library/dev/bottrace/runtime/Probes.class");
    Files.createDirectories(library.getParent());
    Files.createFile(library);

    Run run =
        java("-javaagent:" + jar + "=calls,out=agent.txt", "-cp", "library:program", "App", "exit");

    assertThat(run)
        .isEqualTo(
            new Run(
                4,
                "app 42\n",
                "bottrace: the agent leaves this JVM alone: its program has bottrace on its class path, and may record itself\n"));
    assertThat(file("agent.txt")).doesNotExist();
  }

  @Test
  void a_program_of_modules_is_traced() throws Exception {
    compileModule();

    Run run =
        java("-javaagent:" + jar + "=calls,out=agent.txt", "-p", "mods", "-m", "app/app.Main");

    assertThat(run).isEqualTo(new Run(0, "module app\n", ""));
    assertThat(trace("agent.txt")).isEqualTo(MODULE_RUNS);
  }

  @Test
  void so_is_one_that_is_linked_into_an_image() throws Exception {
    compileModule();
    Path image = file("image");
    tool(
        "jlink",
        "--module-path",
        file("mods").toString(),
        "--add-modules",
        "app,java.instrument",
        "--output",
        image.toString());

    Run run =
        run(
            builder(
                    "java",
                    image.resolve("bin/java"),
                    "-javaagent:" + jar + "=calls,out=agent.txt",
                    "-m",
                    "app/app.Main")
                .directory(temp.toFile()));

    assertThat(run).isEqualTo(new Run(0, "module app\n", ""));
    assertThat(trace("agent.txt")).isEqualTo(MODULE_RUNS);
  }

  private void compileModule() throws IOException {
    Files.createDirectories(file("mods/app/app"));
    Files.writeString(
        file("mods/app/app/Main.java"),
        """
        package app; public class Main { public static void main(String[] a) {
        System.out.println(Main.class.getModule()); } }
        """);
    Files.writeString(file("mods/app/module-info.java"), "module app { }");
    tool(
        "javac",
        "-g",
        "-d",
        file("mods/app").toString(),
        file("mods/app/module-info.java").toString(),
        file("mods/app/app/Main.java").toString());
  }

  private static void tool(String name, String... arguments) {
    int code = ToolProvider.findFirst(name).orElseThrow().run(System.out, System.err, arguments);
    assertThat(code).as(name).isZero();
  }
}
