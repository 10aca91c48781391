package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class TalliesTest {
  private final Coach coach = new Coach();

  @Test
  public void countsForHowManyThingsADeedIsDone() {
    outputs(
        "Write unit tests for 30 modules",
        "Draw up care plans for 90 residents",
        "Install smart meters in 400 homes",
        "Clear the backlog of 220 invoices",
        "Roll out the app to 30 depots",
        "Deploy weekly patches to all 40 tills",
        "Testfälle für 20 Module schreiben");
    activities(
        "Do a retro with all 7 squads",
        "Hold a safety talk in 9 depots",
        "Present our concept at 6 town councils",
        "Conduct interviews for 12 posts");
    noBaseline(
        "Write letters for 30 % of tenants",
        "Write letters in 30 minutes",
        "Write letters for €30 each",
        "Write letters for 30",
        "Write letters that go to 30 tenants",
        "Write long friendly well informed warm letters to 30 tenants",
        "Write letters on paper with ink for 30 tenants",
        "Ship orders to 30 sooner",
        "Cut waste in 30 homes");
  }

  @Test
  public void countsWhatIsDoneSoManyTimes() {
    activities("Hold office hours twice a week", "Run the workshop 3 times a week");
    noBaseline(
        "Raise office hours to 12 a week",
        "Run very long and most welcome warm site walks 12 a week");
  }

  @Test
  public void countsWhatAPartOfTheHouseDoes() {
    outputs(
        "The planning department processes 1,200 building applications",
        "Das Archiv digitalisiert 400 Akten",
        "La mairie traite 900 demandes",
        "El equipo de soporte cierra 500 incidencias");
    activities(
        "Our two advisers visit 30 farms",
        "Each ward sister holds one briefing per shift",
        "We run a stand with the apprentices at 7 job fairs");
    noBaseline(
        "Our members donate 400 books",
        "The bakery sells 500 loaves a day",
        "The team answers within 20 minutes",
        "400 families switch to the cargo bike");
  }

  @Test
  public void countsWhatGrowsFromANumberForToday() {
    outputs(
        "Closed change requests rise from 55 to 80 a month",
        "The finished repairs go from 200 to 320",
        "Les réparations terminées passent de 200 à 320");
    activities(
        "Safety walks go from 2 to 8 a week",
        "Customer visits by the sales force rise from 40 to 90 a quarter");
    for (String title :
        List.of(
            "Closed change requests fall from 80 to 55 a month",
            "Visits rise from 40 to 90 a quarter",
            "Safety walks without a remark rise from 20 % to 80 %")) {
      assertThat(found(KeyResultText.of(title))).as(title).isEmpty();
    }
  }

  @Test
  public void countsWhatComesRoundAgain() {
    activities(
        "Do a fortnightly retro with every crew",
        "Weekly stand-up with all five depots",
        "Monthly open house at every branch",
        "Hold a monthly lessons learned with every squad",
        "Every week a call with each franchisee",
        "Hold a weekly call with each franchisee",
        "Eine wöchentliche Schulung für Lageristen",
        "Une réunion mensuelle avec chaque équipe",
        "Una reunión semanal con cada equipo");
    noNumber(
        "Weekly meetings end on time",
        "Weekly calls from happy members",
        "Réunion avec chaque équipe",
        "Réunion mensuelle plus courte");
    assertThat(
            found(
                KeyResultText.of("Weekly stand-up with all depots")
                    .from(Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN))))
        .doesNotContain(Rule.NO_NUMBER);
  }

  @Test
  public void countsWhatIsMadeMoreOfInEachPeriod() {
    outputs(
        "Blog posts per month go from 4 to 10",
        "Videos published per month go from 2 to 8",
        "Articles de blog par mois : de 2 à 8",
        "Artículos de blog al mes: de 3 a 9",
        "Blogbeiträge pro Monat von 2 auf 6");
    activities("Client lunches per month go from 3 to 8", "Workshops per quarter rise from 2 to 6");
    silent(
        "Blog posts per month go from 10 to 4",
        "Blog posts per reader go from 4 to 10",
        "Visits per month go from 4 to 10",
        "Releases per month go from 4 to 10",
        "Guests per month go from 4 to 10",
        "Very old and dear blog posts per month go from 4 to 10");
  }

  @Test
  public void countsWhatStandsBeforeAColon() {
    activities("Customer interviews: 20", "Number of webinars: 12");
    noBaseline("Customer interviews: 20 %", "Customer interviews: 20 and more", "Visits: 20");
  }

  @Test
  public void countsWhatWasHeldSomewhere() {
    activities("Workshops held in 9 regions", "Training delivered to 300 cashiers");
    outputs("Number of published leaflets");
    activities("Number of coaching sessions goes from 10 to 40");
  }

  private void outputs(String... titles) {
    judged(Rule.OUTPUT_COUNT, titles);
  }

  private void activities(String... titles) {
    judged(Rule.ACTIVITY_COUNT, titles);
  }

  private void noBaseline(String... titles) {
    judged(Rule.NO_BASELINE, titles);
  }

  private void noNumber(String... titles) {
    judged(Rule.NO_NUMBER, titles);
  }

  private void judged(Rule rule, String... titles) {
    for (String title : titles) {
      assertThat(found(KeyResultText.of(title))).as(title).containsExactly(rule);
    }
  }

  private void silent(String... titles) {
    for (String title : titles) {
      assertThat(found(KeyResultText.of(title))).as(title).isEmpty();
    }
  }

  private List<Rule> found(KeyResultText text) {
    return coach.keyResult(text, Language.EN).stream()
        .map(Finding::rule)
        .filter(rule -> rule != Rule.NO_GUARDRAIL)
        .toList();
  }
}
