package dev.bottrace.cli;

import java.io.IOException;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** The version of our jar. */
final class Version {
  private Version() {}

  static String current() {
    String ofPackage = Version.class.getPackage().getImplementationVersion();
    return ofPackage == null ? ofJar() : ofPackage;
  }

  /** Classes on the boot class path have no manifest: the command line's jar is beside them. */
  private static String ofJar() {
    try (JarFile jar = new JarFile(OwnJar.find().toFile())) {
      Manifest manifest = jar.getManifest();
      String version =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.IMPLEMENTATION_VERSION);
      return version == null ? "(development)" : version;
    } catch (IOException | UsageException e) {
      return "(development)";
    }
  }
}
