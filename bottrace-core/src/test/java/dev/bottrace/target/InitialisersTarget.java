package dev.bottrace.target;

import java.util.ArrayList;
import java.util.List;

/** Fields and blocks that are initialised by each constructor that calls no other. */
final class InitialisersTarget {
  private final List<String> names = new ArrayList<>();
  private final int size = named("size");
  private final int last;

  {
    last = named("block");
  }

  private InitialisersTarget() {
    named("constructor");
  }

  private InitialisersTarget(String name) {
    this();
    named(name);
  }

  private int named(String name) {
    names.add(name);
    return names.size();
  }

  public static void main(String[] args) {
    InitialisersTarget made = new InitialisersTarget("other");
    System.out.println(made.names + " " + made.size + " " + made.last);
  }
}
