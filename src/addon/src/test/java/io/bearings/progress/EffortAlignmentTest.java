package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.flow.EffortShares;
import io.bearings.okr.Access;
import io.bearings.okr.Okrs;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Reach;
import io.bearings.okr.Refusal;
import io.bearings.okr.Role;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.WeightBy;
import io.bearings.progress.FinishedWork.Finished;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Test;

public class EffortAlignmentTest {
  private static final Person ANNA = new Person("anna");
  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
  private static final LocalDate LAST = LocalDate.parse("2026-11-20");
  private static final long WONT_DO = 10_001;

  private final FinishedWork finished = mock(FinishedWork.class);
  private final WorkOf work = mock(WorkOf.class);
  private final Issues issues = mock(Issues.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Access access = mock(Access.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final EffortAlignment effort =
      new EffortAlignment(
          finished,
          work,
          issues,
          standpoints,
          access,
          settings,
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneId.of("Europe/Berlin")));

  @Before
  public void aTeamThatFinishedThreeIssues() {
    when(settings.current())
        .thenReturn(
            new Settings(
                Optional.of("customfield_1"), Set.of(String.valueOf(WONT_DO)), BigDecimal.ZERO));
    standing(Okrs.team(3, "Team", Optional.of("anna"), 100L));
    when(access.projects(ANNA, Set.of(100L)))
        .thenReturn(Map.of(100L, new ProjectRef(100, "DEMO", "Mobile app")));
    serving(1L);
    found(
        issue(1, "2026-11-02T09:00:00Z", 5),
        issue(2, "2026-11-09T09:00:00Z", 3),
        issue(3, "2026-11-19T09:00:00Z"));
  }

  @Test
  public void tellsWhichShareServedAnObjective() {
    EffortAlignment.Report report = effort.of(ANNA, 3, wanted(WeightBy.POINTS));

    assertThat(report.shares().objective().weight()).isEqualByComparingTo("5");
    // The third issue weighs the median of 5 and 3.
    assertThat(report.shares().neither().weight()).isEqualByComparingTo("7");
    assertThat(report.shares().imputed()).isEqualTo(1);
    assertThat(report.mostlyNotEstimated()).isTrue();
    assertThat(report.mayWeigh()).isTrue();
    assertThat(report.work().projects()).extracting(ProjectRef::key).containsExactly("DEMO");
    assertThat(report.work().hiddenProjects()).isZero();
  }

  @Test
  public void weeksGoInSevensFromTheFirstDayAndAddUp() {
    List<EffortAlignment.Week> weeks = effort.of(ANNA, 3, wanted(WeightBy.POINTS)).weeks();

    assertThat(weeks)
        .extracting(EffortAlignment.Week::first, EffortAlignment.Week::last)
        .containsExactly(
            tuple(FIRST, FIRST.plusDays(6)),
            tuple(FIRST.plusDays(7), FIRST.plusDays(13)),
            tuple(FIRST.plusDays(14), LAST));
    assertThat(weeks).extracting(each -> each.shares().issues()).containsExactly(1, 1, 1);
    assertThat(weeks.get(2).shares().weight()).isEqualByComparingTo("4");
  }

  @Test
  public void leavesOutWhatIsOutOfScopeAndDaysBesideThePeriod() {
    found(
        issue(1, "2026-11-02T09:00:00Z"),
        new Finished(
            2,
            false,
            Instant.parse("2026-11-03T09:00:00Z"),
            Optional.of(String.valueOf(WONT_DO)),
            Optional.empty()),
        // The last evening of October in UTC is the first of November in Berlin.
        issue(3, "2026-10-31T23:30:00Z"),
        issue(4, "2026-10-31T22:30:00Z"),
        issue(5, "2026-11-20T23:30:00Z"));

    assertThat(effort.of(ANNA, 3, wanted(WeightBy.ISSUES)).shares().issues()).isEqualTo(2);
  }

  @Test
  public void aSubTaskCountsOnlyWhereItServesItself() {
    found(subTask(1), subTask(2));

    EffortAlignment.Report report = effort.of(ANNA, 3, wanted(WeightBy.ISSUES));

    assertThat(report.shares().objective().issues()).isEqualTo(1);
    assertThat(report.shares().neither().issues()).isZero();
  }

  @Test
  public void theWorkOfUnitsBelowIsTheUnitsOwn() {
    standing(
        area(1), below(2, 1, false, 100L), below(3, 1, false, 100L, 200L), below(4, 1, true, 300L));
    when(access.projects(ANNA, Set.of(100L, 200L)))
        .thenReturn(Map.of(100L, new ProjectRef(100, "DEMO", "Mobile app")));

    EffortAlignment.Report report = effort.of(ANNA, 1, wanted(WeightBy.ISSUES));

    assertThat(report.work().hiddenProjects()).isEqualTo(1);
    assertThat(report.shares().issues()).isEqualTo(3);
  }

  @Test
  public void theShareIsTheSameForSomebodyWhoMayNotSeeAUnitBelow() {
    when(standpoints.of(ANNA))
        .thenReturn(
            new Standpoint(
                ANNA,
                List.of(area(1), below(2, 1, false, 200L)),
                new Reach(
                    false,
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    List.of(new Reach.Grant(1, Role.VIEWER)))));

    EffortAlignment.Report report = effort.of(ANNA, 1, wanted(WeightBy.ISSUES));

    assertThat(report.shares().issues()).isEqualTo(3);
    assertThat(report.work().projects()).isEmpty();
    assertThat(report.work().hiddenProjects()).isEqualTo(1);
    assertThat(report.work().unlinkedJql()).isEmpty();
  }

  @Test
  public void withoutAProjectNothingIsAsked() {
    standing(area(1));

    EffortAlignment.Report report = effort.of(ANNA, 1, wanted(WeightBy.ISSUES));

    assertThat(report.shares().issues()).isZero();
    assertThat(report.work().unlinkedJql()).isEmpty();
    verifyNoInteractions(finished, work, issues);
  }

  @Test
  public void whereNothingWasFinishedThereIsNoShare() {
    found();
    when(finished.undated(any(), anyCollection(), any())).thenReturn(4);

    EffortAlignment.Report report = effort.of(ANNA, 3, wanted(WeightBy.ISSUES));

    assertThat(report.shares().share(report.shares().neither())).isEmpty();
    assertThat(report.undated()).isEqualTo(4);
    verify(work, never()).purposes(anyCollection());
  }

  @Test
  public void leadsToJiraForWhatServesNothing() {
    assertThat(effort.of(ANNA, 3, wanted(WeightBy.ISSUES)).work().unlinkedJql())
        .contains(
            "project in (\"DEMO\") AND statusCategory = Done AND resolved >= \"2026-11-01\""
                + " AND resolved < \"2026-11-21\" AND resolution not in (10001)"
                + " AND issuetype in standardIssueTypes()"
                + " AND issue not in issuesWithObjective(\"DEMO\") ORDER BY resolved DESC");
  }

  @Test
  public void listsTheHeaviestFirstAndCountsWhatOneMayNotBrowse() {
    serving();
    when(issues.texts(ANNA, List.of(1L, 3L, 2L))).thenReturn(Map.of(1L, text(1), 2L, text(2)));

    EffortAlignment.Unlinked list =
        effort.unlinked(ANNA, 3, wanted(WeightBy.POINTS), Optional.empty(), 0);

    assertThat(list.issues()).extracting(each -> each.text().id()).containsExactly(1L, 2L);
    assertThat(list.issues().get(0).resolved()).isEqualTo(FIRST.plusDays(1));
    assertThat(list.hidden()).isEqualTo(1);
    assertThat(list.total()).isEqualTo(3);
    assertThat(list.next()).isEmpty();
  }

  @Test
  public void listsOneWeekAlone() {
    when(issues.texts(ANNA, List.of(2L))).thenReturn(Map.of(2L, text(2)));

    EffortAlignment.Unlinked list =
        effort.unlinked(ANNA, 3, wanted(WeightBy.ISSUES), Optional.of(FIRST.plusDays(7)), 0);

    assertThat(list.issues()).extracting(each -> each.text().id()).containsExactly(2L);
    assertThat(list.total()).isEqualTo(1);
  }

  @Test
  public void listsPageByPage() {
    found(
        LongStream.rangeClosed(1, 120)
            .mapToObj(id -> issue(id, "2026-11-02T09:00:00Z"))
            .toArray(Finished[]::new));
    serving();
    Map<Long, IssueText> texts = new HashMap<>();
    LongStream.rangeClosed(1, 120).forEach(id -> texts.put(id, text(id)));
    when(issues.texts(any(), anyCollection())).thenReturn(texts);

    EffortAlignment.Unlinked first = page(0);
    EffortAlignment.Unlinked last = page(100);

    assertThat(first.issues()).hasSize(EffortAlignment.PAGE);
    assertThat(first.next()).contains(EffortAlignment.PAGE);
    assertThat(last.issues()).hasSize(20);
    assertThat(last.next()).isEmpty();
    assertThat(page(500).issues()).isEmpty();
  }

  private EffortAlignment.Unlinked page(int skip) {
    return effort.unlinked(ANNA, 3, wanted(WeightBy.ISSUES), Optional.empty(), skip);
  }

  @Test
  public void withoutDaysTheLastFourWeeksAreShown() {
    EffortAlignment.Report report =
        effort.of(
            ANNA,
            3,
            new EffortAlignment.Wanted(Optional.empty(), Optional.empty(), WeightBy.ISSUES));

    assertThat(report.from()).isEqualTo(LocalDate.parse("2026-10-26"));
    assertThat(report.to()).isEqualTo(LocalDate.parse("2026-11-22"));
    assertThat(report.weeks()).hasSize(4);
  }

  @Test
  public void daysToComeAreLeftOut() {
    assertThat(effort.of(ANNA, 3, between("2026-11-01", "2026-12-31")).to())
        .isEqualTo(LocalDate.parse("2026-11-22"));
  }

  @Test
  public void refusesDaysThatMakeNoPeriod() {
    refuses(() -> effort.of(ANNA, 3, between("2026-11-10", "2026-11-09")), "lastBeforeFirst");
    refuses(() -> effort.of(ANNA, 3, between("2026-11-23", "2026-12-09")), "inTheFuture");
    refuses(() -> effort.of(ANNA, 3, between("2025-01-01", "2026-11-09")), "tooManyDays");
  }

  @Test
  public void refusesWhatIsTooMuchToCount() {
    total(EffortAlignment.MOST_WEIGHED + 1);
    refuses(() -> effort.of(ANNA, 3, wanted(WeightBy.POINTS)), "effort.tooManyWeighed");
    total(EffortAlignment.MOST + 1);
    refuses(() -> effort.of(ANNA, 3, wanted(WeightBy.POINTS)), "effort.tooMany");
    refuses(() -> effort.of(ANNA, 3, wanted(WeightBy.ISSUES)), "effort.tooMany");
  }

  @Test
  public void aUnitThatOneMayNotSeeIsNotThere() {
    when(standpoints.of(ANNA))
        .thenReturn(
            new Standpoint(
                ANNA,
                List.of(Okrs.team(3, "Team", Optional.empty())),
                new Reach(false, Set.of(), Set.of(), Set.of(), List.of())));

    assertThatThrownBy(() -> effort.of(ANNA, 3, wanted(WeightBy.ISSUES)))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> effort.unlinked(ANNA, 9, wanted(WeightBy.ISSUES), Optional.empty(), 0))
        .isInstanceOf(Refusal.NotFound.class);
    verifyNoInteractions(finished);
  }

