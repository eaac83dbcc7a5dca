package dev.bottrace.benchmarks;

import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * W5: lets a program from Maven Central, found on the class path, do real work in rounds.
 * Arguments: the program, rounds of warm-up, rounds that are measured, the input.
 *
 * <ul>
 *   <li>{@code FORMATTER}: google-java-format, which formats all sources in a directory.
 *   <li>{@code DATABASE}: H2, which executes all statements of a script in a new database in
 *       memory.
 * </ul>
 */
public final class RealProgramMain {
  private RealProgramMain() {}

  /**
   * Runs the program.
   *
   * @param arguments as above
   * @throws Throwable what the program throws
   */
  public static void main(String[] arguments) throws Throwable {
    Path input = Path.of(arguments[3]);
    LongSupplier round =
        arguments[0].equals("FORMATTER") ? formatter(input) : database(Files.readString(input));
    Rounds.run(round, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
  }

  private static LongSupplier formatter(Path directory)
      throws ReflectiveOperationException, IOException {
    Class<?> type = Class.forName("com.google.googlejavaformat.java.Formatter");
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    Object formatter = type.getConstructor().newInstance();
    MethodHandle format =
        lookup
            .findVirtual(type, "formatSource", MethodType.methodType(String.class, String.class))
            .bindTo(formatter);
    List<String> sources = sources(directory);
    return () -> formatted(format, sources);
  }

  private static List<String> sources(Path directory) throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(name -> name.toString().endsWith(".java")).sorted().toList()) {
        sources.add(Files.readString(file));
      }
    }
    return sources;
  }

  private static long formatted(MethodHandle format, List<String> sources) {
    long characters = 0;
    for (String source : sources) {
      try {
        characters += ((String) format.invokeExact(source)).length();
      } catch (Throwable e) {
        throw new IllegalStateException(e);
      }
    }
    return characters;
  }

  private static LongSupplier database(String script) {
    List<String> statements = List.of(script.split(";\\R", -1));
    return () -> {
      try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
          Statement statement = connection.createStatement()) {
        long sum = 0;
        for (String sql : statements) {
          sum += executed(statement, sql);
        }
        return sum;
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    };
  }

  /** Returns how many rows were changed, or the sum of the first column of what was found. */
  private static long executed(Statement statement, String sql) throws SQLException {
    if (!statement.execute(sql)) {
      return statement.getUpdateCount();
    }
    long sum = 0;
    try (ResultSet rows = statement.getResultSet()) {
      while (rows.next()) {
        sum += rows.getLong(1);
      }
    }
    return sum;
  }
}
