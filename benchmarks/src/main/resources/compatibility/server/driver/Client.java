import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;

/** Asks a server some questions, and prints the answers. */
final class Client {
  static void ask(int port) throws IOException {
    for (int i = 0; i < 100; i++) {
      ask(port, "/hello?name=" + i, i % 25 == 0);
    }
    ask(port, "/missing", true);
  }

  private static void ask(int port, String path, boolean printed) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) new URL("http://127.0.0.1:" + port + path).openConnection();
    int code = connection.getResponseCode();
    try (InputStream in = code < 400 ? connection.getInputStream() : connection.getErrorStream()) {
      String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (printed) {
        System.out.println(code + " " + connection.getContentType() + " " + text.strip());
      }
    }
  }
}
