package io.bearings.host.pages;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's cookies and requests; redirects are not followed. */
final class Browser {
  private static final Pattern TOKEN =
      Pattern.compile("name=\"atlassian-token\" content=\"([^\"]+)\"");

  private final String base;
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
          .build();

  Browser(String base) {
    this.base = base;
  }

  Browser logIn(String user) throws Exception {
    HttpResponse<String> answer =
        post("/login.jsp", Map.of("os_username", user, "os_password", user));
    if (answer.statusCode() != 302) {
      throw new AssertionError("Not logged in: " + answer.body());
    }
    return this;
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(HttpRequest.newBuilder(at(path)));
  }

  HttpResponse<String> post(String path, Map<String, String> fields) throws Exception {
    String form =
        fields.entrySet().stream()
            .map(
                field ->
                    field.getKey()
                        + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send("POST", path, form, "Content-Type", "application/x-www-form-urlencoded");
  }

  HttpResponse<String> json(String method, String path, String body) throws Exception {
    return send(method, path, body, "Content-Type", "application/json");
  }

  HttpResponse<String> send(String method, String path, String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(at(path)).method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  /** The form token of this session. */
  String token() throws Exception {
    Matcher matcher = TOKEN.matcher(get("/secure/Dashboard.jspa").body());
    if (!matcher.find()) {
      throw new AssertionError("No token");
    }
    return matcher.group(1);
  }

  private URI at(String path) {
    return URI.create(base + path);
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
  }
}
