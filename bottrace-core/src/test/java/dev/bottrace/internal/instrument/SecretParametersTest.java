package dev.bottrace.internal.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bottrace.option.Redaction;
import java.lang.reflect.Executable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.Type;

/** Secrets that are given to the JDK are known by the names of its parameters. */
class SecretParametersTest {
  static Set<String> methods() {
    return SecretParameters.NAMES.keySet();
  }

  @ParameterizedTest
  @MethodSource("methods")
  void each_method_is_there_and_has_a_secret(String method) throws Exception {
    int dot = method.lastIndexOf('.', method.indexOf('('));
    Class<?> owner = Class.forName(method.substring(0, dot).replace('/', '.'));
    Set<String> all =
        Stream.<Executable>concat(
                Arrays.stream(owner.getConstructors()), Arrays.stream(owner.getMethods()))
            .map(SecretParametersTest::key)
            .collect(Collectors.toSet());
    List<String> names = SecretParameters.NAMES.get(method);

    assertThat(all).contains(method.substring(dot + 1));
    assertThat(Type.getArgumentTypes(method.substring(method.indexOf('(')) + "V"))
        .hasSameSizeAs(names);
    assertThat(names).anyMatch(Redaction.DEFAULT::hides);
  }

  private static String key(Executable method) {
    String parameters =
        Arrays.stream(method.getParameterTypes())
            .map(Type::getDescriptor)
            .collect(Collectors.joining("", "(", ")"));
    return (method instanceof java.lang.reflect.Constructor ? "<init>" : method.getName())
        + parameters;
  }

  @Test
  void other_methods_have_no_names() {
    assertThat(SecretParameters.of("java/io/File", "exists", "()Z")).isNull();
    assertThat(
            SecretParameters.of(
                "java/net/PasswordAuthentication", "<init>", "(Ljava/lang/String;[C)V"))
        .containsExactly("userName", "password");
  }
}
