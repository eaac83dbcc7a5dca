package dev.bottrace.internal.launch;

/** Tells which classes of a program make class loaders, or give them what they define. */
final class LoaderSigns {
  private static final byte[] URL_LOADER = ConstantPool.text("java/net/URLClassLoader");
  private static final byte[] DEFINE = ConstantPool.text("defineClass");
  private static final byte[] LAYER = ConstantPool.text("java/lang/ModuleLayer");
  private static final byte[][] LOADERS = {
    ConstantPool.text("java/lang/ClassLoader"),
    ConstantPool.text("java/security/SecureClassLoader"),
    URL_LOADER
  };

  private LoaderSigns() {}

  /** Tells whether a class may do so, by what it names. */
  static boolean areIn(byte[] classFile) {
    ConstantPool constants = ConstantPool.of(classFile);
    return constants != null
        && (constants.has(DEFINE)
            || constants.has(URL_LOADER)
            || constants.has(LAYER)
            || constants.extendsAny(LOADERS));
  }
}
