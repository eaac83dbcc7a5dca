package dev.bottrace.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the database of W5 does: customers and their orders, always the same ones. */
final class DatabaseScript {
  private static final int CUSTOMERS = 60;
  private static final int ORDERS = 400;
  private static final int QUERIES = 25;

  private final List<String> statements = new ArrayList<>();
  private long state = 1;

  private DatabaseScript() {}

  static Path write(Path directory) throws IOException {
    DatabaseScript script = new DatabaseScript();
    script.create();
    script.insert();
    script.query();
    script.change();
    return Files.writeString(
        directory.resolve("script.sql"), String.join(";\n", script.statements));
  }

  private void create() {
    statements.add("create table customer(id int primary key, name varchar(40), city varchar(20))");
    statements.add(
        "create table orders(id int primary key, customer int references customer(id),"
            + " placed date, amount decimal(10, 2), state varchar(10))");
    statements.add("create index orders_customer on orders(customer, placed)");
  }

  private void insert() {
    for (int id = 0; id < CUSTOMERS; id++) {
      statements.add(
          "insert into customer values("
              + id
              + ", 'customer "
              + id
              + "', 'city "
              + below(9)
              + "')");
    }
    for (int id = 0; id < ORDERS; id++) {
      statements.add(
          String.format(
              "insert into orders values(%d, %d, date '2024-%02d-%02d', %d.%02d, '%s')",
              id,
              below(CUSTOMERS),
              1 + below(12),
              1 + below(28),
              below(1000),
              below(100),
              below(3) == 0 ? "open" : "paid"));
    }
  }

  private void query() {
    for (int i = 0; i < QUERIES; i++) {
      statements.add(
          "select count(*), c.city, sum(o.amount), max(o.placed) from customer c"
              + " join orders o on o.customer = c.id where o.amount > "
              + below(900)
              + " group by c.city order by 3 desc");
      statements.add(
          "select id, amount from orders where customer = "
              + below(CUSTOMERS)
              + " and state like 'p%' order by placed, id limit 5");
    }
  }

  private void change() {
    for (int i = 0; i < QUERIES; i++) {
      statements.add(
          "update orders set amount = amount * 1.1, state = 'late' where state = 'open'"
              + " and placed < date '2024-06-01' and customer = "
              + below(CUSTOMERS));
    }
    statements.add("delete from orders where state = 'late' and amount < 500");
    statements.add("select count(*) from orders");
  }

  private int below(int bound) {
    state = state * 6364136223846793005L + 1442695040888963407L;
    return (int) ((state >>> 40) % bound);
  }
}
