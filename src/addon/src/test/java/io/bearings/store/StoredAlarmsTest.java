package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.NOW;
import static io.bearings.store.SampleKpis.day;
import static io.bearings.store.SampleKpis.greenDays;
import static io.bearings.store.SampleKpis.judged;
import static io.bearings.store.SampleKpis.named;
import static io.bearings.store.SampleKpis.opened;
import static io.bearings.store.TalkRows.ANNA;
import static io.bearings.store.TalkRows.BERT;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.Anomaly;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.Breaches;
import io.bearings.kpi.Drift;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Judgements.Judgement;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets.Effect;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Levels;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.Period;
import io.bearings.kpi.Signals;
import io.bearings.kpi.Verdict;
import io.bearings.okr.Source;
import io.bearings.okr.Visibility;
import io.bearings.review.Alarm;
import io.bearings.talk.Blocker;
import io.bearings.talk.Item;
import io.bearings.talk.NewBlocker;
import io.bearings.talk.Subject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What rings in units, on each database. */
@RunWith(Parameterized.class)
public class StoredAlarmsTest {
  private static final LocalDate TUESDAY = MONDAY.plusDays(1);

  private final TestDatabase tables;
  private final StoredKpiSheets sheets;
  private final StoredJudgements judgements;
  private final StoredBreaches breaches;
  private final StoredBlockers blockers;
  private final StoredItems items;
  private final TalkRows rows;
  private final StoredAlarms alarms;

  public StoredAlarmsTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    Database database = tables.database();
    sheets = new StoredKpiSheets(database);
    judgements = new StoredJudgements(database);
    breaches = new StoredBreaches(database);
    blockers = new StoredBlockers(database);
    items = new StoredItems(database);
    rows = new TalkRows(database);
    alarms = new StoredAlarms(database);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    tables.close();
  }

  private KpiSheet kpi(
      long unitId, String name, Drift drift, List<Judged> periods, BreachEvent... events) {
    KpiSheet sheet = sheets.add(new NewKpi(unitId, named(name)), BY_ANNA);
    long stamp = judgements.docket(sheet.id()).orElseThrow().stamp();
    judgements
        .keep(
            new Judgement(
                sheet.id(),
                stamp,
                periods.get(0).period().first(),
                periods,
                new Signals(drift, Anomaly.NOT_JUDGED),
                new Breaches(List.of(), List.of(events)),
                Optional.empty(),
                NOW))
        .orElseThrow();
    return sheet;
  }

  private static Judged stale(LocalDate day) {
    return new Judged(
        Period.of(day, day),
        Optional.empty(),
        false,
        new Verdict(KpiStatus.STALE, false, false, Optional.empty(), Levels.NONE),
        true);
  }

  private static List<Judged> monday(Judged... more) {
    List<Judged> all = new ArrayList<>(greenDays(MONDAY, 1));
    all.addAll(List.of(more));
    return all;
  }

  @Test
  public void tellsWhatIsWrongWithEachKpiAndNothingOfTheOthers() {
    kpi(2, "Fine", Drift.NONE, monday());
    kpi(
        2,
        "Late once",
        Drift.NONE,
        monday(stale(TUESDAY), day(TUESDAY.plusDays(1), KpiStatus.GREEN, "3")));
    kpi(9, "Elsewhere", new Drift(Set.of(Drift.Rule.CUSUM)), monday());
    KpiSheet away = kpi(2, "Put away", new Drift(Set.of(Drift.Rule.CUSUM)), monday());
    sheets.change(away.archived(true), List.of(), Effect.NONE, BY_ANNA).orElseThrow();
    KpiSheet stale =
        kpi(2, "Stale", Drift.NONE, monday(stale(TUESDAY), stale(TUESDAY.plusDays(1))));
    KpiSheet drifting = kpi(2, "Drifting", new Drift(Set.of(Drift.Rule.TREND)), monday());
    KpiSheet warned =
        kpi(
            3,
            "Warned",
            Drift.NONE,
            monday(judged(Period.of(TUESDAY, TUESDAY), KpiStatus.RED, "1", false)));
    KpiSheet red =
        kpi(
            2,
            "Red",
            Drift.NONE,
            monday(day(TUESDAY, KpiStatus.RED, "1")),
            new BreachEvent.Opened(opened(TUESDAY), false));
    tables.statements();

    List<Alarm> found = alarms.of(List.of(2L, 3L), ANNA);
    assertThat(tables.statements()).isEqualTo(1);
    assertThat(found)
        .containsExactlyInAnyOrder(
            alarm(stale, Optional.empty(), Optional.of(TUESDAY), Optional.empty(), false),
            alarm(drifting, Optional.empty(), Optional.empty(), Optional.empty(), true),
            alarm(warned, Optional.empty(), Optional.empty(), Optional.of(TUESDAY), false),
            alarm(
                red,
                Optional.of(new Alarm.Breached(TUESDAY, false)),
                Optional.empty(),
                Optional.empty(),
                false));

    KpiBreach breach = breaches.ofKpi(red.id()).get(0);
    breaches.save(breach.with(breach.breach().acknowledged("bert", NOW)), NOW).orElseThrow();
    assertThat(alarms.of(List.of(2L), ANNA))
        .contains(
            alarm(
                red,
                Optional.of(new Alarm.Breached(TUESDAY, true)),
                Optional.empty(),
                Optional.empty(),
                false));
  }

  private static Alarm alarm(
      KpiSheet sheet,
      Optional<Alarm.Breached> breach,
      Optional<LocalDate> stale,
      Optional<LocalDate> warned,
      boolean drifting) {
    return new Alarm.OfKpi(
        sheet.id(),
        sheet.unitId(),
        sheet.content().name(),
        "anna",
        breach,
        stale,
        warned,
        drifting);
  }

  @Test
  public void tellsWhichBlockersStillBlock() {
    long cycleId = rows.cycle(Optional.empty());
    long objectiveId = rows.objective(2, Optional.of(cycleId), Visibility.PRIVATE);
    long keyResultId = rows.keyResult(objectiveId, Source.MANUAL);
    Item keyResult = items.item(Subject.keyResult(keyResultId), ANNA).orElseThrow();
    long open = blocker(keyResult, "the supplier");
    long elsewhere =
        blocker(
            items
                .item(
                    Subject.objective(rows.objective(9, Optional.empty(), Visibility.PRIVATE)),
                    ANNA)
                .orElseThrow(),
            "");
    long over = blocker(keyResult, "");
    Blocker stored = blockers.blocker(over, ANNA).orElseThrow();
    blockers.change(
        new Blocker(
            over,
            stored.about(),
            stored.text(),
            stored.ownerKey(),
            "",
            stored.since(),
            Optional.empty(),
            Optional.of(new Blocker.Resolved("anna", NOW)),
            stored.version()),
        List.of(),
        BY_ANNA);
    tables.statements();

    assertThat(alarms.of(List.of(2L), ANNA))
        .containsExactly(
            new Alarm.OfBlocker(
                open, keyResult, Optional.of(cycleId), "bert", "the supplier", MONDAY));
    assertThat(tables.statements()).isEqualTo(1);
    assertThat(alarms.of(List.of(9L), BERT))
        .extracting(each -> ((Alarm.OfBlocker) each).blockerId())
        .containsExactly(elsewhere);
    assertThat(alarms.of(List.of(), ANNA)).isEmpty();
  }

  private long blocker(Item about, String neededFrom) {
    return blockers.add(
        new NewBlocker(about, "Nobody answers", "bert", neededFrom, MONDAY, Optional.empty()),
        List.of(),
        BY_ANNA);
  }
}
