package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class HandiworkTest {
  private final Coach coach = new Coach();

  @Test
  public void countsWhatWasFinished() {
    speaks(
        Rule.OUTPUT_COUNT,
        "30 km of fibre laid",
        "450 hedges trimmed by May",
        "Wells dug: 8",
        "Policies rewritten: 22");
  }

  @Test
  public void countsWhatEachOfOnesOwnDoes() {
    speaks(Rule.ACTIVITY_COUNT, "Every adviser rings ten members a month");
  }

  @Test
  public void countsWhatComesInARhythm() {
    speaks(Rule.ACTIVITY_COUNT, "Two toolbox talks a week");
  }

  @Test
  public void aPartATimeAnAmountOrAChangeIsNoCount() {
    for (String text :
        List.of(
            "30 % of orders shipped on time",
            "4.5 days until an order is shipped",
            "\u20ac30 of every order saved",
            "Complaints received: below 12")) {
      assertThat(found(text)).as(text).doesNotContain(Rule.OUTPUT_COUNT, Rule.ACTIVITY_COUNT);
    }
  }

  private void speaks(Rule rule, String... texts) {
    for (String text : texts) {
      assertThat(found(text)).as(text).containsExactly(rule);
    }
  }

  private List<Rule> found(String text) {
    return coach.keyResult(KeyResultText.of(text), Language.EN).stream()
        .map(Finding::rule)
        .filter(rule -> rule != Rule.NO_GUARDRAIL)
        .toList();
  }
}
