package dev.bottrace.internal.launch;

import java.io.IOException;
import java.net.URL;
import java.security.CodeSigner;
import org.jspecify.annotations.Nullable;

/** Something found in a {@link Location}. */
interface Resource {
  byte[] read() throws IOException;

  URL url() throws IOException;

  /** Returns who signed it; known once it was read; null if nobody did. */
  default CodeSigner @Nullable [] signers() {
    return null;
  }
}
