package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.NOW;
import static io.bearings.store.SampleKpis.closed;
import static io.bearings.store.SampleKpis.day;
import static io.bearings.store.SampleKpis.greenDays;
import static io.bearings.store.SampleKpis.judged;
import static io.bearings.store.SampleKpis.judgement;
import static io.bearings.store.SampleKpis.n;
import static io.bearings.store.SampleKpis.named;
import static io.bearings.store.SampleKpis.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.Breach;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.Breaches;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Judgements;
import io.bearings.kpi.Judgements.Docket;
import io.bearings.kpi.Judgements.Judgement;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets.Effect;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Measurements.By;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.NewMeasurement;
import io.bearings.kpi.Period;
import io.bearings.kpi.Signals;
import io.bearings.kpi.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Judged periods and the breaches that they open, on each database. */
@RunWith(Parameterized.class)
public class StoredJudgementsTest {
  private static final LocalDate LONG_AGO = MONDAY.minusYears(1);
  private static final LocalDate LATER = MONDAY.plusYears(1);

  private final TestDatabase tables;
  private final StoredKpiSheets sheets;
  private final StoredMeasurements measurements;
  private final StoredJudgements judgements;
  private final StoredBreaches breaches;
  private KpiSheet sheet;
  private long kpi;

  public StoredJudgementsTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    Database database = tables.database();
    sheets = new StoredKpiSheets(database);
    measurements = new StoredMeasurements(database);
    judgements = new StoredJudgements(database);
    breaches = new StoredBreaches(database);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void aKpi() {
    sheet = sheets.add(new NewKpi(2, named("Velocity")), BY_ANNA);
    kpi = sheet.id();
    tables.statements();
  }

  @After
  public void close() {
    tables.close();
  }

  private Docket docket() {
    return judgements.docket(kpi).orElseThrow();
  }

  private Optional<List<BreachEvent>> keep(List<Judged> periods, BreachEvent... events) {
    return judgements.keep(judgement(kpi, docket().stamp(), periods, events));
  }

  private List<Judged> kept() {
    return judgements.between(kpi, LONG_AGO, LATER);
  }

  private List<Long> due(LocalDate today) {
    return judgements.due(today, 0, 10).stream().map(each -> each.sheet().id()).toList();
  }

