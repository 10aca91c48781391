package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.Period;
import io.bearings.flow.StatusCategory;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.Breaches;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Judgements.Judgement;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.Purpose;
import io.bearings.kpi.Served;
import io.bearings.kpi.Signals;
import io.bearings.okr.Access;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Nature;
import io.bearings.okr.NewChange;
import io.bearings.okr.NewCheckIn;
import io.bearings.okr.NewCycle;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Openness;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.ScoreChange;
import io.bearings.okr.Source;
import io.bearings.okr.Tag;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Words;
import io.bearings.progress.Figuring;
import io.bearings.progress.FinishedWork;
import io.bearings.progress.Gathering;
import io.bearings.progress.Hindsight;
import io.bearings.progress.IssueState;
import io.bearings.progress.KeptHistory;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.LookingBack;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.review.Cause;
import io.bearings.review.CauseKind;
import io.bearings.review.Effort;
import io.bearings.review.Gauge;
import io.bearings.review.Health;
import io.bearings.review.KpiRef;
import io.bearings.review.Lag;
import io.bearings.review.ObjectiveResult;
import io.bearings.review.Output;
import io.bearings.review.Quadrant;
import io.bearings.review.Retrospective;
import io.bearings.review.Retrospectives;
import io.bearings.review.Shift;
import io.bearings.review.Strain;
import io.bearings.talk.NewBlocker;
import io.bearings.talk.Place;
import io.bearings.talk.Subject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** The retrospective over real tables: what it says, and what it costs. */
public class RetrospectivesTest {
  private static final Instant NOW = Instant.parse("2026-10-12T10:00:00Z");
  private static final Person ANNA = new Person("anna");
  private static final Edit BY_ANNA = new Edit(ANNA, NOW);
  private static final Edit EARLY = new Edit(ANNA, Instant.parse("2026-06-15T10:00:00Z"));
  private static final LocalDate FIRST = LocalDate.parse("2026-07-01");
  private static final LocalDate LAST = LocalDate.parse("2026-09-30");

  /** The most statements that a retrospective may cost. */
  private static final int BUDGET = 20;

