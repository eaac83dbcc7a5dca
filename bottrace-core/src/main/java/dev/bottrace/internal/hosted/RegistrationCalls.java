package dev.bottrace.internal.hosted;

import static dev.bottrace.internal.hosted.ProgramCalls.PROGRAM;

import java.lang.reflect.InvocationTargetException;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Registries of the JDK that would keep what a program has registered. */
public final class RegistrationCalls {
  private RegistrationCalls() {}

  @StandsFor(Security.class)
  public static int addProvider(Provider provider) {
    return added(provider, Security.addProvider(provider));
  }

  @StandsFor(Security.class)
  public static int insertProviderAt(Provider provider, int position) {
    return added(provider, Security.insertProviderAt(provider, position));
  }

  @SuppressWarnings("ReferenceEquality") // another one may have the same name
  private static int added(Provider provider, int position) {
    if (position >= 0) {
      PROGRAM.atEnd(
          () -> {
            if (Security.getProvider(provider.getName()) == provider) {
              Security.removeProvider(provider.getName());
            }
          });
    }
    return position;
  }

  @StandsFor(Security.class)
  public static void removeProvider(String name) {
    Provider removed = Security.getProvider(name);
    if (removed != null) {
      int position = Arrays.asList(Security.getProviders()).indexOf(removed) + 1;
      Security.removeProvider(name);
      PROGRAM.atEnd(() -> Security.insertProviderAt(removed, position));
    }
  }

  @StandsFor(Security.class)
  public static void setProperty(String key, String value) {
    String before = Security.getProperty(key);
    Security.setProperty(key, value);
    PROGRAM.atEnd(
        () -> {
          if (value.equals(Security.getProperty(key))) {
            Security.setProperty(key, before == null ? "" : before);
          }
        });
  }

  /** Called when the program registers a JDBC driver: only its own classes may take it back. */
  public static void registersDriver(@Nullable Object driver) {
    if (driver != null) {
      PROGRAM.atEnd(() -> deregister(driver));
    }
  }

  private static void deregister(Object driver) {
    try {
      Class<?> manager = Class.forName("java.sql.DriverManager");
      manager.getMethod("deregisterDriver", Class.forName("java.sql.Driver")).invoke(null, driver);
    } catch (ClassNotFoundException
        | NoSuchMethodException
        | IllegalAccessException
        | InvocationTargetException e) {
      return; // it never was registered
    }
  }
}
