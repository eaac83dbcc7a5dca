import java.util.ArrayList;
import java.util.List;

public class Shop {
  private final List items = new ArrayList();

  static class Item {
    final String name;
    final int price;

    Item(String name, int price) {
      this.name = name;
      this.price = price;
    }
  }

  int total() {
    int sum = 0;
    for (int i = 0; i < items.size(); i++) {
      try {
        sum += ((Item) items.get(i)).price;
      } finally {
        sum--;
      }
    }
    return sum;
  }

  public static void main(String[] arguments) {
    Shop shop = new Shop();
    shop.items.add(new Item("tea", 3));
    System.out.println(shop.total());
  }
}
