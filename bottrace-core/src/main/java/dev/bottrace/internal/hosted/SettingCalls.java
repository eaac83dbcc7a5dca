package dev.bottrace.internal.hosted;

import static dev.bottrace.internal.hosted.ProgramCalls.PROGRAM;

import dev.bottrace.runtime.HostSettings;
import dev.bottrace.runtime.HostSettings.Locales;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.FileNameMap;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.net.URLConnection;
import java.util.Locale;
import java.util.Locale.Category;
import java.util.Objects;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Settings that a JVM has once, and that its own code looks at. */
public final class SettingCalls {
  private SettingCalls() {}

  @StandsFor(Locale.class)
  public static Locale getDefault() {
    return HostSettings.LOCALES.get(PROGRAM).all();
  }

  @StandsFor(Locale.class)
  public static Locale getDefault(Category category) {
    Locales locales = HostSettings.LOCALES.get(PROGRAM);
    return category == Category.DISPLAY ? locales.display() : locales.format();
  }

  @StandsFor(Locale.class)
  public static void setDefault(Locale locale) {
    HostSettings.LOCALES.set(PROGRAM, new Locales(Objects.requireNonNull(locale), locale, locale));
  }

  @StandsFor(Locale.class)
  public static void setDefault(Category category, Locale locale) {
    Locales before = HostSettings.LOCALES.get(PROGRAM);
    Objects.requireNonNull(locale);
    HostSettings.LOCALES.set(
        PROGRAM,
        category == Category.DISPLAY
            ? new Locales(before.all(), locale, before.format())
            : new Locales(before.all(), before.display(), locale));
  }

  @StandsFor(Authenticator.class)
  public static void setDefault(@Nullable Authenticator authenticator) {
    HostSettings.AUTHENTICATOR.set(PROGRAM, authenticator);
  }

  @StandsFor(CookieHandler.class)
  public static void setDefault(@Nullable CookieHandler handler) {
    HostSettings.COOKIES.set(PROGRAM, handler);
  }

  @StandsFor(ResponseCache.class)
  public static void setDefault(@Nullable ResponseCache cache) {
    HostSettings.RESPONSE_CACHE.set(PROGRAM, cache);
  }

  @StandsFor(ProxySelector.class)
  public static void setDefault(@Nullable ProxySelector selector) {
    HostSettings.PROXIES.set(PROGRAM, selector);
  }

  @StandsFor(SSLContext.class)
  public static void setDefault(SSLContext context) {
    HostSettings.TLS.set(PROGRAM, Objects.requireNonNull(context));
  }

  @StandsFor(URLConnection.class)
  public static void setFileNameMap(FileNameMap map) {
    HostSettings.FILE_NAMES.set(PROGRAM, map);
  }

  @StandsFor(HttpURLConnection.class)
  public static void setFollowRedirects(boolean follow) {
    HostSettings.REDIRECTS.set(PROGRAM, follow);
  }

  @StandsFor(HttpsURLConnection.class)
  public static void setDefaultHostnameVerifier(HostnameVerifier verifier) {
    HostSettings.HOSTNAMES.set(PROGRAM, verifier);
  }

  @StandsFor(HttpsURLConnection.class)
  public static void setDefaultSSLSocketFactory(SSLSocketFactory factory) {
    HostSettings.TLS_SOCKETS.set(PROGRAM, factory);
  }
}