  @Test
  public void whatRestoresAKpiIsAShareOfItsOwn() {
    purposes(Set.of(1L), Set.of(2L), Set.of(3L));

    EffortAlignment.Report report = effort.of(ANNA, 3, wanted(WeightBy.POINTS));

    assertThat(report.shares().objective().weight()).isEqualByComparingTo("5");
    assertThat(report.shares().kpi().weight()).isEqualByComparingTo("7");
    assertThat(report.shares().neither().issues()).isZero();
    assertThat(report.weeks())
        .extracting(each -> each.shares().kpi().issues())
        .containsExactly(0, 1, 1);
    assertThat(effort.unlinked(ANNA, 3, wanted(WeightBy.POINTS), Optional.empty(), 0).total())
        .isZero();
  }

  @Test
  public void whatDoesBothServesTheObjective() {
    purposes(Set.of(1L, 2L), Set.of(1L), Set.of(2L));

    EffortShares shares = effort.of(ANNA, 3, wanted(WeightBy.ISSUES)).shares();

    assertThat(shares.objective().issues()).isEqualTo(2);
    assertThat(shares.kpi().issues()).isZero();
    assertThat(shares.neither().issues()).isEqualTo(1);
  }

  @Test
  public void aSubTaskCountsAlsoWhereItGuards() {
    found(subTask(1), subTask(2));
    purposes(Set.of(), Set.of(2L), Set.of());

    assertThat(effort.of(ANNA, 3, wanted(WeightBy.ISSUES)).shares().issues()).isEqualTo(1);
  }

