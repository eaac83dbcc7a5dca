import com.google.errorprone.ErrorProneJavaCompiler;

/** Compiles with Error Prone. */
public final class Check {
  public static void main(String[] arguments) throws Exception {
    java.nio.file.Files.createDirectories(java.nio.file.Path.of("out"));
    System.exit(new ErrorProneJavaCompiler().run(null, System.out, System.out, arguments));
  }
}
