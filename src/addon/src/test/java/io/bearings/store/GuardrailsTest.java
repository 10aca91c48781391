package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.day;
import static io.bearings.store.SampleKpis.judged;
import static io.bearings.store.SampleKpis.judgement;
import static io.bearings.store.SampleKpis.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.Period;
import io.bearings.kpi.Purpose;
import io.bearings.kpi.Served;
import io.bearings.okr.Life;
import io.bearings.okr.NewObjective;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Person;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Objectives of which a guardrail is red, on each database. */
@RunWith(Parameterized.class)
public class GuardrailsTest {
  private static final Person ANNA = new Person("anna");

  private final TestDatabase tables;
  private final StoredObjectives objectives;
  private final StoredKpiSheets sheets;
  private final StoredJudgements judgements;

  public GuardrailsTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    objectives = new StoredObjectives(tables.database());
    sheets = new StoredKpiSheets(tables.database());
    judgements = new StoredJudgements(tables.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    tables.close();
  }

  private Objective objective() {
    return objectives.add(
        new NewObjective(3, Optional.empty(), ObjectiveContent.of("O", "", "anna"), Life.DRAFT),
        List.of(),
        BY_ANNA);
  }

  private KpiSheet serving(Objective objective, Served.Part part, Judged... periods) {
    KpiContent content = named("KPI");
    Purpose purpose = content.purpose();
    KpiContent serving =
        new KpiContent(
            content.name(),
            content.measures(),
            content.category(),
            content.ownerKey(),
            content.source(),
            content.rhythm(),
            content.yardstick(),
            content.response(),
            new Purpose(
                purpose.why(),
                purpose.decision(),
                purpose.benchmark(),
                purpose.reviewOn(),
                List.of(new Served(objective.id(), part)),
                purpose.grounds()),
            content.dimensions());
    KpiSheet sheet = sheets.add(new NewKpi(2, serving), BY_ANNA);
    judgements.keep(
        judgement(
            sheet.id(), judgements.docket(sheet.id()).orElseThrow().stamp(), List.of(periods)));
    return sheet;
  }

  /** The query and the rule say the same. */
  private boolean isRed(Objective objective) {
    boolean red = objectives.placed(objective.id(), ANNA).orElseThrow().guardrailRed();
    boolean any =
        sheets.serving(List.of(objective.id())).getOrDefault(objective.id(), List.of()).stream()
            .filter(each -> each.part() == Served.Part.GUARDRAIL)
            .anyMatch(
                each -> sheets.standing(each.sheet().id()).filter(KpiStanding::isRed).isPresent());
    assertThat(red).isEqualTo(any);
    return red;
  }

  private static Judged running(LocalDate on, KpiStatus status) {
    return judged(Period.of(on, on), status, "1", false);
  }

  @Test
  public void isRedAfterARedPeriodUntilTheNextOneIsNot() {
    Objective red = objective();
    serving(
        red,
        Served.Part.GUARDRAIL,
        day(MONDAY, KpiStatus.GREEN, "1"),
        day(MONDAY.plusDays(1), KpiStatus.RED, "1"),
        running(MONDAY.plusDays(2), KpiStatus.GREEN));
    assertThat(isRed(red)).isTrue();
    Objective well = objective();
    serving(
        well,
        Served.Part.GUARDRAIL,
        day(MONDAY, KpiStatus.RED, "1"),
        day(MONDAY.plusDays(1), KpiStatus.AMBER, "1"));
    assertThat(isRed(well)).isFalse();
  }

  @Test
  public void anEarlyWarningIsRedNow() {
    Objective objective = objective();
    serving(
        objective,
        Served.Part.GUARDRAIL,
        day(MONDAY, KpiStatus.GREEN, "1"),
        running(MONDAY.plusDays(1), KpiStatus.RED));
    assertThat(isRed(objective)).isTrue();
  }

  @Test
  public void driversArchivedOnesAndOthersHoldNothingBack() {
    Objective objective = objective();
    serving(objective, Served.Part.DRIVER, day(MONDAY, KpiStatus.RED, "1"));
    assertThat(isRed(objective)).isFalse();
    KpiSheet guardrail = serving(objective, Served.Part.GUARDRAIL, day(MONDAY, KpiStatus.RED, "1"));
    assertThat(isRed(objective)).isTrue();
    assertThat(isRed(objective())).isFalse();
    KpiSheet now = sheets.sheet(guardrail.id()).orElseThrow();
    sheets.change(now.archived(true), List.of(), KpiSheets.Effect.NONE, BY_ANNA);
    assertThat(isRed(objective)).isFalse();
  }
}
