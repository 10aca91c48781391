package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class PlainnessTest {
  private final Coach coach = new Coach();

  @Test
  public void hearsWhatNoPlainSentenceSays() {
    for (String title :
        List.of(
            "Operationalise the paradigm",
            "Instantiate optionality across teams and sites",
            "Institutionalise holistic thinking in every single one of our teams",
            "Das Paradigma operationalisieren",
            "Operacionalizar el paradigma",
            "Opérationnaliser le paradigme")) {
      assertThat(rules(title)).as(title).containsExactly(Rule.UNREADABLE);
    }
  }

  @Test
  public void forgivesOneSuchWordInAPlainSentence() {
    for (String title :
        List.of(
            "Neighbours call our change of paradigm the best thing since the bridge",
            "Customers trust our roadmap")) {
      assertThat(rules(title)).as(title).isEmpty();
    }
  }

  @Test
  public void countsInitialsThatNobodyExplains() {
    assertThat(rules("Neighbours like our CAC, LTV and ARPU")).containsExactly(Rule.UNREADABLE);
    assertThat(rules("Neighbours like our SLAs, MQLs and OLAs")).containsExactly(Rule.UNREADABLE);
    assertThat(rules("Neighbours like our P2P, O2C and R2R")).containsExactly(Rule.UNREADABLE);
    assertThat(rules("Neighbours like our EBITDA, WACC and ROCE")).containsExactly(Rule.UNREADABLE);
    assertThat(rules("Neighbours like our CAC and ARPU")).isEmpty();
  }

  @Test
  public void knowsInitialsThatEverybodyKnows() {
    assertThat(rules("Neighbours like our APIs, PDFs, FAQs and CVs")).isEmpty();
    assertThat(rules("Neighbours like our plans for Q1, Q2, Q3 and Q4")).isEmpty();
    assertThat(rules("Neighbours like our GERMANY, FRANCES and BELGIUM rooms")).isEmpty();
  }

  @Test
  public void hearsTwoSuchWordsWhereThereIsLittleElse() {
    assertThat(rules("Weave the narrative into each holistic beginning of ours"))
        .containsExactly(Rule.UNREADABLE);
    for (String title :
        List.of(
            "Weave the narrative into each holistic beginning that nobody forgets",
            "Weave the narrative into each holistic beginning of our proud town",
            "Weave the narrative into each holistic beginning of 7 valleys",
            "Weave the narrative into each holistic beginning of this one valley",
            "Weave the narrative into each holistic leaflet of ours")) {
      assertThat(rules(title)).as(title).doesNotContain(Rule.UNREADABLE);
    }
  }

  @Test
  public void leavesADirectionToTheRuleForDirections() {
    for (String title :
        List.of(
            "Be an innovative and sustainable company",
            "More innovation and more agility",
            "Become a digital and data-driven organisation",
            "Maximise synergies between departments")) {
      assertThat(rules(title)).as(title).containsExactly(Rule.FLAT);
    }
  }

  private List<Rule> rules(String title) {
    return coach.objective(ObjectiveText.of(title), Language.EN).stream()
        .map(Finding::rule)
        .toList();
  }
}
