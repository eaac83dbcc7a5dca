package dev.bottrace.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "PASSWORD",
        "passwordHash",
        "userPassword",
        "user_password",
        "dbpassword",
        "db.password",
        "password2",
        "passwd",
        "pwd",
        "passphrase",
        "secret",
        "clientSecret",
        "SECRETS",
        "token",
        "accessToken",
        "access_token",
        "TOKEN_2",
        "tokenValue",
        "HTTPToken",
        "authTokens",
        "apiKey",
        "apikey",
        "api_key",
        "api-key",
        "APIKey",
        "X-API-Key",
        "apiKeys",
        "credential",
        "credentials",
        "privateKey",
        "accessKey",
        "AWS_ACCESS_KEY_ID",
        "Authorization",
        "Set-Cookie",
        "cookie",
        "sessionId",
        "JSESSIONID",
        "jwt",
        "val$password"
      })
  void names_of_secrets_are_hidden(String name) {
    assertThat(Redaction.DEFAULT.hides(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "name",
        "tokenizer",
        "tokens",
        "tokenCount",
        "tokenType",
        "maxTokens",
        "tokenized",
        "secretary",
        "publicKey",
        "primaryKey",
        "key",
        "keys",
        "keyboard",
        "pass",
        "passed",
        "compass",
        "passenger",
        "author",
        "authorized",
        "authorizationUrl",
        "session",
        "cookieJar",
        "apiVersion",
        "access",
        "id",
        "_",
        "$",
        "1"
      })
  void other_names_are_not(String name) {
    assertThat(Redaction.DEFAULT.hides(name)).isFalse();
  }

  @Test
  void globs_hide_more_whatever_the_case() {
    Redaction redaction = Redaction.DEFAULT.with("iban").with("card*").with("pin?");
    assertThat(List.of("IBAN", "card", "cardNumber", "PIN1", "password"))
        .allMatch(redaction::hides);
    assertThat(List.of("ibans", "discard", "pin", "pin12")).noneMatch(redaction::hides);
    assertThat(Redaction.DEFAULT.hides("iban")).isFalse();
  }

  @Test
  void globs_match_without_blowing_up() {
    Redaction redaction = Redaction.DEFAULT.with("*a*a*a*a*a*a*a*a*a*a*b");
    assertThat(redaction.hides("a".repeat(10_000))).isFalse();
    assertThat(Redaction.DEFAULT.with("a*b?c").hides("axxbxbyc")).isTrue();
    assertThat(Redaction.DEFAULT.with("*").hides("")).isTrue();
  }

  @Test
  void equal_globs_make_equal_redactions() {
    assertThat(Redaction.DEFAULT.with("a")).isEqualTo(new Redaction(List.of("a")));
  }

  @Test
  void blank_globs_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Redaction.DEFAULT.with(" "))
        .withMessage("redact needs a name, not ' '");
  }
}
