package io.bearings.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.bearings.okr.Score;
import io.bearings.okr.WeightBy;
import io.bearings.progress.IssueProgress;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** The scripts are held to the same file of worked cases. */
public class FiguresTest {
  private static final JsonNode CASES = cases();

  private final PageTexts texts = TestTexts.english();

  private static JsonNode cases() {
    try (InputStream in = FiguresTest.class.getResourceAsStream("/golden/figures.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<BigDecimal> number(JsonNode value) {
    return value.isNull() ? Optional.empty() : Optional.of(new BigDecimal(value.asText()));
  }

  @Test
  public void percentages() {
    for (JsonNode each : CASES.get("percent")) {
      Optional<BigDecimal> ratio = number(each.get("ratio"));

      assertThat(Figures.percent(ratio))
          .as(each.get("why").asText())
          .isEqualTo(number(each.get("percent")).map(BigDecimal::intValueExact));
      assertThat(Figures.percentText(ratio, texts))
          .as(each.get("why").asText())
          .isEqualTo(each.get("text").asText());
    }
  }

  @Test
  public void keyResults() {
    for (JsonNode each : CASES.get("keyResults")) {
      IssueProgress progress =
          new IssueProgress(
              each.get("issues").asInt(),
              each.get("toDo").asInt(),
              each.get("inProgress").asInt(),
              each.get("done").asInt(),
              each.get("outOfScope").asInt(),
              each.get("imputed").asInt(),
              each.get("mostlyNotEstimated").asBoolean(),
              new BigDecimal(each.get("doneWeight").asText()),
              new BigDecimal(each.get("totalWeight").asText()),
              Optional.empty(),
              Optional.empty());
      WeightBy weightBy = WeightBy.valueOf(each.get("weightBy").asText());
      List<String> notes = new ArrayList<>();
      each.get("notes").forEach(note -> notes.add(note.asText()));

      assertThat(Figures.done(progress, weightBy, texts))
          .as(each.get("why").asText())
          .isEqualTo(each.get("doneText").asText());
      assertThat(Figures.notes(progress, texts)).as(each.get("why").asText()).isEqualTo(notes);
    }
  }

  @Test
  public void coverage() {
    for (JsonNode each : CASES.get("coverage")) {
      Score score =
          new Score(number(each.get("score")), number(each.get("coverage")), List.of(), 0);

      assertThat(Figures.coverage(score, texts))
          .as(each.get("why").asText())
          .isEqualTo(each.get("text").asText());
    }
  }

  @Test
  public void quantitiesHaveNoNeedlessDigits() {
    assertThat(Figures.quantity(new BigDecimal("5.000"))).isEqualTo("5");
    assertThat(Figures.quantity(new BigDecimal("2.50"))).isEqualTo("2.5");
    assertThat(Figures.quantity(new BigDecimal("1000"))).isEqualTo("1000");
    assertThat(Figures.quantity(new BigDecimal("0.001"))).isEqualTo("0");
  }
}
