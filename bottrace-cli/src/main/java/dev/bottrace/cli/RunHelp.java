package dev.bottrace.cli;

/** What {@code bottrace run --help} prints around the list of options. */
final class RunHelp {
  static final String HEAD =
      """
      Runs a program and traces it.

      Usage: bottrace run [options] PROGRAM [program arguments]

      PROGRAM is a jar (app.jar), a main class (com.acme.App, found on -cp) or a source file (Hello.java).
      Options stand before or after PROGRAM. One that is not listed here, standing after PROGRAM, belongs to
      the program, as does everything after --.

      """;

  static final String EXAMPLES =
      """
        -Dname=value               a system property
        -J<option>                 an option for the JVM, as in -J-Xmx2g

      Examples:
        what runs                  bottrace run app.jar --calls --max-depth 3
        how often                  bottrace run -cp lib/* com.acme.App --call-counts --top 20
        only one part of it        bottrace run app.jar --calls --include com.acme.auth --exclude com.acme.auth.Log
        what it asks of the JDK    bottrace run app.jar --calls --calls-to java.sql --calls-to java.io.File
        who handed it over         bottrace run app.jar --calls --async
        with values                bottrace run app.jar --calls --args --returns --limit depth=2 --redact '*key'
        within bounds              bottrace run Hello.java --calls --max-events 1000 --timeout 10
        why it crashed             bottrace run app.jar --on-exception snapshot --locals
        state at a line            bottrace run app.jar --breakpoint 'Core.java:42 if n > 3' --watch 'items.size()'
        a few snapshots in a file  bottrace run app.jar --breakpoint Core.place --snapshots 5 --json-out snapshots.json
        to go on from there        bottrace run app.jar --breakpoint Core.java:42 --json-out s.json --print-result
        as it happens              bottrace run app.jar --breakpoint Core.java:42 --json-out s.json --verbose
        for another program        bottrace run app.jar --calls --format ndjson --out trace.ndjson
        for later, 2 bytes each    bottrace run app.jar --calls --format compact --out trace.bt
        arguments of the program   bottrace run app.jar --calls -- --timeout 5

      Exit code: the program's own; 124 after the timeout, 125 if bottrace could not do as told, 126 if
      PROGRAM can't be run, 127 if it is not found.
      """;

  private RunHelp() {}
}
