package com.acme;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Hibernate;
import org.hibernate.SessionFactory;
import org.hibernate.cfg.Configuration;

/** Keeps objects in a database, through proxies that are made at run time. */
public final class Persist {
  /** Who buys. */
  @Entity(name = "Customer")
  public static class Customer {
    @Id @GeneratedValue Long id;
    String name;

    @OneToMany(mappedBy = "customer", cascade = CascadeType.ALL)
    List<Order> orders = new ArrayList<>();

    public String getName() {
      return name;
    }
  }

  /** What is bought. */
  @Entity(name = "Ordered")
  public static class Order {
    @Id @GeneratedValue Long id;
    int amount;

    @ManyToOne(fetch = FetchType.LAZY)
    Customer customer;

    public Customer getCustomer() {
      return customer;
    }
  }

  public static void main(String[] arguments) {
    Configuration configuration =
        new Configuration()
            .addAnnotatedClass(Customer.class)
            .addAnnotatedClass(Order.class)
            .setProperty("hibernate.connection.url", "jdbc:h2:mem:shop")
            .setProperty("hibernate.show_sql", "true")
            .setProperty("hibernate.hbm2ddl.auto", "create");
    try (SessionFactory sessions = configuration.buildSessionFactory()) {
      sessions.inTransaction(
          session -> {
            Customer ann = new Customer();
            ann.name = "Ann";
            for (int i = 1; i < 4; i++) {
              Order order = new Order();
              order.amount = i;
              order.customer = ann;
              ann.orders.add(order);
            }
            session.persist(ann);
          });
      sessions.inTransaction(
          session -> {
            Order order = session.createQuery("from Ordered where amount = 2", Order.class).getSingleResult();
            Customer lazy = order.getCustomer();
            System.out.println("a proxy: " + (lazy.getClass() != Customer.class) + " " + Hibernate.isInitialized(lazy));
            System.out.println(lazy.getName() + " " + lazy.orders);
            System.out.println(session.createQuery("select sum(amount) from Ordered", Long.class).getSingleResult());
            order.amount = 7;
          });
    }
  }
}
