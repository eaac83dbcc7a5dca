package dev.bottrace.cli;

/** What {@code bottrace --help} prints. */
final class Help {
  private Help() {}

  static String general() {
    return """
        Traces a program on the JVM, and prints what it did.

        Usage: bottrace COMMAND

          run [options] PROGRAM [program arguments]   run a program and trace it
          print [options] FILE                        print a trace that run wrote in compact form
          exec [options] -- COMMAND                   run any command, and trace the JVMs that it starts
          attach [options] PID                        trace a JVM that runs already, and leave it as it was
          schema [NAME]                               print the JSON Schema of what run writes
          help, --help                                print this; bottrace run --help has all options
          --version                                   print the version

        Examples:
          bottrace run app.jar --calls                each call and each return
          bottrace run app.jar --call-counts          how often each method was called
          bottrace run app.jar --on-exception snapshot --locals
                                                      why it crashed, with the values of that moment
          bottrace run app.jar --breakpoint Core.java:42 --watch 'items.size()'
                                                      state at a line, without stopping there
          bottrace run -cp lib/* com.acme.App --calls --max-depth 3
        """;
  }
}
