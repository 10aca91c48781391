package io.bearings.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DemoOkrsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<String> titles = new ArrayList<>();
  private final Map<String, JsonNode> units = new LinkedHashMap<>();
  private final Map<String, ObjectNode> cycles = new LinkedHashMap<>();
  private final Map<String, List<String>> planned = new LinkedHashMap<>();
  private final Map<String, List<String>> keyResults = new LinkedHashMap<>();
  private final List<String> rows = new ArrayList<>();
  private final List<String> around = new ArrayList<>();
  private final Map<String, ObjectNode> kpis = new LinkedHashMap<>();
  private final List<String> aroundKpis = new ArrayList<>();
  private final List<ObjectNode> gadgets = new ArrayList<>();
  private JsonNode settings = JSON.nullNode();
  private int links;
  private int notReady;
  private int logInStatus = 302;
  private int answer = 201;
  private HttpServer server;
  private Path home;

  @Before
  public void anAddOn() throws IOException {
    home = folder.getRoot().toPath();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/jira/login.jsp", exchange -> send(exchange, logInStatus, "{}"));
    server.createContext("/jira/rest/bearings/1.0/objectives", this::objectives);
    server.createContext("/jira/rest/bearings/1.0/key-results", this::attach);
    server.createContext("/jira/rest/bearings/1.0/settings", this::settings);
    server.createContext("/jira/rest/bearings/1.0/units", this::units);
    server.createContext("/jira/rest/bearings/1.0/import", this::bringIn);
    for (String path : List.of("blockers", "decisions", "threads", "kickoff")) {
      server.createContext("/jira/rest/bearings/1.0/" + path, this::around);
    }
    server.createContext("/jira/rest/bearings/1.0/kpis", this::kpis);
    server.createContext("/jira/rest/bearings/1.0/breaches", this::kpis);
    server.createContext("/jira/rest/bearings/1.0/cycles", this::cycles);
    server.createContext("/jira/rest/dashboards/1.0/gadget", this::gadgets);
    server.createContext(
        "/jira/rest/api/2/myself", exchange -> send(exchange, 200, "{\"key\":\"somebody\"}"));
    server.start();
  }

  @After
  public void stop() {
    server.stop(0);
  }

  @Test
  public void whatIsInTheFileIsPostedOnce() throws IOException {
    DemoOkrs demo = new DemoOkrs(home, CLOCK);
    demo.expect();
    notReady = 2;

    demo.postPending(url());
    int objectives = titles.size();
    int attached = links;
    demo.postPending(url());

    assertThat(objectives).isPositive();
    assertThat(settings.toString())
        .isEqualTo(
            "{\"storyPointField\":\"customfield_10002\","
                + "\"outOfScopeResolutions\":[\"3\"],\"inProgressCredit\":0,"
                + "\"holidays\":[\"2026-01-01\",\"2026-05-01\",\"2026-12-25\",\"2026-12-26\","
                + "\"2027-01-01\",\"2027-05-01\",\"2027-12-25\",\"2027-12-26\"]}");
    assertThat(attached).isGreaterThanOrEqualTo(objectives);
    assertThat(titles).doesNotHaveDuplicates().hasSize(objectives);
    assertThat(home).isEmptyDirectory();
  }

  @Test
  public void theCompanyHasUnitsAndCyclesAroundToday() throws IOException {
    DemoOkrs demo = new DemoOkrs(home, CLOCK);
    demo.expect();
    demo.postPending(url());

    assertThat(units.keySet())
        .containsExactly("Papermill", "Product", "Technology", "Mobile", "Platform", "Security");
    assertThat(units.get("Mobile").toString())
        .isEqualTo(
            "{\"name\":\"Mobile\",\"level\":\"TEAM\",\"parentId\":2,"
                + "\"lead\":{\"key\":\"somebody\"},\"deputy\":{\"key\":\"somebody\"},"
                + "\"projects\":[{\"key\":\"DEMO\"}],"
                + "\"settings\":{\"capacity\":{\"members\":6}},\"id\":4}");
    assertThat(cycles.values())
        .extracting(
            cycle -> cycle.path("name").asText(),
            cycle -> cycle.path("first").asText(),
            cycle -> cycle.path("last").asText(),
            cycle -> cycle.path("parentId").asLong(),
            cycle -> cycle.path("state").asText())
        .containsExactly(
            tuple("2026", "2026-01-01", "2026-12-31", 0L, "ACTIVE"),
            tuple("Q3 2026", "2026-07-01", "2026-09-30", 1L, "CLOSED"),
            tuple("Q4 2026", "2026-10-01", "2026-12-31", 1L, "ACTIVE"),
            tuple("Q1 2027", "2027-01-01", "2027-03-31", 0L, "PLANNING"));

    Files.createFile(home.resolve("demo-objectives-to-be-posted"));
    demo.postPending(url());
    assertThat(units).hasSize(6);
    assertThat(cycles).hasSize(4);
  }

  @Test
  public void aQuarterThatBeganAMonthAgoIsHalfOver() throws IOException {
    DemoOkrs demo = new DemoOkrs(home, CLOCK);
    demo.expect();
    demo.postPending(url());

    assertThat(planned.get("2")).contains("Make the first week with us feel effortless");
    assertThat(rows)
        .anySatisfy(
            row ->
                assertThat(row)
                    .startsWith("\"CHECK_IN\"")
                    .contains("\"2026-11-21\"", "The shorter form is live for everybody."));
    assertThat(rows)
        .filteredOn(row -> row.startsWith("\"CHECK_IN\""))
        .hasSizeGreaterThan(50)
        .noneMatch(row -> row.contains("2026-09"));
    assertThat(around).anyMatch(each -> each.startsWith("blockers ") && each.contains("Legal"));
    assertThat(around).anyMatch(each -> each.startsWith("decisions "));
    assertThat(around).anyMatch(each -> each.contains("[~somebody], the questions"));
    assertThat(around).anyMatch(each -> each.startsWith("kickoff/steps/WRITE "));
    for (String kind : List.of("CONTRIBUTES", "DEPENDS", "CONFLICTS")) {
      assertThat(around).anyMatch(each -> each.contains(kind));
    }
    assertThat(rows).anyMatch(row -> row.contains("\"ALIGNED\""));
    assertThat(around)
        .filteredOn(each -> each.contains("toKeyResultId"))
        .hasSize(2)
        .allMatch(each -> each.contains("\"toKeyResultId\":3"));

    int imported = rows.size();
    Files.createFile(home.resolve("demo-objectives-to-be-posted"));
    demo.postPending(url());
    assertThat(rows).hasSize(imported);
  }

  @Test
  public void unitsHaveKpisWithValuesUntilToday() throws IOException {
    DemoOkrs demo = new DemoOkrs(home, CLOCK);
    demo.expect();
    demo.postPending(url());

    assertThat(kpis.keySet())
        .contains("Starts of the app without a crash", "Availability", "Work finished in a week");
    ObjectNode starts = kpis.get("Starts of the app without a crash");
    assertThat(starts.path("unitId").asLong()).isEqualTo(4);
    assertThat(starts.path("owner").path("key").asText()).isEqualTo("somebody");
    assertThat(starts.path("serves").path(0).path("part").asText()).isEqualTo("GUARDRAIL");
    assertThat(aroundKpis)
        .anyMatch(
            each ->
                each.startsWith("kpis/1/measurements/import date,value\n2026-06-21,99.61\n")
                    && each.endsWith("2026-11-15,99.05\n2026-11-22,98.9\n"))
        .anyMatch(each -> each.contains("\n2026-10-01,36\n") && !each.contains("2026-11"))
        .anyMatch(each -> each.equals("kpis/3/backfill {}"))
        .anyMatch(
            each ->
                each.startsWith("breaches/9/action {\"version\":2,\"state\":\"OPEN\"")
                    && each.endsWith("\"person\":{\"key\":\"somebody\"}}"));

    Files.createFile(home.resolve("demo-objectives-to-be-posted"));
    int requests = aroundKpis.size();
    demo.postPending(url());
    assertThat(aroundKpis).hasSize(requests);
  }

  @Test
  public void everyItemStandsOnADashboardOnce() throws IOException {
    DemoOkrs demo = new DemoOkrs(home, CLOCK);
    demo.expect();
    demo.postPending(url());

    assertThat(gadgets)
        .extracting(each -> each.path("completeKey").asText())
        .hasSize(9)
        .doesNotHaveDuplicates()
        .allMatch(key -> key.startsWith("io.bearings:"));
    assertThat(gadgets)
        .allMatch(each -> each.at("/preferences/isConfigured").asText().equals("true"))
        .allMatch(each -> each.path("preferences").size() > 1)
        .extracting(each -> each.path("column").asInt())
        .contains(0, 1, 2);
    assertThat(gadgets)
        .anyMatch(
            each ->
                each.path("preferences")
                    .toString()
                    .equals("{\"isConfigured\":\"true\",\"whose\":\"unit\",\"unit\":\"1\"}"));

    Files.createFile(home.resolve("demo-objectives-to-be-posted"));
    demo.postPending(url());
    assertThat(gadgets).hasSize(9);
  }

  @Test
  public void theYearOfTheCompanyFollowsItsQuarters() throws IOException {
    Clock december = Clock.fixed(Instant.parse("2026-12-05T10:00:00Z"), ZoneOffset.UTC);
    DemoOkrs demo = new DemoOkrs(home, december);
    demo.expect();
    demo.postPending(url());
    assertThat(cycles.values())
        .extracting(
            cycle -> cycle.path("name").asText(),
            cycle -> cycle.path("first").asText(),
            cycle -> cycle.path("last").asText(),
            cycle -> cycle.path("parentId").asLong())
        .containsExactly(
            tuple("2026/2027", "2026-02-01", "2027-01-31", 0L),
            tuple("Aug 2026 to Oct 2026", "2026-08-01", "2026-10-31", 1L),
            tuple("Nov 2026 to Jan 2027", "2026-11-01", "2027-01-31", 1L),
            tuple("Feb 2027 to Apr 2027", "2027-02-01", "2027-04-30", 0L));
  }

  @Test
  public void aStartThatWasInterruptedIsCompletedWithoutDoubles() throws IOException {
    DemoOkrs first = new DemoOkrs(home, CLOCK);
    first.expect();
    first.postPending(url());
    int all = titles.size();
    titles.remove(0);
    Files.createFile(home.resolve("demo-objectives-to-be-posted"));

    DemoOkrs second = new DemoOkrs(home, CLOCK);
    second.expect();
    second.wasThereBefore();
    second.postPending(url());

    assertThat(titles).hasSize(all).doesNotHaveDuplicates();
  }

  @Test
  public void aDemoThatWasThereBeforeIsLeftAlone() throws IOException {
    DemoOkrs demo = new DemoOkrs(home, CLOCK);
    demo.expect();
    demo.wasThereBefore();
    demo.postPending(url());

    assertThat(titles).isEmpty();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  public void aRefusalDoesNotStopTheHostAndIsTriedAgainNextTime() throws IOException {
    DemoOkrs demo = new DemoOkrs(home, CLOCK);
    demo.expect();
    answer = 400;
    demo.postPending(url());
    logInStatus = 200;
    new DemoOkrs(home, CLOCK).postPending(url());

    assertThat(titles).isEmpty();
    assertThat(home).isNotEmptyDirectory();
  }

  private String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/jira";
  }

  private void objectives(HttpExchange exchange) throws IOException {
    if (notReady > 0) {
      notReady--;
      send(exchange, 503, "{}");
      return;
    }
    if (exchange.getRequestURI().getPath().endsWith("/alignments")) {
      around(exchange);
      return;
    }
    if (exchange.getRequestMethod().equals("GET")) {
      ObjectNode all = JSON.createObjectNode();
      ArrayNode list = all.putArray("objectives");
      String query = exchange.getRequestURI().getQuery();
      if (query.contains("unit=")) {
        for (String title : planned.getOrDefault(unitOf(query), List.of())) {
          ObjectNode objective = list.addObject().put("title", title).put("id", 12);
          ArrayNode below = objective.putArray("keyResults");
          for (String each : keyResults.get(title)) {
            below.addObject().put("id", below.size()).put("title", each);
          }
        }
        send(exchange, 200, all.toString());
        return;
      }
      titles.forEach(title -> list.addObject().put("title", title));
      send(exchange, 200, all.toString());
      return;
    }
    JsonNode draft = JSON.readTree(exchange.getRequestBody());
    ObjectNode made = JSON.createObjectNode();
    ArrayNode keyResults = made.putArray("keyResults");
    draft.path("keyResults").forEach(keyResult -> keyResults.addObject().put("id", 7));
    if (answer == 201) {
      titles.add(draft.path("title").asText());
    }
    send(exchange, answer, made.toString());
  }

  private static String unitOf(String query) {
    return query.replaceAll(".*unit=(\\d+).*", "$1");
  }

  private void bringIn(HttpExchange exchange) throws IOException {
    String csv = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    List<String> lines = csv.lines().toList();
    if (answer == 201) {
      rows.addAll(lines.subList(1, lines.size()));
      List<String> objectives = new ArrayList<>();
      for (String line : lines) {
        if (line.startsWith("\"OBJECTIVE\"")) {
          objectives.add(title(line));
          keyResults.put(title(line), new ArrayList<>());
        } else if (line.startsWith("\"KEY_RESULT\"")) {
          keyResults.get(objectives.get(objectives.size() - 1)).add(title(line));
        }
      }
      planned.put(unitOf(exchange.getRequestURI().getQuery()), objectives);
    }
    send(exchange, answer, "{}");
  }

  private static String title(String line) {
    return line.split("\",\"|\",,|\"")[2];
  }

  private void around(HttpExchange exchange) throws IOException {
    around.add(
        exchange.getRequestURI().getPath().replaceAll(".*/1.0/", "")
            + " "
            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    send(exchange, 201, "{}");
  }

  private void units(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      ObjectNode all = JSON.createObjectNode();
      all.putArray("units").addAll(units.values());
      send(exchange, 200, all.toString());
      return;
    }
    ObjectNode unit = (ObjectNode) JSON.readTree(exchange.getRequestBody());
    unit.put("id", units.size() + 1);
    units.put(unit.path("name").asText(), unit);
    send(exchange, 201, unit.toString());
  }

  private void cycles(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("GET")) {
      ObjectNode all = JSON.createObjectNode();
      all.putArray("cycles").addAll(cycles.values());
      send(exchange, 200, all.toString());
      return;
    }
    ObjectNode body = (ObjectNode) JSON.readTree(exchange.getRequestBody());
    String path = exchange.getRequestURI().getPath();
    ObjectNode cycle = path.endsWith("/state") ? stored(path) : body;
    if (cycle == body) {
      cycle.put("id", cycles.size() + 1).put("version", 1).put("state", "PLANNING");
      cycles.put(cycle.path("name").asText(), cycle);
    } else {
      cycle.put("state", body.path("state").asText());
      cycle.put("version", body.path("version").asInt() + 1);
    }
    send(exchange, 200, cycle.toString());
  }

  private ObjectNode stored(String path) {
    String id = path.replaceAll(".*/(\\d+)/state", "$1");
    return cycles.values().stream()
        .filter(cycle -> cycle.path("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private void settings(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      settings = JSON.readTree(exchange.getRequestBody());
    }
    send(
        exchange,
        200,
        "{\"storyPointField\":null,\"outOfScopeResolutions\":[\"3\"],\"inProgressCredit\":0,"
            + "\"choices\":{}}");
  }

  private void attach(HttpExchange exchange) throws IOException {
    assertThat(JSON.readTree(exchange.getRequestBody()).path("issueKeys")).isNotEmpty();
    links++;
    send(exchange, 200, "{}");
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes();
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private void kpis(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst(".*/1.0/", "");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean reading = exchange.getRequestMethod().equals("GET");
    if (path.equals("kpis") && reading) {
      ObjectNode board = JSON.createObjectNode();
      kpis.values().forEach(board.putArray("kpis")::add);
      send(exchange, 200, board.toString());
    } else if (path.equals("kpis")) {
      ObjectNode kpi = (ObjectNode) JSON.readTree(body);
      kpis.put(kpi.path("name").asText(), kpi.put("id", kpis.size() + 1));
      send(exchange, 201, kpi.toString());
    } else if (reading) {
      send(exchange, 200, "{\"standing\":{\"breach\":{\"id\":9,\"version\":2}}}");
    } else {
      aroundKpis.add(path + " " + body);
      send(exchange, 200, "{}");
    }
  }

  private void gadgets(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath().replaceFirst(".*/gadget/?", "");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestMethod().equals("GET")) {
      send(exchange, 200, JSON.createArrayNode().addAll(gadgets).toString());
    } else if (path.isEmpty()) {
      gadgets.add(((ObjectNode) JSON.readTree(body)).put("id", gadgets.size()));
      send(exchange, 201, gadgets.get(gadgets.size() - 1).toString());
    } else {
      int id = Integer.parseInt(path.replace("/prefs", ""));
      gadgets.get(id).set("preferences", JSON.readTree(body));
      send(exchange, 200, "{}");
    }
  }
}
