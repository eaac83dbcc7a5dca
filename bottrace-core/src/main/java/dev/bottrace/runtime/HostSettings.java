package dev.bottrace.runtime;

import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.FileNameMap;
import java.net.HttpURLConnection;
import java.net.ProxySelector;
import java.net.ResponseCache;
import java.net.URLConnection;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** What this JVM has once and its own code looks at, shared by all programs inside it. */
public final class HostSettings {
  /**
   * The default locales.
   *
   * @param all for whatever has no category
   * @param display for what is shown to users
   * @param format for numbers and dates
   */
  public record Locales(Locale all, Locale display, Locale format) {
    private static Locales current() {
      return new Locales(
          Locale.getDefault(),
          Locale.getDefault(Locale.Category.DISPLAY),
          Locale.getDefault(Locale.Category.FORMAT));
    }

    private void set() {
      Locale.setDefault(all);
      Locale.setDefault(Locale.Category.DISPLAY, display);
      Locale.setDefault(Locale.Category.FORMAT, format);
    }
  }

  /** {@link Locale#setDefault(Locale)}, and those of the categories. */
  public static final HostSetting<Locales> LOCALES =
      new HostSetting<>(Locales::current, Locales::set);

  /** {@link TimeZone#setDefault}. */
  public static final HostSetting<@Nullable TimeZone> TIME_ZONE =
      new HostSetting<>(TimeZone::getDefault, TimeZone::setDefault);

  /** {@link Authenticator#setDefault}. */
  public static final HostSetting<@Nullable Authenticator> AUTHENTICATOR =
      new HostSetting<>(Authenticator::getDefault, Authenticator::setDefault);

  /** {@link CookieHandler#setDefault}. */
  public static final HostSetting<@Nullable CookieHandler> COOKIES =
      new HostSetting<>(CookieHandler::getDefault, CookieHandler::setDefault);

  /** {@link ResponseCache#setDefault}. */
  public static final HostSetting<@Nullable ResponseCache> RESPONSE_CACHE =
      new HostSetting<>(ResponseCache::getDefault, ResponseCache::setDefault);

  /** {@link ProxySelector#setDefault}. */
  public static final HostSetting<@Nullable ProxySelector> PROXIES =
      new HostSetting<>(ProxySelector::getDefault, ProxySelector::setDefault);

  /** {@link URLConnection#setFileNameMap}. */
  public static final HostSetting<FileNameMap> FILE_NAMES =
      new HostSetting<>(URLConnection::getFileNameMap, URLConnection::setFileNameMap);

  /** {@link HttpURLConnection#setFollowRedirects}. */
  public static final HostSetting<Boolean> REDIRECTS =
      new HostSetting<>(
          HttpURLConnection::getFollowRedirects, HttpURLConnection::setFollowRedirects);

  /** {@link HttpsURLConnection#setDefaultHostnameVerifier}. */
  public static final HostSetting<HostnameVerifier> HOSTNAMES =
      new HostSetting<>(
          HttpsURLConnection::getDefaultHostnameVerifier,
          HttpsURLConnection::setDefaultHostnameVerifier);

  /** {@link HttpsURLConnection#setDefaultSSLSocketFactory}. */
  public static final HostSetting<SSLSocketFactory> TLS_SOCKETS =
      new HostSetting<>(
          HttpsURLConnection::getDefaultSSLSocketFactory,
          HttpsURLConnection::setDefaultSSLSocketFactory);

  /** {@link SSLContext#setDefault}. */
  public static final HostSetting<SSLContext> TLS =
      new HostSetting<>(HostSettings::sslContext, SSLContext::setDefault);

  private static final List<HostSetting<?>> ALL =
      List.of(
          LOCALES,
          TIME_ZONE,
          AUTHENTICATOR,
          COOKIES,
          RESPONSE_CACHE,
          PROXIES,
          FILE_NAMES,
          REDIRECTS,
          HOSTNAMES,
          TLS_SOCKETS,
          TLS);

  private HostSettings() {}

  private static SSLContext sslContext() {
    try {
      return SSLContext.getDefault();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Puts back what a program has changed, once it has ended.
   *
   * @param program which
   */
  public static void putBack(HostedProgram program) {
    ALL.forEach(setting -> setting.putBack(program));
  }
}
