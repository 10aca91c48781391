package io.bearings.okr;

import static io.bearings.okr.Given.number;
import static io.bearings.okr.Given.some;
import static io.bearings.okr.Given.window;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.AlignedScore.Contributor;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.Test;

public class AlignedScoreTest {
  private static final WorkingDays WORKING_DAYS = WorkingDays.NO_HOLIDAYS;
  private static final Window YEAR = window("2026-01-05", "2026-12-06");
  private static final Window FIRST = window("2026-01-05", "2026-03-29");
  private static final Window SECOND = window("2026-03-30", "2026-06-21");

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each : GoldenCases.of("aligned", node -> true)) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      JsonNode expected = each.get("expect");
      if (expected.has("error")) {
        assertThat(catchThrowableOfType(Refusal.Invalid.class, () -> rollup(given)).text())
            .as(id)
            .isEqualTo(Message.of("bearings.error.mixedCycles"));
        continue;
      }
      AlignedScore rollup = rollup(given);
      GoldenCases.same(id + " score", rollup.score(), expected.get("score"));
      GoldenCases.same(id + " coverage", rollup.coverage(), expected.get("coverage"));
      assertThat(rollup.score().isEmpty()).as(id).isEqualTo(expected.get("noData").asBoolean());
      assertThat(rollup.nature().map(Enum::name).orElse("null"))
          .as(id)
          .isEqualTo(expected.get("kind").asText());
      assertThat(rollup.factors()).as(id).hasSize(expected.get("factors").size());
      expected
          .get("factors")
          .properties()
          .forEach(
              factor ->
                  GoldenCases.same(
                      id + " factor",
                      Optional.ofNullable(rollup.factors().get(factor.getKey())),
                      factor.getValue()));
    }
  }

  private static AlignedScore rollup(JsonNode given) {
    List<Contributor> contributors = new ArrayList<>();
    for (JsonNode node : given.get("contributors")) {
      if (node.path("to").asText("KR-1").equals(given.get("kr").asText())) {
        contributors.add(contributor(node));
      }
    }
    return AlignedScore.of(
        contributors,
        window(given.get("window")),
        window(given.get("parentCycle")),
        given.path("factorOff").asBoolean(),
        Given.workingDays(given));
  }

  private static Contributor contributor(JsonNode node) {
    return new Contributor(
        node.get("id").asText(),
        GoldenCases.number(node.get("score")),
        GoldenCases.number(node.get("weight")).orElse(BigDecimal.ONE),
        window(node.get("cycle")),
        Set.of("ACTIVE", "CLOSED").contains(node.path("state").asText("ACTIVE")),
        Nature.valueOf(node.path("kind").asText("OUTCOME")));
  }

  @Test
  public void leavesACycleAsLongAsItsOwnUnshared() {
    Window project = window("2026-02-02", "2027-01-03");
    AlignedScore rollup = year(contributor("O-1", "0.5", project), contributor("O-2", "0.7", YEAR));
    assertThat(rollup.score().orElseThrow()).isEqualByComparingTo("0.6");
    assertThat(rollup.factors()).isEmpty();
  }

  @Test
  public void mixesOnlyWhatCounts() {
    Contributor draft =
        new Contributor("O-2", some("1"), BigDecimal.ONE, YEAR, false, Nature.OUTCOME);
    List<Contributor> contributors = List.of(contributor("O-1", "0.8", FIRST), draft);
    assertThat(AlignedScore.mixesCycles(contributors, YEAR, false)).isFalse();
    assertThat(year(contributors.get(0), draft).score().orElseThrow()).isEqualByComparingTo("0.2");

    List<Contributor> mixed =
        List.of(contributor("O-1", "0.8", FIRST), contributor("O-2", "1", YEAR));
    assertThat(AlignedScore.mixesCycles(mixed, YEAR, false)).isTrue();
    assertThat(AlignedScore.mixesCycles(mixed, YEAR, true)).isFalse();
  }

  @Test
  public void hasNoDataInAWindowWithoutAWorkingDay() {
    AlignedScore rollup =
        AlignedScore.of(
            List.of(contributor("O-1", "0.8", FIRST)),
            window("2026-05-02", "2026-05-03"),
            YEAR,
            false,
            WORKING_DAYS);
    assertThat(rollup.score()).isEmpty();
    assertThat(rollup.factors()).isEqualTo(Map.of("O-1", BigDecimal.ZERO));
  }

  @Test
  public void hasNoDataWithoutAnyWeight() {
    Contributor light =
        new Contributor("O-1", some("1"), BigDecimal.ZERO, FIRST, true, Nature.OUTCOME);
    assertThat(year(light).score()).isEmpty();
    assertThat(year(light).coverage()).isEmpty();
  }

  @Test
  public void addsNothingForACycleWithoutWeight() {
    Contributor light =
        new Contributor("O-1", some("1"), BigDecimal.ZERO, FIRST, true, Nature.OUTCOME);
    assertThat(year(light, contributor("O-2", "0.8", SECOND)).score().orElseThrow())
        .isEqualByComparingTo("0.2");
  }

  @Test
  public void neverPassesOneThoughCyclesOverlap() {
    Window most = window("2026-01-05", "2026-12-01");
    AlignedScore rollup = year(contributor("O-1", "1", most), contributor("O-2", "1", FIRST));
    assertThat(rollup.score()).contains(BigDecimal.ONE);
  }

  @Test
  public void givesTheSameWhateverTheOrderAndTheScaleOfTheWeights() {
    Random random = new Random(31);
    for (int run = 0; run < 300; run++) {
      List<Contributor> contributors = randomContributors(random);
      AlignedScore rollup = year(contributors.toArray(Contributor[]::new));
      Collections.shuffle(contributors, random);
      AlignedScore scaled =
          year(contributors.stream().map(AlignedScoreTest::heavier).toArray(Contributor[]::new));
      assertThat(scaled.score().isPresent()).isEqualTo(rollup.score().isPresent());
      rollup
          .score()
          .ifPresent(
              score ->
                  assertThat(scaled.score().orElseThrow().subtract(score).abs())
                      .isLessThan(number("1e-25")));
      assertThat(scaled.factors()).isEqualTo(rollup.factors());
      assertThat(rollup.score().orElse(BigDecimal.ONE)).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
    }
  }

  private static List<Contributor> randomContributors(Random random) {
    List<Contributor> contributors = new ArrayList<>();
    int count = random.nextInt(6);
    for (int i = 0; i < count; i++) {
      contributors.add(
          new Contributor(
              "O-" + i,
              random.nextInt(4) == 0
                  ? Optional.empty()
                  : Optional.of(BigDecimal.valueOf(random.nextInt(101), 2)),
              BigDecimal.valueOf(random.nextInt(4)),
              random.nextBoolean() ? FIRST : SECOND,
              random.nextInt(5) > 0,
              Nature.OUTCOME));
    }
    return contributors;
  }

  private static Contributor heavier(Contributor it) {
    return new Contributor(
        it.key(),
        it.score(),
        it.weight().multiply(number("2.5")),
        it.cycle(),
        it.counts(),
        it.nature());
  }

  private static AlignedScore year(Contributor... contributors) {
    return AlignedScore.of(List.of(contributors), YEAR, YEAR, false, WORKING_DAYS);
  }

  private static Contributor contributor(String key, String score, Window cycle) {
    return new Contributor(key, some(score), BigDecimal.ONE, cycle, true, Nature.OUTCOME);
  }
}
