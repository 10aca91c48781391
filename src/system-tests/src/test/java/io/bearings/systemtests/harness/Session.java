package io.bearings.systemtests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One person's session with a host, over HTTP, with the cookies that a browser would keep. */
public final class Session {
  static {
    // The host closes what was idle for 30 s, and a request at that moment is lost.
    System.setProperty("jdk.httpclient.keepalive.timeout", "10");
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final Pattern TOKEN =
      Pattern.compile("name=\"atlassian-token\" content=\"([^\"]+)\"");

  private final URI base;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  Session(URI base) {
    this.base = base;
  }

  /**
   * What the host answered.
   *
   * @param status the HTTP status
   * @param address where the answer came from, after redirects
   * @param statements the SQL statements that the request cost; -1 when the host did not count
   */
  public record Answer(int status, URI address, String contentType, String body, long statements) {

    /** The body as JSON; an error that shows the body when it is none. */
    public JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new AssertionError(status + " without JSON from " + address + ": " + body, e);
      }
    }

    /** The body as JSON of an answer with this status; an error that shows the body otherwise. */
    public JsonNode json(int expected) {
      if (status != expected) {
        throw new AssertionError(
            "Expected " + expected + " from " + address + ", got " + status + ": " + body);
      }
      return json();
    }
  }

  /** Logs in through the form of the log-in page. */
  public Session logIn(String user, String password) {
    Answer page = get("/login.jsp");
    if (page.status() != 200) {
      throw new AssertionError("No log-in page: " + page);
    }
    Answer answer = form("/login.jsp", Map.of("os_username", user, "os_password", password));
    if (answer.status() != 200 || answer.address().getPath().endsWith("/login.jsp")) {
      throw new AssertionError("Could not log in as " + user + ": " + answer);
    }
    return this;
  }

  /** The session's cookies, as name and value. */
  public Map<String, String> cookies() {
    Map<String, String> all = new LinkedHashMap<>();
    for (HttpCookie cookie : cookies.getCookieStore().getCookies()) {
      all.put(cookie.getName(), cookie.getValue());
    }
    return all;
  }

  /** Reads a path below the context path. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** Posts JSON as the add-on's own pages do. */
  public Answer post(String path, Object body) {
    return send(json(path, "POST", text(body)));
  }

  /** Puts JSON as the add-on's own pages do. */
  public Answer put(String path, Object body) {
    return send(json(path, "PUT", text(body)));
  }

  /** Deletes as the add-on's own pages do. */
  public Answer delete(String path) {
    return send(request(path).header("X-Atlassian-Token", "no-check").DELETE());
  }

  /** Posts a form as a browser does. */
  public Answer form(String path, Map<String, String> fields) {
    return form(path, fields.entrySet());
  }

  private Answer form(String path, Collection<Map.Entry<String, String>> fields) {
    String body =
        fields.stream()
            .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
            .collect(Collectors.joining("&"));
    return raw("POST", path, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
  }

  /**
   * Posts a form of a page of the host as a browser does: with the token of the session.
   *
   * @param page a page that the person may see, which shows the token
   */
  public Answer formOf(String page, String path, Map<String, String> fields) {
    return formOf(page, path, fields.entrySet());
  }

  /** The same with fields that may have several values. */
  public Answer formOf(String page, String path, Collection<Map.Entry<String, String>> fields) {
    Matcher token = TOKEN.matcher(get(page).body());
    if (!token.find()) {
      throw new AssertionError("There is no token on " + page);
    }
    List<Map.Entry<String, String>> all = new ArrayList<>(fields);
    all.add(Map.entry("atl_token", token.group(1)));
    return form(path, all);
  }

  /** Sends exactly this and nothing else. */
  public Answer raw(String method, String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        request(path).method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  /** Rows of a SELECT that the host runs over its own database; only with {@code --lab}. */
  public List<JsonNode> sql(String select) {
    JsonNode rows =
        raw(
                "POST",
                "/host/sql",
                select,
                Map.of("Content-Type", "text/plain", "X-Atlassian-Token", "no-check"))
            .json(200);
    return rows.valueStream().toList();
  }

  /** Text as a part of an address. */
  public static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpRequest.Builder json(String path, String method, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .header("X-Atlassian-Token", "no-check")
        .method(method, HttpRequest.BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path));
  }

  private Answer send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    Instant begun = Instant.now();
    try {
      HttpResponse<String> response = answer(built);
      return new Answer(
          response.statusCode(),
          response.uri(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body(),
          response.headers().firstValueAsLong("X-Host-Statements").orElse(-1));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "%s %s after %s: %s"
              .formatted(
                  built.method(),
                  built.uri(),
                  Duration.between(begun, Instant.now()),
                  e.getMessage()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * The client's own time-outs are not used: that of a request that was redirected stays behind,
   * and ends whichever request has its connection when it is over.
   */
  private HttpResponse<String> answer(HttpRequest request)
      throws IOException, InterruptedException {
    CompletableFuture<HttpResponse<String>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    try {
      return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no answer", e);
    } catch (ExecutionException e) {
      throw new IOException(e.getCause().getMessage(), e);
    }
  }

  private static String text(Object body) {
    try {
      return body instanceof String written ? written : JSON.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
