package dev.bottrace.internal.watch.target;

import java.util.Objects;

/** A customer that is compared by name. */
public class Customer {
  private final String name;

  public Customer(String name) {
    this.name = name;
  }

  public String getName() {
    return name;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Customer && ((Customer) other).name.equals(name);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name);
  }

  @Override
  public String toString() {
    return "Customer " + name;
  }
}
