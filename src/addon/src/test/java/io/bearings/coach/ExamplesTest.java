package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** The product page's writing examples: the coach says of each what the page says. */
public class ExamplesTest {
  private static final List<Map<String, String>> EXAMPLES = Labelled.read("examples.tsv");

  @Test
  public void saysWhatThePageSays() {
    for (Map<String, String> example : EXAMPLES) {
      assertThat(Labelled.ids(findings(new Coach(), example)))
          .as(example.get("text"))
          .isEqualTo(expected(example, "expected"));
    }
  }

  @Test
  public void saysMoreWhereKpisAreKnown() {
    Coach coach = new Coach(ExamplesTest::beside);
    for (Map<String, String> example : EXAMPLES) {
      assertThat(Labelled.ids(findings(coach, example)))
          .as(example.get("text"))
          .isEqualTo(expected(example, "amongKpis"));
    }
  }

  @Test
  public void hintsWhereThePageHints() {
    for (Map<String, String> example : EXAMPLES) {
      boolean hint = example.get("verdict").startsWith("hint");
      for (Finding finding : findings(new Coach(), example)) {
        if (!example.get("verdict").equals("KPI cosplay")) {
          assertThat(finding.severity())
              .as(example.get("text"))
              .isEqualTo(hint ? Severity.HINT : Severity.WARNING);
        }
      }
    }
  }

  @Test
  public void isSilentAboutSpeedWithAGuardrail() {
    Coach coach = new Coach(text -> Optional.of(new Kpis.Surroundings(Optional.empty(), true)));
    assertThat(coach.keyResult(KeyResultText.of("Lead time goes from 20 to 10 days"), Language.EN))
        .isEmpty();
  }

  private static Optional<Kpis.Surroundings> beside(KeyResultText keyResult) {
    boolean velocity = keyResult.title().toLowerCase(Locale.ROOT).contains("velocity");
    return Optional.of(
        new Kpis.Surroundings(
            Optional.of(
                    new Kpis.Kpi(
                        "Velocity",
                        Optional.of(new BigDecimal("50.0")),
                        Optional.empty(),
                        Optional.empty()))
                .filter(kpi -> velocity),
            false));
  }

  private static List<Finding> findings(Coach coach, Map<String, String> example) {
    if (example.get("kind").equals("objective")) {
      return coach.objective(ObjectiveText.of(example.get("text")), Language.EN);
    }
    KeyResultText text =
        KeyResultText.of(example.get("text"))
            .from(number(example.get("baseline")), number(example.get("target")));
    return coach.keyResult(
        example.get("source").isEmpty() ? text : text.by(Source.valueOf(example.get("source"))),
        Language.EN);
  }

  private static Optional<BigDecimal> number(String text) {
    return Optional.of(text).filter(given -> !given.isEmpty()).map(BigDecimal::new);
  }

  private static Set<String> expected(Map<String, String> example, String column) {
    return example.get(column).isEmpty() ? Set.of() : Set.of(example.get(column));
  }
}
