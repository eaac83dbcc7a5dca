package com.acme.shop;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** An application in a jar of Spring Boot. */
@SpringBootApplication
public class ShopApplication {
  /** What can be bought. */
  public record Item(String name, int price) {}

  public static void main(String[] arguments) {
    SpringApplication.run(ShopApplication.class, arguments).close();
  }

  @Bean
  List<Item> items() {
    return List.of(new Item("tea", 3), new Item("rum", 9));
  }

  @Bean
  Orders orders() {
    return new Orders(items());
  }

  @Bean
  CommandLineRunner runner(Orders orders, @Value("${shop.name}") String name) {
    return arguments -> {
      System.out.println(name + ": " + orders.total() + " " + List.of(arguments));
      System.out.println("one of each: " + (orders().items() == items()));
      try (BufferedReader in =
          new BufferedReader(
              new InputStreamReader(
                  ShopApplication.class.getResourceAsStream("/application.properties"), StandardCharsets.UTF_8))) {
        System.out.println(in.readLine());
      }
      System.out.println(ShopApplication.class.getProtectionDomain().getCodeSource().getLocation().toString().replaceAll(".*/", ""));
    };
  }

  /** Adds up. */
  public static class Orders {
    private final List<Item> items;

    Orders(List<Item> items) {
      this.items = items;
    }

    List<Item> items() {
      return items;
    }

    int total() {
      return items.stream().mapToInt(Item::price).sum();
    }

    @EventListener
    void heard(ApplicationEvent event) {
      System.out.println("heard " + event.getClass().getSimpleName());
    }
  }
}
