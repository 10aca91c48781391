package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.NOW;
import static io.bearings.store.SampleKpis.day;
import static io.bearings.store.SampleKpis.judgement;
import static io.bearings.store.SampleKpis.n;
import static io.bearings.store.SampleKpis.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.Frequency;
import io.bearings.kpi.Judgements;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.NewKpi;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.NewPlan;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Source;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** The sheets of key results follow them, and are nobody's KPIs, on each database. */
@RunWith(Parameterized.class)
public class StoredKeyResultSheetsTest {
  private static final LocalDate TODAY = MONDAY.plusDays(2);
  private static final String BLOCKERS = "count(\"priority = Blocker\", open)";
  private static final String BUGS = "count(\"type = Bug\", open)";
  private static final long UNIT = 3;
  private static final long OTHER_UNIT = 5;

  private final TestDatabase tables;
  private final StoredObjectives objectives;
  private final StoredKeyResultSheets sheets;
  private final StoredKpiSheets kpis;
  private final StoredJudgements judgements;
  private final StoredMeasuredProjects projects;
  private final StoredOutsideValues values;

  public StoredKeyResultSheetsTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    Database database = tables.database();
    objectives = new StoredObjectives(database);
    sheets = new StoredKeyResultSheets(database);
    kpis = new StoredKpiSheets(database);
    judgements = new StoredJudgements(database);
    projects = new StoredMeasuredProjects(database);
    values =
        new StoredOutsideValues(
            database, Clock.fixed(TODAY.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC));
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    tables.close();
  }

  private static KeyResultContent counting(String metric) {
    return typed().measuring(metric);
  }

  private static KeyResultContent typed() {
    return new KeyResultContent(
        "Fewer blockers",
        "anna",
        Source.MANUAL,
        Nature.OUTCOME,
        Measure.NUMBER,
        Goal.of(n("40"), n("5")),
        BigDecimal.ONE,
        WeightBy.ISSUES);
  }

  private static NewObjective newObjective() {
    return new NewObjective(
        UNIT, Optional.empty(), ObjectiveContent.of("Calm", "Because", "anna"), Life.DRAFT);
  }

  private Objective objective(KeyResultContent... contents) {
    List<NewKeyResult> all = List.of(contents).stream().map(each -> draft(each)).toList();
    return objectives.add(newObjective(), all, BY_ANNA);
  }

  private static NewKeyResult draft(KeyResultContent content) {
    return new NewKeyResult(content, Life.DRAFT);
  }

  private KeyResult only(Objective objective) {
    return objectives.keyResultsOf(List.of(objective.id())).get(0);
  }

  private KpiSheet sheet(KeyResult keyResult) {
    return sheets.standing(keyResult).map(KpiStanding::sheet).orElseThrow();
  }

  private KeyResult changed(KeyResult keyResult, String... touched) {
    return objectives.change(keyResult, Set.of(touched), List.of(), BY_ANNA).orElseThrow();
  }

  private Objective changed(Objective objective, String... touched) {
    return objectives
        .change(objective, Set.of(touched), List.of(), List.of(), BY_ANNA)
        .orElseThrow();
  }

  private void judge(long id, String value) {
    judgements.keep(
        judgement(
            id,
            judgements.docket(id).orElseThrow().stamp(),
            List.of(
                day(MONDAY, KpiStatus.NOT_JUDGED, value),
                day(MONDAY.plusDays(1), KpiStatus.NOT_JUDGED, value + "1"))));
  }

  @Test
  public void aMetricHasASheetOfDaysInTheUnitOfItsObjective() {
    KeyResult keyResult = only(objective(counting(BLOCKERS)));
    KpiSheet sheet = sheet(keyResult);
    assertThat(sheet.unitId()).isEqualTo(UNIT);
    assertThat(sheet.archived()).isFalse();
    assertThat(sheet.content().source()).isEqualTo(new KpiSource.Metric(BLOCKERS));
    assertThat(sheet.content().ownerKey()).isEqualTo("anna");
    assertThat(sheet.content().rhythm().frequency()).isEqualTo(Frequency.DAILY);
    assertThat(sheet.content().yardstick().measure()).isEqualTo(Measure.NUMBER);
    assertThat(sheets.toBegin(keyResult.objectiveId())).containsExactly(sheet);
    assertThat(judgements.due(TODAY, 0, 10)).extracting(Judgements.Docket::sheet).contains(sheet);
    judge(sheet.id(), "4");
    assertThat(sheets.toBegin(keyResult.objectiveId())).isEmpty();
    assertThat(sheets.toBegin(999)).isEmpty();
  }

  @Test
  public void nobodyFindsItAmongTheKpis() {
    KeyResult keyResult = only(objective(counting(BLOCKERS)));
    KpiSheet hidden = sheet(keyResult);
    KpiSheet own = kpis.add(new NewKpi(UNIT, named("Own")), BY_ANNA);
    assertThat(kpis.sheet(hidden.id())).isEmpty();
    assertThat(kpis.sheets(List.of(hidden.id(), own.id()))).containsExactly(own);
    assertThat(kpis.standing(hidden.id())).isEmpty();
    KpiSheets.Wanted all = KpiSheets.Wanted.ofUnits(List.of(UNIT)).withArchived(true);
    assertThat(kpis.find(all)).containsExactly(own);
    assertThat(kpis.find(all.like("blockers"))).isEmpty();
    assertThat(kpis.find(all.like(hidden.key()))).isEmpty();
    assertThat(kpis.standings(all)).extracting(KpiStanding::sheet).containsExactly(own);
    assertThat(kpis.change(hidden, List.of(), KpiSheets.Effect.NONE, BY_ANNA)).isEmpty();
  }

  @Test
  public void itsValuesAreThoseOfTheKeyResult() {
    KeyResult keyResult = only(objective(counting(BLOCKERS)));
    KeyResult silent = only(objective(counting(BLOCKERS)));
    judge(sheet(keyResult).id(), "4");
    List<KeyResult> both = List.of(keyResult, silent);
    Valued newest = new Valued(MONDAY.plusDays(1), n("41"));
    assertThat(values.latest(both)).isEqualTo(Map.of(keyResult.id(), newest));
    assertThat(values.all(both))
        .isEqualTo(Map.of(keyResult.id(), List.of(new Valued(MONDAY, n("4")), newest)));
    tables.statements();
    values.latest(both);
    assertThat(tables.statements()).as("one more than a KPI").isLessThanOrEqualTo(3);
  }

  @Test
  public void anotherMetricBeginsAnewAndTheFormerIsFoundAgain() {
    KeyResult first = only(objective(counting(BLOCKERS)));
    KpiSheet blockers = sheet(first);
    judge(blockers.id(), "4");
    projects.measure(blockers.id(), Set.of(7L), 12, NOW);

    KeyResult second = changed(first.with(counting(BUGS)), "metric");
    KpiSheet bugs = sheet(second);
    assertThat(bugs.id()).isNotEqualTo(blockers.id());
    assertThat(sheet(first).archived()).isTrue();
    assertThat(values.latest(List.of(second))).isEmpty();
    assertThat(values.latest(List.of(first))).containsKey(first.id());
    assertThat(projects.all()).isEmpty();
    assertThat(projects.unfinished()).isEmpty();

    KeyResult again = changed(second.with(counting(BLOCKERS)), "metric");
    assertThat(sheet(again).id()).isEqualTo(blockers.id());
    assertThat(sheet(again).archived()).isFalse();
    assertThat(judgements.docket(blockers.id()).flatMap(Judgements.Docket::pendingFrom))
        .contains(Judgements.FROM_THE_FIRST);
    assertThat(sheet(second).archived()).isTrue();
  }

  @Test
  public void anotherMeasureIsCountedAnew() {
    KeyResult first = only(objective(counting(BLOCKERS)));
    KeyResultContent content = first.content();
    KeyResultContent inPoints =
        new KeyResultContent(
            content.title(),
            content.ownerKey(),
            Source.JQL,
            content.nature(),
            new Measure(Measure.Kind.POINTS, Optional.empty(), Optional.empty()),
            content.goal(),
            content.weight(),
            content.weightBy(),
            true,
            Optional.empty(),
            content.metric());
    KpiSheet before = sheet(first);
    assertThat(sheet(changed(first.with(inPoints), "measure")).id()).isNotEqualTo(before.id());
  }

  @Test
  public void itGoesTheWaysOfItsKeyResultAndObjective() {
    Objective objective = objective(counting(BLOCKERS));
    KeyResult keyResult = only(objective);
    long id = sheet(keyResult).id();

    keyResult = changed(keyResult.archived(true), "archived");
    assertThat(sheet(keyResult).archived()).isTrue();
    keyResult = changed(keyResult.archived(false), "archived");
    assertThat(sheet(keyResult).archived()).isFalse();

    judge(id, "4");
    objective = changed(objective.movedTo(OTHER_UNIT, Optional.empty()), "unit");
    assertThat(sheet(keyResult).unitId()).isEqualTo(OTHER_UNIT);
    assertThat(judgements.docket(id).flatMap(Judgements.Docket::pendingFrom))
        .contains(Judgements.FROM_THE_FIRST);

    objective = changed(objective.archived(true), "archived");
    assertThat(sheet(keyResult).archived()).isTrue();
    objective = changed(objective.archived(false), "archived");
    assertThat(sheet(keyResult).archived()).isFalse();
    changed(objective.with(objective.life().abandoned("Why not")), "state");
    assertThat(sheet(keyResult).archived()).isTrue();
  }

  @Test
  public void itMovesWithItsKeyResultIntoAnotherObjective() {
    KeyResult keyResult = only(objective(counting(BLOCKERS)));
    long id = sheet(keyResult).id();
    Objective other = objective();
    changed(other.movedTo(OTHER_UNIT, Optional.empty()), "unit");
    KeyResult moved = changed(keyResult.movedTo(other.id()), "objective");
    assertThat(sheet(moved).id()).isEqualTo(id);
    assertThat(sheet(moved).unitId()).isEqualTo(OTHER_UNIT);
  }

  @Test
  public void aNewOwnerAsksFromNowOn() {
    KeyResult keyResult = only(objective(counting(BLOCKERS)));
    KeyResultContent content = keyResult.content();
    KeyResultContent handedOver =
        new KeyResultContent(
            "Hardly any blockers",
            "bert",
            Source.JQL,
            content.nature(),
            content.measure(),
            content.goal(),
            content.weight(),
            content.weightBy(),
            true,
            Optional.empty(),
            content.metric());
    KpiSheet sheet = sheet(changed(keyResult.with(handedOver), "owner", "title"));
    assertThat(sheet.content().ownerKey()).isEqualTo("bert");
    assertThat(sheet.content().name()).isEqualTo("Hardly any blockers");
  }

  @Test
  public void anotherSourcePutsItAway() {
    KeyResult keyResult = only(objective(counting(BLOCKERS)));
    KpiSheet before = sheet(keyResult);
    KeyResult typed = changed(keyResult.with(typed()), "source", "metric");
    assertThat(sheets.standing(typed)).isEmpty();
    assertThat(sheet(keyResult)).isEqualTo(sheet(keyResult).archived(true));
    assertThat(sheet(keyResult).id()).isEqualTo(before.id());
  }

  @Test
  public void whatIsAddedOrBroughtInHasOneToo() {
    Objective objective = objective(typed());
    KeyResult added = objectives.add(objective.id(), draft(counting(BUGS)), BY_ANNA);
    assertThat(sheet(added).content().source()).isEqualTo(new KpiSource.Metric(BUGS));
    assertThat(sheets.standing(only(objective))).isEmpty();

    new StoredNewPlans(tables.database())
        .add(
            List.of(
                new NewPlan(
                    newObjective(),
                    List.of(new NewPlan.Result(draft(counting(BLOCKERS)), List.of())))),
            BY_ANNA);
    assertThat(sheets.toBegin(objective.id() + 1)).hasSize(1);
  }
}
