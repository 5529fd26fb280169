import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;

// Answers every path with 200, as soon as it listens.
public class Main {
  public static void main(String[] args) throws Exception {
    byte[] name = (System.getenv("FUNCTION_NAME") + "\n").getBytes();
    HttpServer server = HttpServer.create(new InetSocketAddress(Integer.parseInt(System.getenv("PORT"))), 0);
    server.createContext("/", exchange -> {
      exchange.sendResponseHeaders(200, name.length);
      exchange.getResponseBody().write(name);
      exchange.close();
    });
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(25)));
    server.start();
  }
}
