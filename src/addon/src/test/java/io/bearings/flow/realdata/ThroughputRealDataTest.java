package io.bearings.flow.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.Period;
import io.bearings.flow.Throughput;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

/** Issues resolved a month in a complete project, as TAWOS counted them. */
public class ThroughputRealDataTest {
  private static final Set<String> NOT_DELIVERED =
      Set.of("Won't Fix", "Won't Do", "Duplicate", "Cannot Reproduce", "Invalid");

  private List<Throughput.Finished> finished;
  private List<Map<String, String>> expected;

  @Before
  public void read() {
    RealData data = RealData.of("titanium");
    finished =
        data.rows("issues").stream()
            .filter(row -> row.get("project").equals("DAEMON"))
            .map(
                row ->
                    new Throughput.Finished(
                        Sites.isDone(row),
                        Sites.instant(row.get("resolved")),
                        Optional.of(row.get("resolution")).filter(name -> !name.isEmpty())))
            .toList();
    expected = data.rows("expected_throughput_month_DAEMON");
  }

  private static Period month(String text) {
    YearMonth month = YearMonth.parse(text);
    return new Period(month.atDay(1), month.atEndOfMonth(), ZoneOffset.UTC);
  }

  @Test
  public void eachMonthHasTheThroughputThatWasPublished() {
    assertThat(expected).hasSize(41);
    for (Map<String, String> row : expected) {
      assertThat(Throughput.of(finished, month(row.get("month")), Set.of()).resolved())
          .as(row.get("month"))
          .isEqualTo(Integer.parseInt(row.get("tawos_completed")));
    }
  }

  @Test
  public void whatWasNotDeliveredStandsApartAndNothingIsLost() {
    int apart = 0;
    for (Map<String, String> row : expected) {
      Throughput all = Throughput.of(finished, month(row.get("month")), Set.of());
      Throughput scoped = Throughput.of(finished, month(row.get("month")), NOT_DELIVERED);
      assertThat(scoped.resolved() + scoped.outOfScope()).isEqualTo(all.resolved());
      apart += scoped.outOfScope();
    }
    assertThat(apart).isPositive();
  }
}
