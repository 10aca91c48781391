package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static io.bearings.okr.Given.number;
import static io.bearings.okr.Given.window;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.bearings.okr.Calibration.Pair;
import io.bearings.okr.Calibration.Stated;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.Test;

public class CalibrationTest {
  private static final WorkingDays WORKING_DAYS = WorkingDays.NO_HOLIDAYS;
  private static final Window FOUR_WEEKS = window("2026-03-02", "2026-03-27");

  @Test
  public void agreesWithTheGoldenCasesOfPairs() {
    for (JsonNode each :
        GoldenCases.of("forecast", node -> node.get("kind").asText().equals("calibrationPairs"))) {
      JsonNode given = each.get("given");
      List<Pair> pairs =
          Calibration.pairs(
              window(given.get("window")),
              Given.list(given.get("confidences"), CalibrationTest::stated),
              given.get("finalScore").decimalValue(),
              given.get("successLevel").decimalValue(),
              Given.workingDays(given));
      assertThat(pairs)
          .as(each.get("id").asText())
          .isEqualTo(Given.list(each.get("expect").get("pairs"), CalibrationTest::pair));
    }
  }

  private static Stated stated(JsonNode node) {
    return new Stated(day(node.get("date")), node.get("confidence").asInt());
  }

  private static Pair pair(JsonNode node) {
    return new Pair(
        node.get("at").asInt(),
        day(node.get("date")),
        node.get("confidence").asInt(),
        node.get("cameTrue").asBoolean());
  }

  @Test
  public void agreesWithTheGoldenCasesOfTheBrierScore() {
    for (JsonNode each :
        GoldenCases.of("forecast", node -> node.get("kind").asText().equals("brier"))) {
      List<Pair> pairs = new ArrayList<>();
      for (JsonNode node : each.get("given").get("pairs")) {
        Pair pair =
            new Pair(
                25,
                FOUR_WEEKS.first(),
                node.get("confidence").asInt(),
                node.get("cameTrue").asBoolean());
        pairs.addAll(Collections.nCopies(node.get("times").asInt(), pair));
      }
      String id = each.get("id").asText();
      assertThat(pairs).as(id).hasSize(each.get("expect").get("pairs").asInt());
      GoldenCases.same(id, Calibration.brier(pairs), each.get("expect").get("brier"));
    }
  }

  @Test
  public void hasNoPairBeforeTheFirstConfidence() {
    List<Pair> pairs = pairs("0.7", new Stated(day("2026-03-14"), 4));
    assertThat(pairs).containsExactly(new Pair(75, day("2026-03-20"), 4, true));
  }

  @Test
  public void takesTheLaterOfTwoOnOneDayAndAnyOrderOfDays() {
    List<Pair> pairs =
        pairs(
            "0.69",
            new Stated(day("2026-03-06"), 2),
            new Stated(day("2026-03-02"), 9),
            new Stated(day("2026-03-06"), 3));
    assertThat(pairs).extracting(Pair::confidence).containsExactly(3, 3, 3);
    assertThat(pairs).extracting(Pair::cameTrue).containsOnly(false);
  }

  @Test
  public void hasNoPairInAWindowWithoutAWorkingDay() {
    assertThat(
            Calibration.pairs(
                window("2026-05-02", "2026-05-03"),
                List.of(new Stated(day("2026-05-01"), 5)),
                number("1"),
                number("0.7"),
                WORKING_DAYS))
        .isEmpty();
  }

  private static List<Pair> pairs(String score, Stated... stated) {
    return Calibration.pairs(
        FOUR_WEEKS, List.of(stated), number(score), number("0.7"), WORKING_DAYS);
  }
}
