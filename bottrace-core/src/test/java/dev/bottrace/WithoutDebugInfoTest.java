package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.trace.BreakpointSnapshot;
import dev.bottrace.trace.CapturedVariable;
import dev.bottrace.trace.FrameSnapshot;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Classes that the compiler put no table of variables into. */
@Timeout(60)
class WithoutDebugInfoTest {
  private static final int LINE = 6;
  private static final String PROGRAM =
      """
      package acme;
      public class Bare {
        private long own = 5;
        double mixed(int n, long wide, String text, double[] more) {
          int twice = n * 2;
          return twice + own;
        }
        static void caller(String word) {
          int kept = word.length();
          new Bare().mixed(kept, 7L, word, new double[] {1.5});
        }
        public static void main(String[] args) {
          caller("abc");
        }
      }
      """;

  @TempDir private Path directory;

  @Test
  void parameters_of_classes_without_variables_are_numbered() throws Exception {
    FrameSnapshot frame = frame(run("-g:lines,source", "Bare.java:" + LINE));
    assertThat(locals(frame))
        .containsExactly(
            "this=Bare{own=5}", "arg0=3", "arg1=7", "arg2=\"abc\"", "arg3=double[1][1.5]");
  }

  @Test
  void a_note_says_why_there_are_no_others() throws Exception {
    assertThat(frame(run("-g:lines,source", "Bare.java:" + LINE)).note())
        .contains("no local variables: acme.Bare was compiled without -g");
  }

  @Test
  void parameters_keep_the_names_that_javac_was_told_to_write() throws Exception {
    FrameSnapshot frame = frame(run("-g:lines,source", "Bare.java:" + LINE, "-parameters"));
    assertThat(locals(frame))
        .containsExactly(
            "this=Bare{own=5}", "n=3", "wide=7", "text=\"abc\"", "more=double[1][1.5]");
  }

  @Test
  void callers_show_their_parameters_too() throws Exception {
    List<FrameSnapshot> stack = snapshot(run("-g:lines,source", "Bare.java:" + LINE)).stack();
    assertThat(locals(stack.get(1))).containsExactly("arg0=\"abc\"");
    assertThat(locals(stack.get(2))).containsExactly("arg0=String[0][]");
  }

  @Test
  void a_class_without_lines_has_snapshots_at_methods() throws Exception {
    FrameSnapshot frame = frame(run("-g:none", "Bare.mixed"));
    assertThat(frame.function()).isEqualTo("Bare.mixed");
    assertThat(frame.file()).isEqualTo("acme/Bare.class");
    assertThat(frame.line()).isZero();
    assertThat(locals(frame))
        .containsExactly(
            "this=Bare{own=5}", "arg0=3", "arg1=7", "arg2=\"abc\"", "arg3=double[1][1.5]");
    assertThat(frame.note()).contains("compiled without -g");
  }

  @Test
  void a_line_of_a_class_without_lines_is_explained() throws Exception {
    Trace trace = run("-g:none", "Bare.java:" + LINE);
    assertThat(trace.snapshots()).isEmpty();
    assertThat(trace.receipts()).hasSize(1);
    assertThat(trace.receipts().get(0))
        .hasToString(
            "breakpoint Bare.java:6: no code on this line: acme.Bare was compiled without line"
                + " numbers");
  }

  @Test
  void variables_without_lines_are_named() throws Exception {
    FrameSnapshot frame = frame(run("-g:vars", "Bare.mixed"));
    assertThat(locals(frame))
        .containsExactly(
            "this=Bare{own=5}", "n=3", "wide=7", "text=\"abc\"", "more=double[1][1.5]");
    assertThat(frame.note()).isNull();
  }

  private Trace run(String debug, String breakpoint, String... options) throws Exception {
    compile(debug, options);
    Trace trace =
        Tracer.run("acme.Bare")
            .classPath(directory.toString())
            .breakpoint(breakpoint)
            .locals()
            .execute();
    assertThat(trace.exitCode()).isZero();
    return trace;
  }

  private void compile(String debug, String... options) throws IOException {
    Path source = Files.writeString(directory.resolve("Bare.java"), PROGRAM);
    List<String> arguments =
        new java.util.ArrayList<>(List.of(debug, "-d", directory.toString(), source.toString()));
    arguments.addAll(List.of(options));
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).isZero();
  }

  private static BreakpointSnapshot snapshot(Trace trace) {
    assertThat(trace.snapshots()).hasSize(1);
    return trace.snapshots().get(0);
  }

  private static FrameSnapshot frame(Trace trace) {
    return snapshot(trace).stack().get(0);
  }

  private static List<String> locals(FrameSnapshot frame) {
    return Objects.requireNonNull(frame.locals()).stream().map(WithoutDebugInfoTest::text).toList();
  }

  private static String text(CapturedVariable variable) {
    return variable.name() + "=" + variable.value();
  }
}
