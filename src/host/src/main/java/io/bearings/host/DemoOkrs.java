package io.bearings.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the demonstration company its units, cycles and objectives, through the add-on's own REST
 * and as the people who own them. A file in the data directory remembers that this is still to be
 * done, so that a first start that is interrupted is completed by the next one.
 */
final class DemoOkrs {
  private static final Logger LOG = LoggerFactory.getLogger(DemoOkrs.class);
  private static final String FILE = "/demo/okrs.json";
  private static final String REST = "/rest/bearings/1.0";
  private static final String ADMINISTRATOR = "admin";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long PAUSE_MILLIS = 250;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path pending;
  private final Clock clock;
  private boolean expectedNow;

  /**
   * @param clock tells around which day the demonstration takes place
   */
  DemoOkrs(Path home, Clock clock) {
    this.pending = home.resolve("demo-objectives-to-be-posted");
    this.clock = clock;
  }

  /** Notes that the objectives are still to be posted; before anything of the demo is there. */
  void expect() throws IOException {
    if (!Files.exists(pending)) {
      Files.createFile(pending);
      expectedNow = true;
    }
  }

  /**
   * The demo was not loaded now: all is as it should be unless an earlier start was interrupted.
   */
  void wasThereBefore() throws IOException {
    if (expectedNow) {
      Files.delete(pending);
    }
  }

  /** Posts what is still to be posted. A refusal is logged: the host is of use without it. */
  void postPending(String baseUrl) throws IOException {
    if (!Files.exists(pending)) {
      return;
    }
    try {
      int posted = new Posting(baseUrl, LocalDate.now(clock)).all();
      Files.delete(pending);
      LOG.info("Posted {} objectives of the demonstration", posted);
    } catch (Refused e) {
      LOG.warn("The demonstration lacks objectives: {}", e.getMessage());
    }
  }

  private static final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    Refused(String message) {
      super(message);
    }
  }

  private static final class Posting {
    private final String baseUrl;
    private final Map<String, HttpClient> people = new HashMap<>();
    private final Map<String, Set<String>> titles = new HashMap<>();

    private final DemoOrganisation organisation;
    private final DemoPlans plans;
    private final DemoKpis kpis;
    private final DemoDashboard dashboard;

    Posting(String baseUrl, LocalDate today) {
      this.baseUrl = baseUrl;
      this.organisation = new DemoOrganisation(this::send, today);
      this.plans = new DemoPlans(this::send, this::upload, organisation, today);
      this.kpis = new DemoKpis(this::send, this::upload, organisation, plans::objectiveId, today);
      this.dashboard = new DemoDashboard(this::send, organisation, plans::objectiveId, kpis::idOf);
    }

    int all() throws IOException {
      JsonNode demo = read();
      saveSettings(demo.path("storyPointField"));
      organisation.post();
      int posted = plans.post();
      for (JsonNode objective : demo.path("objectives")) {
        if (post(objective)) {
          posted++;
        }
      }
      LOG.info("Posted {} KPIs of the demonstration", kpis.post());
      LOG.info("Placed {} items on a dashboard of the demonstration", dashboard.post());
      return posted;
    }

    // Without the field, what is weighed by points would all count as not estimated.
    private void saveSettings(JsonNode field) throws IOException {
      JsonNode present = send(ADMINISTRATOR, "GET", REST + "/settings", JSON.nullNode());
      ObjectNode wanted = JSON.createObjectNode();
      wanted.set("storyPointField", field);
      wanted.set("outOfScopeResolutions", present.path("outOfScopeResolutions"));
      wanted.set("inProgressCredit", present.path("inProgressCredit"));
      wanted.set("holidays", organisation.holidays());
      send(ADMINISTRATOR, "PUT", REST + "/settings", wanted);
    }

    private static JsonNode read() throws IOException {
      try (InputStream in = DemoOkrs.class.getResourceAsStream(FILE)) {
        return JSON.readTree(in);
      }
    }

    private boolean post(JsonNode entry) throws IOException {
      String person = entry.path("as").asText();
      JsonNode draft = entry.path("post");
      if (!titles(person, draft.path("projectKey").asText()).add(draft.path("title").asText())) {
        return false;
      }
      JsonNode objective = send(person, "POST", REST + "/objectives", draft);
      int index = 0;
      for (JsonNode issueKeys : entry.path("attach")) {
        long keyResult = objective.path("keyResults").path(index++).path("id").asLong();
        if (!issueKeys.isEmpty()) {
          ObjectNode body = JSON.createObjectNode().set("issueKeys", issueKeys);
          send(person, "POST", REST + "/key-results/" + keyResult + "/links", body);
        }
      }
      return true;
    }

    private Set<String> titles(String person, String projectKey) throws IOException {
      Set<String> known = titles.get(projectKey);
      if (known == null) {
        known = new HashSet<>();
        JsonNode found =
            send(person, "GET", REST + "/objectives?project=" + projectKey, JSON.nullNode());
        for (JsonNode objective : found.path("objectives")) {
          known.add(objective.path("title").asText());
        }
        titles.put(projectKey, known);
      }
      return known;
    }

    private JsonNode upload(String person, String path, String csv) throws IOException {
      return send(person, "POST", path, "text/csv;charset=UTF-8", BodyPublishers.ofString(csv));
    }

    private JsonNode send(String person, String method, String path, JsonNode body)
        throws IOException {
      return send(
          person,
          method,
          path,
          "application/json",
          body.isNull() ? BodyPublishers.noBody() : BodyPublishers.ofString(body.toString()));
    }

    // The add-on may not be ready for some seconds after it was enabled; then it answers 503.
    private JsonNode send(
        String person, String method, String path, String type, HttpRequest.BodyPublisher body)
        throws IOException {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(baseUrl + path))
              .header("Content-Type", type)
              .header("X-Atlassian-Token", "no-check")
              .method(method, body)
              .build();
      long end = System.nanoTime() + PATIENCE.toNanos();
      HttpResponse<String> answer = exchange(loggedIn(person), request);
      while (answer.statusCode() == 503 && System.nanoTime() < end) {
        pause();
        answer = exchange(loggedIn(person), request);
      }
      if (answer.statusCode() >= 300) {
        throw new Refused(
            method
                + " "
                + path
                + " as "
                + person
                + ": "
                + answer.statusCode()
                + " "
                + answer.body());
      }
      return JSON.readTree(answer.body());
    }

    private HttpClient loggedIn(String person) throws IOException {
      HttpClient client = people.get(person);
      if (client == null) {
        client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        String name = URLEncoder.encode(person, StandardCharsets.UTF_8);
        HttpRequest logIn =
            HttpRequest.newBuilder(URI.create(baseUrl + "/login.jsp"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("os_username=" + name + "&os_password=" + name))
                .build();
        if (exchange(client, logIn).statusCode() != 302) {
          throw new Refused(person + " cannot log in");
        }
        people.put(person, client);
      }
      return client;
    }

    private static HttpResponse<String> exchange(HttpClient client, HttpRequest request)
        throws IOException {
      try {
        return client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Refused("interrupted");
      }
    }

    private static void pause() throws Refused {
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Refused("interrupted");
      }
    }
  }
}
