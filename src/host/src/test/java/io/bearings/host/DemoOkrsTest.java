package io.bearings.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class DemoOkrsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<String> titles = new ArrayList<>();
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
    server.start();
  }

  @After
  public void stop() {
    server.stop(0);
  }

  @Test
  public void whatIsInTheFileIsPostedOnce() throws IOException {
    DemoOkrs demo = new DemoOkrs(home);
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
                + "\"outOfScopeResolutions\":[\"3\"],\"inProgressCredit\":0}");
    assertThat(attached).isGreaterThanOrEqualTo(objectives);
    assertThat(titles).doesNotHaveDuplicates().hasSize(objectives);
    assertThat(home).isEmptyDirectory();
  }

  @Test
  public void aStartThatWasInterruptedIsCompletedWithoutDoubles() throws IOException {
    DemoOkrs first = new DemoOkrs(home);
    first.expect();
    first.postPending(url());
    int all = titles.size();
    titles.remove(0);
    Files.createFile(home.resolve("demo-objectives-to-be-posted"));

    DemoOkrs second = new DemoOkrs(home);
    second.expect();
    second.wasThereBefore();
    second.postPending(url());

    assertThat(titles).hasSize(all).doesNotHaveDuplicates();
  }

  @Test
  public void aDemoThatWasThereBeforeIsLeftAlone() throws IOException {
    DemoOkrs demo = new DemoOkrs(home);
    demo.expect();
    demo.wasThereBefore();
    demo.postPending(url());

    assertThat(titles).isEmpty();
    assertThat(home).isEmptyDirectory();
  }

  @Test
  public void aRefusalDoesNotStopTheHostAndIsTriedAgainNextTime() throws IOException {
    DemoOkrs demo = new DemoOkrs(home);
    demo.expect();
    answer = 400;
    demo.postPending(url());
    logInStatus = 200;
    new DemoOkrs(home).postPending(url());

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
    if (exchange.getRequestMethod().equals("GET")) {
      ObjectNode all = JSON.createObjectNode();
      ArrayNode list = all.putArray("objectives");
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
}
