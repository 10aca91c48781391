package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.NOW;
import static io.bearings.store.SampleKpis.closed;
import static io.bearings.store.SampleKpis.greenDays;
import static io.bearings.store.SampleKpis.judgement;
import static io.bearings.store.SampleKpis.named;
import static io.bearings.store.SampleKpis.opened;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.ActionDraft;
import io.bearings.kpi.ActionState;
import io.bearings.kpi.Breach;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.BreachLog.Untold;
import io.bearings.kpi.BreachStep;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets.Effect;
import io.bearings.kpi.NewKpi;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Breaches and what people do about them, on each database. */
@RunWith(Parameterized.class)
public class StoredBreachesTest {
  private final TestDatabase tables;
  private final StoredKpiSheets sheets;
  private final StoredJudgements judgements;
  private final StoredBreaches breaches;
  private KpiSheet sheet;
  private KpiBreach breach;

  public StoredBreachesTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    Database database = tables.database();
    sheets = new StoredKpiSheets(database);
    judgements = new StoredJudgements(database);
    breaches = new StoredBreaches(database);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void anOpenBreach() {
    sheet = sheets.add(new NewKpi(2, named("Velocity")), BY_ANNA);
    breach = open(sheet.id());
    tables.statements();
  }

  @After
  public void close() {
    tables.close();
  }

  private KpiBreach open(long kpiId) {
    long id =
        happens(kpiId, new BreachEvent.Opened(opened(MONDAY), false)).breach().id().orElseThrow();
    return breaches.breach(id).orElseThrow();
  }

  private BreachEvent happens(long kpiId, BreachEvent event) {
    long stamp = judgements.docket(kpiId).orElseThrow().stamp();
    return judgements
        .keep(judgement(kpiId, stamp, greenDays(MONDAY, 1), event))
        .orElseThrow()
        .get(0);
  }

  @Test
  public void findsWhatFellIntoSomeDays() {
    Breach asJudged = closed(breach.breach(), MONDAY.plusDays(3));
    assertThat(between(MONDAY, MONDAY)).containsExactly(breach.id());
    assertThat(between(MONDAY.minusDays(9), MONDAY.minusDays(1))).isEmpty();
    assertThat(between(MONDAY.plusDays(90), MONDAY.plusDays(99))).containsExactly(breach.id());

    happens(sheet.id(), new BreachEvent.Closed(asJudged, false));
    assertThat(between(MONDAY.plusDays(2), MONDAY.plusDays(9))).containsExactly(breach.id());
    assertThat(between(MONDAY.plusDays(3), MONDAY.plusDays(9))).isEmpty();
    assertThat(breaches.between(List.of(999L), MONDAY, MONDAY)).isEmpty();
    tables.statements();
    assertThat(breaches.between(List.of(), MONDAY, MONDAY)).isEmpty();
    assertThat(tables.statements()).isZero();
  }

  private List<Long> between(LocalDate first, LocalDate last) {
    return breaches.between(List.of(sheet.id()), first, last).stream().map(KpiBreach::id).toList();
  }

  @Test
  public void keepsWhatPeopleDoAboutABreach() {
    KpiBreach known =
        breaches
            .save(breach.with(breach.breach().acknowledged("bert", NOW.plusSeconds(1))), NOW)
            .orElseThrow();
    assertThat(known.version()).isEqualTo(2);
    ActionDraft draft =
        new ActionDraft(
            Optional.of(ActionState.DONE), Optional.of("carl"), Optional.of("Hired\nsomebody"));
    Breach acted =
        known.breach().acting(draft, "dora", NOW.plusSeconds(2)).escalated(NOW.plusSeconds(3));
    assertThat(breaches.save(known.with(acted), NOW))
        .contains(new KpiBreach(sheet.id(), acted, 3, false));
    assertThat(breaches.breach(breach.id())).contains(new KpiBreach(sheet.id(), acted, 3, false));
  }

  @Test
  public void writesNothingOverWhatSomebodyElseDid() {
    Breach first = breach.breach().acknowledged("bert", NOW);
    assertThat(breaches.save(breach.with(first), NOW)).isPresent();
    assertThat(breaches.save(breach.with(breach.breach().acknowledged("carl", NOW)), NOW))
        .isEmpty();
    assertThat(breaches.breach(breach.id()).orElseThrow().breach()).isEqualTo(first);
    assertThat(breaches.save(breach.atVersion(2).with(first.escalated(NOW)), NOW)).isPresent();
    assertThat(breaches.breach(999)).isEmpty();
  }

  @Test
  public void judgingLosesNothingThatPeopleDidMeanwhile() {
    Breach asJudged = closed(breach.breach(), MONDAY.plusDays(3));
    breaches.save(breach.with(breach.breach().acknowledged("bert", NOW)), NOW);
    happens(sheet.id(), new BreachEvent.Closed(asJudged, false));
    KpiBreach now = breaches.breach(breach.id()).orElseThrow();
    assertThat(now.breach().isOpen()).isFalse();
    assertThat(now.breach().handling().acknowledged().orElseThrow().byKey()).isEqualTo("bert");
    assertThat(now.version()).isEqualTo(3);
  }

