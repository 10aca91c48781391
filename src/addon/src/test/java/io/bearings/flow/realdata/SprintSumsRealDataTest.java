package io.bearings.flow.realdata;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.DoneColumn;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.Sprint;
import io.bearings.flow.SprintReport;
import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;

/**
 * The sums of real sprints, <em>approximate</em>: this site kept no history, so that an issue is
 * taken to have been in a sprint from its start, to have had its points of today, and to have been
 * done from its last resolution on. docs/real-data.md says what that hides.
 */
public class SprintSumsRealDataTest {
  private static final Instant LATER = Instant.parse("2022-01-01T00:00:00Z");

  private Map<String, Map<String, String>> issues;
  private Map<String, List<String>> members;
  private Map<String, Map<String, String>> sprints;
  private Map<String, IssueHistory> histories;

  @Before
  public void read() {
    RealData data = RealData.of("titanium");
    issues =
        data.rows("issues").stream().collect(toMap(row -> row.get("key"), Function.identity()));
    sprints =
        data.rows("sprints").stream()
            .filter(row -> row.get("state").equals("closed"))
            .filter(row -> !row.get("start").isEmpty() && !row.get("complete").isEmpty())
            .collect(toMap(row -> row.get("sprint_id"), Function.identity()));
    List<Map<String, String>> pairs = data.rows("issue_sprints");
    members =
        pairs.stream()
            .filter(row -> issues.containsKey(row.get("key")))
            .collect(
                groupingBy(row -> row.get("sprint_id"), mapping(row -> row.get("key"), toList())));
    Map<String, List<Map<String, String>>> ofIssue =
        pairs.stream().collect(groupingBy(row -> row.get("key")));
    histories =
        ofIssue.keySet().stream()
            .filter(issues::containsKey)
            .collect(toMap(Function.identity(), key -> history(key, ofIssue.get(key))));
  }

  private IssueHistory history(String key, List<Map<String, String>> sprintRows) {
    Map<String, String> issue = issues.get(key);
    Instant created = Instant.parse(issue.get("created"));
    Optional<Instant> resolved = Sites.instant(issue.get("resolved"));
    Map<Long, Instant> joined =
        sprintRows.stream()
            .map(row -> sprints.get(row.get("sprint_id")))
            .filter(row -> row != null)
            .collect(
                toMap(
                    row -> Long.valueOf(row.get("sprint_id")),
                    row -> latest(created, Instant.parse(row.get("start")))));
    Set<Instant> changes = new TreeSet<>(joined.values());
    changes.add(created);
    resolved.filter(at -> at.isAfter(created)).ifPresent(changes::add);
    List<IssueHistory.Moment> moments = new ArrayList<>();
    for (Instant at : changes) {
      Set<Long> in =
          joined.entrySet().stream()
              .filter(entry -> !entry.getValue().isAfter(at))
              .map(Map.Entry::getKey)
              .collect(Collectors.toSet());
      boolean done = resolved.filter(end -> !end.isAfter(at)).isPresent();
      moments.add(new IssueHistory.Moment(at, state(issue, done, in)));
    }
    return new IssueHistory(Math.abs((long) key.hashCode()), moments, Optional.empty());
  }

