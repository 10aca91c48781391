package io.bearings.kpi;

import static io.bearings.kpi.Kpis.at;
import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.okr.Access;
import io.bearings.okr.Field;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.OrganisationInMemory;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Role;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Tag;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.Writer;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/** What people and other systems do with KPIs, from the sheet to a breach and what follows. */
public class KpiUseCasesTest {
  private static final Writer LEAD = new Writer(new Person("anna"), Tag.MANUAL);
  private static final Writer OWNER = new Writer(new Person("olga"), Tag.MANUAL);
  private static final Writer CONTRIBUTOR = new Writer(new Person("carl"), Tag.MANUAL);
  private static final Writer READER = new Writer(new Person("rita"), Tag.MANUAL);
  private static final Writer STRANGER = new Writer(new Person("stan"), Tag.MANUAL);

  private final Timer clock = new Timer(Instant.parse("2026-03-11T10:00:00Z"));
  private final KpisInMemory store = new KpisInMemory();
  private final TokensInMemory tokens = new TokensInMemory();
  private final OrganisationInMemory organisation = new OrganisationInMemory(mock(Access.class));
  private final Set<String> gone = new HashSet<>(Set.of("nobody"));
  private final People people =
      key -> gone.contains(key) ? Optional.empty() : Optional.of("Name " + key);
  private final WorkFigures figures = mock(WorkFigures.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final StatedInputs inputs = mock(StatedInputs.class);
  private final List<BreachStep> told = new ArrayList<>();
  private boolean dying;
  private boolean deaf;
  private SiteRules rules = SiteRules.DEFAULT;
  private final KpiPeriods periods = new KpiPeriods(figures, () -> rules);
  private final Computing computing =
      new Computing(
          figures,
          store,
          store,
          new InputsInForce(inputs, organisation),
          organisation,
          () -> SiteRules.DEFAULT,
          periods);
  private final Judging judging =
      new Judging(
          store,
          store,
          store,
          store,
          computing,
          new BreachNews() {
            @Override
            public boolean happened(KpiSheet sheet, Breach breach, BreachStep step) {
              if (dying) {
                throw new IllegalStateException("The node is gone");
              }
              told.add(step);
              return !deaf;
            }
          },
          () -> SiteRules.DEFAULT,
          clock);
  private final KpiSight sight = new KpiSight(store, organisation);
  private final KpiPlanning planning =
      new KpiPlanning(
          sight,
          store,
          new FormulaEditing(sight, store, figures, settings),
          judging,
          mock(Objectives.class),
          people,
          clock);
  private final Measuring measuring = new Measuring(sight, store, store, judging, periods, clock);
  private final Pushing pushing = new Pushing(sight, store, tokens, measuring, clock);
  private final Responding responding = new Responding(sight, store, store, people, clock);
  private final KpiOverview overview =
      new KpiOverview(sight, store, store, store, store, periods, computing, clock);
  private long unitId;

  /** A clock that tests turn. */
  private static final class Timer extends Clock {
    private Instant now;

    Timer(Instant now) {
      this.now = now;
    }

    void turnTo(String day) {
      now = LocalDate.parse(day).atTime(9, 0).toInstant(ZoneOffset.UTC);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Before
  public void aTeam() {
    Unit team = organisation.unit("Support", UnitLevel.TEAM, Optional.empty());
    organisation.grant(team, Role.LEAD, LEAD.who());
    organisation.grant(team, Role.VIEWER, OWNER.who());
    organisation.grant(team, Role.CONTRIBUTOR, CONTRIBUTOR.who());
    organisation.grant(team, Role.VIEWER, READER.who());
    unitId = team.id();
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(inputs.of(anyCollection())).thenReturn(List.of());
    when(figures.problems(any(), anyCollection())).thenReturn(List.of());
    reading(Filling.State.DONE);
  }

  private void reading(Filling.State state) {
    when(figures.filling(anyLong())).thenReturn(new Filling(state, 1, 2, Optional.empty()));
  }

  private KpiDraft daily(String name) {
    return KpiDraft.of(name)
        .ownedBy("olga")
        .with(
            new KpiDraft.OfRhythm(
                Optional.of(Frequency.DAILY), Optional.empty(), Optional.empty(), Optional.empty()))
        .with(levelsDraft("50", "40"));
  }

  private static KpiDraft.OfYardstick levelsDraft(String target, String critical) {
    return new KpiDraft.OfYardstick(
        Optional.empty(),
        Optional.empty(),
        Field.of(at(target)),
        Field.absent(),
        Field.of(at(critical)),
        Optional.empty());
  }

  private static MeasurementDraft value(String day, String number) {
    return MeasurementDraft.of(LocalDate.parse(day), n(number));
  }

  private Refusal.Invalid refusedBy(Runnable work) {
    return catchThrowableOfType(work::run, Refusal.Invalid.class);
  }

  @Test
  public void leadsCreateAndOwnersChange() {
    assertThatThrownBy(() -> planning.create(CONTRIBUTOR, unitId, daily("Calls")))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> planning.create(STRANGER, unitId, daily("Calls")))
        .isInstanceOf(Refusal.NotFound.class);
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));

    KpiSheet changed =
        planning.change(
            OWNER, sheet.id(), 1, Optional.empty(), KpiDraft.of("Answered"), Optional.of(" why "));

    assertThat(changed.version()).isEqualTo(2);
    assertThat(planning.history(READER.who(), sheet.id(), Long.MAX_VALUE, 10))
        .extracting(each -> each.what().field(), each -> each.what().reason())
        .containsExactly(tuple("name", Optional.of("why")));
    assertThatThrownBy(
            () ->
                planning.change(
                    CONTRIBUTOR,
                    sheet.id(),
                    2,
                    Optional.empty(),
                    KpiDraft.of("x"),
                    Optional.empty()))
        .isInstanceOf(Refusal.Forbidden.class);
    Refusal.Conflict conflict =
        catchThrowableOfType(
            () ->
                planning.change(
                    LEAD, sheet.id(), 1, Optional.empty(), KpiDraft.of("x"), Optional.empty()),
            Refusal.Conflict.class);
    assertThat(conflict.changedFields()).containsExactly("name");
    assertThat(conflict.changedBy()).isEqualTo("Name olga");
  }

