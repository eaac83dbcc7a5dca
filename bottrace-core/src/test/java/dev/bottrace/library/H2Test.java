package dev.bottrace.library;

import static dev.bottrace.assertj.TraceAssertions.assertThat;

import dev.bottrace.Recording;
import dev.bottrace.junit.Traced;
import dev.bottrace.trace.Trace;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a database calls inside. */
@Timeout(120)
@Traced(include = "org.h2")
class H2Test {
  private Connection connection;
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    connection = DriverManager.getConnection("jdbc:h2:mem:");
    statement = connection.createStatement();
    statement.execute("create table orders(id int primary key, item varchar(20))");
    statement.execute("insert into orders values (1, 'pen'), (2, 'ink')");
  }

  @AfterEach
  void close(Trace trace) throws SQLException {
    connection.close();
    assertThat(trace).noCalls().from("org.h2.jdbc..").to("org.h2.mvstore..");
  }

  private void select() throws SQLException {
    try (ResultSet rows = statement.executeQuery("select item from orders where id = 2")) {
      rows.next();
    }
  }

  @Test
  void a_query_is_parsed_once_and_then_used_again(Recording recording) throws SQLException {
    select();
    select();
    assertThat(recording.snapshot())
        .calls("JdbcStatement.executeQuery")
        .times(2)
        .calls("Command.executeQuery")
        .times(2)
        .calls("Parser.prepareCommand")
        .times(1)
        .calls("Command.reuse")
        .times(1);
  }

  @Test
  void a_primary_key_is_looked_up_in_its_index(Recording recording) throws SQLException {
    select();
    assertThat(recording.snapshot())
        .path("JdbcStatement.executeQuery >> Select.* >> MVPrimaryIndex.find");
  }
}
