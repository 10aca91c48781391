package io.bearings.flow.realdata;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.flow.Durations;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.assertj.core.data.Offset;
import org.junit.Before;
import org.junit.Test;

/** Lead times of a product's issues, as TAWOS published them. */
public class LeadTimeRealDataTest {
  private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

  /** TAWOS has the resolution a second later, beyond a full minute. */
  private static final List<String> A_SECOND_LATER =
      List.of("TIMOB-19002", "TIMOB-24363", "TIMOB-26888");

  /** It was reopened and resolved again after TAWOS was taken; the last resolution counts. */
  private static final String RESOLVED_AGAIN = "TIMOB-27934";

  private Map<String, Map<String, String>> issues;
  private List<Map<String, String>> expected;

  @Before
  public void read() {
    RealData data = RealData.of("titanium");
    issues =
        data.rows("issues").stream().collect(toMap(row -> row.get("key"), Function.identity()));
    expected = data.rows("expected_lead_time");
  }

  private static long minutes(BigDecimal hours) {
    return hours
        .multiply(MINUTES)
        .setScale(6, RoundingMode.HALF_UP)
        .setScale(0, RoundingMode.FLOOR)
        .longValueExact();
  }

  private long leadTime(String key) {
    Durations one = Durations.leadTime(List.of(Sites.resolved(issues.get(key))));
    return minutes(one.mean().orElseThrow());
  }

  @Test
  public void eachIssueHasTheLeadTimeThatWasPublished() {
    List<String> others = new ArrayList<>();
    for (Map<String, String> row : expected) {
      long published = Long.parseLong(row.get("tawos_lead_min"));
      long difference = published - leadTime(row.get("key"));
      if (A_SECOND_LATER.contains(row.get("key"))) {
        assertThat(difference).as(row.get("key")).isEqualTo(1);
      } else if (difference != 0) {
        others.add(row.get("key"));
      }
    }
    assertThat(expected).hasSize(3179);
    assertThat(others).containsExactly(RESOLVED_AGAIN);
  }

  @Test
  public void theOneThatWasResolvedAgainEndsAtItsLastResolution() {
    Map<String, String> row =
        expected.stream()
            .filter(each -> each.get("key").equals(RESOLVED_AGAIN))
            .findFirst()
            .orElseThrow();
    assertThat(row.get("agrees")).isEqualTo("no");
    assertThat(row.get("tawos_resolved")).startsWith("2020-10-13");
    assertThat(issues.get(RESOLVED_AGAIN).get("resolved")).startsWith("2020-11-23");
  }

  @Test
  public void theFiguresOfAllAreThoseOfTheSortedMinutes() {
    List<Map<String, String>> rows =
        expected.stream().map(row -> issues.get(row.get("key"))).toList();
    Durations all = Durations.leadTime(rows.stream().map(Sites::resolved).toList());
    double[] hours =
        rows.stream()
            .mapToDouble(
                row ->
                    Duration.between(
                                Instant.parse(row.get("created")),
                                Instant.parse(row.get("resolved")))
                            .toMillis()
                        / 3_600_000.0)
            .sorted()
            .toArray();
    assertThat(all.count()).isEqualTo(hours.length);
    assertThat(all.undefined()).isZero();
    assertThat(all.mean().orElseThrow().doubleValue())
        .isCloseTo(Arrays.stream(hours).average().orElseThrow(), within());
    assertThat(all.median().orElseThrow().doubleValue())
        .isCloseTo(percentile(hours, 0.5), within());
    assertThat(all.p85().orElseThrow().doubleValue()).isCloseTo(percentile(hours, 0.85), within());
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-6);
  }

  private static double percentile(double[] sorted, double share) {
    double at = (sorted.length - 1) * share;
    int below = (int) at;
    double next = sorted[Math.min(below + 1, sorted.length - 1)];
    return sorted[below] + (at - below) * (next - sorted[below]);
  }

  @Test
  public void whatIsDoneWithoutADateIsUndefinedAndNeverShort() {
    Durations all = Durations.leadTime(issues.values().stream().map(Sites::resolved).toList());
    assertThat(all.undefined()).isEqualTo(43);
    assertThat(all.count()).isEqualTo(5268);
  }
}
