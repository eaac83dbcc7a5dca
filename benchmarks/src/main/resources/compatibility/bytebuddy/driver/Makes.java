import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.concurrent.Callable;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.FixedValue;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.implementation.bind.annotation.Origin;
import net.bytebuddy.implementation.bind.annotation.RuntimeType;
import net.bytebuddy.implementation.bind.annotation.SuperCall;
import net.bytebuddy.matcher.ElementMatchers;

/** Makes classes, in a loader of their own and in that of the program. */
public class Makes {
  public static class Item {
    public String name() {
      return "item";
    }

    public int price() {
      return 3;
    }
  }

  public static final class Timed {
    @RuntimeType
    public static Object intercept(@SuperCall Callable<?> call, @Origin Method method) throws Exception {
      System.out.println("before " + method.getName());
      return call.call();
    }
  }

  public static void main(String[] arguments) throws Exception {
    for (ClassLoadingStrategy<ClassLoader> strategy :
        java.util.List.<ClassLoadingStrategy<ClassLoader>>of(
            ClassLoadingStrategy.Default.WRAPPER, ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))) {
      Class<? extends Item> type =
          new ByteBuddy()
              .subclass(Item.class)
              .name("Made" + strategy.getClass().getSimpleName())
              .method(ElementMatchers.named("name"))
              .intercept(FixedValue.value("made"))
              .method(ElementMatchers.named("price"))
              .intercept(MethodDelegation.to(Timed.class))
              .method(ElementMatchers.named("toString"))
              .intercept(InvocationHandlerAdapter.of((proxy, method, values) -> "by " + method.getName()))
              .make()
              .load(Makes.class.getClassLoader(), strategy)
              .getLoaded();
      Item item = type.getDeclaredConstructor().newInstance();
      System.out.println(type.getName() + " " + item.name() + " " + item.price() + " " + item);
      System.out.println("same loader: " + (type.getClassLoader() == Makes.class.getClassLoader()));
    }
  }
}
