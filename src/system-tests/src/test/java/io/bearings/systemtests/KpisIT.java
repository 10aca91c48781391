package io.bearings.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.Cell;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.Organisation;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session;
import io.bearings.systemtests.harness.Session.Answer;
import io.bearings.systemtests.harness.World;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * From nothing to a breached KPI over REST: a sheet, values by hand, from a file and pushed by
 * another system, what is said about the past when one is corrected, and what is done about it.
 */
@RunWith(Parameterized.class)
public class KpisIT {
  private static final String CSV = "text/csv";

  private final HostOptions options;

  public KpisIT(Cell cell) {
    options =
        HostOptions.fresh("kpis-" + cell)
            .database(cell.database().fresh())
            .temper(cell.temper())
            .importing(World.file());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> cells() {
    return Cell.diagonal();
  }

  @Test
  public void fromNothingToABreach() {
    try (RunningHost host = RunningHost.start(options)) {
      Organisation organisation = new Organisation(new Okrs(host.as("admin")));
      long unit = organisation.team("Support", "lead");
      Okrs lead = new Okrs(host.as("lead"));
      Okrs reader = new Okrs(host.as("member"));

      long kpi = create(lead, reader, unit);
      byHand(lead, reader, kpi);
      fromAFile(lead, kpi);
      pushed(host, lead, kpi);
      actedOn(lead, unit, kpi);
      changed(lead, kpi);
      computed(lead, unit, kpi);
      inputs(lead, reader, unit);
      nobodyWritesWhatTheyMayNot(host, organisation);
    }
  }

  private static LocalDate daysAgo(int days) {
    return LocalDate.now().minusDays(days);
  }

  private static Map<String, Object> sheet(long unit, String name) {
    Map<String, Object> sheet = new LinkedHashMap<>();
    sheet.put("unitId", unit);
    sheet.put("name", name);
    sheet.put("category", "QUALITY");
    sheet.put("frequency", "DAILY");
    sheet.put("direction", "HIGHER");
    sheet.put("measure", Map.of("kind", "PERCENT"));
    sheet.put("target", Map.of("value", 95));
    sheet.put("critical", Map.of("value", 90));
    sheet.put("action", "Call the lead on duty");
    return sheet;
  }

  private static long create(Okrs lead, Okrs reader, long unit) {
    assertThat(reader.post("kpis", sheet(unit, "Answered in time")).status()).isEqualTo(403);
    Map<String, Object> wrong = sheet(unit, " ");
    wrong.put("critical", Map.of("value", 99));
    wrong.put("colour", "red");
    JsonNode unknown = lead.post("kpis", wrong).json(400).path("errors");
    assertThat(unknown.path("colour").asText()).isNotEmpty();
    wrong.remove("colour");
    JsonNode refused = lead.post("kpis", wrong).json(400).path("errors");
    assertThat(refused.path("name").asText()).isNotEmpty();
    assertThat(refused.path("critical").asText()).isNotEmpty();

    JsonNode made = lead.post("kpis", sheet(unit, "Answered in time")).json(201);
    assertThat(made.path("mayEdit").asBoolean()).isTrue();
    assertThat(made.at("/standing/period/status").asText()).isEqualTo("NO_DATA");
    return made.path("id").asLong();
  }

  private static void byHand(Okrs lead, Okrs reader, long kpi) {
    String values = "kpis/" + kpi + "/measurements";
    Map<String, Object> value = Map.of("on", daysAgo(6).toString(), "value", 96);
    assertThat(reader.post(values, value).status()).isEqualTo(403);
    JsonNode entered = lead.post(values, value).json(201);
    assertThat(entered.at("/period/status").asText()).isEqualTo("GREEN");
    assertThat(entered.path("added").asInt()).isEqualTo(1);
    assertThat(lead.post(values, value).json(201).path("added").asInt()).isZero();
    Map<String, Object> tomorrow = Map.of("on", daysAgo(-2).toString(), "value", 96);
    assertThat(lead.post(values, tomorrow).json(400).at("/errors/on").asText()).isNotEmpty();

    Map<String, Object> corrected = Map.of("on", daysAgo(6).toString(), "value", 92);
    JsonNode revision = lead.post(values, corrected).json(201).at("/revisions/0");
    assertThat(revision.path("before").asText()).isEqualTo("GREEN");
    assertThat(revision.path("after").asText()).isEqualTo("AMBER");
    JsonNode recorded = lead.get(values).json(200).path("measurements");
    assertThat(recorded.size()).isEqualTo(2);
    assertThat(recorded.at("/0/counts").asBoolean()).isTrue();
    assertThat(recorded.at("/1/counts").asBoolean()).isFalse();
  }

  private static void fromAFile(Okrs lead, long kpi) {
    String wrong = "date;value\n" + daysAgo(5) + ";96,5\n" + daysAgo(5) + ";97\nnever;x\n";
    JsonNode tried = file(lead, kpi, "?dryRun=true", wrong).json(200);
    assertThat(tried.path("wrong").asInt()).isEqualTo(2);
    assertThat(tried.at("/shown/0/row").asInt()).isEqualTo(3);
    assertThat(tried.at("/shown/1/errors/date").asText()).isNotEmpty();
    assertThat(file(lead, kpi, "", wrong).status()).isEqualTo(400);

    String right = "date;value\n" + daysAgo(5) + ";96,5\n" + daysAgo(4) + ";97\n";
    JsonNode brought = file(lead, kpi, "", right).json(200);
    assertThat(brought.path("added").asInt()).isEqualTo(2);
    assertThat(brought.at("/measured/period/value").asDouble()).isEqualTo(97);
    Answer exported = lead.get("kpis/" + kpi + "/measurements/export");
    assertThat(exported.body()).contains(daysAgo(5) + ",96.5");
  }

  private static Answer file(Okrs lead, long kpi, String query, String text) {
    return lead.session()
        .raw(
            "POST",
            "/rest/bearings/1.0/kpis/" + kpi + "/measurements/import" + query,
            text,
            Map.of("Content-Type", CSV, "X-Atlassian-Token", "no-check"));
  }

  private static void pushed(RunningHost host, Okrs lead, long kpi) {
    JsonNode made = lead.post("kpis/" + kpi + "/tokens", Map.of("name", "Monitoring")).json(201);
    String secret = made.path("secret").asText();
    assertThat(secret).hasSizeGreaterThan(40);
    assertThat(lead.get("kpis/" + kpi + "/tokens").body()).doesNotContain(secret);

    String day = daysAgo(3).toString();
    String value = "{\"on\":\"" + day + "\",\"value\":71}";
    assertThat(push(host, kpi, "bpt_wrong", value).status()).isEqualTo(403);
    assertThat(push(host, kpi + 1, secret, value).status()).isEqualTo(403);
    assertThat(push(host, kpi, secret, "{\"value\":\"x\"}").status()).isEqualTo(400);
    JsonNode answer = push(host, kpi, secret, value).json(200);
    assertThat(answer.path("status").asText()).isEqualTo("RED");
    assertThat(answer.path("breach").asBoolean()).isTrue();
    // A token can do nothing else.
    Map<String, String> shown = Map.of("X-Bearings-Push-Token", secret);
    assertThat(host.anonymous().raw("GET", "/rest/bearings/1.0/kpis/" + kpi, "", shown).status())
        .isEqualTo(401);

    assertThat(lead.delete("kpis/" + kpi + "/tokens/" + made.path("id").asLong()).status())
        .isEqualTo(204);
    assertThat(push(host, kpi, secret, value).status()).isEqualTo(403);
  }

  private static Answer push(RunningHost host, long kpi, String secret, String json) {
    return host.anonymous()
        .raw(
            "POST",
            "/rest/bearings/1.0/push/" + kpi,
            json,
            Map.of("Content-Type", "application/json", "X-Bearings-Push-Token", secret));
  }

  private static void actedOn(Okrs lead, long unit, long kpi) {
    JsonNode card = lead.get("kpis?unit=" + unit).json(200).at("/kpis/0");
    assertThat(card.at("/standing/breach/kpiId").asLong()).isEqualTo(kpi);
    assertThat(card.at("/standing/trend").size()).isBetween(4, 12);
    JsonNode breach = lead.get("breaches?unit=" + unit + "&open=true").json(200).at("/breaches/0");
    String address = "breaches/" + breach.path("id").asLong();
    int version = breach.path("version").asInt();
    JsonNode known = lead.post(address + "/acknowledge", Map.of("version", version)).json(200);
    assertThat(known.at("/acknowledged/by/key").asText()).isNotEmpty();
    assertThat(lead.post(address + "/acknowledge", Map.of("version", version)).status())
        .isEqualTo(409);
    JsonNode acted =
        lead.put(
                address + "/action",
                Map.of(
                    "version",
                    known.path("version").asInt(),
                    "state",
                    "DONE",
                    "result",
                    "A second person is on duty"))
            .json(200);
    assertThat(acted.at("/action/state").asText()).isEqualTo("DONE");

    Map<String, Object> better = Map.of("on", daysAgo(2).toString(), "value", 98);
    assertThat(lead.post("kpis/" + kpi + "/measurements", better).json(201).path("breach").isNull())
        .isTrue();
    JsonNode over = lead.get(address).json(200);
    assertThat(over.path("closing").asText()).isEqualTo("RECOVERED");
    JsonNode series = lead.get("kpis/" + kpi + "/series").json(200);
    assertThat(series.path("breaches").size()).isEqualTo(1);
    assertThat(series.path("periods").size()).isEqualTo(7);
  }

  private static void changed(Okrs lead, long kpi) {
    int version = lead.get("kpis/" + kpi).json(200).path("version").asInt();
    Map<String, Object> looser =
        Map.of("version", version, "critical", Map.of("value", 60), "reason", "Agreed with all");
    JsonNode saved = lead.put("kpis/" + kpi, looser).json(200);
    assertThat(saved.at("/critical/value").asInt()).isEqualTo(60);
    JsonNode conflict = lead.put("kpis/" + kpi, looser).json(409);
    assertThat(conflict.at("/changed/0").asText()).isEqualTo("critical");
    JsonNode history = lead.get("kpis/" + kpi + "/history").json(200).at("/changes/0");
    assertThat(history.path("field").asText()).isEqualTo("critical");
    assertThat(history.path("reason").asText()).isEqualTo("Agreed with all");
    // Under the other threshold there never was a breach.
    assertThat(lead.get("breaches?kpi=" + kpi).json(200).path("breaches").size()).isZero();
  }

  private static void computed(Okrs lead, long unit, long kpi) {
    JsonNode problem =
        lead.post("formulas/check", Map.of("text", "KPI-999999 +")).json(200).at("/problems/0");
    assertThat(problem.path("text").asText()).isNotEmpty();
    assertThat(
            lead.post("formulas/complete", Map.of("text", "velo", "cursor", 4))
                .json(200)
                .at("/candidates/0/name")
                .asText())
        .isEqualTo("velocity");

    Map<String, Object> sheet = sheet(unit, "Missed");
    sheet.put("source", "FORMULA");
    sheet.put("formula", "1 - KPI-" + kpi);
    sheet.put("direction", "LOWER");
    sheet.put("target", Map.of("value", 5));
    sheet.put("critical", Map.of("value", 50));
    JsonNode made = lead.post("kpis", sheet).json(201);
    String series = "kpis/" + made.path("id").asLong() + "/series";
    assertThat(value(lead.get(series).json(200), daysAgo(4))).isEqualTo(3);
    Map<String, Object> corrected = Map.of("on", daysAgo(4).toString(), "value", 90);
    lead.post("kpis/" + kpi + "/measurements", corrected).json(201);
    assertThat(value(lead.get(series).json(200), daysAgo(4))).isEqualTo(10);

    Map<String, Object> circle =
        Map.of(
            "version",
            lead.get("kpis/" + kpi).json(200).path("version").asInt(),
            "source",
            "FORMULA",
            "formula",
            "KPI-" + made.path("id").asLong());
    assertThat(lead.put("kpis/" + kpi, circle).json(400).at("/errors/formula").asText())
        .contains("\u2192");
  }

  private static double value(JsonNode series, LocalDate on) {
    for (JsonNode each : series.path("periods")) {
      if (each.path("first").asText().equals(on.toString())) {
        return each.path("value").asDouble();
      }
    }
    throw new AssertionError("There is no period of " + on + " in " + series);
  }

  private static void inputs(Okrs lead, Okrs reader, long unit) {
    String inputs = "units/" + unit + "/inputs";
    List<Map<String, Object>> rate = List.of(Map.of("on", "2026-01-01", "value", 85));
    JsonNode stated = lead.put(inputs, Map.of("version", 0, "hourlyRate", rate)).json(200);
    assertThat(stated.at("/hourlyRate/0/value").asInt()).isEqualTo(85);
    JsonNode seen = reader.get(inputs).json(200);
    assertThat(seen.path("hourlyRate").isNull()).isTrue();
    assertThat(reader.put(inputs, Map.of("version", 1, "hourlyRate", rate)).status())
        .isEqualTo(403);
    assertThat(lead.get("kpi-templates").json(200).path("templates").size())
        .isGreaterThanOrEqualTo(15);
  }

  /** A write, as somebody tries it. */
  private record Write(String method, String path, Object body) {
    Answer by(Okrs who) {
      return switch (method) {
        case "POST" -> who.post(path, body);
        case "PUT" -> who.put(path, body);
        default -> who.delete(path);
      };
    }

    /** As a page of another site has the browser of somebody send it. */
    Answer forged(Session whose, Map<String, String> headers) {
      Map<String, String> all = new LinkedHashMap<>(headers);
      all.put("User-Agent", "Mozilla/5.0");
      return whose.raw(method, "/rest/bearings/1.0/" + path, "{}", all);
    }
  }

  private static void nobodyWritesWhatTheyMayNot(RunningHost host, Organisation organisation) {
    long unit = closed(host, organisation);
    Okrs lead = new Okrs(host.as("lead"));
    long kpi = lead.post("kpis", sheet(unit, "Behind closed doors")).json(201).path("id").asLong();
    Map<String, Object> red = Map.of("on", daysAgo(2).toString(), "value", 1);
    lead.post("kpis/" + kpi + "/measurements", red).json(201);
    long token =
        lead.post("kpis/" + kpi + "/tokens", Map.of("name", "CI")).json(201).path("id").asLong();
    long breach = lead.get("breaches?kpi=" + kpi).json(200).at("/breaches/0/id").asLong();
    String before = lead.get("kpis/" + kpi).json(200).toString();

    Okrs viewer = new Okrs(host.as("viewer"));
    Okrs stranger = new Okrs(host.as("stranger"));
    Okrs nobody = new Okrs(host.anonymous());
    assertThat(viewer.get("kpis/" + kpi).status()).isEqualTo(200);
    for (Write each : writes(unit, kpi, token, breach)) {
      assertThat(each.by(viewer).status()).as("%s by a viewer", each).isEqualTo(403);
      Answer hidden = each.by(stranger);
      assertThat(hidden.status()).as("%s by a stranger: %s", each, hidden).isEqualTo(404);
      assertThat(hidden.body()).doesNotContain("Behind closed doors");
      assertThat(each.by(nobody).status()).as("%s by nobody", each).isEqualTo(401);
      for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
        assertThat(each.forged(lead.session(), Map.of("Content-Type", type)).status())
            .as("%s, forged as %s", each, type)
            .isIn(403, 415);
      }
      Map<String, String> elsewhere =
          Map.of("Content-Type", "application/json", "Origin", "http://evil.example");
      assertThat(each.forged(lead.session(), elsewhere).status())
          .as("%s from another site", each)
          .isEqualTo(403);
    }
    String csv = "/rest/bearings/1.0/kpis/" + kpi + "/measurements/import";
    assertThat(file(viewer, kpi, "", "date;value\n").status()).isEqualTo(403);
    assertThat(file(stranger, kpi, "", "date;value\n").status()).isEqualTo(404);
    String value = "date;value\n" + daysAgo(1) + ";2\n";
    for (Map<String, String> headers :
        List.of(
            Map.of("Content-Type", "text/plain", "User-Agent", "Mozilla/5.0"),
            Map.of(
                "Content-Type",
                CSV,
                "Origin",
                "http://evil.example",
                "User-Agent",
                "Mozilla/5.0"))) {
      assertThat(lead.session().raw("POST", csv, value, headers).status())
          .as("%s", headers)
          .isEqualTo(403);
    }
    assertThat(lead.get("kpis/" + kpi).json(200).toString()).isEqualTo(before);
  }

