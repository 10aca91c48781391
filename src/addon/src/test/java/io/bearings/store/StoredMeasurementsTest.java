package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.NOW;
import static io.bearings.store.SampleKpis.greenDays;
import static io.bearings.store.SampleKpis.judgement;
import static io.bearings.store.SampleKpis.n;
import static io.bearings.store.SampleKpis.named;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.bearings.kpi.Judgements;
import io.bearings.kpi.Judgements.Docket;
import io.bearings.kpi.Measurement;
import io.bearings.kpi.Measurements.By;
import io.bearings.kpi.Measurements.Entry;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.NewMeasurement;
import io.bearings.kpi.Segment;
import io.bearings.kpi.Series;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Values of KPIs, on each database. */
@RunWith(Parameterized.class)
public class StoredMeasurementsTest {
  private static final By ANNA = new By(Optional.of("anna"), NOW);

  private final TestDatabase tables;
  private final StoredKpiSheets sheets;
  private final StoredMeasurements measurements;
  private final StoredJudgements judgements;
  private long kpi;

  public StoredMeasurementsTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    Database database = tables.database();
    sheets = new StoredKpiSheets(database);
    measurements = new StoredMeasurements(database);
    judgements = new StoredJudgements(database);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @Before
  public void aKpi() {
    kpi = sheets.add(new NewKpi(2, named("Velocity")), BY_ANNA).id();
    judgements.keep(judgement(kpi, 1, greenDays(MONDAY, 1)));
    tables.statements();
  }

  @After
  public void close() {
    tables.close();
  }

  private static NewMeasurement value(int day, String number) {
    return NewMeasurement.of(MONDAY.plusDays(day), n(number));
  }

  private List<BigDecimal> counting() {
    return Series.of(measurements.since(kpi, Judgements.FROM_THE_FIRST)).counting().stream()
        .map(each -> each.value().orElseThrow())
        .toList();
  }

  private Docket docket() {
    return judgements.docket(kpi).orElseThrow();
  }

