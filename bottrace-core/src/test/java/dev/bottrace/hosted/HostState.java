package dev.bottrace.hosted;

import java.io.InputStream;
import java.io.PrintStream;
import java.lang.Thread.UncaughtExceptionHandler;
import java.net.Authenticator;
import java.security.Security;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;

/** What a JVM has once, at one time. */
record HostState(
    PrintStream out,
    PrintStream err,
    InputStream in,
    Properties properties,
    Properties values,
    List<Locale> locales,
    TimeZone zone,
    UncaughtExceptionHandler handler,
    ClassLoader contextLoader,
    Authenticator authenticator,
    List<Object> providers) {

  static HostState now() {
    TimeZone.getDefault(); // first: it sets a property when it is first asked for
    return new HostState(
        System.out,
        System.err,
        System.in,
        System.getProperties(),
        (Properties) System.getProperties().clone(),
        List.of(
            Locale.getDefault(),
            Locale.getDefault(Locale.Category.DISPLAY),
            Locale.getDefault(Locale.Category.FORMAT)),
        TimeZone.getDefault(),
        Thread.getDefaultUncaughtExceptionHandler(),
        Thread.currentThread().getContextClassLoader(),
        Authenticator.getDefault(),
        List.copyOf(Arrays.asList(Security.getProviders())));
  }
}
