package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.BY_BERT;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.NOW;
import static io.bearings.store.SampleKpis.day;
import static io.bearings.store.SampleKpis.formula;
import static io.bearings.store.SampleKpis.full;
import static io.bearings.store.SampleKpis.greenDays;
import static io.bearings.store.SampleKpis.judgement;
import static io.bearings.store.SampleKpis.n;
import static io.bearings.store.SampleKpis.named;
import static io.bearings.store.SampleKpis.opened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bearings.kpi.Anomaly;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.Breaches;
import io.bearings.kpi.Drift;
import io.bearings.kpi.Judged;
import io.bearings.kpi.Judgements;
import io.bearings.kpi.Judgements.Judgement;
import io.bearings.kpi.KpiChange;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets.Effect;
import io.bearings.kpi.KpiSheets.Serving;
import io.bearings.kpi.KpiSheets.Wanted;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.NewKpiChange;
import io.bearings.kpi.Served;
import io.bearings.kpi.Signals;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Sheets, their history, and how they stand, on each database. */
@RunWith(Parameterized.class)
public class StoredKpiSheetsTest {
  private static final long TEAM = 2;
  private static final List<NewKpiChange> NOTHING = List.of();

  private final TestDatabase tables;
  private final StoredKpiSheets sheets;
  private final StoredJudgements judgements;