  @Test
  public void whoWasDeletedKeepsNobodyFromChangingTheSheet() {
    KpiDraft draft = telling(daily("Calls"), "nina");
    KpiSheet sheet = planning.create(LEAD, unitId, draft);
    gone.addAll(List.of("olga", "nina"));
    KpiSheet renamed =
        planning.change(
            LEAD, sheet.id(), 1, Optional.empty(), draft.named("Answers"), Optional.empty());
    assertThat(renamed.content().name()).isEqualTo("Answers");
    KpiDraft others = draft.ownedBy("nina");
    assertThat(refusedBy(() -> planning.create(LEAD, unitId, others)).fields())
        .containsOnlyKeys("owner", "automatic[0].people");
  }

  private static KpiDraft telling(KpiDraft draft, String person) {
    return new KpiDraft(
        draft.name(),
        draft.measures(),
        draft.category(),
        draft.ownerKey(),
        draft.source(),
        draft.rhythm(),
        draft.yardstick(),
        draft.action(),
        Optional.of(List.of(new AutomaticAction.Notify(List.of(person)))),
        draft.purpose(),
        draft.dimensions());
  }

  @Test
  public void namesEveryFieldThatIsWrong() {
    Refusal.Invalid refusal =
        refusedBy(() -> planning.create(LEAD, unitId, daily("Calls").ownedBy("nobody")));
    assertThat(refusal.fields()).containsOnlyKeys("owner");
    KpiSource unknown = new KpiSource.Formula("KPI-99 + 1");
    assertThat(refusedBy(() -> planning.create(LEAD, unitId, daily("x").from(unknown))).fields())
        .containsOnlyKeys("formula");
    KpiSource twoMetrics = new KpiSource.Metric("1 + velocity");
    assertThat(refusedBy(() -> planning.create(LEAD, unitId, daily("x").from(twoMetrics))).fields())
        .containsOnlyKeys("metric");
  }