  @Test
  public void knowsWhatIsStillToBeTold() {
    assertThat(untold()).containsExactly(new Untold(breach, List.of(BreachStep.OPENED)));
    assertThat(breaches.untold(NOW, 0, 10)).isEmpty();
    assertThat(breaches.untold(NOW.plusMillis(1), breach.id(), 10)).isEmpty();

    breaches.told(breach.id(), BreachStep.OPENED);
    assertThat(untold()).isEmpty();
    breaches.told(breach.id(), BreachStep.OPENED);
    breaches.told(999, BreachStep.OPENED);

    Breach over = closed(breach.breach(), MONDAY.plusDays(3));
    happens(sheet.id(), new BreachEvent.Closed(over, false));
    happens(sheet.id(), new BreachEvent.Moved(over, breach.breach()));
    happens(sheet.id(), new BreachEvent.Reopened(breach.breach()));
    happens(sheet.id(), new BreachEvent.Closed(over, false));
    assertThat(untold().get(0).steps()).containsExactly(BreachStep.REOPENED, BreachStep.CLOSED);
    breaches.told(breach.id(), BreachStep.REOPENED);
    happens(sheet.id(), new BreachEvent.Withdrawn(over));
    assertThat(untold().get(0).steps()).containsExactly(BreachStep.CLOSED, BreachStep.WITHDRAWN);
    assertThat(untold().get(0).breach().withdrawn()).isTrue();
  }

  @Test
  public void whatEscalatesIsUntoldUntilTheLeadHearsIt() {
    breaches.told(breach.id(), BreachStep.OPENED);
    KpiBreach known = breaches.save(breach.with(breach.breach().escalated(NOW)), NOW).orElseThrow();
    assertThat(untold()).containsExactly(new Untold(known, List.of(BreachStep.ESCALATED)));
    breaches.told(breach.id(), BreachStep.ESCALATED);

    breaches.save(known.with(known.breach().acknowledged("bert", NOW)), NOW.plusMillis(1));

    assertThat(untold()).isEmpty();
  }

  @Test
  public void whatIsFoundInThePastIsNobodysNews() {
    breaches.told(breach.id(), BreachStep.OPENED);
    happens(
        sheet.id(),
        new BreachEvent.Found(closed(opened(MONDAY.minusDays(9)), MONDAY.minusDays(5))));
    assertThat(untold()).isEmpty();
  }

  private List<Untold> untold() {
    return breaches.untold(NOW.plusSeconds(60), 0, 10);
  }

  @Test
  public void findsTheBreachesOfUnits() {
    KpiBreach other = open(sheets.add(new NewKpi(3, named("Other")), BY_ANNA).id());
    KpiSheet archived = sheets.add(new NewKpi(3, named("Archived")), BY_ANNA);
    open(archived.id());
    sheets.change(archived.archived(true), List.of(), Effect.NONE, BY_ANNA);
    happens(
        sheet.id(),
        new BreachEvent.Found(closed(opened(MONDAY.minusDays(9)), MONDAY.minusDays(5))));
    KpiBreach found = breaches.ofKpi(sheet.id()).get(0);
    tables.statements();
    assertThat(breaches.ofUnits(List.of(2L, 3L), false, Long.MAX_VALUE, 10))
        .containsExactly(found, other, breach);
    assertThat(breaches.ofUnits(List.of(2L, 3L), true, Long.MAX_VALUE, 10))
        .containsExactly(other, breach);
    assertThat(breaches.ofUnits(List.of(2L), true, Long.MAX_VALUE, 10)).containsExactly(breach);
    assertThat(breaches.ofUnits(List.of(2L, 3L), false, found.id(), 1)).containsExactly(other);
    assertThat(breaches.ofUnits(List.of(), false, Long.MAX_VALUE, 10)).isEmpty();
    assertThat(tables.statements()).isEqualTo(5);
  }

  @Test
  public void findsWhatNobodyAttendsTo() {
    KpiBreach known = open(sheets.add(new NewKpi(3, named("Known")), BY_ANNA).id());
    KpiBreach told = open(sheets.add(new NewKpi(3, named("Told")), BY_ANNA).id());
    KpiBreach other = open(sheets.add(new NewKpi(3, named("Other")), BY_ANNA).id());
    breaches.save(known.with(known.breach().acknowledged("bert", NOW)), NOW);
    breaches.save(told.with(told.breach().escalated(NOW)), NOW);
    assertThat(breaches.unattended(NOW.plusSeconds(1), 0, 10)).containsExactly(breach, other);
    assertThat(breaches.unattended(NOW.plusSeconds(1), breach.id(), 10)).containsExactly(other);
    assertThat(breaches.unattended(NOW.plusSeconds(1), 0, 1)).containsExactly(breach);
    assertThat(breaches.unattended(NOW, 0, 10)).isEmpty();
    happens(sheet.id(), new BreachEvent.Withdrawn(breach.breach()));
    assertThat(breaches.unattended(NOW.plusSeconds(1), 0, 10)).containsExactly(other);
    assertThat(breaches.ofUnits(List.of(2L), false, Long.MAX_VALUE, 10)).isEmpty();
  }
}
