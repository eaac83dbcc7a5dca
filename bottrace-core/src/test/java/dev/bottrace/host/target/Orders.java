package dev.bottrace.host.target;

import java.util.List;

/** Part of a host. */
public final class Orders {
  private final Repository repository = new Repository();

  public int place(String item, int amount) {
    check(amount);
    return repository.save(item + " x " + amount);
  }

  private static void check(int amount) {
    if (amount < 1) {
      throw new IllegalArgumentException("amount " + amount);
    }
  }

  static int doubled(int amount) {
    return 2 * amount;
  }

  public int placeAll(List<String> items) {
    return items.stream().mapToInt(item -> place(item, 1)).sum();
  }
}
