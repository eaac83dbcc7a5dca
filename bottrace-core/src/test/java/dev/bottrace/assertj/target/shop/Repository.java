package dev.bottrace.assertj.target.shop;

import dev.bottrace.assertj.target.jdbc.Statement;

final class Repository {
  void save(int id, int total) {
    Statement.execute("insert " + id);
  }

  String find(int id) {
    return Statement.execute("select " + id);
  }
}
