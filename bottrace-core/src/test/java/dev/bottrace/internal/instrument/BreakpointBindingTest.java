package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.internal.symbol.BreakpointTable;
import dev.bottrace.internal.symbol.ScopeUse;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.Breakpoint;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakpointBindingTest {
  private static final String TARGET = Targets.PACKAGE + "BreakpointsTarget";

  private static boolean isChanged(String className, String breakpoint) {
    byte[] classFile = Targets.classFile(className);
    ClassInstrumenter instrumenter =
        new ClassInstrumenter(
            new SymbolTable(),
            ClassFilter.of(Scope.DEFAULT),
            true,
            Probing.NONE,
            ValueProbes.NONE,
            ExitCalls.HALT,
            new BreakpointTable(List.of(Breakpoint.of(breakpoint))),
            new ScopeUse(Scope.DEFAULT));
    return instrumenter.instrument(classFile, false).classFile() != classFile;
  }

  private static int line(String mark) throws IOException {
    List<String> lines = Files.readAllLines(Targets.SOURCES.resolve("BreakpointsTarget.java"));
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains("// BREAK: " + mark + " ")) {
        return i + 1;
      }
    }
    throw new IllegalArgumentException(mark);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "target/",
        "dev/bottrace/target/",
        "src/test/java/dev/bottrace/target/",
        "./bottrace-core/src/test/java/dev/bottrace/target/"
      })
  void a_file_is_meant_by_each_tail_of_its_path(String path) throws IOException {
    assertThat(isChanged(TARGET, path + "BreakpointsTarget.java:" + line("for"))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gets/BreakpointsTarget.java", "other/BreakpointsTarget.java", "Target.java"})
  void whole_segments_have_to_match(String path) throws IOException {
    assertThat(isChanged(TARGET, path + ":" + line("for"))).isFalse();
  }

  @Test
  void only_the_class_that_has_code_in_the_line_is_changed() throws IOException {
    String breakpoint = "BreakpointsTarget.java:" + line("close");

    assertThat(isChanged(TARGET + "$Closing", breakpoint)).isTrue();
    assertThat(isChanged(TARGET, breakpoint)).isFalse();
    assertThat(isChanged(Targets.PACKAGE + "LoopsTarget", breakpoint)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BreakpointsTarget.loops",
        "dev.bottrace.target.BreakpointsTarget.loops",
        "target.BreakpointsTarget.loops"
      })
  void a_method_is_meant_with_and_without_its_package(String breakpoint) {
    assertThat(isChanged(TARGET, breakpoint)).isTrue();
    assertThat(isChanged(TARGET + "$Closing", breakpoint)).isFalse();
  }
}