  @Test
  public void theQueryLeavesOutWhatABreachCreatedAndOneMayBrowse() {
    purposes(Set.of(1L), Set.of(), Set.of(1L, 2L, 3L));
    when(issues.texts(ANNA, List.of(2L, 3L))).thenReturn(Map.of(3L, text(3)));

    assertThat(effort.of(ANNA, 3, wanted(WeightBy.ISSUES)).work().unlinkedJql().orElseThrow())
        .contains(
            "issue not in issuesWithObjective(\"DEMO\") AND issuekey not in (\"DEMO-3\") ORDER");
  }

  @Test
  public void thereIsNoQueryWhereTooMuchWouldHaveToBeNamed() {
    List<Long> ids = LongStream.rangeClosed(1, EffortAlignment.NAMED + 1).boxed().toList();
    found(ids.stream().map(id -> issue(id, "2026-11-02T09:00:00Z")).toArray(Finished[]::new));
    purposes(Set.of(), Set.of(), Set.copyOf(ids));

    EffortAlignment.Report report = effort.of(ANNA, 3, wanted(WeightBy.ISSUES));

    assertThat(report.shares().kpi().issues()).isEqualTo(ids.size());
    assertThat(report.work().unlinkedJql()).isEmpty();
    verifyNoInteractions(issues);
  }

