package io.bearings.systemtests;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.systemtests.harness.HostOptions;
import io.bearings.systemtests.harness.Okrs;
import io.bearings.systemtests.harness.RunningHost;
import io.bearings.systemtests.harness.Session.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.Test;

/**
 * Who may do what, through REST: each row of the table in the administrator's guide, for somebody
 * of each of its columns and for somebody who has no role. An operation that the guide names and
 * this test does not try fails it.
 */
public class PermissionMatrixIT {
  private static final Path GUIDE = Path.of("..", "..", "docs", "admin-guide.md");

  /** The columns of the table, each with the person who stands for it. */
  private static final List<String> COLUMNS =
      List.of("viewer", "member", "lead", "amara", "jonas", "priya", "admin");

  private static final List<String> ROLES =
      List.of("VIEWER", "CONTRIBUTOR", "LEAD", "CHAMPION", "EXECUTIVE");
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String OWNER = "priya";
  private static final String STRANGER = "stranger";

  private final Map<String, Okrs> people = new LinkedHashMap<>();
  private final Map<String, String> keys = new HashMap<>();
  private Okrs admin;
  private long unit;
  private long cycle;
  private int days;

  @Test
  public void everybodyMayDoWhatTheGuideSays() throws IOException {
    try (RunningHost host = RunningHost.start(HostOptions.fresh("permissions").demo())) {
      List<String> everybody = new ArrayList<>(COLUMNS);
      everybody.add(STRANGER);
      for (String name : everybody) {
        people.put(name, new Okrs(host.as(name)));
        keys.put(name, host.as(name).get("/rest/api/2/myself").json(200).path("key").asText());
      }
      admin = people.get("admin");
      organise();
      compare();
      whatLeavesTheSiteIsForAdministrators();
      whoMayChangeAKpiHasItsActsTriedAgain();
    }
  }

  private void whatLeavesTheSiteIsForAdministrators() {
    Map<String, Object> nothing = Map.of("allowedHosts", List.of(), "plainMail", false);
    SoftAssertions differences = new SoftAssertions();
    people.forEach(
        (person, okrs) -> {
          int expected = person.equals("admin") ? 200 : 403;
          List.of(
                  put(person, "outgoing", nothing),
                  okrs.get("outgoing"),
                  okrs.get("outgoing/deliveries"))
              .forEach(
                  answer ->
                      differences
                          .assertThat(answer.status())
                          .as("outgoing by %s: %s", person, answer.body())
                          .isEqualTo(expected));
        });
    differences.assertAll();
  }

  /** The same people as may change the KPI; whoever may not see it does not learn that it is. */
  private void whoMayChangeAKpiHasItsActsTriedAgain() throws IOException {
    List<Boolean> columns = table().get("EDIT_KPI");
    SoftAssertions differences = new SoftAssertions();
    for (int i = 0; i < COLUMNS.size(); i++) {
      String person = COLUMNS.get(i);
      boolean allowed = columns.get(i) || person.equals(OWNER);
      String again = "breach-acts/" + refusedAct(person) + "/again";
      differences
          .assertThat(post(STRANGER, again, Map.of()).status())
          .as("%s by somebody without a role", again)
          .isEqualTo(404);
      differences
          .assertThat(post(person, again, Map.of()).status())
          .as("%s by %s", again, person)
          .isEqualTo(allowed ? 200 : 403);
    }
    differences.assertAll();
  }

