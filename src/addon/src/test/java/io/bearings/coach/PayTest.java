package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Test;

public class PayTest {
  private final Coach coach = new Coach();

  @Test
  public void hearsWhoWantsToRise() {
    for (String title :
        List.of(
            "Be made head of department by autumn",
            "Become team lead",
            "Step up to shift supervisor",
            "Gain the title of director, with the car that goes with it",
            "Make full partner by 2028",
            "Teamleiterin werden",
            "Être nommée directrice adjointe",
            "Ser nombrado jefe de turno",
            "max out my variable comp",
            "Maximise the commission my sales team takes home",
            "Secure a pay rise for the design team",
            "Have the board sign off share options for our engineers",
            "Lograr que asciendan a mi equipo",
            "Get a higher day rate for me")) {
      assertThat(rules(title)).as(title).containsExactly(Rule.PAY);
    }
  }

  @Test
  public void letsOthersSpeakOfPay() {
    for (String title :
        List.of(
            "Buyers know our commission before they have to ask",
            "Make senior citizens feel at home in our pool",
            "Become a partner whom hospitals call first",
            "A bonus level that gamers show their friends",
            "The tenants know our commission before they have to ask",
            "Be the director's cut of travel guides",
            "Become the supervisor that nurses ask for",
            "Become the head of the table for lonely guests",
            "Be the first call before anybody even thinks of a director")) {
      assertThat(rules(title)).as(title).isEmpty();
    }
  }

  private List<Rule> rules(String title) {
    return coach.objective(ObjectiveText.of(title), Language.EN).stream()
        .map(Finding::rule)
        .toList();
  }
}