  private static Instant latest(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static IssueSnapshot state(Map<String, String> issue, boolean done, Set<Long> in) {
    return new IssueSnapshot(
        1,
        done ? "Closed" : "Open",
        done ? StatusCategory.DONE : StatusCategory.TO_DO,
        Optional.of(issue.get("resolution")).filter(name -> done && !name.isEmpty()),
        points(issue),
        Optional.empty(),
        in,
        Set.of(),
        Optional.empty(),
        issue.get("is_subtask").equals("1") ? Optional.of(1L) : Optional.empty());
  }

  private static Optional<BigDecimal> points(Map<String, String> issue) {
    return Optional.of(issue.get("story_points"))
        .filter(text -> !text.isEmpty())
        .map(BigDecimal::new);
  }

  private Sprint sprint(Map<String, String> row) {
    return new Sprint(
        Long.parseLong(row.get("sprint_id")),
        Instant.parse(row.get("start")),
        Optional.of(Instant.parse(row.get("complete"))));
  }

  private SprintReport report(Map<String, String> row) {
    List<IssueHistory> of = memberKeys(row).stream().map(histories::get).toList();
    return SprintReport.of(sprint(row), of, DoneColumn.UNREADABLE, LATER);
  }

  private List<String> memberKeys(Map<String, String> row) {
    return members.getOrDefault(row.get("sprint_id"), List.of());
  }

  /** Points of the parent issues of a sprint that fulfil something; by plain addition. */
  private BigDecimal sum(Map<String, String> row, Predicate<Map<String, String>> wanted) {
    return parents(row).stream()
        .filter(wanted)
        .flatMap(issue -> points(issue).stream())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The members that are no sub-tasks and were there before the sprint was completed. */
  private List<Map<String, String>> parents(Map<String, String> row) {
    Instant end = second(row.get("complete"));
    return memberKeys(row).stream()
        .map(issues::get)
        .filter(issue -> issue.get("is_subtask").equals("0"))
        .filter(issue -> !second(issue.get("created")).isAfter(end))
        .toList();
  }

  private static Instant second(String text) {
    return Instant.parse(text).truncatedTo(ChronoUnit.SECONDS);
  }

  /** When an issue was resolved, to the second; the end of time while it is not. */
  private static Instant resolved(Map<String, String> issue) {
    return issue.get("resolved").isEmpty() ? Instant.MAX : second(issue.get("resolved"));
  }

  @Test
  public void theSumsAreThoseOfMembershipAndResolutionDates() {
    int estimated = 0;
    for (Map<String, String> row : sprints.values()) {
      SprintReport report = report(row);
      assertThat(report.basis()).isEqualTo(DoneColumn.Basis.CATEGORY_DONE);
      Instant start = second(row.get("start"));
      Instant end = second(row.get("complete"));
      if (!report.estimated()) {
        assertThat(parents(row)).allMatch(issue -> points(issue).isEmpty());
        assertThat(report.velocity().points()).as("never 0").isEmpty();
        continue;
      }
      estimated++;
      Predicate<Map<String, String>> late = issue -> resolved(issue).isAfter(end);
      // What was done before it joined, or in the very second, was done elsewhere.
      Predicate<Map<String, String>> before =
          issue ->
              !resolved(issue).isAfter(start)
                  || !resolved(issue).isAfter(second(issue.get("created")));
      assertThat(report.notCompleted().points().orElseThrow())
          .as(row.get("name"))
          .isEqualByComparingTo(sum(row, late));
      assertThat(report.completedElsewhere().points().orElseThrow())
          .as(row.get("name"))
          .isEqualByComparingTo(sum(row, late.negate().and(before)));
      assertThat(report.velocity().points().orElseThrow())
          .as(row.get("name"))
          .isEqualByComparingTo(sum(row, late.negate().and(before.negate())));
      assertThat(report.removed().issues())
          .as("an issue that was taken out leaves no trace here")
          .contains(0);
    }
    assertThat(estimated).isGreaterThan(150);
  }

  @Test
  public void theSprintsThatAreCoveredWellAreThose() {
    List<Map<String, String>> covered =
        sprints.values().stream()
            .filter(row -> memberKeys(row).size() >= 10)
            .filter(
                row -> {
                  List<String> keys = memberKeys(row);
                  long with =
                      keys.stream().filter(key -> points(issues.get(key)).isPresent()).count();
                  return with >= 0.6 * keys.size();
                })
            .sorted(Comparator.comparing(row -> row.get("start")))
            .toList();
    assertThat(covered).hasSize(139);
    assertThat(covered).allMatch(row -> report(row).estimated());
    BigDecimal velocities =
        covered.stream()
            .map(row -> report(row).velocity().points().orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal commitments =
        covered.stream()
            .map(row -> report(row).commitment().points().orElseThrow())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    assertThat(velocities).isPositive().isLessThan(commitments);
  }

  @Test
  public void carriedOverWorkIsCompletedInOneSprintOnly() {
    Map<String, List<Map<String, String>>> completedIn = new HashMap<>();
    for (Map<String, String> row : sprints.values()) {
      for (String key : memberKeys(row)) {
        SprintReport alone =
            SprintReport.of(sprint(row), List.of(histories.get(key)), DoneColumn.UNREADABLE, LATER);
        if (alone.velocity().issues().orElse(0) > 0) {
          completedIn.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
        }
      }
    }
    assertThat(completedIn).hasSizeGreaterThan(2000);
    completedIn.forEach(
        (key, in) -> {
          if (in.size() > 1) {
            assertThat(overlap(in)).as(key + " in sprints that ran at the same time").isTrue();
          }
        });
  }

  /** Whether each sprint began before the one before it was completed. */
  private static boolean overlap(List<Map<String, String>> rows) {
    List<Map<String, String>> ascending =
        rows.stream().sorted(Comparator.comparing(row -> row.get("start"))).toList();
    for (int i = 1; i < ascending.size(); i++) {
      if (!Instant.parse(ascending.get(i).get("start"))
          .isBefore(Instant.parse(ascending.get(i - 1).get("complete")))) {
        return false;
      }
    }
    return true;
  }

  @Test
  public void whatWasMadeAfterASprintIsNotInIt() {
    long later =
        sprints.values().stream()
            .flatMap(
                row ->
                    memberKeys(row).stream()
                        .map(issues::get)
                        .filter(
                            issue ->
                                Instant.parse(issue.get("created"))
                                    .isAfter(Instant.parse(row.get("complete")))))
            .count();
    assertThat(later).as("memberships that cannot be true").isEqualTo(45);
  }

  @Test
  public void nineSprintsWereClosedMoreThanAMonthLate() {
    long late =
        sprints.values().stream()
            .filter(row -> !row.get("end").isEmpty())
            .filter(
                row ->
                    Duration.between(
                                Instant.parse(row.get("end")), Instant.parse(row.get("complete")))
                            .toDays()
                        > 30)
            .count();
    assertThat(late).as("the completion counts, never the planned end").isEqualTo(9);
  }
}