  private void serving(Long... issueIds) {
    purposes(Set.of(issueIds), Set.of(), Set.of());
  }

  private void purposes(Set<Long> serving, Set<Long> guarding, Set<Long> answering) {
    when(work.purposes(anyCollection()))
        .thenReturn(new WorkOf.Purposes(serving, guarding, answering));
  }

  private static void refuses(ThrowingCallable call, String problem) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            it -> assertThat(it.fields().get("from").key()).isEqualTo("bearings.error." + problem));
  }

  private void found(Finished... all) {
    when(finished.between(any(), anyCollection(), any(), anyBoolean(), anyInt()))
        .thenReturn(new FinishedWork.Answer(List.of(all), all.length));
  }

  private void total(int total) {
    when(finished.between(any(), anyCollection(), any(), anyBoolean(), anyInt()))
        .thenReturn(new FinishedWork.Answer(List.of(), total));
  }

  private void standing(Unit... units) {
    when(standpoints.of(ANNA))
        .thenReturn(
            new Standpoint(
                ANNA, List.of(units), new Reach(true, Set.of(), Set.of(), Set.of(), List.of())));
  }

  private static Unit area(long id) {
    return unit(id, UnitLevel.AREA, Optional.empty(), false, List.of());
  }

  private static Unit below(long id, long parentId, boolean archived, Long... projectIds) {
    return unit(id, UnitLevel.TEAM, Optional.of(parentId), archived, List.of(projectIds));
  }

  private static Unit unit(
      long id, UnitLevel level, Optional<Long> parentId, boolean archived, List<Long> projectIds) {
    return new Unit(
        id,
        "Unit " + id,
        level,
        parentId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        projectIds,
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        archived,
        1);
  }

  private static EffortAlignment.Wanted wanted(WeightBy weightBy) {
    return new EffortAlignment.Wanted(Optional.of(FIRST), Optional.of(LAST), weightBy);
  }

  private static EffortAlignment.Wanted between(String from, String to) {
    return new EffortAlignment.Wanted(
        Optional.of(LocalDate.parse(from)), Optional.of(LocalDate.parse(to)), WeightBy.ISSUES);
  }

  private static Finished issue(long id, String resolved, long... points) {
    return new Finished(
        id,
        false,
        Instant.parse(resolved),
        Optional.of("10000"),
        LongStream.of(points).mapToObj(BigDecimal::valueOf).findFirst());
  }

  private static Finished subTask(long id) {
    return new Finished(
        id, true, Instant.parse("2026-11-02T09:00:00Z"), Optional.empty(), Optional.empty());
  }

  private static IssueText text(long id) {
    return new IssueText(id, "DEMO-" + id, "Title " + id, "Done", Optional.of("Done"));
  }
}
