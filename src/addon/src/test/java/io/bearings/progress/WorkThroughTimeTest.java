package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

public class WorkThroughTimeTest {
  private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");
  private static final long EPIC = 900;
  private static final long SPRINT = 12;
  private static final long VERSION = 34;
  private static final Settings SETTINGS =
      new Settings(Optional.of("points"), Set.of("wontdo"), BigDecimal.ZERO);

  @Test
  public void tellsADropByScopeFromLostWork() {
    List<IssueHistory> issues = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      issues.add(history(i, moment(0, epic(StatusCategory.DONE))));
    }
    for (int i = 6; i < 10; i++) {
      issues.add(history(i, moment(0, epic(StatusCategory.TO_DO))));
    }
    for (int i = 10; i < 20; i++) {
      issues.add(history(i, moment(3, epic(StatusCategory.TO_DO))));
    }
    List<WorkThroughTime.Step> steps =
        work(List.of(epicLink()), issues, WeightBy.ISSUES)
            .steps(List.of(day(1), day(4)), Knowledge.BY_EFFECTIVE_DATE);

    assertThat(ratio(steps.get(0))).isEqualByComparingTo("0.6");
    assertThat(ratio(steps.get(1))).isEqualByComparingTo("0.3");
    assertThat(steps.get(1).change().added().issues()).isEqualTo(10);
    assertThat(steps.get(1).change().reopened().issues()).isZero();
    assertThat(steps.get(1).change().removed().issues()).isZero();
  }

  @Test
  public void ofSeveralKeyResultsAnIssueCountsOnce() {
    IssueHistory shared = history(1, moment(0, plain(StatusCategory.DONE)));
    IssueHistory alone = history(2, moment(0, plain(StatusCategory.TO_DO)));
    WorkThroughTime together =
        new WorkThroughTime(
            List.of(
                new PastWork.Linked(List.of(link(LinkKind.ISSUE, 1, 0, 4)), List.of(shared)),
                new PastWork.Linked(
                    List.of(link(LinkKind.ISSUE, 1, 0, -1), link(LinkKind.ISSUE, 2, 0, 3)),
                    List.of(shared, alone))),
            WeightBy.ISSUES,
            SETTINGS);

    List<WorkThroughTime.Step> steps =
        together.steps(List.of(day(1), day(5)), Knowledge.BY_EFFECTIVE_DATE);

    assertThat(steps.get(0).progress().issues()).isEqualTo(2);
    // The one link of the shared issue ended, the other holds.
    assertThat(steps.get(1).progress().issues()).isEqualTo(1);
    assertThat(steps.get(1).change().removed().issues()).isEqualTo(1);
    assertThat(steps.get(1).change().reopened().issues()).isZero();
  }

  @Test
  public void aSubTaskCountsWhereItsParentServesAnotherKeyResult() {
    IssueHistory parent = history(1, moment(0, plain(StatusCategory.TO_DO)));
    IssueHistory subTask =
        history(
            2,
            moment(
                0,
                new IssueSnapshot(
                    1,
                    "1",
                    StatusCategory.DONE,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of(),
                    Set.of(VERSION),
                    Optional.empty(),
                    Optional.of(1L))));
    PastWork.Linked ofParent =
        new PastWork.Linked(List.of(link(LinkKind.ISSUE, 1, 0, -1)), List.of(parent));
    PastWork.Linked ofSubTask =
        new PastWork.Linked(List.of(link(LinkKind.ISSUE, 2, 0, -1)), List.of(subTask));

    assertThat(
            new WorkThroughTime(List.of(ofParent, ofSubTask), WeightBy.ISSUES, SETTINGS)
                .at(day(1), Knowledge.BY_EFFECTIVE_DATE)
                .issues())
        .isEqualTo(2);
  }

  @Test
  public void aLinkMadeLaterCountsForTheDaysBefore() {
    LinkSpan later = link(LinkKind.ISSUE, 1, 5, -1);
    WorkThroughTime work =
        work(
            List.of(later),
            List.of(history(1, moment(0, plain(StatusCategory.DONE)))),
            WeightBy.ISSUES);

    assertThat(work.at(day(1), Knowledge.BY_EFFECTIVE_DATE).done()).isEqualTo(1);
    assertThat(work.at(day(1), Knowledge.AS_KNOWN_THEN)).isEqualTo(IssueProgress.NOTHING);
    assertThat(work.at(day(5), Knowledge.AS_KNOWN_THEN).done()).isEqualTo(1);
  }

  @Test
  public void tellsWhatWasDoneAndSinceWhen() {
    List<IssueHistory> issues =
        List.of(
            history(
                1,
                moment(0, plain(StatusCategory.DONE)),
                moment(1, plain(StatusCategory.TO_DO)),
                moment(3, plain(StatusCategory.DONE)),
                moment(4, plain(StatusCategory.DONE)),
                moment(8, plain(StatusCategory.TO_DO))),
            history(2, moment(0, plain(StatusCategory.DONE))),
            history(
                3, moment(0, plain(StatusCategory.TO_DO)), moment(6, plain(StatusCategory.DONE))),
            history(4, moment(0, plain(StatusCategory.DONE))));
    List<LinkSpan> links =
        List.of(
            link(LinkKind.ISSUE, 1, 1, -1),
            link(LinkKind.ISSUE, 2, 1, -1),
            link(LinkKind.ISSUE, 3, 1, -1),
            link(LinkKind.ISSUE, 4, 1, 2));

    assertThat(work(links, issues, WeightBy.ISSUES).counted(day(5), Knowledge.BY_EFFECTIVE_DATE))
        .isEqualTo(new WorkThroughTime.Counted(Map.of(1L, day(3), 2L, day(0)), Set.of(3L)));
  }

  @Test
  public void tellsWhatHappenedToTheIssuesThatCountNow() {
    List<IssueHistory> issues =
        List.of(
            history(
                1, moment(0, plain(StatusCategory.TO_DO)), moment(3, plain(StatusCategory.DONE))),
            history(
                2, moment(0, plain(StatusCategory.DONE)), moment(4, plain(StatusCategory.TO_DO))),
            history(3, moment(0, plain(StatusCategory.TO_DO))),
            history(4, moment(0, plain(StatusCategory.DONE))),
            history(
                5, moment(0, plain(StatusCategory.TO_DO)), moment(6, plain(StatusCategory.DONE))),
            history(
                6,
                moment(0, plain(StatusCategory.TO_DO)),
                moment(3, plain(StatusCategory.DONE)),
                moment(4, plain(StatusCategory.TO_DO))));
    List<LinkSpan> links =
        List.of(
            link(LinkKind.ISSUE, 1, 1, -1),
            link(LinkKind.ISSUE, 2, 1, -1),
            link(LinkKind.ISSUE, 3, 5, -1),
            link(LinkKind.ISSUE, 4, 5, -1),
            link(LinkKind.ISSUE, 5, 5, -1),
            link(LinkKind.ISSUE, 6, 1, -1));

    assertThat(work(links, issues, WeightBy.ISSUES).events(day(2), day(7)))
        .containsExactlyInAnyOrder(
            new WorkHistory.Event(WorkHistory.Kind.DONE, 1, day(3)),
            new WorkHistory.Event(WorkHistory.Kind.REOPENED, 2, day(4)),
            new WorkHistory.Event(WorkHistory.Kind.ADDED, 3, day(5)),
            new WorkHistory.Event(WorkHistory.Kind.ADDED, 4, day(5)),
            new WorkHistory.Event(WorkHistory.Kind.ADDED, 5, day(5)),
            new WorkHistory.Event(WorkHistory.Kind.DONE, 5, day(6)),
            new WorkHistory.Event(WorkHistory.Kind.REOPENED, 6, day(4)));
    assertThat(work(links, issues, WeightBy.ISSUES).events(day(6), day(7))).isEmpty();
  }

  @Test
  public void anIssueIsAddedWhenItComesIntoItsEpicOrIsFound() {
    IssueHistory joins =
        history(1, moment(0, plain(StatusCategory.TO_DO)), moment(3, epic(StatusCategory.TO_DO)));
    IssueHistory found = history(2, moment(0, plain(StatusCategory.TO_DO)));
    LinkSpan query =
        new LinkSpan(
            LinkKind.JQL,
            0,
            day(1),
            Optional.empty(),
            List.of(new LinkSpan.Stay(2, Optional.of(day(4)), Optional.empty())));
    WorkThroughTime work = work(List.of(epicLink(), query), List.of(joins, found), WeightBy.ISSUES);

    assertThat(work.events(day(2), day(7)))
        .containsExactlyInAnyOrder(
            new WorkHistory.Event(WorkHistory.Kind.ADDED, 1, day(3)),
            new WorkHistory.Event(WorkHistory.Kind.ADDED, 2, day(4)));
  }

  /** It is closed, but nobody did it. */
  @Test
  public void whatIsClosedOutOfScopeIsNotDone() {
    IssueSnapshot declined =
        new IssueSnapshot(
            1,
            "6",
            StatusCategory.DONE,
            Optional.of("wontdo"),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.empty());
    IssueHistory issue = history(1, moment(0, plain(StatusCategory.TO_DO)), moment(3, declined));

    assertThat(
            work(List.of(link(LinkKind.ISSUE, 1, 1, -1)), List.of(issue), WeightBy.ISSUES)
                .events(day(2), day(7)))
        .isEmpty();
  }

  @Test
  public void aLinkThatWasEndedCountsUntilItsEnd() {
    LinkSpan ended = link(LinkKind.ISSUE, 1, 1, 4);
    WorkThroughTime work =
        work(
            List.of(ended),
            List.of(history(1, moment(0, plain(StatusCategory.TO_DO)))),
            WeightBy.ISSUES);

    for (Knowledge each : Knowledge.values()) {
      assertThat(work.at(day(3), each).issues()).isEqualTo(1);
      assertThat(work.at(day(4), each).issues()).isZero();
    }
  }

  @Test
  public void anIssueBelongsToAnEpicASprintAndAVersionAsLongAsItIsInThem() {
    IssueSnapshot inAll =
        new IssueSnapshot(
            1,
            "1",
            StatusCategory.TO_DO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(SPRINT),
            Set.of(VERSION),
            Optional.of(EPIC),
            Optional.empty());
    List<IssueHistory> issues =
        List.of(
            history(1, moment(0, inAll), moment(3, plain(StatusCategory.TO_DO))),
            history(2, moment(0, plain(StatusCategory.TO_DO)), moment(3, inAll)));
    for (LinkSpan link :
        List.of(
            epicLink(),
            link(LinkKind.SPRINT, SPRINT, 0, -1),
            link(LinkKind.VERSION, VERSION, 0, -1))) {
      WorkThroughTime work = work(List.of(link), issues, WeightBy.ISSUES);
      ScopeChange change =
          work.steps(List.of(day(1), day(5)), Knowledge.BY_EFFECTIVE_DATE).get(1).change();

      assertThat(change.added().issues()).as(link.kind().name()).isEqualTo(1);
      assertThat(change.removed().issues()).as(link.kind().name()).isEqualTo(1);
    }
  }

  @Test
  public void whatAQueryFoundFirstWasAlwaysAmongItsResults() {
    LinkSpan query =
        new LinkSpan(
            LinkKind.JQL,
            0,
            day(2),
            Optional.empty(),
            List.of(
                new LinkSpan.Stay(1, Optional.empty(), Optional.of(day(6))),
                new LinkSpan.Stay(2, Optional.of(day(4)), Optional.empty())));
    WorkThroughTime work =
        work(
            List.of(query),
            List.of(
                history(1, moment(0, plain(StatusCategory.TO_DO))),
                history(2, moment(0, plain(StatusCategory.TO_DO)))),
            WeightBy.ISSUES);

    assertThat(work.at(day(1), Knowledge.BY_EFFECTIVE_DATE).issues()).isEqualTo(1);
    assertThat(work.at(day(1), Knowledge.AS_KNOWN_THEN).issues()).isZero();
    assertThat(work.at(day(5), Knowledge.AS_KNOWN_THEN).issues()).isEqualTo(2);
    assertThat(work.at(day(6), Knowledge.AS_KNOWN_THEN).issues()).isEqualTo(1);
  }

  @Test
  public void aSubTaskCountsOnlyWhereNoLinkBringsItsParent() {
    IssueSnapshot child =
        new IssueSnapshot(
            1,
            "1",
            StatusCategory.TO_DO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Optional.of(1L));
    List<IssueHistory> issues =
        List.of(
            history(1, moment(0, plain(StatusCategory.TO_DO)), moment(4, epicless())),
            history(2, moment(0, child)));
    LinkSpan query =
        new LinkSpan(
            LinkKind.JQL,
            0,
            day(0),
            Optional.empty(),
            List.of(
                new LinkSpan.Stay(1, Optional.empty(), Optional.of(day(4))),
                new LinkSpan.Stay(2, Optional.empty(), Optional.empty())));
    WorkThroughTime work = work(List.of(query), issues, WeightBy.ISSUES);

    assertThat(work.at(day(3), Knowledge.BY_EFFECTIVE_DATE).issues()).isEqualTo(1);
    assertThat(work.at(day(5), Knowledge.BY_EFFECTIVE_DATE).issues()).isEqualTo(1);
  }

  @Test
  public void outOfScopeIsApart() {
    List<IssueHistory> issues =
        List.of(
            history(1, moment(0, plain(StatusCategory.TO_DO)), moment(3, resolved("wontdo"))),
            history(2, moment(0, plain(StatusCategory.TO_DO)), moment(3, resolved("fixed"))));
    WorkThroughTime work =
        work(
            List.of(link(LinkKind.ISSUE, 1, 0, -1), link(LinkKind.ISSUE, 2, 0, -1)),
            issues,
            WeightBy.ISSUES);
    WorkThroughTime.Step last =
        work.steps(List.of(day(1), day(4)), Knowledge.BY_EFFECTIVE_DATE).get(1);

    assertThat(last.progress().outOfScope()).isEqualTo(1);
    assertThat(ratio(last)).isEqualByComparingTo("1");
    assertThat(last.change().removed().issues()).isEqualTo(1);
    assertThat(last.change().done().issues()).isEqualTo(1);
  }

  /** Weight before + added − removed + re-estimated is the weight after, whatever happened. */
  @Test
  public void theChangesExplainTheWholeDifference() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<IssueHistory> issues = new ArrayList<>();
      for (int id = 0; id < 12; id++) {
        issues.add(randomHistory(id, random));
      }
      List<LinkSpan> links =
          List.of(
              epicLink(),
              link(LinkKind.SPRINT, SPRINT, random.nextInt(10), 12 + random.nextInt(8)),
              link(LinkKind.ISSUE, random.nextInt(12), 0, -1));
      for (WeightBy by : WeightBy.USUAL) {
        for (Knowledge knowledge : Knowledge.values()) {
          List<Instant> days = new ArrayList<>();
          for (int day = 0; day < 22; day++) {
            days.add(day(day));
          }
          WorkThroughTime work = work(links, issues, by);
          List<WorkThroughTime.Step> steps = work.steps(days, knowledge);
          for (int i = 1; i < steps.size(); i++) {
            explains(seed, steps.get(i - 1).progress(), steps.get(i));
            assertThat(steps.get(i).progress()).isEqualTo(work.at(days.get(i), knowledge));
          }
        }
      }
    }
  }

  private static void explains(long seed, IssueProgress before, WorkThroughTime.Step step) {
    ScopeChange change = step.change();
    assertThat(
            before
                .totalWeight()
                .add(change.added().weight())
                .subtract(change.removed().weight())
                .add(change.reestimated().weight()))
        .as("seed " + seed)
        .isEqualByComparingTo(step.progress().totalWeight());
    assertThat(before.issues() + change.added().issues() - change.removed().issues())
        .as("seed " + seed)
        .isEqualTo(step.progress().issues());
  }

  private static IssueHistory randomHistory(long id, Random random) {
    List<IssueHistory.Moment> moments = new ArrayList<>();
    int day = random.nextInt(5);
    while (day < 20) {
      IssueSnapshot state =
          new IssueSnapshot(
              1,
              "1",
              StatusCategory.values()[random.nextInt(3)],
              random.nextInt(4) == 0 ? Optional.of("wontdo") : Optional.empty(),
              random.nextInt(3) == 0
                  ? Optional.empty()
                  : Optional.of(BigDecimal.valueOf(random.nextInt(9) - 1)),
              Optional.empty(),
              random.nextBoolean() ? Set.of(SPRINT) : Set.of(),
              Set.of(),
              random.nextBoolean() ? Optional.of(EPIC) : Optional.empty(),
              Optional.empty());
      moments.add(moment(day, state));
      day += 1 + random.nextInt(6);
    }
    Optional<Instant> deleted = random.nextInt(6) == 0 ? Optional.of(day(18)) : Optional.empty();
    return new IssueHistory(id, moments, deleted);
  }

  private static BigDecimal ratio(WorkThroughTime.Step step) {
    return step.progress().ratio().orElseThrow();
  }

  private static WorkThroughTime work(
      List<LinkSpan> links, List<IssueHistory> issues, WeightBy weightBy) {
    return new WorkThroughTime(links, issues, weightBy, SETTINGS);
  }

  private static LinkSpan epicLink() {
    return link(LinkKind.EPIC, EPIC, 0, -1);
  }

  private static LinkSpan link(LinkKind kind, long target, int made, int ended) {
    Optional<Instant> end = ended < 0 ? Optional.empty() : Optional.of(day(ended));
    return new LinkSpan(kind, target, day(made), end, List.of());
  }

  private static IssueHistory history(long id, IssueHistory.Moment... moments) {
    return new IssueHistory(id, List.of(moments), Optional.empty());
  }

  private static IssueHistory.Moment moment(int day, IssueSnapshot state) {
    return new IssueHistory.Moment(day(day), state);
  }

  private static IssueSnapshot epic(StatusCategory category) {
    return snapshot(category, Optional.empty(), Optional.of(EPIC));
  }

  private static IssueSnapshot plain(StatusCategory category) {
    return snapshot(category, Optional.empty(), Optional.empty());
  }

  private static IssueSnapshot epicless() {
    return plain(StatusCategory.IN_PROGRESS);
  }

  private static IssueSnapshot resolved(String resolution) {
    return snapshot(StatusCategory.DONE, Optional.of(resolution), Optional.empty());
  }

  private static IssueSnapshot snapshot(
      StatusCategory category, Optional<String> resolution, Optional<Long> epic) {
    return new IssueSnapshot(
        1,
        "1",
        category,
        resolution,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        epic,
        Optional.empty());
  }

  private static Instant day(int day) {
    return START.plusSeconds(86_400L * day);
  }
}
