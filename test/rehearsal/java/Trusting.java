import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Asks addresses by both clients of the JDK, and prints what came of it. */
class Trusting {
  public static void main(String[] args) throws Exception {
    for (String address : args) ask(URI.create(address));
  }

  private static void ask(URI address) throws Exception {
    try {
      // It knows no SOCKS.
      if (address.getScheme().equals("https")) {
        var answer = HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
        System.out.println(answer.version() + " " + answer.statusCode());
      }
      var connection = (HttpURLConnection) address.toURL().openConnection();
      System.out.println("HttpURLConnection " + connection.getResponseCode());
    } catch (javax.net.ssl.SSLException refused) {
      System.out.println("not trusted");
    }
  }
}
