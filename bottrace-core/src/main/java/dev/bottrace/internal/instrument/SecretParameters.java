package dev.bottrace.internal.instrument;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names the parameters of methods of the JDK that take secrets. Its class files name none, and what
 * has no name can't be recognised as a secret when its value is shown.
 */
final class SecretParameters {
  private static final String STRING = "Ljava/lang/String;";
  private static final String PBE = "javax/crypto/spec/PBEKeySpec.<init>([C";

  /** By owner, name and parameters. */
  static final Map<String, List<String>> NAMES =
      Map.ofEntries(
          Map.entry(
              "java/sql/DriverManager.getConnection(" + STRING + STRING + STRING + ")",
              List.of("url", "user", "password")),
          Map.entry(
              "javax/sql/DataSource.getConnection(" + STRING + STRING + ")",
              List.of("username", "password")),
          Map.entry(
              "java/net/PasswordAuthentication.<init>(" + STRING + "[C)",
              List.of("userName", "password")),
          Map.entry(PBE + ")", List.of("password")),
          Map.entry(PBE + "[BI)", List.of("password", "salt", "iterationCount")),
          Map.entry(PBE + "[BII)", List.of("password", "salt", "iterationCount", "keyLength")),
          Map.entry(
              "javax/crypto/spec/SecretKeySpec.<init>([B" + STRING + ")",
              List.of("secretKey", "algorithm")),
          Map.entry(
              "javax/crypto/spec/SecretKeySpec.<init>([BII" + STRING + ")",
              List.of("secretKey", "offset", "len", "algorithm")),
          Map.entry(
              "java/security/KeyStore.load(Ljava/io/InputStream;[C)",
              List.of("stream", "password")),
          Map.entry(
              "java/security/KeyStore.store(Ljava/io/OutputStream;[C)",
              List.of("stream", "password")),
          Map.entry(
              "java/security/KeyStore.getKey(" + STRING + "[C)", List.of("alias", "password")),
          Map.entry(
              "java/security/KeyStore.setKeyEntry("
                  + STRING
                  + "Ljava/security/Key;[C[Ljava/security/cert/Certificate;)",
              List.of("alias", "key", "password", "chain")),
          Map.entry("java/security/KeyStore$PasswordProtection.<init>([C)", List.of("password")),
          Map.entry(
              "javax/security/auth/callback/PasswordCallback.setPassword([C)",
              List.of("password")));

  private SecretParameters() {}

  /** Returns the names of a method's parameters; null if none of them is known to be a secret. */
  static @Nullable List<String> of(String owner, String name, String descriptor) {
    String parameters = descriptor.substring(0, descriptor.indexOf(')') + 1);
    return NAMES.get(owner + '.' + name + parameters);
  }
}
