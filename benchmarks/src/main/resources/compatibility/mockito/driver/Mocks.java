import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.ArrayList;
import java.util.List;
import org.mockito.MockedStatic;
import org.mockito.exceptions.base.MockitoAssertionError;

/** Mocks classes by changing them while they are loaded. */
public class Mocks {
  static final class Price {
    static int of(String name) {
      return name.length();
    }

    int twice(String name) {
      return 2 * of(name);
    }
  }

  interface Orders {
    String place(String name, int amount);
  }

  public static void main(String[] arguments) {
    Orders orders = mock(Orders.class);
    when(orders.place(anyString(), org.mockito.ArgumentMatchers.eq(2))).thenReturn("two");
    System.out.println(orders.place("tea", 2) + " " + orders.place("tea", 3));
    verify(orders).place("tea", 2);
    Price price = mock(Price.class);
    when(price.twice("tea")).thenReturn(42).thenThrow(new IllegalStateException("sold"));
    System.out.println(price.twice("tea"));
    try {
      price.twice("tea");
    } catch (IllegalStateException e) {
      System.out.println(e.getMessage() + " at " + e.getStackTrace()[0]);
    }
    List<String> list = spy(new ArrayList<>());
    list.add("one");
    System.out.println(list + " " + list.size());
    try (MockedStatic<Price> ignored = mockStatic(Price.class)) {
      ignored.when(() -> Price.of("rum")).thenReturn(9);
      System.out.println(Price.of("rum") + " " + Price.of("tea"));
    }
    System.out.println(Price.of("rum") + " " + new Price().twice("tea"));
    try {
      verify(orders).place("ink", 1);
    } catch (MockitoAssertionError e) {
      System.out.println(e.getMessage());
    }
  }
}
