package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

/** Forms of a sentence that came to light in the ninth set. */
public class FormsTest {
  private final Coach coach = new Coach();

  @Test
  public void readsWhatDoublesOrHalvesBehindItsSubject() {
    silent(
        "Debt collection cases halve from 600", "Die Beschwerden halbieren sich von 80 im Monat");
    said(Rule.NO_BASELINE, "Complaints halve by the summer", "Complaints halve");
    said(Rule.NO_NUMBER, "Guests in double rooms smile");
  }

  @Test
  public void countsWhatAPartOfTheHouseDoesWhateverItsVerb() {
    said(
        Rule.OUTPUT_COUNT,
        "Legal reviews 80 supplier contracts",
        "Our bakers develop 5 new loaves",
        "La comptabilité règle 200 litiges");
    said(
        Rule.ACTIVITY_COUNT,
        "Hold with each school two planning meetings",
        "Organiser avec les élus 8 réunions de quartier");
    said(
        Rule.NO_BASELINE,
        "The hotline receives 300 calls a day",
        "The workshop turns a car round in 2 days",
        "The bakery sells 500 loaves a day");
  }

  @Test
  public void tellsWhatIsNoCommand() {
    said(Rule.NO_BASELINE, "Deploy failures fall by a third");
    said(
        Rule.NO_NUMBER,
        "Release notes are read by more people",
        "Antragsteller müssen seltener nachfragen",
        "Work with the carriers to lower the number of damaged parcels");
    said(Rule.TASK, "All tills switched over to the new terminals");
    said(Rule.DELIVERABLE, "Build a test environment for the billing system");
  }

  @Test
  public void readsTheDayBeforeAsNoNumberForToday() {
    said(Rule.NO_BASELINE, "Half of our regulars order their bread the evening before");
    said(Rule.NO_TARGET, "60 complaints the year before");
  }

  @Test
  public void countsNoneWhereItIsComparedWithToday() {
    silent(
        "None of our clinics reports an empty shelf (five do now)",
        "No clinic runs out of vaccine (seven did last month)",
        "Keine unserer Filialen meldet leere Regale, heute sind es sechs",
        "A dozen hospitals prescribe our gel, none so far");
    said(Rule.NO_NUMBER, "None of our clinics reports an empty shelf");
    said(Rule.NO_NUMBER, "None of our clinics reports an empty shelf today");
    said(Rule.NO_BASELINE, "None of our clinics reports 5 empty shelves");
    said(Rule.NO_BASELINE, "No more than two complaints per ward");
  }

  @Test
  public void leavesTodayToTheNumberBehindIt() {
    silent(
        "Rise in returns by 30 points on top of today's 25 %",
        "Reduce the queue by 10 minutes compared with today's 25");
    said(Rule.NO_TARGET, "Reduce the queue of today's 25 minutes");
  }

  @Test
  public void readsTheNumberBehindItsYear() {
    silent(
        "Last year 510 people gave blood for the first time, this year 900",
        "Old boilers in our flats: 320, at the end of the year 90",
        "Letztes Jahr spendeten 510 Menschen Blut, dieses Jahr 900");
    said(Rule.NO_NUMBER, "Pupils of year 9 read more");
  }

  @Test
  public void countsHowOftenSomebodyIsMet() {
    said(
        Rule.ACTIVITY_COUNT,
        "Meet every supplier twice",
        "Visit every depot once a quarter",
        "Visit each host family twice before June",
        "Jeden Lieferanten zweimal besuchen");
    said(
        Rule.TASK,
        "Meet every supplier",
        "Meet every supplier twice in their own office",
        "Meet every supplier that called twice");
  }

  @Test
  public void tellsMakingFromAskingAnOffice() {
    said(Rule.TASK, "Submit the planning application to the council");
    said(Rule.DELIVERABLE, "Submit the feasibility study");
  }

  @Test
  public void findsTheThingBehindTheNounOfMaking() {
    said(
        Rule.DELIVERABLE,
        "Delivery of the annual report",
        "The delivery of the annual report",
        "Livraison du rapport d'impact social",
        "Erstellung eines Leitfadens",
        "Elaboración de un manual");
    said(Rule.NO_BASELINE, "Delivery of parcels within a day");
    said(Rule.TASK, "Delivery of the parcels", "Delivery of a report that nurses read twice");
  }

  @Test
  public void takesNoShareForAThingThatIsDone() {
    KeyResultText share =
        KeyResultText.of("The share of orders delivered")
            .from(Optional.empty(), Optional.of(BigDecimal.valueOf(98)));
    assertThat(rules(share)).containsExactly(Rule.NO_BASELINE);
  }

  @Test
  public void takesNoDeedForOneWhatBecomesRare() {
    said(
        Rule.NO_NUMBER,
        "Rework after painting becomes rare",
        "Rework in the paint shop becomes unusual",
        "Review of contracts gets rarer");
    said(Rule.TASK, "Rework the paint shop", "Review of contracts");
  }

  @Test
  public void opensNothingThatIsDoneEachTime() {
    assertThat(
            coach.objective(
                ObjectiveText.of("Start every conversation with what the tenant needs"),
                Language.EN))
        .isEmpty();
  }

  @Test
  public void takesNoArticleForANumberBeforeForEach() {
    said(Rule.TASK, "Appoint a deputy for every shift leader");
  }

  @Test
  public void takesNothingForOnlineThatGoesUp() {
    said(Rule.NO_NUMBER, "Returned bottles in the canteen go up");
  }

  @Test
  public void readsTheWishBehindAHeading() {
    List<Finding> found =
        coach.objective(
            ObjectiveText.of("Double-digit growth: take annual sales past €6m"), Language.EN);
    assertThat(found).extracting(Finding::rule).containsExactly(Rule.NUMBER);
    assertThat(found.get(0).span()).contains(new Span(45, 47));
    for (String title :
        List.of(
            "Calm mornings: no parent waits more than 5 minutes for the bus",
            "Room for growth: lift spirits in the hall",
            "Growth on every single side, wherever it is: cut waste of the people by 6 hands",
            "Growth, cut sales by 6 hands that nobody knew")) {
      assertThat(coach.objective(ObjectiveText.of(title), Language.EN).stream().map(Finding::rule))
          .as(title)
          .doesNotContain(Rule.NUMBER);
    }
  }

  private void silent(String... titles) {
    for (String title : titles) {
      assertThat(rules(KeyResultText.of(title))).as(title).isEmpty();
    }
  }

  private void said(Rule rule, String... titles) {
    for (String title : titles) {
      assertThat(rules(KeyResultText.of(title))).as(title).containsExactly(rule);
    }
  }

  private List<Rule> rules(KeyResultText keyResult) {
    return coach.keyResult(keyResult, Language.EN).stream().map(Finding::rule).toList();
  }
}
