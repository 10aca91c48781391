package io.bearings.flow.realdata;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.CategorySteps;
import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.Period;
import io.bearings.flow.ReopenRate;
import io.bearings.flow.StatusCategory;
import io.bearings.flow.TimeInStatus;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.Before;
import org.junit.Test;

/** The histories of 2,296 issues, replayed. */
public class HistoryRealDataTest {
  private static final Instant LATER = Instant.parse("2016-01-01T00:00:00Z");

  /** The dump's issue was resolved anew without its date moving, or closed anew with it moving. */
  private static final int DATES_APART = 24;

  private RealData data;
  private Duraspace site;
  private final Map<String, IssueHistory> histories = new TreeMap<>();

  @Before
  public void replay() {
    data = RealData.of("duraspace");
    site = new Duraspace(data);
    for (Map<String, String> issue : site.issues) {
      histories.put(issue.get("key"), site.history(issue, at -> Optional.empty()));
    }
  }

  @Test
  public void everyStatusBeginsWhereTheOneBeforeItEnded() {
    int changes = 0;
    for (Map<String, String> issue : site.issues) {
      String now = site.takenBackTo(issue, Instant.MIN).status();
      for (Map<String, String> change : site.changesOf(issue.get("key"), "status")) {
        assertThat(change.get("from")).as(issue.get("key")).isEqualTo(now);
        now = change.get("to");
        changes++;
      }
      assertThat(now).as(issue.get("key")).isEqualTo(issue.get("status"));
    }
    assertThat(changes).isEqualTo(3747);
  }

  @Test
  public void theLastStateIsThatOfTheDump() {
    List<String> others = new ArrayList<>();
    for (Map<String, String> issue : site.issues) {
      IssueSnapshot last = histories.get(issue.get("key")).at(LATER).orElseThrow();
      assertThat(last.category()).isEqualTo(Sites.category(issue.get("status_category")));
      assertThat(last.statusId()).isEqualTo(issue.get("status"));
      String resolution = last.resolutionId().orElse("");
      if (!resolution.equals(issue.get("resolution"))
          || !last.versionIds()
              .equals(site.snapshot(site.last(issue), Optional.empty()).versionIds())) {
        others.add(issue.get("key"));
      }
    }
    assertThat(others)
        .as("a resolution that was deleted from the site, and versions that were merged")
        .containsExactlyInAnyOrder(
            "FCREPO-417",
            "DS-228",
            "DS-247",
            "DS-270",
            "DS-406",
            "DS-430",
            "DS-573",
            "DS-574",
            "HYDRA-173");
  }

  @Test
  public void theProgressOfReleasesAtPastDatesIsThatOfTakingChangesBack() {
    Map<String, Set<Map<String, String>>> everInRelease = new TreeMap<>();
    for (Map<String, String> issue : site.issues) {
      Set<String> releases = new HashSet<>(site.last(issue).versions());
      site.changesOf(issue.get("key"), "Fix Version")
          .forEach(row -> releases.add(row.get("to_id")));
      site.changesOf(issue.get("key"), "Fix Version")
          .forEach(row -> releases.add(row.get("from_id")));
      releases.remove("");
      releases.forEach(id -> everInRelease.computeIfAbsent(id, any -> new HashSet<>()).add(issue));
    }
    int compared = 0;
    int underWay = 0;
    for (Map.Entry<String, Set<Map<String, String>>> release : everInRelease.entrySet()) {
      if (release.getValue().size() < 20) {
        continue;
      }
      for (int quarter = 0; quarter < 24; quarter++) {
        Instant moment =
            LocalDate.of(2009, 1, 31)
                .plusMonths(3L * quarter)
                .atTime(17, 0)
                .toInstant(ZoneOffset.UTC);
        Progress replayed = replayed(release.getKey(), release.getValue(), moment);
        assertThat(replayed)
            .as(release.getKey() + " at " + moment)
            .isEqualTo(takenBack(release.getKey(), release.getValue(), moment));
        compared++;
        underWay += replayed.done() > 0 && replayed.done() < replayed.all() ? 1 : 0;
      }
    }
    assertThat(compared).isGreaterThan(500);
    assertThat(underWay).isGreaterThan(50);
  }

  /** How many issues of a release are done, and how many it has. */
  private record Progress(long done, long all) {}