  /** An issue that a breach was to bring and that Jira refused, of a KPI that is the owner's. */
  private long refusedAct(String who) {
    JsonNode kpi = kpi(who);
    Map<String, Object> issue =
        Map.of(
            "kind",
            "CREATE_ISSUE",
            "projectKey",
            "NONE",
            "issueType",
            "Task",
            "summary",
            "{kpi}",
            "description",
            "");
    admin
        .put(
            "kpis/" + id(kpi),
            Map.of(
                "version",
                kpi.path("version").asInt(),
                "critical",
                Map.of("value", 8),
                "automatic",
                List.of(issue)))
        .json(200);
    admin
        .post(
            "kpis/" + id(kpi) + "/measurements",
            Map.of("on", LocalDate.now().minusDays(1).toString(), "value", 30))
        .json(201);
    long breach = admin.get("breaches?unit=" + unit).json(200).at("/breaches/0/id").asLong();
    Instant until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      for (JsonNode act : admin.get("breach-acts?breach=" + breach).json(200).path("acts")) {
        if (act.path("state").asText().equals("REFUSED")) {
          return id(act);
        }
      }
    }
    throw new AssertionError("Jira refused nothing of breach " + breach);
  }

  /** A company and a team that only those see who have a role, a role for each column. */
  private void organise() {
    long company = create(Map.of("name", "Closed", "level", "COMPANY", "openness", "MEMBERS"));
    unit = create(Map.of("name", "Team", "level", "TEAM", "parentId", company));
    roles(company, List.of(role("CHAMPION", "amara")));
    List<Map<String, Object>> given = new ArrayList<>();
    for (String role : ROLES) {
      if (!role.equals("CHAMPION")) {
        given.add(role(role, COLUMNS.get(ROLES.indexOf(role))));
      }
    }
    given.add(role("VIEWER", OWNER));
    roles(unit, given);
    LocalDate today = LocalDate.now();
    cycle =
        admin
            .post(
                "cycles",
                Map.of(
                    "unitId",
                    unit,
                    "name",
                    "Now",
                    "first",
                    today.minusDays(30).toString(),
                    "last",
                    today.plusDays(30).toString(),
                    "length",
                    "QUARTER"))
            .json(201)
            .path("id")
            .asLong();
    step(cycle, 1, "ACTIVE");
  }

  private long create(Map<String, Object> body) {
    return admin.post("units", body).json(201).path("id").asLong();
  }

  private Map<String, Object> role(String role, String person) {
    return Map.of("role", role, "person", Map.of("key", keys.get(person)));
  }

  private void roles(long unitId, List<Map<String, Object>> roles) {
    int version = version("units/" + unitId);
    admin.put("units/" + unitId + "/roles", Map.of("version", version, "roles", roles)).json(200);
  }

  private void compare() throws IOException {
    Map<String, Function<String, Answer>> attempts = attempts();
    SoftAssertions differences = new SoftAssertions();
    Map<String, List<Boolean>> table = table();
    assertThat(attempts.keySet()).containsExactlyInAnyOrderElementsOf(table.keySet());
    table.forEach(
        (operation, columns) -> {
          for (int i = 0; i < COLUMNS.size(); i++) {
            String person = COLUMNS.get(i);
            boolean allowed = columns.get(i) || person.equals(OWNER) && columns.get(0);
            Answer answer = attempts.get(operation).apply(person);
            differences
                .assertThat(answer.status())
                .as("%s by %s: %s", operation, person, answer.body())
                .satisfies(
                    status -> {
                      if (allowed) {
                        assertThat(status).isBetween(200, 299);
                      } else {
                        assertThat(status).isEqualTo(403);
                      }
                    });
          }
          differences
              .assertThat(attempts.get(operation).apply(STRANGER).status())
              .as("%s by somebody without a role", operation)
              .isEqualTo(404);
        });
    differences.assertAll();
  }

  /** The marks of the guide's table by operation: the roles, the owner, the administrator. */
  private static Map<String, List<Boolean>> table() throws IOException {
    Map<String, List<Boolean>> table = new LinkedHashMap<>();
    for (String line : Files.readAllLines(GUIDE, StandardCharsets.UTF_8)) {
      if (line.startsWith("| `")) {
        List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        table.put(
            cells.get(1).split("`")[1],
            cells.subList(2, 2 + COLUMNS.size()).stream().map("yes"::equals).toList());
      }
    }
    return table;
  }

  /** How each operation is tried by a person; what it is tried on is made anew each time. */
  private Map<String, Function<String, Answer>> attempts() {
    return Map.ofEntries(
        entry("SEE", who -> people.get(who).get("units/" + unit)),
        entry("FOLLOW", who -> put(who, "objectives/" + id(objective()) + "/follow", Map.of())),
        entry(
            "COMMENT",
            who -> post(who, "threads/objective/" + id(objective(who)), Map.of("text", "Well."))),
        entry(
            "LINK_ISSUES",
            who ->
                post(
                    who,
                    "key-results/" + keyResult(objective(who)) + "/links",
                    Map.of("issueKeys", List.of("DEMO-1")))),
        entry(
            "CREATE_OBJECTIVE",
            who -> post(who, "objectives", Map.of("unitId", unit, "title", "Mine", "why", "?"))),
        entry("EDIT_OBJECTIVE", this::edit),
        entry("PUBLISH", who -> publish(who, objective(who))),
        entry("CHECK_IN", this::checkIn),
        entry(
            "CLOSE_OBJECTIVE",
            who -> {
              JsonNode active = active(who);
              return post(
                  who,
                  "objectives/" + id(active) + "/close",
                  Map.of("version", active.path("version").asInt()));
            }),
        entry(
            "ARCHIVE",
            who -> {
              JsonNode draft = objective(who);
              return post(
                  who,
                  "objectives/" + id(draft) + "/archive",
                  Map.of("version", draft.path("version").asInt()));
            }),
        entry("CONSENT", this::consent),
        entry("MANAGE_CYCLES", who -> post(who, "cycles", someCycle())),
        entry("REOPEN_CYCLE", this::reopen),
        entry("RUN_KICKOFF", this::kickoff),
        entry("RUN_RETROSPECTIVE", this::lookBack),
        entry("READ_COVERAGE", who -> people.get(who).get("coverage?cycle=" + cycle)),
        entry("EDIT_KPI", this::editKpi),
        entry(
            "MEASURE_KPI",
            who ->
                post(
                    who,
                    "kpis/" + id(kpi(who)) + "/measurements",
                    Map.of("on", LocalDate.now().minusDays(1).toString(), "value", 3))),
        entry("STATE_INPUTS", this::stateInputs),
        entry("MANAGE_UNIT", this::editUnit),
        entry("MANAGE_ROLES", who -> people.get(who).get("units/" + unit + "/roles")),
        entry(
            "CREATE_UNIT",
            who ->
                post(
                    who,
                    "units/" + unit + "/restore",
                    Map.of("version", version("units/" + unit)))));
  }

  private Answer post(String who, String path, Object body) {
    return people.get(who).post(path, body);
  }

  private Answer put(String who, String path, Object body) {
    return people.get(who).put(path, body);
  }

  private int version(String path) {
    return admin.get(path).json(200).path("version").asInt();
  }

  private static long id(JsonNode item) {
    return item.path("id").asLong();
  }

  private static long keyResult(JsonNode objective) {
    return objective.path("keyResults").path(0).path("id").asLong();
  }

  private JsonNode objective() {
    return objective("admin");
  }

  /** A draft with one key result, which belongs to the owner when it is their turn. */
  private JsonNode objective(String who) {
    String owner = keys.get(who.equals(OWNER) ? OWNER : "admin");
    return admin
        .post(
            "objectives",
            Map.of(
                "unitId",
                unit,
                "cycleId",
                cycle,
                "title",
                "Become better",
                "why",
                "Because it matters.",
                "ownerKey",
                owner,
                "keyResults",
                List.of(
                    Map.of(
                        "title",
                        "Bugs go from 10 to 5",
                        "source",
                        "MANUAL",
                        "ownerKey",
                        owner,
                        "baseline",
                        10,
                        "target",
                        5))))
        .json(201);
  }

  private Answer publish(String who, JsonNode draft) {
    return post(
        who,
        "objectives/" + id(draft) + "/publish",
        Map.of("version", draft.path("version").asInt(), "confidence", 5));
  }

  private JsonNode active(String who) {
    return publish("admin", objective(who)).json(200);
  }

  private Answer edit(String who) {
    JsonNode draft = objective(who);
    return put(
        who,
        "objectives/" + id(draft),
        Map.of(
            "version", draft.path("version").asInt(), "title", "Become best", "why", "Because."));
  }

  private Answer checkIn(String who) {
    return post(
        who,
        "key-results/" + keyResult(active(who)) + "/check-ins",
        Map.of("value", 8, "confidence", 5));
  }

  /** A change that its owner made, who cannot agree to it. */
  private Answer consent(String who) {
    String keyResult = "key-results/" + keyResult(active(OWNER));
    people
        .get(OWNER)
        .put(
            keyResult,
            Map.of("version", version(keyResult), "target", 6, "reason", "A supplier left"))
        .json(200);
    JsonNode changes = admin.get(keyResult + "/history").json(200).path("changes");
    for (JsonNode change : changes) {
      if (change.path("to").asText().equals("6")) {
        return post(who, "history/" + id(change) + "/consent", Map.of());
      }
    }
    throw new AssertionError("No change of the target in " + changes);
  }

  private Map<String, Object> someCycle() {
    String day = LocalDate.of(2030, 1, 1).plusDays(days++).toString();
    return Map.of("unitId", unit, "name", day, "first", day, "last", day, "length", "CUSTOM");
  }

  private Answer reopen(String who) {
    long id = id(admin.post("cycles", someCycle()).json(201));
    step(id, 1, "ACTIVE");
    step(id, 2, "REVIEW");
    step(id, 3, "CLOSED");
    return post(who, "cycles/" + id + "/state", Map.of("version", 4, "state", "REVIEW"));
  }

  private void step(long cycleId, int version, String state) {
    admin
        .post("cycles/" + cycleId + "/state", Map.of("version", version, "state", state))
        .json(200);
  }

  private Answer kickoff(String who) {
    return post(
        who, "kickoff/steps/RESTATE", Map.of("unitId", unit, "cycleId", cycle, "state", "SKIPPED"));
  }

  /** Whoever comes later sees the version that whoever came before left. */
  private Answer lookBack(String who) {
    String meeting = "meetings/" + unit + "/" + cycle;
    int version = admin.get(meeting).json(200).path("version").asInt();
    return put(who, meeting + "/step", Map.of("version", version, "step", "LOOK"));
  }

  /** A KPI that belongs to the owner when it is their turn. */
  private JsonNode kpi(String who) {
    Map<String, Object> sheet = new HashMap<>();
    sheet.put("unitId", unit);
    sheet.put("name", "Calls");
    sheet.put("category", "QUALITY");
    sheet.put("frequency", "DAILY");
    sheet.put("direction", "LOWER");
    sheet.put("measure", Map.of("kind", "NUMBER"));
    sheet.put("target", Map.of("value", 5));
    sheet.put("owner", Map.of("key", keys.get(who.equals(OWNER) ? OWNER : "admin")));
    return admin.post("kpis", sheet).json(201);
  }

  private Answer editKpi(String who) {
    JsonNode kpi = kpi(who);
    return put(
        who,
        "kpis/" + id(kpi),
        Map.of("version", kpi.path("version").asInt(), "name", "Calls of a day"));
  }

  private Answer stateInputs(String who) {
    String inputs = "units/" + unit + "/inputs";
    return put(
        who,
        inputs,
        Map.of(
            "version",
            version(inputs),
            "budget",
            List.of(Map.of("on", "2026-01-01", "value", 1000 + days++))));
  }

  private Answer editUnit(String who) {
    JsonNode stored = admin.get("units/" + unit).json(200);
    return put(
        who,
        "units/" + unit,
        Map.of(
            "version",
            stored.path("version").asInt(),
            "name",
            "Team",
            "parentId",
            stored.path("parentId").asLong()));
  }
}
