package dev.bottrace.internal.watch.target;

/** An exception with a field of its own. */
public class ShopException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int code;

  public ShopException(String message, int code) {
    super(message);
    this.code = code;
  }

  public int code() {
    return code;
  }
}
