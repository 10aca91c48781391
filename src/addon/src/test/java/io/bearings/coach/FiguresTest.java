package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.Test;

public class FiguresTest {

  @Test
  public void readsWhereItStandsAndWhereItIsToGo() {
    reads("NPS goes from 32 to 50", "32", "50");
    reads("Two features or more for 70 % (currently 45 %)", "45", "2");
    reads("70 % use it (currently 45 %)", "45", "70");
    reads("80 % ship in the first week (now: 55 %)", "55", "80");
    reads("4 s \u2192 1.5 s", "4", "1.5");
    reads("Readers reach 20,000, up from 12,000", "12000", "20000");
    reads("Deploy at least twice a week, once a week now", "1", "2");
    reads("Answers within 4 hours instead of 11", "11", "4");
    reads("Lead time, 20 days today, becomes 10", "20", "10");
    reads("From two hours to one", "2", "1");
    reads("From three of ten to nine of ten", "3", "9");
    reads("NPS is currently 32 and reaches 50", "32", "50");
    reads("Revenue goes from 1 million to 2 million", "1000000", "2000000");
    reads("Conversion: 3 percent today, 5 percent at the end", "3", "5");
  }

  @Test
  public void readsNumbersAndSharesInWords() {
    reads("From twenty-five minutes to thirty", "25", "30");
    reads("From a third to two thirds", "33.3", "66.7");
    reads("Half of them read, a quarter today", "25", "50");
    reads("From six to none", "6", "0");
    reads("In a day instead of a week", "1", "1");
    reads("Answers within a day instead of a week", "1", "1");
    reads("From one complaint a day to one a month", "1", "1");
    reads("Twenty third-party letters", null, "20");
    reads("First half", null, null);
    reads("Better than one of us", null, null);
    Figures german = figures("Von fünfundzwanzig auf einundzwanzig Tage", Language.DE);
    assertThat(german.baseline()).contains(new BigDecimal("25"));
    assertThat(german.target()).contains(new BigDecimal("21"));
    assertThat(figures("Stunden", Language.DE).any()).isFalse();
    Figures spanish = figures("De treinta y cinco a veintidós", Language.ES);
    assertThat(spanish.baseline()).contains(new BigDecimal("35"));
    assertThat(spanish.target()).contains(new BigDecimal("22"));
    assertThat(figures("Cinq jours au lieu de dix", Language.FR).baseline())
        .contains(BigDecimal.TEN);
  }

  @Test
  public void readsWhereItStandsFromItsPlace() {
    reads("NPS 32 to 50", "32", "50");
    reads("NPS 32 to 50 by us", null, "50");
    reads("Groups 32 to 50", null, "50");
    reads("Raise the renewal rate (81 %) to 92 %", "81", "92");
    reads("Energy per tonne, 640 kWh, down 20 %", "640", "512.0");
    reads("Energy per tonne, 640 kWh, at 20 %", null, "640");
    reads("Raise sales by 10 % to 5.5 million", "5000000", "5500000");
    reads("Cut sales by 100 % to 0", null, "0");
    reads("Currently to 62 %", "62", null);
  }

  @Test
  public void readsWhereItStandsFromWhatIsStatedFirst() {
    reads("Crates lost: 410 a month, to be 100", "410", "100");
    reads("Price disputes, 35 a month, fall to 10", "35", "10");
    reads("Calls: 400, answered within 20 seconds", null, "20");
    reads("Deliveries: 90 % within 2 days", null, "2");
    reads("48 % sold online, that is where we stand, 70 % by May", "48", "70");
    reads("Falls: from seven to one a month", "7", "1");
    reads("Plant 7 trees in 10 parks", null, "7");
  }

  @Test
  public void readsNoNumbersInNamesPartsTimesAheadAndDates() {
    reads("Lift day-1 retention from today's 28 %", "28", null);
    reads("Cut the 2,200 unanswered letters by three quarters", "2200", null);
    reads("A roadmap for the next two years", null, null);
    reads("Shared bikes: 1,200 next year", null, "1200");
    reads("9 learners out of 10 pass, 6 today", "6", "9");
    assertThat(figures("Menos errores antes del 31 de marzo", Language.ES).any()).isFalse();
    assertThat(figures("Plan pour les deux prochaines années", Language.FR).any()).isFalse();
    assertThat(figures("Les factures en retard des trois quarts", Language.FR).any()).isFalse();
  }

  @Test
  public void readsWhereItStandsFromWhoseItIs() {
    reads("Lower our churn of 6 %", "6", null);
    reads("Reduce churn to a rate of 6 %", null, "6");
    reads("Reach our goal of 6 %", null, "6");
    reads("Improve our 3.4 rating", "3.4", null);
    reads("Improve our 34 rating", null, "34");
    reads("Open rate 22 % to 40 %", "22", "40");
    reads("Open rate 22 to 40 %", null, "40");
    reads("Energy use down to 80; last year 110", "110", "80");
    reads("A stand at 5 fairs", null, "5");
    reads("We stand at 5", "5", null);
  }

