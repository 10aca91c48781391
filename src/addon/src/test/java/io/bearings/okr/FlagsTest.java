package io.bearings.okr;

import static io.bearings.okr.Given.day;
import static io.bearings.okr.Given.number;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import org.junit.Test;

public class FlagsTest {

  @Test
  public void agreesWithTheGoldenCasesOfSilentWork() {
    for (JsonNode each : cases("silent")) {
      JsonNode given = each.get("given");
      int stillFor =
          Flags.stillFor(
              day(given.get("lastMovedOn")), day(given.get("asOf")), Given.workingDays(given));
      String id = each.get("id").asText();
      assertThat(stillFor).as(id).isEqualTo(each.get("expect").get("stillFor").asInt());
      assertThat(
              Flags.silent(
                  Source.valueOf(given.get("source").asText()),
                  given.get("openLinks").asInt(),
                  Status.valueOf(given.get("status").asText()),
                  stillFor))
          .as(id)
          .isEqualTo(each.get("expect").get("silent").asBoolean());
    }
  }

  @Test
  public void agreesWithTheGoldenCasesOfOutputWithoutOutcome() {
    raised(
        "outputWithoutOutcome",
        given ->
            Flags.outputWithoutOutcome(
                Nature.valueOf(given.get("type").asText()),
                given.get("output").decimalValue(),
                given.get("score").decimalValue(),
                given.get("expected").decimalValue(),
                given.get("lagOver").asBoolean()));
  }

  @Test
  public void agreesWithTheGoldenCasesOfDirectionWithoutExecution() {
    raised(
        "directionWithoutExecution",
        given ->
            Flags.directionWithoutExecution(
                given.get("elapsed").asInt(),
                given.get("length").asInt(),
                Given.list(given.get("linkedCategories"), JsonNode::asText).stream()
                    .anyMatch(category -> !category.equals("TO_DO"))));
  }

  @Test
  public void agreesWithTheGoldenCasesOfConfidence() {
    raised(
        "confidenceMismatch",
        given ->
            Flags.confidenceMismatch(
                Status.valueOf(given.get("status").asText()), given.get("confidence").asInt()));
  }

  private static void raised(String kind, Predicate<JsonNode> rule) {
    for (JsonNode each : cases(kind)) {
      assertThat(rule.test(each.get("given")))
          .as(each.get("id").asText())
          .isEqualTo(each.get("expect").get("raised").asBoolean());
    }
  }

  private static List<JsonNode> cases(String kind) {
    return GoldenCases.of("pace", node -> node.get("kind").asText().equals(kind));
  }

  @Test
  public void isSilentOnlyWhileOnTrack() {
    assertThat(Flags.silent(Source.ISSUES, 3, Status.AT_RISK, 20)).isFalse();
    assertThat(Flags.silent(Source.ISSUES, 0, Status.ON_TRACK, 20)).isTrue();
    assertThat(Flags.silent(Source.KPI, 0, Status.ON_TRACK, 20)).isFalse();
  }

  @Test
  public void asksForOutcomeOnlyWhereOutcomeIsMeant() {
    assertThat(outputWithoutOutcome(Nature.OUTPUT, "1", "0", true)).isFalse();
    assertThat(outputWithoutOutcome(Nature.OUTCOME, "1", "0", false)).isFalse();
    assertThat(outputWithoutOutcome(Nature.OUTCOME, "1", "0", true)).isTrue();
  }

  private static boolean outputWithoutOutcome(
      Nature nature, String output, String score, boolean lagOver) {
    return Flags.outputWithoutOutcome(
        nature, number(output), number(score), number("0.35"), lagOver);
  }

  @Test
  public void missesExecutionFromFifteenPercentOn() {
    assertThat(Flags.directionWithoutExecution(3, 20, false)).isTrue();
    assertThat(Flags.directionWithoutExecution(2, 20, false)).isFalse();
    assertThat(Flags.directionWithoutExecution(7, 50, false)).isFalse();
    assertThat(Flags.directionWithoutExecution(0, 0, false)).isFalse();
    assertThat(Flags.directionWithoutExecution(20, 20, true)).isFalse();
  }

  @Test
  public void comparesConfidenceWithTheExtremesOnly() {
    assertThat(Flags.confidenceMismatch(Status.OFF_TRACK, 7)).isFalse();
    assertThat(Flags.confidenceMismatch(Status.OFF_TRACK, 0)).isFalse();
    assertThat(Flags.confidenceMismatch(Status.AT_RISK, 0)).isFalse();
    assertThat(Flags.confidenceMismatch(Status.AT_RISK, 10)).isFalse();
    assertThat(Flags.confidenceMismatch(Status.ON_TRACK, 10)).isFalse();
  }

  @Test
  public void missesOutcomeWhenAllIsOutput() {
    assertThat(Flags.outcomeNotMeasured(List.of(Nature.OUTPUT, Nature.OUTPUT))).isTrue();
    assertThat(Flags.outcomeNotMeasured(List.of(Nature.OUTPUT, Nature.OUTCOME))).isFalse();
    assertThat(Flags.outcomeNotMeasured(List.of())).isFalse();
  }
}
