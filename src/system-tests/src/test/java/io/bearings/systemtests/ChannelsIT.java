package io.bearings.systemtests;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.World;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Channels of chat services are set up, tried and taken away, and their addresses stay secret. */
@RunWith(Parameterized.class)
public class ChannelsIT {
  private static final String TOKEN = "tOpSeCrEt0815";
  private static final String HOOK = "/services/" + TOKEN;

  private final WireMockServer chat =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final Cell cell;

  public ChannelsIT(Cell cell) {
    this.cell = cell;
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Before
  public void start() {
    chat.start();
    chat.stubFor(post(HOOK).willReturn(aResponse().withStatus(200)));
  }

  @After
  public void stop() {
    chat.stop();
  }

  @Test
  public void aChannelIsTriedAndItsAddressIsNeverTold() throws Exception {
    HostOptions options =
        HostOptions.fresh("channels-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper())
            .importing(World.file());
    try (RunningHost host = RunningHost.start(options)) {
      Okrs admin = new Okrs(host.as("admin"));
      long unit = new Organisation(admin).team("Support", "lead");
      Okrs lead = new Okrs(host.as("lead"));
      Okrs member = new Okrs(host.as("member"));

      assertThat(said(lead.post("channels", channel(unit))).status())
          .as("no encryption, and no administrator allowed the host")
          .isEqualTo(400);
      admin
          .put("outgoing", Map.of("allowedHosts", List.of("127.0.0.1"), "plainMail", false))
          .json(200);
      long id = said(lead.post("channels", channel(unit))).json(201).path("id").asLong();
      assertThat(member.post("channels", channel(unit)).status()).isEqualTo(403);
      assertThat(member.get("channels/" + id).status()).isEqualTo(403);
      assertThat(member.post("channels/" + id + "/test", Map.of()).status()).isEqualTo(403);

      JsonNode tested = said(lead.post("channels/" + id + "/test", Map.of())).json(200);
      assertThat(tested.path("taken").asBoolean()).isTrue();
      chat.verify(
          1, postRequestedFor(urlEqualTo(HOOK)).withRequestBody(matchingJsonPath("$.blocks[0]")));

      chat.stubFor(post(HOOK).willReturn(aResponse().withStatus(404)));
      JsonNode gone = said(lead.post("channels/" + id + "/test", Map.of())).json(200);
      assertThat(gone.path("note").asText()).isEqualTo("HTTP 404");
      admin.put("outgoing", Map.of("allowedHosts", List.of(), "plainMail", false)).json(200);
      JsonNode refused = said(lead.post("channels/" + id + "/test", Map.of())).json(200);
      assertThat(refused.path("note").asText()).contains("private network");

      own(member, lead);
      said(lead.get("channels?unit=" + unit)).json(200);
      said(lead.get("channels/" + id + "/log")).json(200);
      said(admin.get("settings/file"));
      Map<String, Object> change = Map.of("version", 1, "name", "Ours", "on", false);
      assertThat(said(lead.put("channels/" + id, change)).json(200).path("version").asInt())
          .isEqualTo(2);
      assertThat(said(lead.put("channels/" + id, change)).status()).isEqualTo(409);
      assertThat(lead.delete("channels/" + id + "?version=2").status()).isEqualTo(204);
      assertThat(lead.get("channels/" + id).status()).isEqualTo(404);
      assertThat(host.standardError()).doesNotContain(TOKEN);
    }
  }

  /** A person's own channel is nobody else's business. */
  private void own(Okrs member, Okrs lead) {
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("kind", "DISCORD");
    own.put("name", "Mine");
    own.put("address", "https://127.0.0.1:" + chat.port() + HOOK);
    long id = said(member.post("channels", own)).json(201).path("id").asLong();
    assertThat(said(member.get("channels")).json(200).path("channels")).hasSize(1);
    assertThat(lead.get("channels/" + id).status()).isEqualTo(404);
    assertThat(lead.get("channels").json(200).path("channels")).isEmpty();
  }

  private Map<String, Object> channel(long unit) {
    Map<String, Object> channel = new LinkedHashMap<>();
    channel.put("unitId", unit);
    channel.put("kind", "SLACK");
    channel.put("name", "#support");
    channel.put("address", "http://127.0.0.1:" + chat.port() + HOOK);
    return channel;
  }

  private static Answer said(Answer answer) {
    assertThat(answer.body()).doesNotContain(TOKEN);
    return answer;
  }
}
