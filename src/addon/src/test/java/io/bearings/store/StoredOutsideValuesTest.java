package io.bearings.store;

import static io.bearings.store.SampleKpis.BY_ANNA;
import static io.bearings.store.SampleKpis.MONDAY;
import static io.bearings.store.SampleKpis.day;
import static io.bearings.store.SampleKpis.judged;
import static io.bearings.store.SampleKpis.judgement;
import static io.bearings.store.SampleKpis.n;
import static io.bearings.store.SampleKpis.named;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.kpi.Aggregation;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Levels;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.Period;
import io.bearings.kpi.Rhythm;
import io.bearings.kpi.Verdict;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Recorded;
import io.bearings.okr.Source;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** What key results read of KPIs, on each database. */
@RunWith(Parameterized.class)
public class StoredOutsideValuesTest {
  private static final LocalDate TODAY = MONDAY.plusDays(2);

  private final TestDatabase tables;
  private final StoredKpiSheets sheets;
  private final StoredJudgements judgements;
  private final StoredOutsideValues values;

  public StoredOutsideValuesTest(String name, Supplier<TestDatabase> start) {
    tables = start.get();
    Database database = tables.database();
    sheets = new StoredKpiSheets(database);
    judgements = new StoredJudgements(database);
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

  private long kpi(KpiContent content, List<Judged> periods) {
    long id = sheets.add(new NewKpi(2, content), BY_ANNA).id();
    if (!periods.isEmpty()) {
      judgements.keep(judgement(id, judgements.docket(id).orElseThrow().stamp(), periods));
    }
    return id;
  }

  private static KeyResult reading(long id, Optional<Long> kpi) {
    KeyResultContent content =
        new KeyResultContent(
            "K",
            "anna",
            Source.KPI,
            Source.KPI.usualNature(),
            Measure.NUMBER,
            Goal.NONE,
            BigDecimal.ONE,
            WeightBy.ISSUES,
            true,
            kpi);
    return new KeyResult(id, 1, content, Life.DRAFT, Recorded.NOTHING, false, 1);
  }

  private static Judged week(LocalDate first, String value, boolean running) {
    Period week = Period.of(first, first.plusDays(6));
    Judged known = judged(week, KpiStatus.GREEN, value, !running);
    return new Judged(week, known.value(), false, verdict(KpiStatus.GREEN, running), !running);
  }

  private static Verdict verdict(KpiStatus status, boolean provisional) {
    return new Verdict(status, provisional, false, Optional.empty(), Levels.NONE);
  }

  private static Judged without(LocalDate day) {
    return new Judged(
        Period.of(day, day), Optional.empty(), false, verdict(KpiStatus.STALE, false), true);
  }

  private static KpiContent weekly(Aggregation aggregation, boolean accumulating) {
    return named("Weekly").with(new Rhythm(Frequency.WEEKLY, aggregation, accumulating, 0));
  }

  @Test
  public void readsTheNewestValueOfEachKpi() {
    long one =
        kpi(
            named("One"),
            List.of(
                day(MONDAY, KpiStatus.GREEN, "4"),
                day(MONDAY.plusDays(1), KpiStatus.GREEN, "5"),
                without(MONDAY.plusDays(2))));
    long empty = kpi(named("Empty"), List.of());
    List<KeyResult> all =
        List.of(
            reading(11, Optional.of(one)),
            reading(12, Optional.of(one)),
            reading(13, Optional.of(empty)),
            reading(14, Optional.of(999L)),
            reading(15, Optional.empty()));
    Valued newest = new Valued(MONDAY.plusDays(1), n("5"));
    List<Valued> past = List.of(new Valued(MONDAY, n("4")), newest);
    assertThat(values.newest(all)).isEqualTo(Map.of(11L, past, 12L, past));
    assertThat(values.all(all)).isEqualTo(Map.of(11L, past, 12L, past));
  }

  @Test
  public void whatStillRunsIsOfTodayUnlessItOnlyGrows() {
    List<Judged> weeks = List.of(week(MONDAY.minusDays(7), "8", false), week(MONDAY, "3", true));
    long last = kpi(weekly(Aggregation.LAST, false), weeks);
    long sum = kpi(weekly(Aggregation.SUM, false), weeks);
    long meter = kpi(weekly(Aggregation.LAST, true), weeks);
    Valued whole = new Valued(MONDAY.minusDays(1), n("8"));
    assertThat(
            values.newest(
                List.of(
                    reading(1, Optional.of(last)),
                    reading(2, Optional.of(sum)),
                    reading(3, Optional.of(meter)))))
        .isEqualTo(
            Map.of(
                1L,
                List.of(whole, new Valued(TODAY, n("3"))),
                2L,
                List.of(whole),
                3L,
                List.of(whole)));
  }

  @Test
  public void aValueOfLongAgoStillCounts() {
    List<Judged> days = new ArrayList<>(List.of(day(MONDAY.minusDays(30), KpiStatus.GREEN, "7")));
    for (int i = 1; i <= 20; i++) {
      days.add(without(MONDAY.minusDays(30L - i)));
    }
    long id = kpi(named("Silent"), days);
    assertThat(values.newest(List.of(reading(1, Optional.of(id)))))
        .isEqualTo(Map.of(1L, List.of(new Valued(MONDAY.minusDays(30), n("7")))));
  }

  @Test
  public void costsOneStatementHoweverManyThereAre() {
    List<KeyResult> all = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      all.add(
          reading(i, Optional.of(kpi(named("K" + i), List.of(day(MONDAY, KpiStatus.GREEN, "1"))))));
    }
    for (int size : List.of(1, 20)) {
      tables.statements();
      assertThat(values.newest(all.subList(0, size))).hasSize(size);
      assertThat(tables.statements()).isEqualTo(1);
      assertThat(values.all(all.subList(0, size))).hasSize(size);
      assertThat(tables.statements()).isEqualTo(1);
    }
    values.newest(List.of());
    values.all(List.of());
    assertThat(tables.statements()).isZero();
  }
}