  private Progress replayed(String release, Set<Map<String, String>> issues, Instant moment) {
    List<IssueSnapshot> states =
        issues.stream()
            .flatMap(issue -> histories.get(issue.get("key")).at(moment).stream())
            .filter(state -> state.versionIds().contains(Long.valueOf(release)))
            .toList();
    return new Progress(
        states.stream().filter(state -> state.category() == StatusCategory.DONE).count(),
        states.size());
  }

  private Progress takenBack(String release, Set<Map<String, String>> issues, Instant moment) {
    List<Duraspace.Fields> then =
        issues.stream()
            .filter(issue -> !Instant.parse(issue.get("created")).isAfter(moment))
            .map(issue -> site.takenBackTo(issue, moment))
            .filter(fields -> fields.versions().contains(release))
            .toList();
    return new Progress(
        then.stream().filter(fields -> isClosed(fields.status())).count(), then.size());
  }

  @Test
  public void sprintMembershipAtCompletionIsThatOfTheDump() {
    Map<String, Instant> completed =
        data.rows("sprints").stream()
            .collect(toMap(row -> row.get("sprint_id"), row -> Instant.parse(row.get("complete"))));
    List<Map<String, String>> members = data.rows("issue_sprints");
    assertThat(members).hasSize(12);
    for (Map<String, String> member : members) {
      Instant moment = completed.get(member.get("sprint_id"));
      assertThat(histories.get(member.get("key")).at(moment).orElseThrow().sprintIds())
          .as(member.toString())
          .contains(Long.valueOf(member.get("sprint_id")));
    }
  }

  @Test
  public void theResolutionDateIsTheLastResolution() {
    int apart = 0;
    int compared = 0;
    for (Map<String, String> issue : site.issues) {
      List<Map<String, String>> set =
          site.changesOf(issue.get("key"), "resolution").stream()
              .filter(change -> !change.get("to").isEmpty())
              .toList();
      Optional<Instant> resolved = Sites.instant(issue.get("resolved"));
      if (resolved.isPresent() && !set.isEmpty()) {
        Instant last = Instant.parse(set.get(set.size() - 1).get("at"));
        compared++;
        apart += Duration.between(last, resolved.get()).abs().toSeconds() > 2 ? 1 : 0;
      }
    }
    assertThat(compared).isEqualTo(1820);
    assertThat(apart).isEqualTo(DATES_APART);
  }

  @Test
  public void timeInStatusAddsUpToTheLifeOfTheIssue() {
    for (Map<String, String> issue : site.issues) {
      Instant created = Instant.parse(issue.get("created"));
      Optional<Instant> resolved = Sites.instant(issue.get("resolved"));
      List<TimeInStatus.Step> steps =
          site.changesOf(issue.get("key"), "status").stream()
              .map(row -> new TimeInStatus.Step(Instant.parse(row.get("at")), row.get("to")))
              .toList();
      TimeInStatus spent =
          TimeInStatus.of(
              created, site.takenBackTo(issue, Instant.MIN).status(), steps, resolved, LATER);
      BigDecimal sum = spent.hours().values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      double hours = Duration.between(created, resolved.orElse(LATER)).toMillis() / 3_600_000.0;
      assertThat(sum.doubleValue()).as(issue.get("key")).isCloseTo(hours, offset());
    }
  }

  private static Offset<Double> offset() {
    return Offset.offset(1e-6);
  }

  @Test
  public void reopenedIssuesAreCountedOnceEach() {
    List<CategorySteps> all = histories.values().stream().map(CategorySteps::of).toList();
    Period ever = new Period(LocalDate.of(2007, 1, 1), LocalDate.of(2015, 12, 31), ZoneOffset.UTC);
    ReopenRate rate = ReopenRate.of(all, ever);
    long left =
        site.issues.stream()
            .filter(
                issue ->
                    site.changesOf(issue.get("key"), "status").stream()
                        .anyMatch(row -> isClosed(row.get("from")) && !isClosed(row.get("to"))))
            .count();
    assertThat(rate.left()).isEqualTo((int) left).isEqualTo(126);
    assertThat(rate.rate().orElseThrow()).isBetween(new BigDecimal("0.05"), new BigDecimal("0.1"));
  }

  private static boolean isClosed(String status) {
    return status.equals("Closed") || status.equals("Resolved");
  }
}
