package dev.bottrace.internal.attach;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Knows classes that the JVM itself would damage when they are changed: records with type
 * annotations fail afterwards (JDK-8376185), or can't be changed at all (JDK-8315575); and before
 * JDK 19 parameter names are forgotten (JDK-8240908), unless they are known.
 */
final class RetransformBugs {
  private static final int FEATURE = Runtime.version().feature();

  /** Mended in 27 and 25.0.4. */
  private static final boolean DAMAGES_RECORDS =
      FEATURE < 27 && !(FEATURE == 25 && Runtime.version().update() >= 4);

  private static final String NAMES_LOST =
      "parameter names would be lost: a bug of JDKs before 19 (JDK-8240908)";
  private static final String RECORD_DAMAGED =
      "records with type annotations would be damaged: a bug of this JDK (JDK-8376185)";

  private RetransformBugs() {}

  /**
   * Says why a loaded class is better left alone; null if it can be changed.
   *
   * @param names learn those of the class
   */
  static @Nullable String reason(Class<?> type, ParameterNames names) {
    if (DAMAGES_RECORDS && type.isRecord()) {
      byte[] classFile = classFile(type);
      if (classFile == null ? annotatesTypes(type) : isDamaged(classFile)) {
        return RECORD_DAMAGED;
      }
    }
    return names.learn(type) ? null : NAMES_LOST;
  }

  /** Says why a class that is being loaded is better left alone; null if it can be changed. */
  static @Nullable String reason(byte[] classFile) {
    return DAMAGES_RECORDS && has(classFile, "java/lang/Record") && isDamaged(classFile)
        ? RECORD_DAMAGED
        : null;
  }

  private static boolean isDamaged(byte[] classFile) {
    return has(classFile, "RuntimeVisibleTypeAnnotations")
        || has(classFile, "RuntimeInvisibleTypeAnnotations");
  }

  /** Returns a class as its compiler made it; null if it stands in no file. */
  static byte @Nullable [] classFile(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    String resource = HostClasses.internalName(type) + ".class";
    try (InputStream in = loader == null ? null : loader.getResourceAsStream(resource)) {
      return in == null ? null : in.readAllBytes();
    } catch (IOException | RuntimeException e) {
      return null;
    }
  }

  /** Tells whether a name stands among the constants: tag, length in two bytes, characters. */
  private static boolean has(byte[] classFile, String name) {
    byte[] text = name.getBytes(StandardCharsets.ISO_8859_1);
    byte[] constant = new byte[text.length + 3];
    constant[0] = 1;
    constant[2] = (byte) text.length;
    System.arraycopy(text, 0, constant, 3, text.length);
    for (int at = 0; at <= classFile.length - constant.length; at++) {
      if (classFile[at] == 1
          && Arrays.equals(classFile, at, at + constant.length, constant, 0, constant.length)) {
        return true;
      }
    }
    return false;
  }

  private static boolean annotatesTypes(Class<?> type) {
    try {
      return Arrays.stream(type.getRecordComponents())
          .map(RecordComponent::getAnnotatedType)
          .anyMatch(annotated -> annotated.getAnnotations().length > 0);
    } catch (LinkageError | RuntimeException e) {
      return true; // when in doubt
    }
  }
}
