import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.util.Headers;
import java.net.InetSocketAddress;

/** A server that says hello. */
public final class Server2 {
  public static void main(String[] arguments) throws Exception {
    Undertow undertow =
        Undertow.builder()
            .addHttpListener(0, "127.0.0.1")
            .setHandler(
                Handlers.path()
                    .addExactPath(
                        "/hello",
                        exchange -> {
                          exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/plain");
                          exchange.getResponseSender().send("hello " + exchange.getQueryParameters().get("name").getFirst());
                        }))
            .build();
    undertow.start();
    Client.ask(((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort());
    undertow.stop();
  }
}
