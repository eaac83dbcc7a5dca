import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Fills and asks a database. Arguments: its address, and that which shuts it down. */
public final class Database {
  public static void main(String[] arguments) throws SQLException {
    try (Connection connection = DriverManager.getConnection(arguments[0])) {
      DatabaseMetaData data = connection.getMetaData();
      System.out.println(data.getDatabaseProductName() + " " + data.getDatabaseProductVersion());
      fill(connection);
      ask(connection);
    }
    if (arguments.length > 1) {
      try {
        DriverManager.getConnection(arguments[1]).close();
      } catch (SQLException e) {
        System.out.println("shut down: " + e.getSQLState());
      }
    }
  }

  private static void fill(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create table customer(id int primary key, name varchar(40), city varchar(20))");
      statement.execute("create table orders(id int primary key, customer int references customer(id), amount decimal(10, 2))");
      statement.execute("create index orders_customer on orders(customer)");
    }
    connection.setAutoCommit(false);
    try (PreparedStatement customer = connection.prepareStatement("insert into customer values(?, ?, ?)");
        PreparedStatement order = connection.prepareStatement("insert into orders values(?, ?, ?)")) {
      for (int id = 0; id < 50; id++) {
        customer.setInt(1, id);
        customer.setString(2, "customer " + id);
        customer.setString(3, "city " + id % 7);
        customer.executeUpdate();
      }
      for (int id = 0; id < 500; id++) {
        order.setInt(1, id);
        order.setInt(2, id * 31 % 50);
        order.setInt(3, id * 17 % 1000);
        order.addBatch();
      }
      order.executeBatch();
      connection.commit();
      customer.setInt(1, 7);
      customer.setString(2, "again");
      customer.setString(3, "");
      customer.executeUpdate();
    } catch (SQLException e) {
      System.out.println("refused: " + e.getMessage());
      connection.rollback();
    }
  }

  private static void ask(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      show(statement, "select c.city, count(*), sum(o.amount) from customer c join orders o on o.customer = c.id group by c.city order by c.city");
      show(statement, "select name from customer where id in (select customer from orders where amount > 990) order by name");
      System.out.println(statement.executeUpdate("update orders set amount = amount + 1 where customer < 10"));
      System.out.println(statement.executeUpdate("delete from orders where amount < 100"));
      show(statement, "select count(*), max(amount) from orders");
      try {
        statement.executeQuery("select nothing from nowhere");
      } catch (SQLException e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
    connection.commit();
  }

  private static void show(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.append(i == 1 ? "" : " | ").append(rows.getString(i));
        }
        System.out.println(row);
      }
    }
  }
}
