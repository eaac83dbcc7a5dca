package dev.bottrace.internal.watch.target;

import java.util.ArrayList;

/** A collection of the program. */
public class NamedList extends ArrayList<String> {
  private static final long serialVersionUID = 1L;

  private int asked;

  @Override
  public boolean contains(Object o) {
    asked++;
    return super.contains(o);
  }
}
