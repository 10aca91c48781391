package io.bearings.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.GoldenCases;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class SprintReportTest {
  @Test
  public void everyGoldenCase() {
    for (JsonNode each : GoldenCases.of("sprint", any -> true)) {
      compare(each.get("id").asText(), report(each.get("given")), each.get("expect"));
    }
  }

  @Test
  public void anIssueThatWasDeletedInTheSprintIsRemovedFromIt() {
    Instant start = Instant.parse("2026-03-02T09:00:00Z");
    IssueHistory issue =
        new IssueHistory(
            1,
            List.of(new IssueHistory.Moment(start.minusSeconds(60), state("Open", 3))),
            Optional.of(start.plusSeconds(60)));

    SprintReport report =
        SprintReport.of(
            new Sprint(7, start, Optional.of(start.plusSeconds(600))),
            List.of(issue),
            DoneColumn.UNREADABLE,
            start);

    assertThat(report.commitment().points()).contains(BigDecimal.valueOf(3));
    assertThat(report.removed().issues()).contains(1);
    assertThat(report.notCompleted().issues()).contains(0);
  }

  @Test
  public void anIssueThatWasNeverInTheSprintDoesNoHarm() {
    Instant start = Instant.parse("2026-03-02T09:00:00Z");
    IssueHistory issue =
        new IssueHistory(
            1, List.of(new IssueHistory.Moment(start, state("Open", 3))), Optional.empty());

    SprintReport report =
        SprintReport.of(
            new Sprint(8, start, Optional.of(start.plusSeconds(600))),
            List.of(issue),
            DoneColumn.UNREADABLE,
            start);

    assertThat(report.estimated()).isFalse();
    assertThat(report.commitment().issues()).contains(0);
  }

  private static IssueSnapshot state(String status, int points) {
    return new IssueSnapshot(
        10,
        status,
        StatusCategory.TO_DO,
        Optional.empty(),
        Optional.of(BigDecimal.valueOf(points)),
        Optional.empty(),
        Set.of(7L),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static void compare(String id, SprintReport report, JsonNode expected) {
    assertThat(report.basis().name()).as(id).isEqualTo(expected.get("basis").asText());
    assertThat(!report.estimated()).as(id).isEqualTo(expected.get("notEstimated").asBoolean());
    Map<String, SprintReport.Sum> sums = new LinkedHashMap<>();
    sums.put("velocity", report.velocity());
    sums.put("commitment", report.commitment());
    sums.put("added", report.added());
    sums.put("removed", report.removed());
    sums.put("notCompleted", report.notCompleted());
    sums.put("completedElsewhere", report.completedElsewhere());
    sums.forEach(
        (name, sum) -> {
          GoldenCases.same(id + " " + name, sum.points(), expected.get(name));
          String counted =
              Map.of("velocity", "completed", "commitment", "committed").getOrDefault(name, name);
          JsonNode count = expected.get("counts").get(counted);
          assertThat(sum.issues())
              .as(id + " " + counted)
              .isEqualTo(Optional.ofNullable(count).map(JsonNode::asInt));
        });
    GoldenCases.same(id + " sayDo", report.sayDo(), expected.get("sayDo"));
  }

  private static SprintReport report(JsonNode given) {
    JsonNode sprint = given.get("sprint");
    List<IssueHistory> issues = new ArrayList<>();
    given.get("issues").forEach(each -> issues.add(history(issues.size(), each, given)));
    return SprintReport.of(
        new Sprint(
            sprint.get("id").asLong(),
            Instant.parse(sprint.get("start").asText()),
            text(sprint.get("complete")).map(Instant::parse)),
        issues,
        given.has("rightmost")
            ? DoneColumn.of(names(given.get("rightmost")))
            : DoneColumn.UNREADABLE,
        text(given.get("asOf")).map(Instant::parse).orElse(Instant.EPOCH));
  }

  private static IssueHistory history(int id, JsonNode issue, JsonNode given) {
    IssueSnapshot state =
        new IssueSnapshot(
            10,
            issue.get("status").asText(),
            category(issue.get("status"), given),
            Optional.empty(),
            GoldenCases.number(issue.get("estimate")),
            Optional.empty(),
            ids(issue.get("sprints")),
            Set.of(),
            Optional.empty(),
            issue.path("subtask").asBoolean() ? Optional.of(1L) : Optional.empty());
    List<IssueHistory.Moment> moments = new ArrayList<>();
    moments.add(new IssueHistory.Moment(Instant.parse(issue.get("created").asText()), state));
    for (JsonNode each : issue.get("events")) {
      state = changed(state, each, given);
      moments.add(new IssueHistory.Moment(Instant.parse(each.get("at").asText()), state));
    }
    return new IssueHistory(id, moments, Optional.empty());
  }

  private static IssueSnapshot changed(IssueSnapshot was, JsonNode event, JsonNode given) {
    JsonNode to = event.get("to");
    String field = event.get("field").asText();
    return new IssueSnapshot(
        was.projectId(),
        field.equals("status") ? to.asText() : was.statusId(),
        field.equals("status") ? category(to, given) : was.category(),
        was.resolutionId(),
        field.equals("estimate") ? GoldenCases.number(to) : was.points(),
        was.originalEstimate(),
        field.equals("sprints") ? ids(to) : was.sprintIds(),
        was.versionIds(),
        was.epicId(),
        was.parentId());
  }

  private static StatusCategory category(JsonNode status, JsonNode given) {
    return StatusCategory.valueOf(given.get("categories").get(status.asText()).asText());
  }

  private static Set<Long> ids(JsonNode list) {
    Set<Long> ids = new HashSet<>();
    list.forEach(each -> ids.add(each.asLong()));
    return ids;
  }

  private static Set<String> names(JsonNode list) {
    Set<String> names = new HashSet<>();
    list.forEach(each -> names.add(each.asText()));
    return names;
  }

  private static Optional<String> text(JsonNode node) {
    return node == null || node.isNull() ? Optional.empty() : Optional.of(node.asText());
  }
}