  public StoredKpiSheetsTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    Database database = tables.database();
    sheets = new StoredKpiSheets(database);
    judgements = new StoredJudgements(database);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    tables.close();
  }

  private KpiSheet add(KpiContent content) {
    return sheets.add(new NewKpi(TEAM, content), BY_ANNA);
  }

  private Optional<KpiSheet> change(KpiSheet sheet, KpiContent content) {
    return sheets.change(sheet.with(content), NOTHING, Effect.NONE, BY_BERT);
  }

  @Test
  public void keepsAllThatStandsOnASheet() {
    KpiSheet sheet = add(full());
    assertThat(sheet).isEqualTo(new KpiSheet(sheet.id(), TEAM, full(), false, 1));
    assertThat(sheets.sheet(sheet.id())).contains(sheet);
    KpiSheet bare = add(named("Bare"));
    assertThat(bare.content()).isEqualTo(named("Bare"));
    assertThat(sheets.sheets(List.of(bare.id(), sheet.id(), 999L))).containsExactly(sheet, bare);
    assertThat(sheets.sheet(999)).isEmpty();
  }

  @Test
  public void findsByUnitNameKeyAndPage() {
    KpiSheet velocity = add(named("Velocity"));
    KpiSheet quality = add(named("100% Quality"));
    KpiSheet other = sheets.add(new NewKpi(5, named("Velocity too")), BY_ANNA);
    KpiSheet old =
        sheets
            .change(add(named("Old")).archived(true), NOTHING, Effect.NONE, BY_ANNA)
            .orElseThrow();
    Wanted team = Wanted.ofUnits(List.of(TEAM));
    assertThat(sheets.find(team)).containsExactly(velocity, quality);
    assertThat(sheets.find(team.withArchived(true))).containsExactly(velocity, quality, old);
    assertThat(sheets.find(team.like("VELO"))).containsExactly(velocity);
    assertThat(sheets.find(team.like("0%"))).containsExactly(quality);
    assertThat(sheets.find(team.like("kpi-" + quality.id()))).containsExactly(quality);
    assertThat(sheets.find(team.page(velocity.id(), 1))).containsExactly(quality);
    assertThat(sheets.find(team.page(0, 1))).containsExactly(velocity);
    assertThat(sheets.find(Wanted.ofUnits(List.of()))).isEmpty();
    assertThat(sheets.find(Wanted.withIds(List.of(old.id(), other.id()))))
        .containsExactly(other, old);
  }

  @Test
  public void writesAChangeTogetherWithItsHistory() {
    KpiSheet sheet = add(named("Velocity"));
    NewKpiChange name =
        new NewKpiChange("name", Optional.of("Velocity"), Optional.of("Speed"), Optional.empty());
    NewKpiChange why =
        new NewKpiChange("why", Optional.empty(), Optional.of("It helps"), Optional.of("Asked"));
    KpiSheet changed =
        sheets
            .change(sheet.with(full()).movedTo(8), List.of(name, why), Effect.NONE, BY_BERT)
            .orElseThrow();
    assertThat(changed).isEqualTo(new KpiSheet(sheet.id(), 8, full(), false, 2));
    List<KpiChange> history = sheets.history(sheet.id(), Long.MAX_VALUE, 10);
    assertThat(history).extracting(KpiChange::what).containsExactly(why, name);
    assertThat(history.get(0))
        .isEqualTo(new KpiChange(history.get(0).id(), sheet.id(), why, 2, "bert", BY_BERT.when()));
    assertThat(sheets.history(sheet.id(), history.get(0).id(), 10))
        .extracting(KpiChange::what)
        .containsExactly(name);
    assertThat(sheets.history(sheet.id(), Long.MAX_VALUE, 1)).hasSize(1);
  }

  @Test
  public void writesNothingOverTheChangeOfSomebodyElse() {
    KpiSheet sheet = add(formula("KPI-900 * 2"));
    NewKpiChange target =
        new NewKpiChange("target", Optional.empty(), Optional.of("5"), Optional.empty());
    sheets.change(sheet.with(named("First")), List.of(target), Effect.NONE, BY_BERT);
    assertThat(
            sheets.change(
                sheet.with(formula("KPI-901 * 2")), List.of(target), Effect.JUDGED_ANEW, BY_ANNA))
        .isEmpty();
    assertThat(sheets.sheet(sheet.id()).orElseThrow().content()).isEqualTo(named("First"));
    assertThat(sheets.history(sheet.id(), Long.MAX_VALUE, 10)).hasSize(1);
    assertThat(sheets.uses()).isEmpty();
    assertThat(sheets.change(sheet.atVersion(1).with(named("x")), NOTHING, Effect.NONE, BY_ANNA))
        .isEmpty();
    KpiSheet gone = new KpiSheet(999, TEAM, named("Gone"), false, 1);
    assertThat(sheets.change(gone, NOTHING, Effect.NONE, BY_ANNA)).isEmpty();
  }

  @Test
  public void tellsWhatOthersChangedSinceAVersion() {
    KpiSheet sheet = add(named("Velocity"));
    assertThat(sheets.lastEdit(sheet.id()).orElseThrow().by()).isEqualTo("anna");
    assertThat(sheets.lastEdit(sheet.id()).orElseThrow().touched()).isEmpty();
    NewKpiChange name =
        new NewKpiChange("name", Optional.of("a"), Optional.of("b"), Optional.empty());
    NewKpiChange why =
        new NewKpiChange("why", Optional.of("a"), Optional.empty(), Optional.empty());
    sheets.change(sheet.with(named("b")), List.of(name, why), Effect.NONE, BY_BERT);
    sheets.change(sheet.atVersion(2).with(named("c")), List.of(name), Effect.NONE, BY_BERT);
    assertThat(sheets.lastEdit(sheet.id()).orElseThrow().by()).isEqualTo("bert");
    assertThat(sheets.lastEdit(sheet.id()).orElseThrow().since(1)).containsOnly("name", "why");
    assertThat(sheets.lastEdit(sheet.id()).orElseThrow().since(2)).containsOnly("name");
    assertThat(sheets.lastEdit(999)).isEmpty();
  }

  @Test
  public void remembersWhereTheSeriesBroke() {
    KpiSheet sheet = add(named("Velocity"));
    NewKpiChange source =
        new NewKpiChange("source", Optional.of("a"), Optional.of("b"), Optional.empty());
    NewKpiChange text =
        new NewKpiChange("formula", Optional.empty(), Optional.of("b"), Optional.empty());
    Effect first = new Effect(Optional.of(MONDAY), Optional.of(MONDAY));
    Effect second = new Effect(Optional.of(MONDAY.plusDays(9)), Optional.of(MONDAY.plusDays(9)));
    sheets.change(sheet.with(formula("1 + 1")), List.of(source, text), first, BY_ANNA);
    sheets.change(
        sheet.atVersion(2).with(formula("1 + 1")).archived(true), List.of(text), second, BY_ANNA);
    sheets.change(sheet.atVersion(3).with(formula("1 + 1")), List.of(text), Effect.NONE, BY_ANNA);
    assertThat(sheets.breaks(sheet.id())).containsExactly(MONDAY, MONDAY.plusDays(9));
    assertThat(judgements.docket(sheet.id()).orElseThrow().brokenOn()).contains(MONDAY.plusDays(9));
  }

  @Test
  public void knowsWhichFormulaNamesWhichKpi() {
    KpiSheet done = add(named("Done"));
    KpiSheet share = add(formula("KPI-" + done.id() + " / KPI-900"));
    KpiSheet sum = add(formula("KPI-" + done.id() + " + KPI-" + share.id()));
    assertThat(sheets.uses())
        .isEqualTo(
            Map.of(share.id(), Set.of(done.id(), 900L), sum.id(), Set.of(done.id(), share.id())));
    change(sum, formula("KPI-" + done.id() + " * 2"));
    change(share, named("By hand"));
    assertThat(sheets.uses()).isEqualTo(Map.of(sum.id(), Set.of(done.id())));
  }

  @Test
  public void refusesAFormulaThatClosesACircle() {
    KpiSheet first = add(named("First"));
    KpiSheet second = add(formula("KPI-" + first.id() + " * 2"));
    KpiSheet third = add(formula("KPI-" + second.id() + " * 2"));
    assertThatThrownBy(
            () ->
                sheets.change(
                    first.with(formula("KPI-" + third.id())),
                    List.of(
                        new NewKpiChange(
                            "formula", Optional.empty(), Optional.of("x"), Optional.empty())),
                    Effect.JUDGED_ANEW,
                    BY_ANNA))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.fields())
                    .isEqualTo(
                        Map.of(
                            "formula",
                            Message.of(
                                "bearings.formula.circle",
                                first.key()
                                    + " \u2192 "
                                    + third.key()
                                    + " \u2192 "
                                    + second.key()
                                    + " \u2192 "
                                    + first.key()))));
    assertThat(sheets.sheet(first.id())).contains(first);
    assertThat(sheets.history(first.id(), Long.MAX_VALUE, 10)).isEmpty();
    assertThat(sheets.uses()).doesNotContainKey(first.id());
    assertThatThrownBy(() -> change(second, formula("KPI-" + second.id())))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  public void letsTwoFormulasThatAreSavedAtOnceCloseNoCircle() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(2);
    try {
      for (int i = 0; i < 5; i++) {
        KpiSheet one = add(named("One"));
        KpiSheet two = add(formula("KPI-" + one.id() + " + 0"));
        KpiSheet three = add(named("Three"));
        KpiSheet four = add(formula("KPI-" + three.id() + " + 0"));
        Callable<Boolean> left = () -> accepted(one, "KPI-" + four.id());
        Callable<Boolean> right = () -> accepted(three, "KPI-" + two.id());
        List<Boolean> accepted = new ArrayList<>();
        for (Future<Boolean> each : people.invokeAll(List.of(left, right))) {
          accepted.add(each.get());
        }
        assertThat(accepted).containsExactlyInAnyOrder(true, false);
      }
    } finally {
      people.shutdownNow();
    }
  }

  private boolean accepted(KpiSheet sheet, String text) {
    try {
      return change(sheet, formula(text)).isPresent();
    } catch (Refusal.Invalid e) {
      return false;
    }
  }

  @Test
  public void tellsWhichKpisServeAnObjective() {
    KpiSheet driver = add(full());
    KpiSheet bare = add(named("Bare"));
    KpiSheet gone = add(full());
    sheets.change(gone.archived(true), NOTHING, Effect.NONE, BY_ANNA);
    assertThat(sheets.serving(List.of(7L, 9L, 11L)))
        .isEqualTo(
            Map.of(
                7L, List.of(new Serving(driver, Served.Part.DRIVER)),
                9L, List.of(new Serving(driver, Served.Part.GUARDRAIL))));
    change(driver, named("Bare"));
    KpiSheet serving = change(bare, full()).orElseThrow();
    assertThat(sheets.serving(List.of(7L)))
        .isEqualTo(Map.of(7L, List.of(new Serving(serving, Served.Part.DRIVER))));
  }

  @Test
  public void readsAtOnceTheKpisOfAUnitAndThoseThatServeFromElsewhere() {
    KpiSheet driver = add(full());
    KpiSheet own = sheets.add(new NewKpi(driver.unitId() + 1, named("Own")), BY_ANNA);
    KpiSheet gone = sheets.add(new NewKpi(own.unitId(), named("Gone")), BY_ANNA);
    sheets.change(gone.archived(true), NOTHING, Effect.NONE, BY_ANNA);
    sheets.add(new NewKpi(own.unitId() + 1, named("Elsewhere")), BY_ANNA);

    assertThat(sheets.around(own.unitId(), List.of(7L, 8L))).containsExactly(driver, own);
    assertThat(sheets.around(own.unitId(), List.of())).containsExactly(own);
  }

  @Test
  public void aNewKpiStandsNowhereYet() {
    KpiSheet sheet = add(named("Velocity"));
    assertThat(sheets.standing(sheet.id()))
        .contains(
            new KpiStanding(
                sheet,
                List.of(),
                Signals.NONE,
                Optional.empty(),
                true,
                Optional.empty(),
                Optional.empty()));
    assertThat(sheets.standing(999)).isEmpty();
    assertThat(sheets.standings(Wanted.ofUnits(List.of(77L)))).isEmpty();
  }

  @Test
  public void aStandingHasTheNewestPeriodsTheSignalsAndTheOpenBreach() {
    KpiSheet sheet = add(named("Velocity"));
    List<Judged> days = new ArrayList<>(greenDays(MONDAY, 20));
    days.add(day(MONDAY.plusDays(20), KpiStatus.RED, "3"));
    Signals signals =
        new Signals(
            new Drift(Set.of(Drift.Rule.CUSUM, Drift.Rule.TREND)),
            new Anomaly(Optional.of(true), Optional.of(n("4.5")), Optional.of(n("0.25"))));
    judgements.keep(
        new Judgement(
            sheet.id(),
            1,
            MONDAY,
            days,
            signals,
            new Breaches(
                List.of(), List.of(new BreachEvent.Opened(opened(MONDAY.plusDays(20)), false))),
            Optional.of(MONDAY.plusDays(21)),
            NOW));
    KpiStanding standing = sheets.standing(sheet.id()).orElseThrow();
    assertThat(standing.newest()).isEqualTo(days.subList(9, 21));
    assertThat(standing.latest()).contains(days.get(20));
    assertThat(standing.signals()).isEqualTo(signals);
    assertThat(standing.nextOn()).contains(MONDAY.plusDays(21));
    assertThat(standing.pending()).isFalse();
    assertThat(standing.breach().orElseThrow().breach().opened().first())
        .isEqualTo(MONDAY.plusDays(20));
  }

  @Test
  public void aBoardCostsThreeStatementsHoweverManyKpisThereAre() {
    assertThat(boardOf(12)).isEqualTo(3);
    assertThat(boardOf(88)).isEqualTo(3);
    assertThat(boardOf(1_900)).isEqualTo(3);
    assertThat(sheets.standings(Wanted.ofUnits(List.of(TEAM))))
        .hasSize(2_000)
        .allMatch(each -> each.newest().size() == KpiStanding.TREND);
  }

  /** What the board of a unit costs after so many KPIs were added, the first of them in breach. */
  private int boardOf(int more) {
    long first = add(named("In breach")).id();
    judgements.keep(
        judgement(first, 1, greenDays(MONDAY, 14), new BreachEvent.Opened(opened(MONDAY), false)));
    fill(more - 1);
    tables.statements();
    sheets.standings(Wanted.ofUnits(List.of(TEAM)));
    return tables.statements();
  }

  /** Adds KPIs with their trends below the code, because one by one that would take long. */
  private void fill(int more) {
    Map<String, Object> row = KpiRows.columns(named("Velocity"));
    row.put("UNIT_ID", TEAM);
    row.put("ARCHIVED", 0);
    row.put("STAMP", 1L);
    row.putAll(Rows.creation(BY_ANNA));
    tables
        .database()
        .write(
            session -> {
              session.insertAll(Tables.KPI, Collections.nCopies(more, row));
              for (Judged each : greenDays(MONDAY, KpiStanding.TREND)) {
                String day = each.period().last().toString();
                session.update(
                    "insert into {KPI_PERIOD} ([KPI_ID], [FIRST_ON], [LAST_ON], [CORRECTED],"
                        + " [VERDICT], [PROVISIONAL], [EARLY_WARNING], [CLOSED], [TREND_OF])"
                        + " select k.[ID], ?, ?, 0, 'GREEN', 0, 0, 1, k.[ID] from {KPI} k where"
                        + " not exists (select 1 from {KPI_PERIOD} p where p.[KPI_ID] = k.[ID]"
                        + " and p.[LAST_ON] = ?)",
                    day,
                    day,
                    day);
              }
              return true;
            });
  }

  @Test
  public void aSourceIsKeptInItsOwnWords() {
    for (KpiSource source :
        List.of(
            new KpiSource.Manual(),
            new KpiSource.Pushed(),
            new KpiSource.Formula("count() * 2"),
            new KpiSource.Metric("velocity(board: 3)"))) {
      assertThat(add(named("K").with(source)).content().source()).isEqualTo(source);
    }
  }

  @Test
  public void aChangeMakesTheKpiDueFromTheEarliestDayThatItConcerns() {
    KpiSheet sheet = add(named("Velocity"));
    judgements.keep(judgement(sheet.id(), 1, greenDays(MONDAY, 1)));
    sheets.change(sheet.with(named("Speed")), NOTHING, Effect.NONE, BY_ANNA);
    assertThat(judgements.docket(sheet.id()).orElseThrow().pendingFrom()).isEmpty();
    Effect late = new Effect(Optional.empty(), Optional.of(MONDAY.plusDays(5)));
    sheets.change(sheet.atVersion(2), NOTHING, late, BY_ANNA);
    assertThat(judgements.docket(sheet.id()).orElseThrow().pendingFrom())
        .contains(MONDAY.plusDays(5));
    sheets.change(sheet.atVersion(3), NOTHING, Effect.JUDGED_ANEW, BY_ANNA);
    sheets.change(sheet.atVersion(4), NOTHING, late, BY_ANNA);
    assertThat(judgements.docket(sheet.id()).orElseThrow().pendingFrom())
        .contains(Judgements.FROM_THE_FIRST);
  }
}