  @Test
  public void keepsAllThatAValueSays() {
    NewMeasurement said =
        new NewMeasurement(
            MONDAY,
            Optional.of("sprint-12"),
            Optional.of(new Segment("Channel", "Ph\u00f6ne")),
            Optional.of(n("-12.000001")),
            Optional.of(n("40")));
    Measurement stored = measurements.add(kpi, said, ANNA);
    assertThat(stored)
        .isEqualTo(
            new Measurement(
                stored.id(),
                MONDAY,
                said.span(),
                said.segment(),
                said.value(),
                said.of(),
                NOW,
                Optional.of("anna")));
    assertThat(measurements.since(kpi, MONDAY)).containsExactly(stored);
    Measurement none =
        measurements.add(
            kpi,
            new NewMeasurement(
                MONDAY, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
            By.nobody(NOW));
    assertThat(measurements.since(kpi, MONDAY)).containsExactly(stored, none);
    assertThat(measurements.since(kpi, MONDAY.plusDays(1))).isEmpty();
  }

  @Test
  public void keepsWhatIsReplaced() {
    Measurement first = measurements.add(kpi, value(0, "3"), ANNA);
    Measurement second = measurements.add(kpi, value(0, "4"), By.nobody(NOW));
    Measurement third = measurements.add(kpi, value(0, "5"), By.nobody(NOW));
    assertThat(measurements.page(kpi, Long.MAX_VALUE, 10))
        .containsExactly(new Entry(third, true), new Entry(second, false), new Entry(first, false));
    assertThat(measurements.page(kpi, third.id(), 1)).containsExactly(new Entry(second, false));
    assertThat(counting()).containsExactly(n("5"));
  }

  @Test
  public void aSegmentASpanAndTheTotalAreCountedApart() {
    NewMeasurement total = value(0, "3");
    NewMeasurement mail =
        new NewMeasurement(
            MONDAY,
            Optional.empty(),
            Optional.of(new Segment("Channel", "Mail")),
            Optional.of(n("1")),
            Optional.empty());
    NewMeasurement sprint =
        new NewMeasurement(
            MONDAY, Optional.of("9"), Optional.empty(), Optional.of(n("2")), Optional.empty());
    measurements.addAll(kpi, List.of(total, mail, sprint), ANNA);
    assertThat(measurements.page(kpi, Long.MAX_VALUE, 10)).allMatch(Entry::counts).hasSize(3);
  }

  @Test
  public void recordsManyAtOnceAndCountsTheLastOfEachDay() {
    measurements.add(kpi, value(1, "1"), ANNA);
    measurements.addAll(
        kpi, List.of(value(1, "2"), value(0, "7"), value(1, "3"), value(2, "9")), ANNA);
    assertThat(counting()).containsExactly(n("7"), n("3"), n("9"));
    assertThat(measurements.page(kpi, Long.MAX_VALUE, 10))
        .extracting(Entry::counts)
        .containsExactly(true, true, true, false, false);
    measurements.addAll(kpi, List.of(value(1, "4"), value(1, "5")), ANNA);
    assertThat(counting()).containsExactly(n("7"), n("5"), n("9"));
    measurements.addAll(kpi, List.of(), ANNA);
  }

  @Test
  public void makesTheKpiDueFromTheFirstDayThatChanged() {
    long stamp = docket().stamp();
    measurements.addAll(kpi, List.of(value(9, "1"), value(4, "1")), ANNA);
    assertThat(docket().pendingFrom()).contains(MONDAY.plusDays(4));
    assertThat(docket().earliest()).contains(MONDAY.plusDays(4));
    measurements.add(kpi, value(6, "2"), ANNA);
    assertThat(docket().pendingFrom()).contains(MONDAY.plusDays(4));
    measurements.add(kpi, value(2, "2"), ANNA);
    assertThat(docket().pendingFrom()).contains(MONDAY.plusDays(2));
    assertThat(docket().earliest()).contains(MONDAY.plusDays(2));
    assertThat(docket().stamp()).isGreaterThan(stamp);
    assertThat(judgements.due(MONDAY.minusYears(1), 0, 10))
        .extracting(each -> each.sheet().id())
        .containsExactly(kpi);
  }

  @Test
  public void writesWhatWasComputedOnlyWhereItDiffers() {
    LocalDate settled = MONDAY.plusDays(1);
    NewMeasurement none =
        new NewMeasurement(
            MONDAY.plusDays(3),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    List<NewMeasurement> first = List.of(value(0, "1"), value(2, "1.50"), none);
    assertThat(measurements.renew(kpi, first, settled, NOW)).isEqualTo(2);
    judgements.keep(judgement(kpi, docket().stamp(), greenDays(MONDAY, 1)));
    long stamp = docket().stamp();
    assertThat(
            measurements.renew(kpi, List.of(value(0, "1.0"), value(2, "1.5"), none), settled, NOW))
        .isZero();
    assertThat(docket().stamp()).isEqualTo(stamp);
    assertThat(docket().pendingFrom()).isEmpty();
    assertThat(measurements.renew(kpi, List.of(), settled, NOW)).isZero();
  }

  @Test
  public void overwritesComputedValuesThatAreOnTheirWayAndKeepsSettledOnes() {
    LocalDate settled = MONDAY.plusDays(1);
    measurements.add(kpi, value(3, "7"), ANNA);
    measurements.renew(kpi, List.of(value(0, "1"), value(2, "1"), value(3, "1")), settled, NOW);
    assertThat(
            measurements.renew(
                kpi,
                List.of(value(0, "2"), value(2, "2"), value(3, "2")),
                settled,
                NOW.plusSeconds(9)))
        .isEqualTo(3);
    assertThat(measurements.page(kpi, Long.MAX_VALUE, 10))
        .extracting(each -> each.measurement().value().orElseThrow(), Entry::counts)
        .containsExactly(
            tuple(n("2"), true),
            tuple(n("2"), true),
            tuple(n("2"), true),
            tuple(n("1"), false),
            tuple(n("7"), false));
    assertThat(counting()).containsExactly(n("2"), n("2"), n("2"));
    NewMeasurement taken =
        new NewMeasurement(
            MONDAY, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(measurements.renew(kpi, List.of(taken), settled, NOW.plusSeconds(20))).isEqualTo(1);
    assertThat(Series.of(measurements.since(kpi, MONDAY)).counting())
        .extracting(Measurement::value)
        .containsExactly(Optional.empty(), Optional.of(n("2")), Optional.of(n("2")));
  }

  @Test
  public void keepsNumbersOfAnySizeThatAFormulaCanHave() {
    BigDecimal tiny = n("1.234567890123456789012345678901234e-30");
    BigDecimal huge = n("-999999999999999999.5");
    measurements.renew(
        kpi,
        List.of(NewMeasurement.of(MONDAY, tiny), NewMeasurement.of(MONDAY.plusDays(1), huge)),
        MONDAY,
        NOW);
    assertThat(counting()).containsExactly(n("0.0000000000000000000000000000012346"), huge);
    assertThat(measurements.renew(kpi, List.of(NewMeasurement.of(MONDAY, tiny)), MONDAY, NOW))
        .isZero();
  }

  @Test
  public void readsTheDaysFromOneOn() {
    List<NewMeasurement> days = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      days.add(value(i, String.valueOf(i)));
    }
    measurements.addAll(kpi, days, ANNA);
    assertThat(measurements.since(kpi, MONDAY.plusDays(38))).hasSize(2);
  }

  @Test
  public void refusesValuesOfNoKpi() {
    assertThatThrownBy(() -> measurements.add(999, value(0, "1"), ANNA))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> measurements.addAll(999, List.of(value(0, "1")), ANNA))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> measurements.renew(999, List.of(value(0, "1")), MONDAY, NOW))
        .isInstanceOf(Refusal.NotFound.class);
    assertThat(measurements.since(999, Judgements.FROM_THE_FIRST)).isEmpty();
  }

  @Test
  public void losesNothingThatPeopleRecordAtOnce() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Measurement>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        String number = String.valueOf(i);
        all.add(() -> measurements.add(kpi, value(0, number), ANNA));
      }
      for (Future<Measurement> each : people.invokeAll(all)) {
        each.get();
      }
    } finally {
      people.shutdownNow();
    }
    assertThat(measurements.page(kpi, Long.MAX_VALUE, 100))
        .hasSize(20)
        .filteredOn(Entry::counts)
        .hasSize(1);
  }

  @Test
  public void costsTheSameHoweverManyValuesAreRecorded() {
    measurements.add(kpi, value(0, "1"), ANNA);
    assertThat(tables.statements()).isLessThanOrEqualTo(5);
    List<NewMeasurement> year = new ArrayList<>();
    for (int i = 0; i < 365; i++) {
      year.add(value(i, String.valueOf(i)));
    }
    measurements.addAll(kpi, year, ANNA);
    assertThat(tables.statements()).isLessThanOrEqualTo(5);
    measurements.renew(kpi, year, MONDAY, NOW);
    assertThat(tables.statements()).isEqualTo(1);
  }
}
