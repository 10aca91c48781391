package io.bearings.systemtests;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.World;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** A breach opens: people are told, an issue is created, another system is called. */
@RunWith(Parameterized.class)
public class BreachActsIT {
  /** The job that sends comes each minute. */
  private static final Duration PATIENCE = Duration.ofSeconds(100);

  private final GreenMail mail =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final WireMockServer other =
      new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));
  private final Cell cell;

  public BreachActsIT(Cell cell) {
    this.cell = cell;
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Before
  public void start() {
    mail.start();
    other.start();
    other.stubFor(post("/hook").willReturn(aResponse().withStatus(204)));
  }

  @After
  public void stop() {
    mail.stop();
    other.stop();
  }

  @Test
  public void whoHasToHearOfABreachHearsOfItOnce() throws Exception {
    HostOptions options =
        HostOptions.fresh("breach-acts-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper())
            .importing(World.file())
            .with("--smtp", "127.0.0.1:" + mail.getSmtp().getPort());
    try (RunningHost host = RunningHost.start(options)) {
      Okrs admin = new Okrs(host.as("admin"));
      long unit = new Organisation(admin).team("Support", "lead");
      Okrs lead = new Okrs(host.as("lead"));
      allow(admin, lead);
      long kpi = lead.post("kpis", sheet(unit)).json(201).path("id").asLong();
      String secret =
          lead.post("breach-acts/secret", Map.of("kpiId", kpi)).json(201).path("secret").asText();
      Okrs reader = new Okrs(host.as("member"));
      assertThat(reader.post("breach-acts/secret", Map.of("kpiId", kpi)).status()).isEqualTo(403);

      breach(lead, kpi);
      long breach = lead.get("breaches?unit=" + unit).json(200).at("/breaches/0/id").asLong();
      JsonNode acts = done(lead, breach);

      assertThat(acts.at("/0/told/0/name").asText()).isEqualTo("Lead");
      assertThat(acts.at("/1/result").asText()).startsWith("APP-");
      assertThat(acts.at("/2/state").asText()).isEqualTo("REFUSED");
      assertThat(acts.at("/2/result").asText()).contains("NONE");
      assertThat(acts.at("/3/state").asText()).isEqualTo("DONE");
      JsonNode notice = lead.get("inbox").json(200).at("/items/0");
      assertThat(notice.path("kind").asText()).isEqualTo("BREACH_OPENED");
      assertThat(notice.at("/subject/key").asText()).isEqualTo("KPI-" + kpi);
      signed(secret);
      log(lead, reader, kpi);
      mailed(kpi);
    }
  }

  private static void allow(Okrs admin, Okrs lead) {
    Map<String, Object> hosts = Map.of("allowedHosts", List.of("127.0.0.1"), "plainMail", true);
    assertThat(lead.put("outgoing", hosts).status()).isEqualTo(403);
    assertThat(lead.get("outgoing").status()).isEqualTo(403);
    assertThat(lead.get("outgoing/deliveries").status()).isEqualTo(403);
    assertThat(admin.put("outgoing", hosts).json(200).at("/allowedHosts/0").asText())
        .isEqualTo("127.0.0.1");
  }

  private Map<String, Object> sheet(long unit) {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("unitId", unit);
    sheet.put("name", "Answered <in> time");
    sheet.put("category", "QUALITY");
    sheet.put("frequency", "DAILY");
    sheet.put("direction", "HIGHER");
    sheet.put("measure", Map.of("kind", "PERCENT"));
    sheet.put("target", Map.of("value", 95));
    sheet.put("critical", Map.of("value", 90));
    sheet.put("automatic", List.of(issue("APP"), issue("NONE"), hook()));
    return sheet;
  }

  private static Map<String, Object> issue(String project) {
    return Map.of(
        "kind",
        "CREATE_ISSUE",
        "projectKey",
        project,
        "issueType",
        "Task",
        "summary",
        "{kpi} is {value}",
        "description",
        "{link}");
  }

  private Map<String, Object> hook() {
    return Map.of("kind", "WEBHOOK", "url", "http://127.0.0.1:" + other.port() + "/hook");
  }

  private static void breach(Okrs lead, long kpi) {
    Map<String, Object> value =
        Map.of("on", LocalDate.now().minusDays(1).toString(), "value", 12.5);
    lead.post("kpis/" + kpi + "/measurements", value).json(201);
  }

  private static JsonNode done(Okrs lead, long breach) throws InterruptedException {
    Instant until = Instant.now().plus(PATIENCE);
    JsonNode acts = acts(lead, breach);
    while (acts.toString().matches(".*\"(WAITING|UNDER_WAY)\".*")
        && Instant.now().isBefore(until)) {
      Thread.sleep(200);
      acts = acts(lead, breach);
    }
    return acts;
  }

  private static JsonNode acts(Okrs lead, long breach) {
    return lead.get("breach-acts?breach=" + breach).json(200).path("acts");
  }

  private void signed(String secret) throws Exception {
    List<LoggedRequest> calls = other.findAll(postRequestedFor(urlEqualTo("/hook")));
    assertThat(calls).hasSize(1);
    String[] header = calls.get(0).getHeader("X-Bearings-Signature").split(",v1=");
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    String body = header[0].substring("t=".length()) + "." + calls.get(0).getBodyAsString();
    assertThat(header[1])
        .isEqualTo(HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8))));
  }

  private static void log(Okrs lead, Okrs reader, long kpi) {
    String log = "breach-acts/deliveries?kpi=" + kpi;
    assertThat(lead.get(log).json(200).at("/deliveries/0/status").asInt()).isEqualTo(204);
    assertThat(reader.get(log).status()).isEqualTo(403);
  }

  private void mailed(long kpi) throws Exception {
    assertThat(mail.waitForIncomingEmail(PATIENCE.toMillis(), 1)).isTrue();
    MimeMessage[] got = mail.getReceivedMessages();
    assertThat(got).hasSize(1);
    assertThat(got[0].getSubject()).contains("KPI-" + kpi + " Answered <in> time");
    assertThat(got[0].getContent().toString()).contains("12.5 %").contains("#KPI-" + kpi);
  }
}
