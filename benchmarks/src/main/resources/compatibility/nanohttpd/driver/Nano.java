import fi.iki.elonen.NanoHTTPD;

/** A server that says hello. */
public final class Nano extends NanoHTTPD {
  private Nano() {
    super("127.0.0.1", 0);
  }

  public static void main(String[] arguments) throws Exception {
    Nano server = new Nano();
    server.start();
    Client.ask(server.getListeningPort());
    server.stop();
  }

  @Override
  public Response serve(IHTTPSession session) {
    return session.getUri().equals("/hello")
        ? newFixedLengthResponse("hello " + session.getParms().get("name"))
        : newFixedLengthResponse(Response.Status.NOT_FOUND, "text/plain", "no");
  }
}
