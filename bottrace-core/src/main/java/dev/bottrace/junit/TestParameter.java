package dev.bottrace.junit;

import dev.bottrace.Recording;
import dev.bottrace.trace.Trace;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** What methods of a test can ask for. */
enum TestParameter {
  /** Of the test method, and of those after it. */
  RECORDING(Recording.class) {
    @Override
    Object of(ParameterContext parameter, TestRecording recording) {
      return recording.recording();
    }
  },
  /** Of the methods after the test method. */
  TRACE(Trace.class) {
    @Override
    Object of(ParameterContext parameter, TestRecording recording) {
      if (!recording.hasStopped()) {
        throw refused(
            parameter,
            "the test is running, and its trace is whole when it has run: take a Recording"
                + " parameter and ask it for a snapshot(), or take the Trace in an @AfterEach"
                + " method");
      }
      return recording.stop();
    }
  };

  private final Class<?> type;

  TestParameter(Class<?> type) {
    this.type = type;
  }

  abstract Object of(ParameterContext parameter, TestRecording recording);

  static Optional<TestParameter> of(Class<?> type) {
    return Arrays.stream(values()).filter(parameter -> parameter.type == type).findFirst();
  }

  /**
   * Returns its value.
   *
   * @param recording of the test; null where there is none
   * @throws ParameterResolutionException if a method can't have it; the message says which can
   */
  Object resolve(ParameterContext parameter, @Nullable TestRecording recording) {
    if (recording == null) {
      throw refused(
          parameter,
          "nothing is recorded here: a recording begins with the test method and ends with it; take"
              + " a Recording in the test method, or a Recording or Trace in an @AfterEach method");
    }
    return of(parameter, recording);
  }

  ParameterResolutionException refused(ParameterContext parameter, String why) {
    return new ParameterResolutionException(
        "no "
            + type.getSimpleName()
            + " for "
            + parameter.getDeclaringExecutable().getName()
            + ": "
            + why);
  }
}
