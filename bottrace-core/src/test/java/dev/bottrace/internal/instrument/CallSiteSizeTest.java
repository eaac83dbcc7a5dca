package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.objectweb.asm.Opcodes.*;

import dev.bottrace.internal.instrument.Border.Origin;
import dev.bottrace.internal.symbol.CallsToUse;
import dev.bottrace.internal.symbol.SymbolTable;
import dev.bottrace.option.ClassFilter;
import dev.bottrace.option.Scope;
import dev.bottrace.option.TraceOptions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;

/** Methods that would be too large with probes at their calls. */
class CallSiteSizeTest {
  private static final int CALLS = 10_000;

  private int probes;

  private static byte[] large() {
    ClassWriter writer = new ClassWriter(0);
    writer.visit(V1_8, ACC_PUBLIC, "gen/Large", null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(ACC_STATIC, "large", "()V", null, null);
    code.visitCode();
    for (int i = 0; i < CALLS; i++) {
      code.visitInsn(ICONST_1);
      code.visitMethodInsn(INVOKESTATIC, "java/lang/Math", "abs", "(I)I", false);
      code.visitInsn(POP);
    }
    code.visitInsn(RETURN);
    code.visitMaxs(1, 0);
    code.visitEnd();
    writer.visitEnd();
    return writer.toByteArray();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "NONE")
  void a_method_goes_without_them_and_keeps_its_own(Probing probing) {
    TraceOptions options = TraceOptions.DEFAULT.withCalls().withCallsTo("java.lang.Math");
    ClassInstrumenter instrumenter =
        new ClassInstrumenter(
                new SymbolTable(), ClassFilter.of(Scope.DEFAULT), true, probing, ExitCalls.NONE)
            .crossing(
                List.of(
                    new Border(
                        options.scope(), name -> Origin.ELSEWHERE, new CallsToUse(options))));

    InstrumentedClass changed = instrumenter.instrument(large(), true);

    assertThat(changed.warnings())
        .containsExactly(
            "method large is traced without its calls to other code: with them it would pass 64 KB");
    countProbes(changed.classFile());
    assertThat(probes).isBetween(1, 3);
  }

  private void countProbes(byte[] classFile) {
    ClassVisitor counter =
        new ClassVisitor(ASM9) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(ASM9) {
              @Override
              public void visitMethodInsn(
                  int opcode, String owner, String called, String type, boolean isInterface) {
                probes += owner.equals(ProbeEmitter.PROBES) ? 1 : 0;
              }
            };
          }
        };
    new ClassReader(classFile).accept(counter, 0);
  }
}