  private final TestDatabase database = TestDatabase.withTables();
  private final Database ours = database.database();
  private final StoredObjectives objectives = new StoredObjectives(ours);
  private final StoredAlignments alignments = new StoredAlignments(ours);
  private final StoredCycles cycles = new StoredCycles(ours);
  private final StoredUnits units = new StoredUnits(ours);
  private final StoredCheckIns checkIns = new StoredCheckIns(ours);
  private final StoredWorkLinks workLinks = new StoredWorkLinks(ours);
  private final StoredHistories histories = new StoredHistories(ours);
  private final StoredKpiSheets sheets = new StoredKpiSheets(ours);
  private final StoredJudgements judgements = new StoredJudgements(ours);
  private final StoredAnnotations annotations = new StoredAnnotations(ours);
  private final StoredBlockers blockers = new StoredBlockers(ours);
  private final StoredItems items = new StoredItems(ours);
  private final Access access = mock(Access.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final FinishedWork finished = mock(FinishedWork.class);
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final People people = key -> Optional.of("Name " + key);
  private final StoredStandpoints standpoints = new StoredStandpoints(ours, access);
  private final StoredOutsideValues outside = new StoredOutsideValues(ours, clock);
  private final Gathering gathering =
      new Gathering(objectives, alignments, new StoredLinks(ours, clock), outside);
  private final Hindsight hindsight =
      new Hindsight(
          checkIns,
          new StoredEvidence(ours),
          new StoredChanges(ours),
          new StoredPastWork(ours, histories),
          outside,
          settings,
          clock);
  private final Figuring figuring =
      new Figuring(gathering, hindsight, cycles, units, access, settings, people, clock);
  private final Retrospectives retrospectives =
      new Retrospectives(
          new LookingBack(
              standpoints,
              cycles,
              objectives,
              gathering,
              hindsight,
              figuring,
              finished,
              people,
              clock),
          sheets,
          new StoredKpiPasts(ours),
          new StoredBreaches(ours),
          annotations,
          blockers);
  private long team;
  private long elsewhere;
  private Cycle quarter;

  @Before
  public void aTeam() {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    team = unit("Team", "anna", List.of(1L));
    elsewhere = unit("Elsewhere", "zoe", List.of());
    cycle("Q1", "2026-01-01", "2026-03-31");
    cycle("Q2", "2026-04-01", "2026-06-30");
    quarter = cycle("Q3", "2026-07-01", "2026-09-30");
    finish(10);
  }

  @After
  public void close() {
    database.close();
  }

  private void finish(int issues) {
    doReturn(issues)
        .when(finished)
        .count(ANNA, Set.of(1L), new Period(FIRST, LAST, ZoneOffset.UTC), Set.of());
  }

  private long unit(String name, String leadKey, List<Long> projectIds) {
    return units
        .add(
            new NewUnit(
                name,
                UnitLevel.TEAM,
                Optional.empty(),
                Optional.of(leadKey),
                Optional.empty(),
                Optional.empty(),
                projectIds,
                List.of(),
                Openness.MEMBERS,
                UnitSettings.DEFAULT),
            BY_ANNA)
        .id();
  }

  private Cycle cycle(String name, String first, String last) {
    Cycle planned =
        cycles
            .add(
                new NewCycle(
                    team,
                    name,
                    LocalDate.parse(first),
                    LocalDate.parse(last),
                    CycleKind.CALENDAR,
                    CycleLength.QUARTER,
                    Optional.empty(),
                    Optional.empty()),
                BY_ANNA)
            .orElseThrow();
    return cycles.step(planned, CycleState.ACTIVE, BY_ANNA).orElseThrow();
  }

  private Objective objective(String title, Visibility visibility, String ownerKey) {
    return objectives.add(
        new NewObjective(
            team,
            Optional.of(quarter.id()),
            new ObjectiveContent(
                title,
                "why",
                ownerKey,
                ObjectiveKind.ASPIRATIONAL,
                visibility,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                List.of()),
            Okrs.ACTIVE),
        List.of(),
        BY_ANNA);
  }

  private Objective objective() {
    return objective("Calm nights", Visibility.UNIT_VIEWERS, "anna");
  }

  private KeyResult keyResult(Objective objective, KeyResultContent content) {
    return objectives.add(objective.id(), new NewKeyResult(content, Okrs.ACTIVE), BY_ANNA);
  }

  private KeyResult manual(Objective objective) {
    return keyResult(objective, Okrs.manual("Alarms a week", "50", "0"));
  }

  private void checkIn(KeyResult keyResult, String value, int confidence, String on) {
    checkIns.add(
        new NewCheckIn(
            keyResult.id(),
            Optional.of(new BigDecimal(value)),
            confidence,
            LocalDate.parse(on),
            new Words("", "", "", ""),
            Optional.empty(),
            Tag.MANUAL),
        new Edit(ANNA, Instant.parse(on + "T09:00:00Z")));
  }

  /** Issues from an id on, of which so many were done on 1 August. */
  private void work(KeyResult keyResult, long firstId, int done, int total) {
    List<KeptHistory> kept = new ArrayList<>();
    for (int i = 0; i < total; i++) {
      List<KeptHistory.Step> steps =
          new ArrayList<>(
              List.of(
                  new KeptHistory.Step(
                      0, Instant.parse("2026-06-01T10:00:00Z"), state(StatusCategory.TO_DO), "1")));
      if (i < done) {
        steps.add(
            new KeptHistory.Step(
                1, Instant.parse("2026-08-01T10:00:00Z"), state(StatusCategory.DONE), "1"));
      }
      kept.add(new KeptHistory(firstId + i, steps, Optional.empty()));
    }
    histories.replace(kept);
    LongStream.range(firstId, firstId + total)
        .forEach(
            id ->
                workLinks.add(
                    keyResult.id(),
                    new LinkTarget.Issue(id),
                    Optional.empty(),
                    List.of(
                        new IssueState(
                            id,
                            "A-" + id,
                            1,
                            StatusCategory.TO_DO,
                            Optional.empty(),
                            Optional.empty(),
                            EARLY.when())),
                    EARLY));
  }

  private static IssueSnapshot state(StatusCategory category) {
    return new IssueSnapshot(
        1,
        category.name(),
        category,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  private KpiSheet kpi(
      long unitId, String name, List<Served> serves, List<Judged> periods, BreachEvent... events) {
    KpiContent plain = SampleKpis.named(name);
    Purpose none = Purpose.NONE;
    KpiContent content =
        new KpiContent(
            plain.name(),
            plain.measures(),
            plain.category(),
            plain.ownerKey(),
            plain.source(),
            plain.rhythm(),
            plain.yardstick(),
            plain.response(),
            new Purpose(
                none.why(),
                none.decision(),
                none.benchmark(),
                none.reviewOn(),
                serves,
                none.grounds()),
            plain.dimensions());
    KpiSheet sheet = sheets.add(new NewKpi(unitId, content), BY_ANNA);
    long stamp = judgements.docket(sheet.id()).orElseThrow().stamp();
    judgements
        .keep(
            new Judgement(
                sheet.id(),
                stamp,
                periods.get(0).period().first(),
                periods,
                Signals.NONE,
                new Breaches(List.of(), List.of(events)),
                Optional.empty(),
                NOW))
        .orElseThrow();
    return sheet;
  }

  private static List<Judged> weeks(String firstMonday, KpiStatus status, int count) {
    LocalDate monday = LocalDate.parse(firstMonday);
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                SampleKpis.judged(
                    io.bearings.kpi.Period.of(monday.plusWeeks(i), monday.plusWeeks(i).plusDays(6)),
                    status,
                    "10",
                    true))
        .toList();
  }

  private static final String IN_QUARTER = "2026-07-06";

  private Retrospective retrospective() {
    return retrospectives.of(ANNA, team, quarter.id());
  }

  private Retrospective.Examined only() {
    assertThat(retrospective().objectives()).hasSize(1);
    return retrospective().objectives().get(0);
  }

  private static List<CauseKind> kinds(Retrospective.Examined examined) {
    return examined.diagnosis().causes().stream().map(Cause::kind).toList();
  }

  @Test
  public void saysThatTheWrongThingWasDoneWell() {
    KeyResult keyResult = manual(objective());
    checkIn(keyResult, "48", 8, "2026-07-10");
    checkIn(keyResult, "45", 7, "2026-09-25");
    checkIn(keyResult, "0", 9, "2026-10-05");
    work(keyResult, 100, 4, 5);
    kpi(team, "Velocity", List.of(), weeks(IN_QUARTER, KpiStatus.GREEN, 12));

    Retrospective.Examined found = only();

    assertThat(found.ended().result()).isEqualTo(ObjectiveResult.MISSED);
    assertThat(found.ended().score().value().orElseThrow()).isEqualByComparingTo("0.1");
    assertThat(found.health()).isEqualTo(Health.HEALTHY);
    assertThat(found.quadrant()).contains(Quadrant.EXECUTED_WELL_ON_THE_WRONG_THINGS);
    Gauge gauge = found.keyResults().get(0).keyResult();
    assertThat(gauge.title()).isEqualTo("Alarms a week");
    assertThat(gauge.successLevel()).isEqualByComparingTo("0.7");
    assertThat(found.diagnosis().causes())
        .containsExactly(new Cause.ExecutedWell(new Output(4, 5), List.of(gauge)));
    assertThat(found.diagnosis().tooFewData()).containsExactly(CauseKind.INSENSITIVE_KPIS);
    assertThat(found.circumstances().effort()).isEqualTo(new Effort(4, 10, 5, 11));
    assertThat(found.keyResults().get(0).checkIns())
        .extracting(each -> each.confidence())
        .containsExactly(8, 7);
    assertThat(retrospective().isOver()).isTrue();
    assertThat(retrospective().end()).isEqualTo(LAST);
  }

  @Test
  public void anAchievedObjectiveHasNoCause() {
    checkIn(manual(objective()), "15", 8, "2026-09-25");
    kpi(team, "Velocity", List.of(), weeks(IN_QUARTER, KpiStatus.GREEN, 12));

    Retrospective.Examined found = only();

    assertThat(found.ended().result()).isEqualTo(ObjectiveResult.ACHIEVED);
    assertThat(found.quadrant()).contains(Quadrant.WORKED);
    assertThat(found.diagnosis().causes()).isEmpty();
  }

  @Test
  public void kpisThatServeTheObjectiveStandForTheUnits() {
    Objective objective = objective();
    checkIn(manual(objective), "15", 8, "2026-09-25");
    kpi(team, "Velocity", List.of(), weeks(IN_QUARTER, KpiStatus.GREEN, 12));
    List<Judged> broken = new ArrayList<>(weeks(IN_QUARTER, KpiStatus.GREEN, 10));
    broken.addAll(weeks("2026-09-14", KpiStatus.RED, 2));
    KpiSheet guardrail =
        kpi(
            elsewhere,
            "Secret",
            List.of(new Served(objective.id(), Served.Part.GUARDRAIL)),
            broken);

    Retrospective.Examined found = only();

    // A KPI of a unit that Anna does not see counts without its name.
    KpiRef hidden = new KpiRef(guardrail.id(), "", true);
    assertThat(found.kpis()).extracting(Retrospective.Watched::kpi).containsExactly(hidden);
    assertThat(found.quadrant()).contains(Quadrant.MOVED_AT_A_COST);
    assertThat(found.circumstances().strains())
        .containsExactly(
            new Strain(hidden, 2, LocalDate.parse("2026-09-14"), LocalDate.parse("2026-09-27")));
    assertThat(retrospective().kpis())
        .extracting(each -> each.kpi().name())
        .containsExactly("Velocity", "");
  }

  @Test
  public void namesTheKpisThatStayedGreenForThreeCycles() {
    checkIn(manual(objective()), "45", 8, "2026-09-25");
    kpi(team, "Velocity", List.of(), weeks("2026-01-05", KpiStatus.GREEN, 38));

    Cause cause = only().diagnosis().first().orElseThrow();

    assertThat(((Cause.InsensitiveKpis) cause).cycles())
        .extracting(each -> each.name(), each -> each.observed())
        .containsExactly(tuple("Q3", 13), tuple("Q2", 13), tuple("Q1", 12));
  }

  @Test
  public void namesGoalpostsEventsBlockersAndBreaches() {
    Objective objective = objective();
    KeyResult keyResult = manual(objective);
    checkIn(keyResult, "45", 3, "2026-09-25");
    move(keyResult, "target", "0", "10", ScoreChange.MOVED_GOALPOST, "2026-08-03T10:00:00Z");
    move(keyResult, "target", "10", "20", ScoreChange.CORRECTION, "2026-08-04T10:00:00Z");
    move(keyResult, "state", "DRAFT", "ACTIVE", ScoreChange.MOVED_GOALPOST, "2026-08-04T10:00:00Z");
    annotate(new Place(Place.Kind.UNIT, team), "Strike", "2026-08-10");
    annotate(new Place(Place.Kind.KEY_RESULT, keyResult.id()), "Outage", "2026-09-30");
    annotate(new Place(Place.Kind.UNIT, team), "Too late", "2026-10-01");
    annotate(new Place(Place.Kind.CYCLE, quarter.id()), "Too early", "2026-06-30");
    blockers.add(
        new NewBlocker(
            items.item(Subject.keyResult(keyResult.id()), ANNA).orElseThrow(),
            "No access",
            "anna",
            "Ops",
            LocalDate.parse("2026-08-01"),
            Optional.empty()),
        List.of(),
        BY_ANNA);
    KpiSheet sheet =
        kpi(
            team,
            "Velocity",
            List.of(),
            weeks(IN_QUARTER, KpiStatus.RED, 12),
            new BreachEvent.Opened(SampleKpis.opened(LocalDate.parse(IN_QUARTER)), false));

    Retrospective whole = retrospective();
    Retrospective.Examined found = whole.objectives().get(0);

    assertThat(found.quadrant()).contains(Quadrant.DID_NOT_EXECUTE);
    assertThat(kinds(found))
        .containsExactly(CauseKind.SCOPE_OR_GOALPOSTS_CHANGED, CauseKind.OUTSIDE_EVENT);
    assertThat(found.circumstances().shifts()).hasSize(1);
    Shift.Goalpost goalpost = (Shift.Goalpost) found.circumstances().shifts().get(0);
    assertThat(goalpost.keyResultKey()).contains(keyResult.key());
    assertThat(goalpost.from()).contains("0");
    assertThat(goalpost.to()).contains("10");
    assertThat(goalpost.on()).isEqualTo(LocalDate.parse("2026-08-03"));
    assertThat(goalpost.scoreBefore().orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(goalpost.scoreAfter().orElseThrow()).isEqualByComparingTo("0.6");
    assertThat(found.circumstances().events())
        .extracting(each -> each.text())
        .containsExactly("Strike", "Outage");
    assertThat(whole.blockers()).extracting(each -> each.text()).containsExactly("No access");
    assertThat(whole.breaches())
        .extracting(each -> each.kpi())
        .containsExactly(new KpiRef(sheet.id(), "Velocity", false));
  }

  private void annotate(Place place, String text, String on) {
    annotations.add(place, text, LocalDate.parse(on), Optional.empty(), BY_ANNA);
  }

  private void move(
      KeyResult keyResult, String field, String from, String to, ScoreChange label, String at) {
    NewChange change =
        new NewChange(
            keyResult.objectiveId(),
            Optional.of(keyResult.id()),
            field,
            Optional.of(from),
            Optional.of(to),
            Optional.empty(),
            label,
            Tag.MANUAL,
            new NewChange.Scores(
                Optional.of(new BigDecimal("0.5")),
                Optional.of(new BigDecimal("0.6")),
                Optional.of(new BigDecimal("0.1")),
                Optional.of(new BigDecimal("0.2"))));
    ours.write(
        session -> {
          StoredChanges.insert(session, List.of(change), new Edit(ANNA, Instant.parse(at)));
          return true;
        });
  }

  @Test
  public void saysThatTheWorkWentElsewhere() {
    KeyResult keyResult = manual(objective());
    checkIn(keyResult, "45", 3, "2026-09-25");
    work(keyResult, 100, 2, 10);
    finish(40);

    Retrospective.Examined found = only();

    assertThat(found.diagnosis().causes())
        .containsExactly(
            new Cause.NotExecuted(new Output(2, 10)),
            new Cause.EffortElsewhere(new Effort(2, 40, 10, 48)));
  }

  @Test
  public void tellsWhatCameAndWentOfTheScope() {
    KeyResult keyResult = manual(objective());
    checkIn(keyResult, "45", 3, "2026-09-25");
    work(keyResult, 100, 6, 10);
    workLinks.add(
        keyResult.id(),
        new LinkTarget.Issue(900),
        Optional.empty(),
        List.of(),
        new Edit(ANNA, Instant.parse("2026-07-20T10:00:00Z")));
    Edit late = new Edit(ANNA, Instant.parse("2026-08-20T10:00:00Z"));
    long[] later = {900, 901, 902};
    histories.replace(
        LongStream.of(later)
            .mapToObj(
                id ->
                    new KeptHistory(
                        id,
                        List.of(
                            new KeptHistory.Step(
                                0,
                                Instant.parse("2026-06-01T10:00:00Z"),
                                state(StatusCategory.TO_DO),
                                "1")),
                        Optional.empty()))
            .toList());
    for (long id : List.of(901L, 902L)) {
      workLinks.add(keyResult.id(), new LinkTarget.Issue(id), Optional.empty(), List.of(), late);
    }

    Retrospective.Examined found = only();

    assertThat(found.circumstances().output()).isEqualTo(new Output(6, 13));
    // 66 working days: the 17th is 23 July.
    assertThat(found.circumstances().shifts()).isEmpty();
    workLinks.add(keyResult.id(), new LinkTarget.Issue(903), Optional.empty(), List.of(), late);
    histories.replace(
        List.of(
            new KeptHistory(
                903,
                List.of(
                    new KeptHistory.Step(
                        0,
                        Instant.parse("2026-08-01T10:00:00Z"),
                        state(StatusCategory.TO_DO),
                        "1")),
                Optional.empty())));
    assertThat(only().circumstances().shifts())
        .containsExactly(new Shift.Scope(LocalDate.parse("2026-07-23"), LAST, 11, 3, 0));
  }

  @Test
  public void countsALagFromTheMiddleOfTheWork() {
    KeyResult keyResult =
        keyResult(
            objective(),
            new KeyResultContent(
                "Alarms a week",
                "anna",
                Source.MANUAL,
                Nature.OUTCOME,
                Measure.NUMBER,
                new Goal(
                    Optional.of(new BigDecimal("50")),
                    Optional.of(BigDecimal.ZERO),
                    Optional.empty(),
                    Goal.Marks.NONE,
                    Optional.empty(),
                    9,
                    List.of()),
                BigDecimal.ONE,
                WeightBy.ISSUES));
    checkIn(keyResult, "45", 3, "2026-09-25");
    work(keyResult, 100, 8, 10);

    Cause first = only().diagnosis().first().orElseThrow();

    Lag lag = ((Cause.LagNotOver) first).lags().get(0);
    assertThat(lag.from()).isEqualTo(LocalDate.parse("2026-08-01"));
    assertThat(lag.over()).isEqualTo(LocalDate.parse("2026-10-03"));
  }

  @Test
  public void namesADriverThatMovedWhileTheOutcomeDidNot() {
    Objective objective = objective();
    checkIn(manual(objective), "45", 3, "2026-09-25");
    List<Judged> values = new ArrayList<>(weeks("2026-05-04", KpiStatus.GREEN, 8));
    values.add(
        SampleKpis.judged(
            io.bearings.kpi.Period.of(LocalDate.parse("2026-09-21"), LocalDate.parse("2026-09-27")),
            KpiStatus.AMBER,
            "11",
            true));
    kpi(team, "Velocity", List.of(new Served(objective.id(), Served.Part.DRIVER)), values);

    Cause.WrongDriver cause = (Cause.WrongDriver) only().diagnosis().first().orElseThrow();

    assertThat(cause.drivers()).hasSize(1);
    assertThat(cause.drivers().get(0).from().orElseThrow().on())
        .isEqualTo(LocalDate.parse("2026-06-28"));
    assertThat(cause.drivers().get(0).to().orElseThrow().value()).isEqualByComparingTo("11");
    assertThat(cause.keyResults()).extracting(Gauge::title).containsExactly("Alarms a week");
  }

  @Test
  public void goesOnWithoutJirasSearch() {
    checkIn(manual(objective()), "45", 3, "2026-09-25");
    doThrow(new Refusal.Unavailable(Message.of("x")))
        .when(finished)
        .count(any(), any(), any(), any());

    assertThat(only().diagnosis().tooFewData())
        .containsExactly(CauseKind.NOT_EXECUTED, CauseKind.EFFORT_ELSEWHERE);
  }

  @Test
  public void countsWhatMayNotBeReadAndKeepsDraftsAndTheAbandonedApart() {
    objective("Private", Visibility.PRIVATE, "zoe");
    assertThat(retrospective().objectives()).hasSize(1);
    Person eve = new Person("eve");
    when(access.projects(any(), any())).thenReturn(Map.of());
    Objective draft =
        objectives.add(
            new NewObjective(
                team,
                Optional.of(quarter.id()),
                ObjectiveContent.of("Draft", "", "anna"),
                Life.DRAFT),
            List.of(),
            BY_ANNA);
    Objective given =
        objectives.add(
            new NewObjective(
                team,
                Optional.of(quarter.id()),
                ObjectiveContent.of("Given up", "", "anna"),
                Okrs.ACTIVE.abandoned("No longer needed")),
            List.of(),
            BY_ANNA);

    Retrospective whole = retrospective();
    assertThat(whole.drafts()).extracting(Objective::id).containsExactly(draft.id());
    assertThat(whole.abandoned())
        .extracting(each -> each.objective().id())
        .containsExactly(given.id());
    assertThat(whole.hidden()).isZero();
    assertThatThrownBy(() -> retrospectives.of(eve, team, quarter.id()))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void refusesCyclesThatDoNotServeTheUnitOrHaveNotBegun() {
    assertThatThrownBy(() -> retrospectives.of(ANNA, team, 999))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> retrospectives.of(ANNA, elsewhere, quarter.id()))
        .isInstanceOf(Refusal.NotFound.class);
    Cycle next = cycle("Q1 27", "2027-01-01", "2027-03-31");
    assertThatThrownBy(() -> retrospectives.of(ANNA, team, next.id()))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  public void anEmptyCycleHasNothingInIt() {
    Retrospective whole = retrospective();

    assertThat(whole.objectives()).isEmpty();
    assertThat(whole.kpis()).isEmpty();
    assertThat(whole.calibration().pairs()).isZero();
    assertThat(whole.calibration().brier()).isEmpty();
  }

  @Test
  public void aCycleThatRunsIsLookedAtToday() {
    Cycle running = cycle("Q4", "2026-10-01", "2026-12-31");

    Retrospective whole = retrospectives.of(ANNA, team, running.id());

    assertThat(whole.end()).isEqualTo(LocalDate.parse("2026-10-12"));
    assertThat(whole.isOver()).isFalse();
  }

  @Test
  public void checkInsInTimeAndConfidenceAreCounted() {
    KeyResult keyResult = manual(objective());
    checkIn(keyResult, "48", 8, "2026-07-10");
    checkIn(keyResult, "45", 7, "2026-08-14");

    Retrospective whole = retrospective();
    Retrospective.Told told = whole.objectives().get(0).keyResults().get(0);

    assertThat(told.slots()).isEqualTo(13);
    assertThat(told.kept()).isEqualTo(2);
    assertThat(whole.calibration().pairs()).isEqualTo(3);
    assertThat(whole.calibration().brier()).isEmpty();
  }

  @Test
  public void whatComesBackForTheThirdTimeIsNamed() {
    Cycle third = quarter;
    for (String name : List.of("Q1", "Q2")) {
      quarter =
          cycles.serving(List.of(team)).stream()
              .filter(each -> each.name().equals(name))
              .findFirst()
              .orElseThrow();
      objective("Calm, nights!", Visibility.UNIT_VIEWERS, name.equals("Q1") ? "bert" : "anna");
    }
    quarter = third;
    KeyResult keyResult = manual(objective());
    move(keyResult, "target", "0", "10", ScoreChange.ADJUSTMENT, "2026-08-03T10:00:00Z");
    move(keyResult, "target", "10", "5", ScoreChange.ADJUSTMENT, "2026-08-05T10:00:00Z");

    assertThat(retrospective().carryOvers())
        .containsExactly(
            new Retrospective.CarryOver(
                retrospective().objectives().get(0).figures().objective(),
                List.of("Q3", "Q2", "Q1"),
                2,
                1));
  }

  @Test
  public void costsTheSameAtAnySize() {
    fill(1, 1);
    database.statements();
    retrospective();
    int small = database.statements();
    fill(24, 10);
    database.statements();
    Retrospective whole = retrospective();
    int large = database.statements();

    assertThat(whole.objectives()).hasSize(25);
    assertThat(whole.objectives().stream().mapToInt(each -> each.keyResults().size()).sum())
        .isEqualTo(100);
    assertThat(large).isEqualTo(small);
    // One search of Jira's comes on top.
    assertThat(large + 1).isLessThanOrEqualTo(BUDGET);
  }

  private int next = 1000;

  private void fill(int count, int issuesOfEach) {
    for (int i = 0; i < count; i++) {
      Objective objective = objective("Objective " + next, Visibility.UNIT_VIEWERS, "anna");
      KpiSheet sheet =
          kpi(
              team,
              "KPI " + next,
              List.of(new Served(objective.id(), Served.Part.DRIVER)),
              weeks("2026-01-05", KpiStatus.GREEN, 38));
      keyResult(
          objective,
          new KeyResultContent(
              "Reads a KPI",
              "anna",
              Source.KPI,
              Nature.OUTCOME,
              Measure.NUMBER,
              Goal.of(BigDecimal.ZERO, BigDecimal.TEN),
              BigDecimal.ONE,
              WeightBy.ISSUES,
              true,
              Optional.of(sheet.id()),
              Optional.empty()));
      keyResult(
          objective,
          new KeyResultContent(
              "Is aligned",
              "anna",
              Source.ALIGNED,
              Nature.OUTCOME,
              Measure.NUMBER,
              Goal.NONE,
              BigDecimal.ONE,
              WeightBy.ISSUES));
      for (int n = 0; n < 2; n++) {
        KeyResult keyResult = manual(objective);
        checkIn(keyResult, "45", 8, "2026-07-10");
        work(keyResult, next, issuesOfEach / 2, issuesOfEach);
        next += issuesOfEach;
        annotate(new Place(Place.Kind.KEY_RESULT, keyResult.id()), "Event", "2026-08-01");
      }
    }
  }
}