  @Test
  public void aNewSheetIsDueFromTheFirst() {
    assertThat(judgements.due(LONG_AGO, 0, 10))
        .containsExactly(
            new Docket(
                sheet,
                1,
                Optional.of(Judgements.FROM_THE_FIRST),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
    assertThat(judgements.docket(999)).isEmpty();
  }

  @Test
  public void allOfSomeFrequenciesAreDueFromTheFirst() {
    keep(greenDays(MONDAY, 2));
    long stamp = docket().stamp();
    judgements.judgeAnew(Set.of(Frequency.YEARLY, Frequency.EVERY_TWO_WEEKS));
    assertThat(due(LONG_AGO)).isEmpty();
    assertThat(docket().stamp()).isEqualTo(stamp);

    judgements.judgeAnew(
        Set.of(Frequency.YEARLY, sheet.content().rhythm().frequency(), Frequency.WEEKLY));

    assertThat(due(LONG_AGO)).containsExactly(kpi);
    assertThat(docket().stamp()).isEqualTo(stamp + 1);
    assertThat(docket().pendingFrom()).contains(Judgements.FROM_THE_FIRST);
  }

  @Test
  public void aJudgedSheetIsDueOnItsDayOrWhenSomethingIsNew() {
    keep(greenDays(MONDAY, 2));
    LocalDate next = MONDAY.plusDays(30);
    assertThat(due(next.minusDays(1))).isEmpty();
    assertThat(due(next)).containsExactly(kpi);
    assertThat(docket().pendingFrom()).isEmpty();
    assertThat(docket().judgedUntil()).contains(MONDAY.plusDays(1));
    measurements.add(kpi, NewMeasurement.of(MONDAY, n("3")), By.nobody(NOW));
    assertThat(due(LONG_AGO)).containsExactly(kpi);
    keep(greenDays(MONDAY, 1));
    assertThat(due(LONG_AGO)).isEmpty();
    assertThat(docket().judgedUntil()).contains(MONDAY);
  }

  @Test
  public void whatChangesNoMoreByItselfIsNotDue() {
    judgements.keep(
        new Judgement(
            kpi,
            1,
            MONDAY,
            List.of(),
            Signals.NONE,
            new Breaches(List.of(), List.of()),
            Optional.empty(),
            NOW));
    assertThat(due(LATER)).isEmpty();
    assertThat(docket().judgedUntil()).isEmpty();
  }

  @Test
  public void givesWhatIsDuePageByPageWithoutWhatIsArchived() {
    KpiSheet second = sheets.add(new NewKpi(2, named("Second")), BY_ANNA);
    KpiSheet third = sheets.add(new NewKpi(2, named("Third")), BY_ANNA);
    sheets.change(second.archived(true), List.of(), Effect.NONE, BY_ANNA);
    assertThat(due(LONG_AGO)).containsExactly(kpi, third.id());
    tables.statements();
    assertThat(judgements.due(LONG_AGO, kpi, 1)).extracting(Docket::sheet).containsExactly(third);
    assertThat(judgements.due(LONG_AGO, 0, 1)).extracting(Docket::sheet).containsExactly(sheet);
    assertThat(judgements.due(LONG_AGO, third.id(), 1)).isEmpty();
    assertThat(tables.statements()).isEqualTo(3);
  }

  @Test
  public void keepsAllThatIsSaidOfAPeriod() {
    Judged sprint =
        new Judged(
            new Period(
                MONDAY, MONDAY.plusDays(13), Optional.of(new Period.Named("12", "Spr\u00efnt 12"))),
            Optional.empty(),
            true,
            new Verdict(
                KpiStatus.STALE,
                false,
                false,
                Optional.empty(),
                new Levels(
                    Optional.of(Level.between(n("1"), n("2"))),
                    Optional.of(Level.at(n("0.3333333333333333333333333333333333"))),
                    Optional.of(Level.at(n("-7"))))),
            true);
    Judged open =
        judged(Period.of(MONDAY.plusDays(14), MONDAY.plusDays(27)), KpiStatus.RED, "4", false);
    keep(List.of(sprint, open));
    assertThat(kept()).containsExactly(sprint, open);
    assertThat(judgements.between(kpi, MONDAY.plusDays(13), MONDAY.plusDays(13)))
        .containsExactly(sprint);
    assertThat(judgements.between(kpi, MONDAY.plusDays(14), LATER)).containsExactly(open);
    assertThat(judgements.between(kpi, LONG_AGO, MONDAY.minusDays(1))).isEmpty();
  }

  @Test
  public void replacesThePeriodsThatWereJudgedAnewAndNoOthers() {
    List<Judged> days = greenDays(MONDAY, 5);
    keep(days);
    List<Judged> anew =
        List.of(
            days.get(2),
            day(MONDAY.plusDays(3), KpiStatus.RED, "99"),
            day(MONDAY.plusDays(5), KpiStatus.GREEN, "5"));
    keep(anew);
    assertThat(kept())
        .containsExactly(days.get(0), days.get(1), anew.get(0), anew.get(1), anew.get(2));
  }

  @Test
  public void theTrendIsTheNewestTwelveWhateverIsJudgedAnew() {
    List<Judged> days = greenDays(MONDAY, 30);
    keep(days);
    assertThat(trend()).isEqualTo(days.subList(18, 30));
    keep(days.subList(3, 9));
    assertThat(kept()).hasSize(9);
    assertThat(trend()).isEqualTo(days.subList(0, 9));
    keep(days.subList(9, 10));
    keep(days.subList(10, 14));
    assertThat(trend()).isEqualTo(days.subList(2, 14));
  }

  private List<Judged> trend() {
    return sheets.standing(kpi).orElseThrow().newest();
  }

  @Test
  public void refusesWhatWasJudgedBeforeSomethingChanged() {
    long stamp = docket().stamp();
    measurements.add(kpi, NewMeasurement.of(MONDAY, n("3")), By.nobody(NOW));
    assertThat(judgements.keep(judgement(kpi, stamp, greenDays(MONDAY, 1)))).isEmpty();
    assertThat(kept()).isEmpty();
    assertThat(docket().pendingFrom()).contains(Judgements.FROM_THE_FIRST);
    long afterValue = docket().stamp();
    sheets.change(sheet.with(named("Speed")), List.of(), Effect.NONE, BY_ANNA);
    assertThat(judgements.keep(judgement(kpi, afterValue, greenDays(MONDAY, 1)))).isEmpty();
    assertThat(judgements.keep(judgement(999, 1, greenDays(MONDAY, 1)))).isEmpty();
  }

  @Test
  public void ofTwoWhoJudgeTheSameOneOpensTheBreach() {
    Judgement judgement =
        judgement(
            kpi,
            docket().stamp(),
            List.of(day(MONDAY, KpiStatus.RED, "1")),
            new BreachEvent.Opened(opened(MONDAY), false));
    assertThat(judgements.keep(judgement)).isPresent();
    assertThat(judgements.keep(judgement)).isEmpty();
    assertThat(breaches.ofKpi(kpi)).hasSize(1);
  }

  @Test
  public void aBreachOpensClosesAndReopens() {
    BreachEvent.Opened event = new BreachEvent.Opened(opened(MONDAY), true);
    List<BreachEvent> happened = keep(greenDays(MONDAY, 1), event).orElseThrow();
    Breach open = breaches.ofKpi(kpi).get(0).breach();
    assertThat(happened).containsExactly(new BreachEvent.Opened(open, true));
    assertThat(open).isEqualTo(opened(MONDAY).withId(open.id().orElseThrow()));
    assertThat(sheets.standing(kpi).orElseThrow().breach().orElseThrow().breach()).isEqualTo(open);
    Breach over = closed(open, MONDAY.plusDays(4));
    keep(greenDays(MONDAY, 5), new BreachEvent.Closed(over, false));
    assertThat(breaches.ofKpi(kpi)).containsExactly(new KpiBreach(kpi, over, 2, false));
    assertThat(sheets.standing(kpi).orElseThrow().breach()).isEmpty();
    keep(greenDays(MONDAY, 5), new BreachEvent.Reopened(open));
    assertThat(breaches.ofKpi(kpi)).containsExactly(new KpiBreach(kpi, open, 3, false));
    assertThat(sheets.standing(kpi).orElseThrow().breach()).isPresent();
  }

  @Test
  public void aBreachIsFoundMovedAndWithdrawn() {
    Breach found = closed(opened(MONDAY), MONDAY.plusDays(2));
    keep(greenDays(MONDAY, 1), new BreachEvent.Found(found));
    Breach stored = breaches.ofKpi(kpi).get(0).breach();
    assertThat(stored).isEqualTo(found.withId(stored.id().orElseThrow()));
    Breach moved =
        new Breach(
            stored.id(),
            Period.of(MONDAY.minusDays(3), MONDAY.minusDays(3)),
            stored.closed(),
            stored.openedAt(),
            stored.closedAt(),
            stored.handling());
    keep(greenDays(MONDAY, 1), new BreachEvent.Moved(moved, stored));
    assertThat(breaches.ofKpi(kpi)).extracting(KpiBreach::breach).containsExactly(moved);
    keep(greenDays(MONDAY, 1), new BreachEvent.Withdrawn(moved));
    assertThat(breaches.ofKpi(kpi)).isEmpty();
    assertThat(breaches.breach(moved.id().orElseThrow()).orElseThrow().withdrawn()).isTrue();
  }

  @Test
  public void costsTheSameHoweverManyPeriodsAreKept() {
    List<Judged> days = greenDays(MONDAY, 360);
    Judgement first = judgement(kpi, docket().stamp(), days);
    tables.statements();
    judgements.keep(first);
    assertThat(tables.statements()).isLessThanOrEqualTo(8);
    List<Judged> worse = new ArrayList<>();
    days.forEach(each -> worse.add(day(each.period().first(), KpiStatus.AMBER, "0")));
    Judgement second = judgement(kpi, docket().stamp(), worse);
    tables.statements();
    judgements.keep(second);
    assertThat(tables.statements()).isLessThanOrEqualTo(8);
    assertThat(kept()).isEqualTo(worse);
    assertThat(tables.statements()).isEqualTo(1);
  }
}
