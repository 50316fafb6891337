package io.monthend;

import io.monthend.signin.DemoAccounts;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody without a browser: requests with cookies, one at a time. */
public final class Visitor {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /** What came back. */
  public record Answer(int status, String location, String body, HttpResponse<String> response) {

    @Override
    public String toString() {
      return status + " " + location;
    }
  }

  private final ServedApplication application;
  private final HttpClient client;

  private Visitor(ServedApplication application, HttpClient client) {
    this.application = application;
    this.client = client;
  }

  public static Visitor of(ServedApplication application) {
    return new Visitor(
        application, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
  }

  /** Somebody of the demo who has signed in. */
  public static Visitor signedIn(ServedApplication application, String username)
      throws IOException, InterruptedException {
    return of(application).signIn(username, DemoAccounts.PASSWORD);
  }

  /** The same person, with the same cookies, at another node. */
  public Visitor at(ServedApplication node) {
    return new Visitor(node, client);
  }

  /** Signs in; whether it worked shows at the next request. */
  public Visitor signIn(String username, String password) throws IOException, InterruptedException {
    post("/sign-in", Map.of("username", username, "password", password));
    return this;
  }

  public Answer get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(application.at(path))).GET());
  }

  /** Sends a form with the token of the session. */
  public Answer post(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    Map<String, String> all = new HashMap<>(fields);
    token().ifPresent(token -> all.put("_csrf", token));
    return postAsIs(path, all);
  }

  /** The token of the session, which every form carries. */
  public Optional<String> token() throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(get("/sign-in").body());
    return token.find() ? Optional.of(token.group(1)) : Optional.empty();
  }

  /** Sends a form as it is, without a token. */
  public Answer postAsIs(String path, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(application.at(path)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form)));
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response =
        client.send(
            request.header("Accept", "text/html").header("Accept-Language", "en").build(),
            HttpResponse.BodyHandlers.ofString());
    return new Answer(
        response.statusCode(),
        response.headers().firstValue("Location").orElse(""),
        response.body(),
        response);
  }
}
