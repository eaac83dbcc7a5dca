package dev.bottrace.internal.hosted;

import java.net.ContentHandlerFactory;
import java.net.DatagramSocket;
import java.net.DatagramSocketImplFactory;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketImplFactory;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandlerFactory;

/**
 * Factories that a JVM takes once and for good: all is as if the host had given its own already.
 */
@SuppressWarnings("DoNotCallSuggester") // these are called
public final class FactoryCalls {
  private FactoryCalls() {}

  @StandsFor(URL.class)
  public static void setURLStreamHandlerFactory(URLStreamHandlerFactory factory) {
    throw new Error("factory already defined");
  }

  @StandsFor(URLConnection.class)
  public static void setContentHandlerFactory(ContentHandlerFactory factory) {
    throw new Error("factory already defined");
  }

  @StandsFor(Socket.class)
  public static void setSocketImplFactory(SocketImplFactory factory) throws SocketException {
    throw new SocketException("factory already defined");
  }

  @StandsFor(ServerSocket.class)
  public static void setSocketFactory(SocketImplFactory factory) throws SocketException {
    throw new SocketException("factory already defined");
  }

  @StandsFor(DatagramSocket.class)
  public static void setDatagramSocketImplFactory(DatagramSocketImplFactory factory)
      throws SocketException {
    throw new SocketException("factory already defined");
  }
}
