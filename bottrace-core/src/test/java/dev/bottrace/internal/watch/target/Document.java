package dev.bottrace.internal.watch.target;

/** A superclass with a field that is shadowed. */
public class Document {
  public final String name = "outer name";
  private final int hidden = 4;
  protected static String prefix = "doc";

  public String title() {
    return "Document " + name;
  }

  public String kindOf() {
    return getClass().getSimpleName() + hidden;
  }
}
