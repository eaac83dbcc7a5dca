package dev.bottrace.assertj.target.web;

import dev.bottrace.assertj.target.jdbc.Statement;

/** A page that asks the driver, by reflection, so that no compiler sees it. */
public final class OrderPage {
  private OrderPage() {}

  public static Object show(int id) throws ReflectiveOperationException {
    return Statement.class.getMethod("execute", String.class).invoke(null, "select " + id);
  }
}
