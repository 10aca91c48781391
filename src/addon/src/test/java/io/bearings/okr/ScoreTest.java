package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.Test;

public class ScoreTest {

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each :
        GoldenCases.of("score", node -> node.get("kind").asText().equals("objective"))) {
      String id = each.get("id").asText();
      JsonNode given = each.get("given");
      List<Score.Part> parts = new ArrayList<>();
      given.get("krs").forEach(part -> parts.add(part(part)));
      boolean closing = given.path("closing").asBoolean();
      Score score = closing ? Score.atClosing(parts) : Score.of(parts);

      JsonNode expected = each.get("expect");
      GoldenCases.same(id + " score", score.value(), expected.get("score"));
      GoldenCases.same(id + " coverage", score.coverage(), expected.get("coverage"));
      assertThat(score.value().isEmpty()).as(id).isEqualTo(expected.get("noData").asBoolean());
      List<String> countedAsZero = new ArrayList<>();
      expected.get("countedAsZero").forEach(key -> countedAsZero.add(key.asText()));
      assertThat(score.countedAsZero()).as(id).isEqualTo(countedAsZero);
      assertThat(score.abandoned()).as(id).isEqualTo(expected.get("abandoned").asInt());
    }
  }

  private static Score.Part part(JsonNode node) {
    return new Score.Part(
        node.get("id").asText(),
        GoldenCases.number(node.get("score")),
        GoldenCases.number(node.get("weight")).orElse(BigDecimal.ONE),
        node.path("abandoned").asBoolean());
  }

  @Test
  public void staysWithinItsPartsWhateverTheirOrderAndScale() {
    Random random = new Random(7);
    for (int run = 0; run < 500; run++) {
      List<Score.Part> parts = randomParts(random);
      Score score = Score.of(parts);

      Collections.shuffle(parts, random);
      same(Score.of(parts).value(), score.value());
      List<Score.Part> heavier = parts.stream().map(part -> times(part, "7.5")).toList();
      same(Score.of(heavier).value(), score.value());
      same(Score.of(heavier).coverage(), score.coverage());

      score
          .value()
          .ifPresent(
              value -> {
                List<BigDecimal> scores =
                    parts.stream().flatMap(part -> part.score().stream()).toList();
                BigDecimal slack = new BigDecimal("1e-30");
                assertThat(value)
                    .isBetween(
                        Collections.min(scores).subtract(slack),
                        Collections.max(scores).add(slack));
              });
      score
          .coverage()
          .ifPresent(coverage -> assertThat(coverage).isBetween(BigDecimal.ZERO, BigDecimal.ONE));
    }
  }

  @Test
  public void closingNeverGivesMoreThanTheRunningScore() {
    Random random = new Random(11);
    for (int run = 0; run < 500; run++) {
      List<Score.Part> parts = randomParts(random);
      Score running = Score.of(parts);
      Score closed = Score.atClosing(parts);
      if (running.value().isPresent()) {
        assertThat(closed.value().orElseThrow())
            .isLessThanOrEqualTo(running.value().get().add(new BigDecimal("1e-30")));
      }
    }
  }

  @Test
  public void takesTheWeightOfTheKeyResultAsItsPart() {
    KeyResult keyResult =
        Okrs.keyResult(34, 12, "Fewer crashes", BigDecimal.TEN, WeightBy.ISSUES, 1);
    assertThat(Score.Part.of(keyResult, Optional.of(BigDecimal.ONE)))
        .isEqualTo(new Score.Part("KR-34", Optional.of(BigDecimal.ONE), BigDecimal.TEN, false));
  }

  private static void same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    assertThat(one.isPresent()).isEqualTo(other.isPresent());
    one.ifPresent(
        value ->
            assertThat(value.subtract(other.orElseThrow()).abs())
                .isLessThan(new BigDecimal("1e-25")));
  }

  private static Score.Part times(Score.Part part, String factor) {
    return new Score.Part(
        part.key(), part.score(), part.weight().multiply(new BigDecimal(factor)), part.abandoned());
  }

  private static List<Score.Part> randomParts(Random random) {
    List<Score.Part> parts = new ArrayList<>();
    int count = random.nextInt(7);
    for (int i = 0; i < count; i++) {
      Optional<BigDecimal> score =
          random.nextInt(4) == 0
              ? Optional.empty()
              : Optional.of(BigDecimal.valueOf(random.nextInt(101), 2));
      BigDecimal weight = BigDecimal.valueOf(random.nextInt(5));
      parts.add(new Score.Part("KR-" + i, score, weight, random.nextInt(6) == 0));
    }
    return parts;
  }
}
