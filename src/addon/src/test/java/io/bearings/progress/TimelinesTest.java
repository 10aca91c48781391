package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Life;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Objectives;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Reach;
import io.bearings.okr.Recorded;
import io.bearings.okr.Refusal;
import io.bearings.okr.Score;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class TimelinesTest {
  private static final Person ANNA = new Person("anna");
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");

  private static final Cycle CYCLE =
      new Cycle(
          5,
          1,
          "Q4",
          FIRST,
          LAST,
          CycleState.ACTIVE,
          CycleKind.CALENDAR,
          CycleLength.QUARTER,
          Optional.empty(),
          Optional.empty(),
          1);

  private final Overview overview = mock(Overview.class);
  private final PastWork pastWork = mock(PastWork.class);
  private final Links links = mock(Links.class);
  private final Backfill backfill = mock(Backfill.class);
  private final Objectives objectives = mock(Objectives.class);
  private final Cycles cycles = mock(Cycles.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final Timelines timelines = at("2026-11-22T10:00:00Z");

  @Before
  public void aKeyResultWithOneIssue() {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(overview.within(ANNA, 7)).thenReturn(within(Optional.of(new Window(FIRST, LAST))));
    IssueHistory issue =
        new IssueHistory(
            100,
            List.of(
                // The evening of 9 October in UTC is the morning of the 10th in Berlin.
                new IssueHistory.Moment(
                    Instant.parse("2026-10-09T22:30:00Z"), state(StatusCategory.TO_DO)),
                new IssueHistory.Moment(
                    Instant.parse("2026-10-20T09:00:00Z"), state(StatusCategory.DONE)),
                new IssueHistory.Moment(
                    Instant.parse("2026-10-22T09:00:00Z"), state(StatusCategory.TO_DO))),
            Optional.empty());
    LinkSpan link =
        new LinkSpan(
            LinkKind.ISSUE,
            100,
            Instant.parse("2026-10-21T09:00:00Z"),
            Optional.empty(),
            List.of());
    when(pastWork.linkedTo(List.of(7L)))
        .thenReturn(Map.of(7L, new PastWork.Linked(List.of(link), List.of(issue))));
  }

  @Test
  public void showsTheCycleUntilToday() {
    List<Timelines.Day> days = timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE));

    assertThat(days.get(0).on()).isEqualTo(FIRST);
    assertThat(days.get(days.size() - 1).on()).isEqualTo(LocalDate.parse("2026-11-22"));
    assertThat(day(days, "2026-10-09").progress()).isEqualTo(IssueProgress.NOTHING);
    assertThat(day(days, "2026-10-10").change().added().issues()).isEqualTo(1);
    assertThat(day(days, "2026-10-20").change().done().issues()).isEqualTo(1);
    assertThat(day(days, "2026-10-21").progress().done()).isEqualTo(1);
    assertThat(day(days, "2026-10-22").change().reopened().issues()).isEqualTo(1);
  }

  @Test
  public void readsFirstThePastThatIsMissing() {
    when(links.reachedBy(List.of(7L))).thenReturn(Set.of(100L));

    timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE));

    verify(backfill).fill(Set.of(100L));
  }

  @Test
  public void asKnownThenAnIssueComesWithItsLink() {
    List<Timelines.Day> days = timelines.of(ANNA, 7, all(Knowledge.AS_KNOWN_THEN));

    assertThat(day(days, "2026-10-20").progress()).isEqualTo(IssueProgress.NOTHING);
    assertThat(day(days, "2026-10-21").change().added().issues()).isEqualTo(1);
    assertThat(day(days, "2026-10-21").progress().done()).isEqualTo(1);
  }

  @Test
  public void theFirstDayIsComparedWithTheDayBefore() {
    List<Timelines.Day> days = timelines.of(ANNA, 7, between("2026-10-20", "2026-10-20"));

    assertThat(days).hasSize(1);
    assertThat(days.get(0).change().added().issues()).isZero();
    assertThat(days.get(0).change().done().issues()).isEqualTo(1);
  }

  @Test
  public void aCycleThatHasNotBegunHasNoDays() {
    when(overview.within(ANNA, 7))
        .thenReturn(within(Optional.of(new Window(LAST.plusDays(1), LAST.plusDays(90)))));

    assertThat(timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE))).isEmpty();
  }

  @Test
  public void withoutACycleTheLastThreeMonthsAreShown() {
    when(overview.within(ANNA, 7)).thenReturn(within(Optional.empty()));

    assertThat(timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE)).get(0).on())
        .isEqualTo(LocalDate.parse("2026-08-24"));
  }

  @Test
  public void refusesDaysInTheWrongOrderOrTooMany() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> timelines.of(ANNA, 7, between("2026-10-21", "2026-10-20")))
        .satisfies(it -> assertThat(it.fields()).containsKey("from"));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> timelines.of(ANNA, 7, between("2025-10-01", "2026-11-20")))
        .satisfies(it -> assertThat(it.fields()).containsKey("from"));
    assertThat(timelines.of(ANNA, 7, between("2025-10-16", "2026-11-20"))).hasSize(401);
  }

  @Test
  public void aKeyResultThatNeverHadALinkHasEmptyDays() {
    when(pastWork.linkedTo(List.of(7L))).thenReturn(Map.of());

    assertThat(timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE)))
        .allSatisfy(day -> assertThat(day.progress()).isEqualTo(IssueProgress.NOTHING));
  }

  @Test
  public void anObjectiveShowsWhatMovedItAndItsWorkOnce() {
    KeyResult one = keyResult(7);
    KeyResult other = keyResult(8);
    linkedTo(7, 8);
    when(overview.onDays(eq(ANNA), eq(3L), any()))
        .thenAnswer(
            call -> {
              Function<Placed, List<AsOf>> wanted = call.getArgument(2);
              List<AsOf> days = wanted.apply(within(Optional.empty()).placed());
              assertThat(days).extracting(AsOf::day).startsWith(LocalDate.parse("2026-10-18"));
              return new Overview.OnDays(
                  within(Optional.empty()).placed(),
                  List.of(one, other),
                  List.of(
                      reckoned(Map.of(one, Optional.of("0.2"))),
                      reckoned(Map.of(one, Optional.of("0.20"))),
                      reckoned(Map.of(one, Optional.of("0.6"), other, Optional.of("0")))));
            });

    List<Timelines.ObjectiveDay> days =
        timelines.ofObjective(ANNA, 3, between("2026-10-19", "2026-10-20"));

    assertThat(days).hasSize(2);
    assertThat(days.get(0).moved()).isEmpty();
    assertThat(days.get(1).moved())
        .extracting(each -> each.keyResult().key())
        .containsExactlyInAnyOrder("KR-7", "KR-8");
    assertThat(days.get(1).moved())
        .filteredOn(each -> each.keyResult().id() == 8)
        .allSatisfy(each -> assertThat(each.from()).isEmpty());
    assertThat(days.get(1).work().progress().issues()).isEqualTo(1);
    assertThat(days.get(1).work().change().done().issues()).isEqualTo(1);
    verify(pastWork, times(1)).linkedTo(anyCollection());
  }

  @Test
  public void anObjectiveWhoseCycleHasNotBegunHasNoDays() {
    when(overview.onDays(eq(ANNA), eq(3L), any()))
        .thenAnswer(
            call -> {
              Placed placed =
                  within(Optional.of(new Window(LAST.plusDays(1), LAST.plusDays(90)))).placed();
              Function<Placed, List<AsOf>> wanted = call.getArgument(2);
              assertThat(wanted.apply(placed)).isEmpty();
              return new Overview.OnDays(placed, List.of(), List.of());
            });

    assertThat(timelines.ofObjective(ANNA, 3, all(Knowledge.BY_EFFECTIVE_DATE))).isEmpty();
  }

  @Test
  public void aUnitShowsTheWorkOfItsBranchOnce() {
    standing(area(1), below(2, 1));
    linkedTo(7, 8);
    when(objectives.find(any(), eq(ANNA))).thenReturn(List.of(within(Optional.empty()).placed()));
    when(objectives.keyResultsOf(List.of(3L)))
        .thenReturn(List.of(keyResult(7), keyResult(8), keyResult(9).archived(true)));

    List<Timelines.Day> days =
        timelines.ofUnit(
            ANNA, 1, Optional.empty(), WeightBy.ISSUES, between("2026-10-20", "2026-10-20"));

    assertThat(days).hasSize(1);
    assertThat(days.get(0).progress().issues()).isEqualTo(1);
    verify(objectives).find(Objectives.Wanted.ofUnits(List.of(1L, 2L), Optional.empty()), ANNA);
  }

  @Test
  public void aUnitShowsTheDaysOfItsCycle() {
    standing(area(1));
    when(cycles.serving(List.of(1L))).thenReturn(List.of(CYCLE));

    List<Timelines.Day> days =
        timelines.ofUnit(
            ANNA, 1, Optional.of(5L), WeightBy.ISSUES, all(Knowledge.BY_EFFECTIVE_DATE));

    assertThat(days.get(0).on()).isEqualTo(FIRST);
    assertThat(days).allSatisfy(day -> assertThat(day.progress()).isEqualTo(IssueProgress.NOTHING));
    verifyNoInteractions(pastWork, links);
  }

  @Test
  public void aUnitOrCycleThatOneMayNotSeeIsNotThere() {
    standing(area(1));

    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> ofUnit(2, Optional.empty()));
    assertThatExceptionOfType(Refusal.NotFound.class).isThrownBy(() -> ofUnit(1, Optional.of(6L)));
  }

  @Test
  public void refusesTheWorkOfTooManyIssues() {
    standing(area(1));
    when(objectives.find(any(), eq(ANNA))).thenReturn(List.of(within(Optional.empty()).placed()));
    when(objectives.keyResultsOf(List.of(3L))).thenReturn(List.of(keyResult(7)));
    when(links.reachedBy(List.of(7L)))
        .thenReturn(LongStream.rangeClosed(0, Timelines.MOST).boxed().collect(Collectors.toSet()));

    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> ofUnit(1, Optional.empty()))
        .satisfies(it -> assertThat(it.text().key()).isEqualTo("bearings.error.timeline.tooMany"));
    verifyNoInteractions(pastWork, backfill);
  }

  private List<Timelines.Day> ofUnit(long unitId, Optional<Long> cycleId) {
    return timelines.ofUnit(
        ANNA, unitId, cycleId, WeightBy.ISSUES, all(Knowledge.BY_EFFECTIVE_DATE));
  }

  private void linkedTo(long... keyResultIds) {
    PastWork.Linked linked = pastWork.linkedTo(List.of(7L)).get(7L);
    clearInvocations(pastWork);
    Map<Long, PastWork.Linked> all = new HashMap<>();
    LongStream.of(keyResultIds).forEach(id -> all.put(id, linked));
    when(pastWork.linkedTo(LongStream.of(keyResultIds).boxed().toList())).thenReturn(all);
  }

  private void standing(Unit... units) {
    when(standpoints.of(ANNA))
        .thenReturn(
            new Standpoint(
                ANNA, List.of(units), new Reach(true, Set.of(), Set.of(), Set.of(), List.of())));
  }

  private static Unit area(long id) {
    return unit(id, UnitLevel.AREA, Optional.empty());
  }

  private static Unit below(long id, long parentId) {
    return unit(id, UnitLevel.TEAM, Optional.of(parentId));
  }

  private static Unit unit(long id, UnitLevel level, Optional<Long> parentId) {
    return new Unit(
        id,
        "Unit " + id,
        level,
        parentId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        false,
        1);
  }

  private static KeyResult keyResult(long id) {
    return new KeyResult(
        id,
        3,
        KeyResultContent.ofIssues("Title", "anna", BigDecimal.ONE, WeightBy.ISSUES),
        Life.DRAFT,
        Recorded.NOTHING,
        false,
        1);
  }

  private static Reckoning.Reckoned reckoned(Map<KeyResult, Optional<String>> scores) {
    return new Reckoning.Reckoned(
        Score.NO_DATA,
        Judgement.NO_DATA,
        List.of(),
        false,
        scores.entrySet().stream()
            .map(
                each ->
                    new KeyResultFigures(
                        each.getKey(),
                        "Anna",
                        IssueProgress.NOTHING,
                        new KeyResultScore(
                            Optional.empty(),
                            Optional.empty(),
                            each.getValue().map(BigDecimal::new)),
                        Judgement.NO_DATA,
                        Optional.empty()))
            .toList());
  }

  private Timelines at(String now) {
    return new Timelines(
        overview,
        objectives,
        cycles,
        standpoints,
        new WorkDays(
            pastWork,
            links,
            backfill,
            settings,
            Clock.fixed(Instant.parse(now), ZoneId.of("Europe/Berlin"))));
  }

  private static Timelines.Wanted all(Knowledge knowledge) {
    return new Timelines.Wanted(Optional.empty(), Optional.empty(), knowledge);
  }

  private static Timelines.Wanted between(String from, String to) {
    return new Timelines.Wanted(
        Optional.of(LocalDate.parse(from)),
        Optional.of(LocalDate.parse(to)),
        Knowledge.BY_EFFECTIVE_DATE);
  }

  private static Timelines.Day day(List<Timelines.Day> days, String on) {
    return days.stream()
        .filter(each -> each.on().equals(LocalDate.parse(on)))
        .findFirst()
        .orElseThrow();
  }

  private static Overview.Within within(Optional<Window> cycle) {
    Objective objective =
        new Objective(
            3,
            2,
            Optional.of(5L),
            ObjectiveContent.of("Title", "Why", "anna"),
            Life.DRAFT,
            false,
            1);
    KeyResult keyResult =
        new KeyResult(
            7,
            3,
            KeyResultContent.ofIssues("Title", "anna", BigDecimal.ONE, WeightBy.ISSUES),
            Life.DRAFT,
            Recorded.NOTHING,
            false,
            1);
    return new Overview.Within(
        new Placed(
            objective, cycle.map(days -> new Placed.Span(5, "Q4", days, CycleState.ACTIVE)), false),
        new KeyResultFigures(
            keyResult,
            "Anna",
            IssueProgress.NOTHING,
            KeyResultScore.NO_DATA,
            Judgement.NO_DATA,
            Optional.empty()),
        false);
  }

  private static IssueSnapshot state(StatusCategory category) {
    return new IssueSnapshot(
        1,
        "1",
        category,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }
}
