package com.acme;

import java.util.*;
import java.util.function.Function;

public class Shop extends Thread implements Comparable<Shop> {
    private Map<String, Integer> items = new HashMap<String, Integer>(); private static String last;
    public int unused;

    public boolean equals(Object other) { return other instanceof Shop && ((Shop) other).items == items; }

    int total(List<String> names) {
        int sum = 0;
        for (int i = 0; i < names.size(); i++) { sum += items.get(names.get(i)); }
        if (names.get(0) == "tea") { last = names.get(0); ; }
        try { Thread.sleep(1); } catch (InterruptedException e) { }
        return sum;
    }

    public int compareTo(Shop other) { return other.unused - this.unused > 0 ? 1 : -1; }

    <T extends Comparable<T>> Optional<T> best(Collection<? extends T> all, Function<? super T, ? extends Integer> price) {
        return all.stream().filter(one -> price.apply(one) > 0).map(one -> (T) one).sorted((a, b) -> a.compareTo(b)).findFirst();
    }

    enum Kind { TEA { String shown() { return "tea"; } }, RUM; String shown() { return switch (this) { case RUM -> "rum"; default -> { String text = "x"; yield text + ordinal(); } }; } }

    record Item(String name, int price) { Item { if (price < 0) throw new IllegalArgumentException("price " + price); } }

    public static void main(String... arguments) throws Exception {
        var shop = new Shop(); shop.items.put("tea", 3);
        new Integer(3).equals("three");
        String.format("%d", "text");
        System.out.println(shop.total(Arrays.asList("tea")) + """
            a text
              block""");
    }
}
