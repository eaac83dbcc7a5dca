package dev.bottrace.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassFilterTest {
  private static final String LOGIN = "com/acme/auth/Login";
  private static final String LOGIN_SOURCE = "com/acme/auth/Login.java";

  private static boolean includes(String prefix, String name, String source) {
    return ClassFilter.of(Scope.DEFAULT.include(prefix)).accepts(name, source, false);
  }

  private static boolean excludes(String prefix, String name, String source) {
    return !ClassFilter.of(Scope.DEFAULT.exclude(prefix)).accepts(name, source, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "com",
        "com.acme",
        "com.acme.auth",
        "com.acme.auth.",
        "com.acme.auth.Login",
        "com/acme/auth",
        "com/acme/auth/",
        "com/acme//auth/",
        "./com/acme/auth/",
        "com\\acme\\auth",
        "com/acme/auth/Login",
        "com/acme/auth/Login.java",
        "src/main/java/com/acme/auth/",
        "src/main/java/com/acme/auth",
        "src/main/java/com/acme/auth/Login.java",
        "./src/main/java/com/acme/auth/Login.java",
        "src/test/java/com/acme",
        "src/com/acme/auth",
        "server/src/main/java/com/acme/auth/Login.java",
        "/home/me/server/src/main/java/com/acme/auth/"
      })
  void a_class_is_in_the_scope_of_its_package_name_and_path(String prefix) {
    assertThat(includes(prefix, LOGIN, LOGIN_SOURCE)).isTrue();
    assertThat(includes(prefix, LOGIN + "$Form", LOGIN_SOURCE)).isTrue();
    assertThat(excludes(prefix, LOGIN, LOGIN_SOURCE)).isTrue();
    assertThat(excludes(prefix, LOGIN + "$Form", LOGIN_SOURCE)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "co",
        "com.acm",
        "com.acmeco",
        "com.acme.aut",
        "com.acme.auth.Log",
        "com.acme.auth.Login2",
        "com.acme.auth.Login.Form",
        "com.acme.auth.login",
        "acme",
        "Login",
        "Login.java",
        "auth/Login.java",
        "com/acme/auth/Logi",
        "com/acme/auth/Login.jav",
        "com/acme/auth/Login.kt",
        "src/main/java/com/acmeco/"
      })
  void a_class_is_not_in_the_scope_of_another_name(String prefix) {
    assertThat(includes(prefix, LOGIN, LOGIN_SOURCE)).isFalse();
    assertThat(excludes(prefix, LOGIN, LOGIN_SOURCE)).isFalse();
  }

  @Test
  void a_package_is_not_the_scope_of_one_that_begins_like_it() {
    assertThat(includes("com.acme", "com/acmeco/App", "com/acmeco/App.java")).isFalse();
    assertThat(includes("com/acme/", "com/acmeco/App", "com/acmeco/App.java")).isFalse();
    assertThat(includes("com.acme", "com/acme", "com/acme.java")).isTrue();
  }

  @Test
  void a_nested_class_is_named_as_the_jvm_writes_it() {
    String form = "com.acme.auth.Login$Form";
    assertThat(includes(form, LOGIN + "$Form", LOGIN_SOURCE)).isTrue();
    assertThat(includes(form, LOGIN + "$Form$1", LOGIN_SOURCE)).isTrue();
    assertThat(includes(form, LOGIN + "$Formal", LOGIN_SOURCE)).isFalse();
    assertThat(includes(form, LOGIN, LOGIN_SOURCE)).isFalse();
  }

  @Test
  void a_source_file_is_the_scope_of_all_its_classes() {
    String second = "com/acme/auth/Session";
    assertThat(includes(LOGIN_SOURCE, second, LOGIN_SOURCE)).isTrue();
    assertThat(includes("src/main/java/" + LOGIN_SOURCE, second, LOGIN_SOURCE)).isTrue();
    assertThat(includes("com.acme.auth.Login", second, LOGIN_SOURCE)).isFalse();
    assertThat(includes(LOGIN_SOURCE, second, null)).isFalse();
  }

  @Test
  void a_class_in_no_package_is_in_the_scope_of_its_name_and_file() {
    assertThat(includes("App", "App", "App.java")).isTrue();
    assertThat(includes("App.java", "App", "App.java")).isTrue();
    assertThat(includes("src/main/java/App.java", "App", "App.java")).isTrue();
    assertThat(includes("App.java", "com/acme/App", "com/acme/App.java")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "src/main/kotlin/com/acme/Core.kt, com/acme/CoreKt, com/acme/Core.kt",
    "src/main/scala/com/acme/, com/acme/Core, com/acme/Core.scala",
    "src/main/groovy/com/acme/Core.groovy, com/acme/Core, com/acme/Core.groovy",
    "Core.kt, CoreKt, Core.kt"
  })
  void sources_of_other_languages_have_paths_too(String prefix, String name, String source) {
    assertThat(includes(prefix, name, source)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "com.fasterxml.jackson.module.scala, com/fasterxml/jackson/module/scala/Json",
    "org.springframework.scripting.groovy, org/springframework/scripting/groovy/G",
    "com.acme.java, com/acme/java/App",
    "com.acme.kt, com/acme/kt/App"
  })
  void a_package_may_be_called_like_the_ending_of_a_source_file(String prefix, String name) {
    assertThat(includes(prefix, name, name + ".java")).isTrue();
  }

  @Test
  void by_default_the_programs_own_code_is_in_scope() {
    ClassFilter filter = ClassFilter.of(Scope.DEFAULT);
    assertThat(filter.accepts(LOGIN, LOGIN_SOURCE, true)).isTrue();
    assertThat(filter.accepts(LOGIN, LOGIN_SOURCE, false)).isFalse();
    assertThat(filter.mayAccept(true)).isTrue();
    assertThat(filter.mayAccept(false)).isFalse();
  }

  @Test
  void an_include_takes_the_place_of_the_default() {
    ClassFilter filter = ClassFilter.of(Scope.DEFAULT.include("org.lib").include("org.other"));
    assertThat(filter.accepts(LOGIN, LOGIN_SOURCE, true)).isFalse();
    assertThat(filter.accepts("org/lib/Core", "org/lib/Core.java", false)).isTrue();
    assertThat(filter.accepts("org/other/Core", null, false)).isTrue();
    assertThat(filter.mayAccept(false)).isTrue();
  }

  @Test
  void an_exclude_wins() {
    ClassFilter filter = ClassFilter.of(Scope.DEFAULT.include("com.acme.auth").exclude("com.acme"));
    assertThat(filter.accepts(LOGIN, LOGIN_SOURCE, true)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", ".", "/", "./", "//", "com.acme.*", "com acme", "a;b", "a:b", "[I"})
  void a_prefix_that_cannot_be_one_is_refused(String prefix) {
    assertThatThrownBy(() -> Scope.DEFAULT.include(prefix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("include ")
        .hasMessageContaining("'" + prefix + "'");
    assertThatThrownBy(() -> Scope.DEFAULT.exclude(prefix))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("exclude ");
  }
}
