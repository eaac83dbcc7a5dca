package com.acme;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import java.util.logging.LogManager;

/** Beans of two containers. */
public final class Beans {
  private Beans() {}

  @ApplicationScoped
  public static class Store {
    private int saved;

    public int save(String item) {
      return ++saved;
    }
  }

  @Dependent
  public static class Orders {
    @Inject private Store store;

    public int place(String item) {
      return store.save(item);
    }
  }

  public interface Greeting {
    String text();
  }

  static final class Hello implements Greeting {
    @Override
    public String text() {
      return "hello";
    }
  }

  static final class Greetings extends AbstractModule {
    @Override
    protected void configure() {
      bind(Greeting.class).to(Hello.class);
    }
  }

  public static void main(String[] args) {
    LogManager.getLogManager().reset();
    try (SeContainer container =
        SeContainerInitializer.newInstance()
            .disableDiscovery()
            .addBeanClasses(Store.class, Orders.class)
            .initialize()) {
      Orders orders = container.select(Orders.class).get();
      orders.place("pen");
      System.out.println(orders.place("ink") + " saved");
      System.out.println(container.select(Store.class).get().getClass() == Store.class);
    }
    System.out.println(Guice.createInjector(new Greetings()).getInstance(Greeting.class).text());
  }
}
