/** Sells. */
public class Shop {
  public static void main(String[] arguments) {
    System.out.println("sold " + arguments[0] + ", loaded by a loader of its own: "
        + (Shop.class.getClassLoader() != ClassLoader.getSystemClassLoader()));
  }
}