  @Test
  public void tellsWhereItStandsFromWhoIsCounted() {
    reads("The list of 1,400 patients shrinks to 600", "1400", "600");
    reads("Patients with 3 visits rise to 600", null, "600");
    reads("80 % of current customers renew", null, "80");
    reads("80 % renew, 60 current", "60", "80");
    reads("Donations from 500 companies", null, "500");
    reads("Share climbs from 19 schools", "19", null);
    reads("20 % more than last year", null, null);
    reads("Those with at least 2 go from 20 to 40", "20", "40");
    reads("Errors in hall 2", null, null);
    reads("Who lapses within a year, 29 % at present", "29", null);
    reads("Sick leave (9 % today) is at 6 % in December", "9", "6");
  }

  @Test
  public void readsFromWhereItMustHaveCome() {
    reads("Raise the score by 10 points to 45", "35", "45");
    reads("Raise the share by 10 % to 45 %", null, "45");
    reads("Repeat buyers 22 %; by year-end 35 %", "22", "35");
    reads("Repeat buyers 22 %; 35 %", null, "22");
    reads("Buyers in June 30 swimmers", null, null);
    reads("Buyers in June 90 swimmers", null, "90");
  }

  @Test
  public void readsWhichWayItGoesBetweenTwoNumbers() {
    reads("Time to resolve a dispute, 12 days down to 4", "12", "4");
    reads("documents sent back to us as incomplete - 33% down to 10%", "33", "10");
    reads("Machine stops, 12 a week falling to 4", "12", "4");
    reads("Open rate 18 % rising to 30 %", "18", "30");
    reads("Patients with 3 visits down to 600", null, "600");
    reads("Mix-ups: six a month now, none by May", "6", "0");
    reads("Mix-ups: none left", null, null);
    assertThat(figures("De quatre accidents par an à un seul", Language.FR).target())
        .contains(BigDecimal.ONE);
    assertThat(figures("La mitad vuelve; hoy, uno de cada cinco", Language.ES).baseline())
        .contains(BigDecimal.ONE);
  }

  @Test
  public void readsOneOfThem() {
    reads("Raise conversion to 5 %", null, "5");
    reads("Reduce churn from 5 %", "5", null);
    reads("NPS of 50", null, "50");
    reads("More than the current 3 %", "3", null);
    reads("Zero incidents", null, "0");
    reads("Improve quality", null, null);
  }

  @Test
  public void readsOtherLanguages() {
    assertThat(figures("La tasa pasa del 3 % al 5 %", Language.ES).baseline())
        .contains(new BigDecimal("3"));
    assertThat(figures("Le taux passe de 72 % à 90 %", Language.FR).baseline())
        .contains(new BigDecimal("72"));
    Figures german = figures("Die Rate steigt von 3 % auf 5 %", Language.DE);
    assertThat(german.baseline()).contains(new BigDecimal("3"));
    assertThat(german.target()).contains(new BigDecimal("5"));
    assertThat(figures("Note de 4 sur 5", Language.FR).baseline()).isEmpty();
    assertThat(figures("Eine Quote von 4 %", Language.DE).baseline()).isEmpty();
  }

  @Test
  public void computesAChangeByWhereTheStartIsKnown() {
    reads("Tickets fall by 30 % from 1,200", "1200", "840");
    reads("Sales rise by 50 from 200", "200", "250");
    reads("Cut tickets by 30 %", null, null);
    assertThat(figures("Cut tickets by 30 %", Language.EN).by())
        .contains(new Figures.Change(new BigDecimal("-30"), true));
    assertThat(figures("Grow sales by 5", Language.EN).by())
        .contains(new Figures.Change(new BigDecimal("5"), false));
    assertThat(figures("Cut tickets by 30 %", Language.EN).any()).isTrue();
  }

  @Test
  public void passesOverDatesVersionsAndDenominators() {
    for (String text :
        new String[] {
          "Better by 2026",
          "Better by 30 June",
          "Better by June 30",
          "Adoption of version 2",
          "Calls per 100 orders",
          "Faster in Q3",
          "Two-factor login",
          "One of us",
          "Twice as often"
        }) {
      assertThat(figures(text, Language.EN).any()).as(text).isFalse();
    }
    assertThat(figures("Besser bis 30. Juni", Language.DE).any()).isFalse();
    assertThat(figures("Reach 2014 users", Language.EN).any()).isTrue();
    assertThat(figures("Reach 2015 users", Language.EN).any()).isFalse();
    assertThat(figures("Reach 2060 users", Language.EN).any()).isFalse();
    assertThat(figures("Reach 2061 users", Language.EN).any()).isTrue();
    assertThat(figures("Reach 2,026 users", Language.EN).any()).isTrue();
  }

  private static void reads(String text, String baseline, String target) {
    Figures figures = figures(text, Language.EN);
    same(text, figures.baseline(), baseline);
    same(text, figures.target(), target);
  }

  private static void same(String text, Optional<BigDecimal> figure, String expected) {
    if (expected == null) {
      assertThat(figure).as(text).isEmpty();
    } else {
      assertThat(figure).as(text).isPresent();
      assertThat(figure.get()).as(text).isEqualByComparingTo(expected);
    }
  }

  private static Figures figures(String text, Language language) {
    return Figures.of(Statement.of(text, language));
  }
}
