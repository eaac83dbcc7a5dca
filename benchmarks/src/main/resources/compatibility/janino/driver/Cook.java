import java.io.File;
import org.codehaus.janino.ExpressionEvaluator;
import org.codehaus.janino.SimpleCompiler;

/** Compiles a source and an expression in memory, and runs both. */
public final class Cook {
  public static void main(String[] arguments) throws Exception {
    SimpleCompiler compiler = new SimpleCompiler();
    compiler.cookFile(new File(arguments[0]));
    compiler.getClassLoader().loadClass("Shop").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    for (int i = 0; i < 200; i++) {
      ExpressionEvaluator evaluator = new ExpressionEvaluator();
      evaluator.setParameters(new String[] {"a", "b"}, new Class<?>[] {int.class, int.class});
      evaluator.setExpressionType(int.class);
      evaluator.cook("a * b + " + i + " % (a > 3 ? 7 : 9)");
      if (i % 50 == 0) {
        System.out.println(evaluator.evaluate(new Object[] {6, 7}));
      }
    }
  }
}
