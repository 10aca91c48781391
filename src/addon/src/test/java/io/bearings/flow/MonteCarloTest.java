package io.bearings.flow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.GoldenCases;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Test;

public class MonteCarloTest {
  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each :
        GoldenCases.of("forecast", one -> one.get("kind").asText().equals("constantThroughput"))) {
      JsonNode given = each.get("given");
      List<BigDecimal> weekly = new ArrayList<>();
      given.get("weekly").forEach(week -> weekly.add(week.decimalValue()));
      MonteCarlo found =
          MonteCarlo.of(
                  given.get("remaining").decimalValue(), weekly, given.get("weeksLeft").asInt(), 1)
              .orElseThrow();

      String id = each.get("id").asText();
      assertThat(found.weeks()).as(id).isEqualTo(each.get("expect").get("weeks").asInt());
      GoldenCases.same(id, Optional.of(found.probability()), each.get("expect").get("probability"));
      assertThat(found.early()).isEqualTo(found.late());
    }
  }

  @Test
  public void theSameSeedGivesTheSameFigures() {
    assertThat(of(40, 12, 7, 3, 0, 9, 5)).isEqualTo(of(40, 12, 7, 3, 0, 9, 5));
  }

  @Test
  public void moreNoiseGivesAWiderInterval() {
    MonteCarlo calm = of(100, 20, 4, 5, 6).orElseThrow();
    MonteCarlo wild = of(100, 20, 0, 0, 15).orElseThrow();

    assertThat(wild.late() - wild.early()).isGreaterThan(calm.late() - calm.early());
  }

  @Test
  public void moreTimeIsNeverLessLikelyToBeEnough() {
    List<BigDecimal> chances =
        IntStream.range(0, 30)
            .mapToObj(left -> of(60, left, 3, 5, 8, 0).orElseThrow().probability())
            .toList();

    assertThat(chances).isSorted();
    assertThat(chances.get(0)).isZero();
    assertThat(chances.get(29)).isGreaterThan(new BigDecimal("0.99"));
  }

  @Test
  public void theRunsAddUp() {
    MonteCarlo found = of(40, 12, 7, 3, 0, 9, 5).orElseThrow();

    assertThat(found.ends().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(10_000);
    assertThat(found.doneWithin(12)).isEqualByComparingTo(found.probability());
    assertThat(found.doneWithin(0)).isZero();
    assertThat(found.doneWithin(520)).isEqualByComparingTo("1");
    assertThat(found.doneWithin(found.late())).isGreaterThanOrEqualTo(new BigDecimal("0.9"));
  }

  @Test
  public void nothingLeftIsDoneNow() {
    MonteCarlo found = of(0, 0, 3).orElseThrow();

    assertThat(found.weeks()).isZero();
    assertThat(found.probability()).isEqualByComparingTo("1");
  }

  @Test
  public void aTeamThatFinishedNothingHasNoForecast() {
    assertThat(of(10, 5, 0, 0, 0)).isEmpty();
    assertThat(of(10, 5)).isEmpty();
  }

  @Test
  public void almostNothingAWeekEndsAfterTenYears() {
    assertThat(
            MonteCarlo.of(BigDecimal.TEN, List.of(new BigDecimal("0.001")), 4, 1)
                .orElseThrow()
                .weeks())
        .isEqualTo(520);
  }

  private static Optional<MonteCarlo> of(int remaining, int weeksLeft, int... weekly) {
    return MonteCarlo.of(
        BigDecimal.valueOf(remaining),
        IntStream.of(weekly).mapToObj(BigDecimal::valueOf).toList(),
        weeksLeft,
        17);
  }
}