  @Test
  public void onlyWhoSeesTheRateMayShowIt() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Rate"));
    KpiDraft rate = KpiDraft.UNCHANGED.from(new KpiSource.Formula("hourly_rate"));
    assertThat(
            refusedBy(
                    () ->
                        planning.change(
                            OWNER, sheet.id(), 1, Optional.empty(), rate, Optional.empty()))
                .fields())
        .containsOnlyKeys("formula");
    assertThat(
            planning
                .change(LEAD, sheet.id(), 1, Optional.empty(), rate, Optional.empty())
                .version())
        .isEqualTo(2);
  }

  @Test
  public void aValueIsJudgedAtOnceAndOpensABreach() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    Measuring.Entered green = measuring.enter(CONTRIBUTOR, sheet.id(), value("2026-03-09", "55"));
    assertThat(green.period().orElseThrow().status()).isEqualTo(KpiStatus.GREEN);
    assertThat(told).isEmpty();

    Measuring.Entered red = measuring.enter(OWNER, sheet.id(), value("2026-03-10", "39"));

    assertThat(red.period().orElseThrow().status()).isEqualTo(KpiStatus.RED);
    assertThat(red.breach()).isPresent();
    assertThat(told).containsExactly(BreachStep.OPENED);
    KpiOverview.Board board = overview.board(READER.who(), unitId, false, false);
    assertThat(board.mayCreate()).isFalse();
    assertThat(board.cards())
        .singleElement()
        .satisfies(
            card -> {
              assertThat(card.standing().breach()).isPresent();
              assertThat(card.mayMeasure()).isFalse();
              assertThat(card.nextDue()).contains(LocalDate.parse("2026-03-11"));
            });
    assertThatThrownBy(() -> measuring.enter(READER, sheet.id(), value("2026-03-10", "1")))
        .isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  public void aRunningDayIsOnlyAnEarlyWarning() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));

    Measuring.Entered today = measuring.enter(LEAD, sheet.id(), value("2026-03-11", "1"));

    assertThat(today.period().orElseThrow().verdict().earlyWarning()).isTrue();
    assertThat(today.breach()).isEmpty();
    clock.turnTo("2026-03-12");
    assertThat(judging.round(() -> false)).isEqualTo(1);
    assertThat(told).containsExactly(BreachStep.OPENED);
    assertThat(judging.round(() -> false)).isZero();
    assertThat(judging.round(() -> true)).isZero();
  }

  @Test
  public void aCorrectionJudgesThePastAnew() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    measuring.enter(LEAD, sheet.id(), value("2026-03-09", "30"));

    Measuring.Entered corrected = measuring.enter(LEAD, sheet.id(), value("2026-03-09", "60"));

    assertThat(corrected.revisions())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.before()).isEqualTo(KpiStatus.RED);
              assertThat(each.after()).isEqualTo(KpiStatus.GREEN);
            });
    assertThat(told.get(told.size() - 1)).isEqualTo(BreachStep.WITHDRAWN);
    assertThat(responding.ofKpi(READER.who(), sheet.id())).isEmpty();
    assertThat(measuring.enter(LEAD, sheet.id(), value("2026-03-09", "60.0")).added()).isZero();
    assertThat(measuring.page(READER.who(), sheet.id(), Long.MAX_VALUE, 10)).hasSize(2);
  }

  @Test
  public void anotherThresholdJudgesThePastAnew() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    measuring.enter(LEAD, sheet.id(), value("2026-03-09", "30"));
    planning.change(
        LEAD,
        sheet.id(),
        1,
        Optional.empty(),
        KpiDraft.UNCHANGED.with(levelsDraft("50", "20")),
        Optional.empty());

    assertThat(responding.ofKpi(LEAD.who(), sheet.id())).isEmpty();
    assertThat(
            overview
                .past(LEAD.who(), sheet.id(), Optional.empty(), Optional.empty(), Optional.empty())
                .breaks())
        .isEmpty();
  }

  @Test
  public void anotherSourceBreaksTheSeries() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    planning.change(
        LEAD,
        sheet.id(),
        1,
        Optional.empty(),
        KpiDraft.UNCHANGED.from(new KpiSource.Pushed()),
        Optional.of("New telephones"));

    assertThat(
            overview
                .past(LEAD.who(), sheet.id(), Optional.empty(), Optional.empty(), Optional.empty())
                .breaks())
        .containsExactly(
            new KpiOverview.Break(
                LocalDate.parse("2026-03-11"), Optional.of("anna"), "New telephones"));
  }

  @Test
  public void valuesAreEnteredTogetherOrNotAtAll() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    List<MeasurementDraft> twice =
        List.of(value("2026-03-08", "1"), value("2026-03-08", "2"), value("2026-03-12", "3"));
    Measuring.Checked checked = measuring.check(LEAD, sheet.id(), twice);
    assertThat(checked.problems()).containsOnlyKeys(1, 2);
    assertThat(refusedBy(() -> measuring.enter(LEAD, checked, twice)).fields())
        .containsOnlyKeys("values[1].on", "values[2].on");
    assertThat(store.since(sheet.id(), Judgements.FROM_THE_FIRST)).isEmpty();
    assertThat(refusedBy(() -> measuring.check(LEAD, sheet.id(), List.of())).fields())
        .containsOnlyKeys("values");
  }

  @Test
  public void aFormulaFollowsWhatItNames() {
    KpiSheet calls = planning.create(LEAD, unitId, daily("Calls"));
    KpiSheet half =
        planning.create(
            LEAD, unitId, daily("Half").from(new KpiSource.Formula("KPI-" + calls.id() + " / 2")));

    measuring.enter(LEAD, calls.id(), value("2026-03-10", "60"));

    assertThat(
            store.between(half.id(), LocalDate.parse("2026-03-10"), LocalDate.parse("2026-03-10")))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.value().orElseThrow()).isEqualByComparingTo("30");
              assertThat(each.status()).isEqualTo(KpiStatus.RED);
            });
    KpiDraft circle = KpiDraft.UNCHANGED.from(new KpiSource.Formula("KPI-" + half.id()));
    assertThat(
            refusedBy(
                    () ->
                        planning.change(
                            LEAD, calls.id(), 1, Optional.empty(), circle, Optional.empty()))
                .fields())
        .containsOnlyKeys("formula");
    assertThat(refusedBy(() -> measuring.enter(LEAD, half.id(), value("2026-03-10", "1"))).fields())
        .containsOnlyKeys("value");
  }

  @Test
  public void aMetricIsCountedAndSaysWhatItLacks() {
    Period day = Period.of(LocalDate.parse("2026-03-10"), LocalDate.parse("2026-03-10"));
    when(figures.counted(any(), any(), any(), any(), any()))
        .thenReturn(
            List.of(List.of(new WorkFigures.Figure(day, Optional.of(n("7")), Optional.empty()))));
    KpiSheet sheet =
        planning.create(LEAD, unitId, daily("Done").from(new KpiSource.Metric("throughput")));

    judging.refresh(Set.of(sheet.id()));
    judging.complete(Set.of(sheet.id()));

    assertThat(store.between(sheet.id(), day.first(), day.last()))
        .singleElement()
        .satisfies(each -> assertThat(each.value().orElseThrow()).isEqualByComparingTo("7"));
    when(figures.counted(any(), any(), any(), any(), any()))
        .thenThrow(new Refusal.Invalid(Map.of("board", Message.of("bearings.error.notFound"))));
    assertThat(overview.whyNoData(overview.one(LEAD.who(), sheet.id()).standing()))
        .extracting(Message::key)
        .containsExactly("bearings.error.notFound");
  }

  private KpiDraft weekly(String name) {
    return daily(name)
        .with(
            new KpiDraft.OfRhythm(
                Optional.of(Frequency.WEEKLY),
                Optional.of(Aggregation.SUM),
                Optional.empty(),
                Optional.empty()));
  }

  private void weeksBeginOnSunday() {
    rules = new SiteRules(rules.thresholds(), List.of(), false, DayOfWeek.SUNDAY);
    new KpiWeeks(store).changed();
    judging.round(() -> false);
  }

  private List<Judged> weeks(KpiSheet sheet) {
    return store.between(sheet.id(), LocalDate.parse("2026-02-23"), LocalDate.parse("2026-03-07"));
  }

  @Test
  public void weeksThatBeginOnAnotherDayAreJudgedAnew() {
    KpiSheet sheet = planning.create(LEAD, unitId, weekly("Calls"));
    KpiSheet other = planning.create(LEAD, unitId, daily("Mails"));
    measuring.enter(LEAD, sheet.id(), value("2026-02-28", "60"));
    measuring.enter(LEAD, sheet.id(), value("2026-03-01", "30"));
    measuring.enter(LEAD, sheet.id(), value("2026-03-02", "25"));
    assertThat(weeks(sheet).get(0).value().orElseThrow()).isEqualByComparingTo("90");
    long stamp = store.docket(other.id()).orElseThrow().stamp();

    weeksBeginOnSunday();

    assertThat(weeks(sheet))
        .extracting(each -> each.period().first().toString(), each -> each.value().orElseThrow())
        .containsExactly(tuple("2026-02-22", n("60")), tuple("2026-03-01", n("55")));
    assertThat(store.docket(sheet.id()).orElseThrow().pendingFrom()).isEmpty();
    assertThat(store.docket(other.id()).orElseThrow().stamp()).isEqualTo(stamp);
  }

  @Test
  public void whatIsCountedByWeeksIsCountedAnewAndNotTwice() {
    when(figures.counted(any(), any(), any(), any(), any()))
        .thenAnswer(
            call ->
                List.of(
                    call
                        .<Periods>getArgument(2)
                        .between(LocalDate.parse("2026-02-23"), LocalDate.parse("2026-03-11"))
                        .stream()
                        .map(
                            week ->
                                new WorkFigures.Figure(week, Optional.of(n("7")), Optional.empty()))
                        .toList()));
    KpiSheet sheet =
        planning.create(LEAD, unitId, weekly("Done").from(new KpiSource.Metric("throughput")));
    judging.complete(Set.of(sheet.id()));
    assertThat(weeks(sheet)).extracting(each -> each.value().orElseThrow()).contains(n("7"));

    weeksBeginOnSunday();

    assertThat(weeks(sheet))
        .extracting(each -> each.period().first().toString(), each -> each.value().orElseThrow())
        .containsExactly(tuple("2026-02-22", n("7")), tuple("2026-03-01", n("7")));
  }

  private static WorkFigures.Figure figure(String day, String value) {
    Period period = Period.of(LocalDate.parse(day), LocalDate.parse(day));
    return new WorkFigures.Figure(period, Optional.of(n(value)), Optional.empty());
  }

  private static List<BigDecimal> known(List<Judged> periods) {
    return periods.stream().flatMap(each -> each.value().stream()).toList();
  }

  private KpiSheet counting(String name, String metric) {
    return planning.create(LEAD, unitId, weekly(name).from(new KpiSource.Metric(metric)));
  }

  @Test
  public void kpisWhosePastIsKnownAreCountedInOnePass() {
    when(figures.counted(any(), any(), any(), any(), any())).thenReturn(List.of(List.of()));
    KpiSheet done = counting("Done", "throughput");
    KpiSheet lead = counting("Lead time", "lead_time(p85)");
    KpiSheet calls = planning.create(LEAD, unitId, weekly("Calls"));
    KpiSheet twice =
        planning.create(
            LEAD, unitId, weekly("Twice").from(new KpiSource.Formula("KPI-" + done.id() + " * 2")));
    clearInvocations(figures);
    when(figures.countedTogether(any(), any()))
        .thenAnswer(
            call ->
                call.<List<WorkFigures.Wanted>>getArgument(0).stream()
                    .map(each -> each.sheet().id() == done.id() ? "7" : "30")
                    .map(value -> List.of(figure("2026-03-01", value)))
                    .toList());

    judging.complete(Set.of(done.id(), lead.id(), calls.id()));

    verify(figures, times(1)).countedTogether(argThat(all -> all.size() == 2), any());
    verify(figures, never()).counted(any(), any(), any(), any(), any());
    assertThat(known(weeks(done))).containsExactly(n("7"));
    assertThat(known(weeks(lead))).containsExactly(n("30"));
    assertThat(known(weeks(twice))).containsExactly(n("14"));
  }

  @Test
  public void whereOneCannotBeCountedTheOthersAreCountedByThemselves() {
    when(figures.counted(any(), any(), any(), any(), any())).thenReturn(List.of(List.of()));
    KpiSheet done = counting("Done", "throughput");
    KpiSheet gone = counting("Gone", "throughput");
    when(figures.countedTogether(any(), any()))
        .thenThrow(new Refusal.Invalid(Map.of("board", Message.of("bearings.error.notFound"))));
    when(figures.counted(any(), any(), any(), any(), any()))
        .thenAnswer(
            call -> {
              if (call.<KpiSheet>getArgument(0).id() == gone.id()) {
                throw new Refusal.Invalid(Map.of("board", Message.of("bearings.error.notFound")));
              }
              return List.of(List.of(figure("2026-03-01", "7")));
            });

    judging.complete(Set.of(done.id(), gone.id()));

    assertThat(known(weeks(done))).containsExactly(n("7"));
    assertThat(weeks(gone)).allMatch(each -> each.value().isEmpty());
  }

  @Test
  public void aDailyKpiHasAPassOfItsOwn() {
    when(figures.counted(any(), any(), any(), any(), any())).thenReturn(List.of(List.of()));
    KpiSheet one =
        planning.create(LEAD, unitId, daily("One").from(new KpiSource.Metric("throughput")));
    KpiSheet two =
        planning.create(LEAD, unitId, daily("Two").from(new KpiSource.Metric("throughput")));

    judging.complete(Set.of(one.id(), two.id()));

    verify(figures, never()).countedTogether(any(), any());
  }

  @Test
  public void beforeThePastIsReadNothingIsCounted() {
    Period day = Period.of(LocalDate.parse("2026-03-10"), LocalDate.parse("2026-03-10"));
    when(figures.counted(any(), any(), any(), any(), any()))
        .thenReturn(
            List.of(List.of(new WorkFigures.Figure(day, Optional.of(n("0")), Optional.empty()))));
    reading(Filling.State.WAITING);
    KpiSheet sheet =
        planning.create(LEAD, unitId, daily("Done").from(new KpiSource.Metric("throughput")));

    judging.refresh(Set.of(sheet.id()));

    verify(figures, never()).counted(any(), any(), any(), any(), any());
    assertThat(store.docket(sheet.id()).orElseThrow().earliest()).isEmpty();
    assertThat(whyNoData(sheet)).containsExactly("bearings.kpi.noData.NOT_READ");
    reading(Filling.State.NONE);
    assertThat(whyNoData(sheet)).containsExactly("bearings.kpi.noData.NO_PROJECT");
  }

  @Test
  public void whereThePastIsReadAlreadyANewKpiHasItAtOnce() {
    when(figures.counted(any(), any(), any(), any(), any())).thenReturn(List.of(List.of()));
    planning.create(LEAD, unitId, daily("Done").from(new KpiSource.Metric("throughput")));

    verify(figures).counted(any(), any(), any(), eq(LocalDate.parse("2025-03-11")), any());
  }

  @Test
  public void whatIsGoneIsToldBesideTheLastValue() {
    Period today = Period.of(LocalDate.parse("2026-03-11"), LocalDate.parse("2026-03-11"));
    when(figures.counted(any(), any(), any(), any(), any()))
        .thenReturn(
            List.of(List.of(new WorkFigures.Figure(today, Optional.of(n("7")), Optional.empty()))));
    KpiSheet sheet =
        planning.create(LEAD, unitId, daily("Done").from(new KpiSource.Metric("throughput")));
    assertThat(whyNoData(sheet)).isEmpty();

    Message gone = Message.of("bearings.error.noSuchField", "Benefit");
    when(figures.counted(any(), any(), any(), any(), any()))
        .thenThrow(new Refusal.Invalid(Map.of("field", gone)));
    when(figures.problems(any(), anyCollection())).thenReturn(List.of(gone));
    judging.refresh(Set.of(sheet.id()));

    assertThat(whyNoData(sheet)).containsExactly("bearings.error.noSuchField");
    assertThat(overview.one(LEAD.who(), sheet.id()).standing().latest().flatMap(Judged::value))
        .hasValueSatisfying(value -> assertThat(value).isEqualByComparingTo("7"));
  }

  @Test
  public void whatIsArchivedMeasuresNothing() {
    when(figures.counted(any(), any(), any(), any(), any())).thenReturn(List.of(List.of()));
    KpiSheet sheet =
        planning.create(LEAD, unitId, daily("Done").from(new KpiSource.Metric("throughput")));

    planning.archive(LEAD, sheet.id(), 1, true);
    verify(figures).follow(any(), eq(List.of()), anyInt());
    planning.archive(LEAD, sheet.id(), 2, false);
    verify(figures, times(2)).follow(any(), argThat(calls -> calls.size() == 1), anyInt());
  }

  @Test
  public void whoeverWritesASheetHasWhatFailedTriedAgain() {
    when(figures.counted(any(), any(), any(), any(), any())).thenReturn(List.of(List.of()));
    planning.create(LEAD, unitId, daily("Given"));
    verify(figures, never()).tryAgain(anyLong());
    KpiSheet sheet =
        planning.create(LEAD, unitId, daily("Done").from(new KpiSource.Metric("throughput")));
    verify(figures).tryAgain(sheet.id());

    judging.round(() -> false);
    verify(figures).tryAgain(sheet.id());
    planning.archive(LEAD, sheet.id(), 1, true);
    verify(figures).tryAgain(sheet.id());
  }

  @Test
  public void aSheetIsKeptAlsoWhereNothingCanBeReadNow() {
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.database")))
        .when(figures)
        .tryAgain(anyLong());
    reading(Filling.State.FAILED);

    KpiSheet sheet =
        planning.create(LEAD, unitId, daily("Done").from(new KpiSource.Metric("throughput")));

    assertThat(store.sheet(sheet.id())).isPresent();
  }

  private List<String> whyNoData(KpiSheet sheet) {
    return overview.whyNoData(overview.one(LEAD.who(), sheet.id()).standing()).stream()
        .map(Message::key)
        .toList();
  }

  @Test
  public void aTokenPushesValuesOfItsKpiAlone() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    KpiSheet other = planning.create(LEAD, unitId, daily("Other"));
    assertThatThrownBy(() -> pushing.make(CONTRIBUTOR, sheet.id(), "CI"))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThat(refusedBy(() -> pushing.make(LEAD, sheet.id(), " ")).fields())
        .containsOnlyKeys("name");

    Pushing.Made made = pushing.make(LEAD, sheet.id(), "CI");

    assertThat(made.secret()).startsWith("bpt_").hasSize(47);
    assertThat(pushing.make(LEAD, sheet.id(), "CD").secret()).isNotEqualTo(made.secret());
    assertThat(tokens.hashes()).noneMatch(hash -> hash.contains(made.secret()));
    List<MeasurementDraft> red = List.of(value("2026-03-10", "1"));
    Measuring.Entered entered = pushing.push(sheet.id(), made.secret(), red);
    assertThat(entered.period().orElseThrow().status()).isEqualTo(KpiStatus.RED);
    assertThat(entered.breach()).isPresent();
    assertThat(pushing.tokens(LEAD.who(), sheet.id()).get(0).usedAt()).isPresent();
    assertThatThrownBy(() -> pushing.push(other.id(), made.secret(), red))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> pushing.push(sheet.id(), "bpt_guess", red))
        .isInstanceOf(Refusal.Forbidden.class);
    pushing.revoke(LEAD, sheet.id(), made.token().id());
    assertThatThrownBy(() -> pushing.push(sheet.id(), made.secret(), red))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> pushing.revoke(LEAD, sheet.id(), made.token().id()))
        .isInstanceOf(Refusal.NotFound.class);
    assertThat(pushing.tokens(LEAD.who(), sheet.id())).hasSize(1);
  }

  @Test
  public void peopleActOnABreach() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    measuring.enter(LEAD, sheet.id(), value("2026-03-10", "1"));
    Responding.Shown open =
        responding.ofUnit(READER.who(), unitId, true, true, Long.MAX_VALUE).get(0);
    long id = open.breach().id();
    assertThat(open.mayAct()).isFalse();
    assertThatThrownBy(() -> responding.acknowledge(READER, id, 1))
        .isInstanceOf(Refusal.Forbidden.class);

    Responding.Shown known = responding.acknowledge(CONTRIBUTOR, id, 1);

    assertThat(known.breach().version()).isEqualTo(2);
    assertThatThrownBy(() -> responding.acknowledge(OWNER, id, 1))
        .isInstanceOf(Refusal.Conflict.class)
        .satisfies(e -> assertThat(((Refusal.Conflict) e).changedBy()).isEqualTo("Name carl"));
    ActionDraft unknown =
        new ActionDraft(Optional.empty(), Optional.of("nobody"), Optional.empty());
    assertThat(refusedBy(() -> responding.report(OWNER, id, 2, unknown)).fields())
        .containsOnlyKeys("person");
    ActionDraft done =
        new ActionDraft(Optional.of(ActionState.DONE), Optional.empty(), Optional.of("Fixed"));
    responding.report(OWNER, id, 2, done);
    measuring.enter(LEAD, sheet.id(), value("2026-03-09", "60"));
    clock.turnTo("2026-03-12");
    measuring.enter(LEAD, sheet.id(), value("2026-03-11", "60"));
    assertThat(responding.one(LEAD.who(), id).breach().breach().closing())
        .contains(Breach.Closing.RECOVERED);
    assertThat(refusedBy(() -> responding.acknowledge(LEAD, id, 3))).isNotNull();
    assertThatThrownBy(() -> responding.one(LEAD.who(), 999)).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void theLeadHearsOfABreachThatNobodyAcknowledged() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    measuring.enter(LEAD, sheet.id(), value("2026-03-10", "1"));
    clock.turnTo("2026-03-13");
    assertThat(judging.escalate(() -> false)).isZero();
    clock.turnTo("2026-03-14");
    assertThat(judging.escalate(() -> true)).isZero();
    assertThat(judging.escalate(() -> false)).isEqualTo(1);
    assertThat(told).containsExactly(BreachStep.OPENED, BreachStep.ESCALATED);
    assertThat(judging.escalate(() -> false)).isZero();
  }

  @Test
  public void whatADyingNodeDidNotTellIsToldLater() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    dying = true;
    assertThatThrownBy(() -> measuring.enter(LEAD, sheet.id(), value("2026-03-10", "1")))
        .isInstanceOf(IllegalStateException.class);
    dying = false;
    judging.round(() -> false);
    assertThat(told).isEmpty();
    assertThat(judging.tellAgain(() -> false)).isZero();
    clock.turnTo("2026-03-12");

    assertThat(judging.tellAgain(() -> true)).isZero();
    assertThat(judging.tellAgain(() -> false)).isEqualTo(1);

    assertThat(told).containsExactly(BreachStep.OPENED);
    assertThat(judging.tellAgain(() -> false)).isZero();
  }

  @Test
  public void whatNobodyCouldBeToldIsToldAgain() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    deaf = true;
    measuring.enter(LEAD, sheet.id(), value("2026-03-10", "1"));
    measuring.enter(LEAD, sheet.id(), value("2026-03-10", "60"));
    clock.turnTo("2026-03-12");
    assertThat(judging.tellAgain(() -> false)).isEqualTo(1);
    deaf = false;
    told.clear();

    assertThat(judging.tellAgain(() -> false)).isEqualTo(1);

    assertThat(told).containsExactly(BreachStep.OPENED, BreachStep.WITHDRAWN);
    assertThat(judging.tellAgain(() -> false)).isZero();
  }

  @Test
  public void judgesAgainWhereSomebodyWasFaster() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    store.interruptions = 2;
    assertThat(judging.judge(sheet.id())).isPresent();
    store.interruptions = Judging.ATTEMPTS;
    assertThat(judging.judge(sheet.id())).isEmpty();
    store.interruptions = 0;
    assertThat(judging.round(() -> false)).isEqualTo(1);
  }

  @Test
  public void whatIsArchivedIsNotJudged() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    planning.archive(LEAD, sheet.id(), 1, true);
    assertThat(judging.judge(sheet.id())).isEmpty();
    assertThat(refusedBy(() -> measuring.enter(LEAD, sheet.id(), value("2026-03-10", "1"))))
        .isNotNull();
    assertThat(overview.board(LEAD.who(), unitId, true, false).cards()).isEmpty();
    assertThat(overview.board(LEAD.who(), unitId, true, true).cards()).hasSize(1);
    planning.archive(LEAD, sheet.id(), 2, false);
    assertThat(measuring.enter(LEAD, sheet.id(), value("2026-03-10", "60")).added()).isEqualTo(1);
  }

  @Test
  public void aSegmentHasItsOwnSeries() {
    KpiDraft divided =
        new KpiDraft(
            Optional.of("Calls"),
            Optional.empty(),
            Optional.empty(),
            Optional.of("olga"),
            Optional.empty(),
            daily("x").rhythm(),
            daily("x").yardstick(),
            Optional.empty(),
            Optional.empty(),
            KpiDraft.OfPurpose.UNCHANGED,
            Optional.of(List.of(new Dimension("channel", List.of("phone")))));
    KpiSheet sheet = planning.create(LEAD, unitId, divided);
    Segment phone = new Segment("channel", "phone");

    Measuring.Entered entered =
        measuring.enter(LEAD, sheet.id(), value("2026-03-10", "30").in(phone));

    assertThat(entered.period().orElseThrow().status()).isEqualTo(KpiStatus.RED);
    assertThat(entered.breach()).isEmpty();
    assertThat(
            overview
                .past(
                    LEAD.who(),
                    sheet.id(),
                    Optional.of(LocalDate.parse("2026-03-09")),
                    Optional.empty(),
                    Optional.of(phone))
                .periods())
        .extracting(Judged::status)
        .containsExactly(KpiStatus.STALE, KpiStatus.RED, KpiStatus.NO_DATA);
    assertThat(
            refusedBy(
                    () ->
                        overview.past(
                            LEAD.who(),
                            sheet.id(),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(new Segment("channel", "fax"))))
                .fields())
        .containsOnlyKeys("segment");
    assertThat(measuring.counting(LEAD.who(), sheet.id())).hasSize(1);
  }

  @Test
  public void theLineOfATrendReachesThreePeriodsAhead() {
    KpiSheet sheet = planning.create(LEAD, unitId, daily("Calls"));
    for (int i = 0; i < 6; i++) {
      measuring.enter(LEAD, sheet.id(), value("2026-03-0" + (4 + i), String.valueOf(60 - i)));
    }
    TrendLine line =
        overview
            .past(LEAD.who(), sheet.id(), Optional.empty(), Optional.empty(), Optional.empty())
            .line()
            .orElseThrow();
    assertThat(line.points().get(1).date()).isEqualTo(LocalDate.parse("2026-03-12"));
    assertThat(line.points().get(1).value()).isEqualByComparingTo("52");
  }
}
