package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class StandingTest {
  private static final Map<String, Status> FLAGS =
      Map.of(
          "abandoned", Status.ABANDONED,
          "closed", Status.CLOSED,
          "noData", Status.NO_DATA,
          "overdue", Status.OVERDUE,
          "guardrailRed", Status.GUARDRAIL_RED,
          "silent", Status.SILENT,
          "outputWithoutOutcome", Status.OUTPUT_WITHOUT_OUTCOME,
          "tooEarly", Status.TOO_EARLY);

  @Test
  public void agreesWithTheGoldenCases() {
    for (JsonNode each :
        GoldenCases.of("pace", node -> node.get("kind").asText().equals("shown"))) {
      JsonNode given = each.get("given");
      List<Status> holding = new ArrayList<>();
      FLAGS.forEach(
          (flag, status) -> {
            if (given.path(flag).asBoolean()) {
              holding.add(status);
            }
          });
      if (!given.get("pace").isNull()) {
        holding.add(Status.valueOf(given.get("pace").asText()));
      }
      Standing standing = Standing.of(holding);
      assertThat(standing.shown())
          .as(each.get("id").asText())
          .hasToString(each.get("expect").get("shown").asText());
      assertThat(standing.marks()).hasSize(holding.size() - 1).doesNotContain(standing.shown());
    }
  }

  @Test
  public void putsTheOthersBesideInTheirOrder() {
    Standing standing =
        Standing.of(List.of(Status.ON_TRACK, Status.SILENT, Status.OVERDUE, Status.SILENT));
    assertThat(standing)
        .isEqualTo(new Standing(Status.OVERDUE, List.of(Status.SILENT, Status.ON_TRACK)));
  }

  @Test
  public void standsInTheOrderOfTheProductPage() {
    assertThat(Status.values())
        .containsExactly(
            Status.ABANDONED,
            Status.CLOSED,
            Status.NO_DATA,
            Status.ACHIEVED,
            Status.PARTLY,
            Status.MISSED,
            Status.OFF_TRACK,
            Status.OVERDUE,
            Status.GUARDRAIL_RED,
            Status.SILENT,
            Status.OUTPUT_WITHOUT_OUTCOME,
            Status.TOO_EARLY,
            Status.AT_RISK,
            Status.ON_TRACK);
  }

  @Test
  public void knowsTheEndStates() {
    for (Status status : Status.values()) {
      boolean end = List.of(Status.ACHIEVED, Status.PARTLY, Status.MISSED).contains(status);
      assertThat(status.isEndState()).as(status.name()).isEqualTo(end);
    }
  }

  @Test
  public void refusesThatNothingHolds() {
    assertThatIllegalArgumentException().isThrownBy(() -> Standing.of(List.of()));
  }
}
