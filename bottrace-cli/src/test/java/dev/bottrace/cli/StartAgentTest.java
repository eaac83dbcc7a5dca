package dev.bottrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartAgentTest {
  @Test
  void java_8_can_load_it() throws IOException {
    try (InputStream file = StartAgent.class.getResourceAsStream("StartAgent.class");
        DataInputStream in = new DataInputStream(file)) {
      assertThat(in.readInt()).isEqualTo(0xCAFEBABE);
      assertThat(in.readUnsignedShort()).as("minor version").isZero();
      assertThat(in.readUnsignedShort()).as("major version").isEqualTo(52);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.8,true", "9,true", "11,true", "16,true", "17,false", "25,false", "x,false"})
  void a_jvm_is_too_old_below_17(String version, boolean old) {
    assertThat(StartAgent.isOld(version)).isEqualTo(old);
  }
}
