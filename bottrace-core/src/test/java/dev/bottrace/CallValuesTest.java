package dev.bottrace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.option.Limits;
import dev.bottrace.trace.Trace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CallValuesTest {
  @TempDir private Path directory;

  private TraceRequest program(String name, String source) throws IOException {
    return Tracer.run(Files.writeString(directory.resolve(name + ".java"), source));
  }

  @Test
  void arguments_are_short_unless_limits_are_given() throws Exception {
    TraceRequest request =
        program(
                "Long",
                """
                public class Long {
                  static void take(String text) {}
                  public static void main(String[] args) { take("x".repeat(500)); }
                }
                """)
            .calls()
            .args();

    assertThat(request.execute().events().toString()).contains("xx...\"(500 chars)");
    assertThat(request.limit(Limits.DEFAULT.withCharacters(5)).execute().events().toString())
        .contains("value=\"xxxxx...\"(500 chars)");
  }

  @Test
  void arguments_and_results_that_look_secret_are_not_shown() throws Exception {
    Trace trace =
        program(
                "Secret",
                """
                public class Secret {
                  private String password;
                  void setPassword(String value) { password = value; }
                  String getPassword() { return password; }
                  static void login(String user, String token) {}
                  public static void main(String[] args) {
                    Secret secret = new Secret();
                    secret.setPassword("hunter2");
                    login("ann", "x" + secret.getPassword());
                  }
                }
                """)
            .calls()
            .args()
            .returns()
            .execute();

    assertThat(trace.events().toString()).contains("ann").doesNotContain("hunter2");
  }
}