  /** A team that only those see who have a role in it. */
  private static long closed(RunningHost host, Organisation organisation) {
    Okrs admin = organisation.admin();
    Map<String, Object> team =
        Map.of(
            "name",
            "Closed",
            "level",
            "TEAM",
            "parentId",
            organisation.company(),
            "openness",
            "MEMBERS");
    JsonNode made = admin.post("units", team).json(201);
    String unit = "units/" + made.path("id").asLong();
    Map<String, Object> roles =
        Map.of(
            "version",
            made.path("version").asInt(),
            "roles",
            List.of(role(host, "LEAD", "lead"), role(host, "VIEWER", "viewer")));
    admin.put(unit + "/roles", roles).json(200);
    return made.path("id").asLong();
  }

  private static Map<String, Object> role(RunningHost host, String role, String person) {
    String key = host.as(person).get("/rest/api/2/myself").json(200).path("key").asText();
    return Map.of("role", role, "person", Map.of("key", key));
  }

  private static List<Write> writes(long unit, long kpi, long token, long breach) {
    String one = "kpis/" + kpi;
    Map<String, Object> version = Map.of("version", 1);
    return List.of(
        new Write("POST", "kpis", sheet(unit, "Mine")),
        new Write("PUT", one, Map.of("version", 1, "name", "Mine")),
        new Write("POST", one + "/archive", version),
        new Write("POST", one + "/restore", version),
        new Write("POST", one + "/measurements", Map.of("on", daysAgo(1).toString(), "value", 99)),
        new Write("POST", one + "/tokens", Map.of("name", "Mine")),
        new Write("DELETE", one + "/tokens/" + token, ""),
        new Write("POST", one + "/backfill", Map.of()),
        new Write("POST", "breaches/" + breach + "/acknowledge", version),
        new Write(
            "PUT",
            "breaches/" + breach + "/action",
            Map.of("version", 1, "state", "DONE", "result", "Mine")),
        new Write("PUT", "units/" + unit + "/inputs", Map.of("version", 0, "budget", List.of())),
        new Write("POST", "breach-acts/secret", Map.of("kpiId", kpi)));
  }
}
