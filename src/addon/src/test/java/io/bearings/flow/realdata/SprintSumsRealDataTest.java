package io.bearings.flow.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.DoneColumn;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.SprintReport;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.Before;
import org.junit.Test;

/**
 * The sums of real sprints, <em>approximate</em>: this site kept no history, so that an issue is
 * taken to have been in a sprint from its start, to have had its points of today, and to have been
 * done from its last resolution on. docs/real-data.md says what that hides.
 */
public class SprintSumsRealDataTest {
  private static final Instant LATER = Instant.parse("2022-01-01T00:00:00Z");

  private Titanium site;
  private Map<String, Map<String, String>> issues;
  private Map<String, Map<String, String>> sprints;

  @Before
  public void read() {
    site = new Titanium(RealData.of("titanium"));
    issues = site.issues;
    sprints = site.sprints;
  }

  private SprintReport report(Map<String, String> row) {
    List<IssueHistory> of = memberKeys(row).stream().map(site.histories::get).toList();
    return SprintReport.of(Titanium.sprint(row), of, DoneColumn.UNREADABLE, LATER);
  }

  private List<String> memberKeys(Map<String, String> row) {
    return site.members.getOrDefault(row.get("sprint_id"), List.of());
  }

  /** Points of the parent issues of a sprint that fulfil something; by plain addition. */
  private BigDecimal sum(Map<String, String> row, Predicate<Map<String, String>> wanted) {
    return parents(row).stream()
        .filter(wanted)
        .flatMap(issue -> Titanium.points(issue).stream())
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
        assertThat(parents(row)).allMatch(issue -> Titanium.points(issue).isEmpty());
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
                      keys.stream()
                          .filter(key -> Titanium.points(issues.get(key)).isPresent())
                          .count();
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
            SprintReport.of(
                Titanium.sprint(row),
                List.of(site.histories.get(key)),
                DoneColumn.UNREADABLE,
                LATER);
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
