package dev.bottrace.internal.launch;

import java.net.URL;
import java.util.jar.Attributes;
import java.util.jar.Attributes.Name;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/**
 * Defines packages with what a jar's manifest says of them, and keeps sealed ones together, as
 * {@code java} does.
 */
final class PackageSealing {
  private PackageSealing() {}

  /** The method of a class loader that defines a package. */
  interface Definer {
    Package define(
        String name,
        @Nullable String specTitle,
        @Nullable String specVersion,
        @Nullable String specVendor,
        @Nullable String implTitle,
        @Nullable String implVersion,
        @Nullable String implVendor,
        @Nullable URL sealBase);
  }

  /**
   * Defines a package, or checks one that is there.
   *
   * @throws SecurityException if the class that is being loaded breaks the seal
   */
  static void define(
      Definer definer,
      @Nullable Package defined,
      String name,
      @Nullable Manifest manifest,
      URL location) {
    boolean sealed =
        manifest != null && "true".equalsIgnoreCase(value(manifest, name, Name.SEALED));
    if (defined != null) {
      check(defined, name, sealed, location);
      return;
    }
    try {
      definer.define(
          name,
          value(manifest, name, Name.SPECIFICATION_TITLE),
          value(manifest, name, Name.SPECIFICATION_VERSION),
          value(manifest, name, Name.SPECIFICATION_VENDOR),
          value(manifest, name, Name.IMPLEMENTATION_TITLE),
          value(manifest, name, Name.IMPLEMENTATION_VERSION),
          value(manifest, name, Name.IMPLEMENTATION_VENDOR),
          sealed ? location : null);
    } catch (IllegalArgumentException e) {
      return; // another thread was faster
    }
  }

  private static void check(Package defined, String name, boolean sealed, URL location) {
    if (defined.isSealed() && !defined.isSealed(location)) {
      throw new SecurityException("sealing violation: package " + name + " is sealed");
    }
    if (!defined.isSealed() && sealed) {
      throw new SecurityException(
          "sealing violation: can't seal package " + name + ": already defined");
    }
  }

  private static @Nullable String value(
      @Nullable Manifest manifest, String packageName, Name name) {
    if (manifest == null) {
      return null;
    }
    Attributes ofPackage = manifest.getAttributes(packageName.replace('.', '/') + "/");
    String value = ofPackage == null ? null : ofPackage.getValue(name);
    return value == null ? manifest.getMainAttributes().getValue(name) : value;
  }
}
