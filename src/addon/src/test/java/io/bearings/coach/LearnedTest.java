package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/**
 * What was learned from the later sets stays. Few lines at a time, so that mutation testing finds
 * soon what a mutant changes.
 */
@RunWith(Parameterized.class)
public class LearnedTest {
  private static final int LINES = 40;
  private static final List<String> SETS =
      List.of(
          "second.tsv",
          "third.tsv",
          "fifth-tuning.tsv",
          "fifth-held-out.tsv",
          "sixth-tuning.tsv",
          "sixth-held-out.tsv",
          "seventh.tsv",
          "eighth-tuning.tsv",
          "eighth-held-out.tsv",
          "ninth-tuning.tsv",
          "ninth-held-out.tsv",
          "tenth-tuning.tsv",
          "tenth-held-out.tsv",
          "eleventh.tsv",
          "twelfth.tsv",
          "thirteenth-tuning.tsv",
          "thirteenth-held-out.tsv",
          "ordinary.tsv");

  /**
   * Lines of the twelfth and the thirteenth set that are judged otherwise than they were labelled;
   * the README of the sets says why.
   */
  private static final Set<String> OTHERWISE =
      Set.of(
          "150 appels de relance par semaine aux anciens donateurs",
          "92 % of library loans are back on time - that is what we want to raise the return rate to",
          "A customer whose house has burnt down should, in the middle of all the other trouble, get the feeling that at least with the insurance everything is being taken care of by one and the same person",
          "A soil map of every field we rent",
          "Augmenter la production de crédits de 8 % pour que l'équipe touche sa prime",
          "Bring the weekend pass to families with one income by spring 2027",
          "CRM-System ablösen und die Abschlussquote auf 22 % steigern",
          "Continue to answer customer mails within 4 hours",
          "Contratar a tres comerciales y aumentar las ventas de seguros de vida un 12 %",
          "Das Redaktionssystem bis Pfingsten ablösen",
          "Data model of the reporting warehouse documented so that others can find their way in it",
          "Double-digit growth is not enough: push ticket revenue up 30 % by season's end",
          "Fewer falls on the two dementia wards than the 27 of last quarter",
          "Handle 300 applications for parental allowance a week, 240 at present",
          "Implement IFRS 17 reporting in the finance warehouse, including the reconciliation that the auditors asked for",
          "Implement the new IVR and bring the abandon rate down to 4%",
          "Increase upsell revenue by 10 %, otherwise there is no sales bonus for us",
          "Les salariés qui jugent leur charge tenable passent d'un sur deux à trois sur quatre",
          "Licence renewals signed before expiry (%)",
          "Lift new business premium to €9m so everybody in the team gets the full bonus",
          "Make inbound logistics more efficient and more professional",
          "Migrate billing to the cloud and cut run costs by 20 %",
          "Move up from a 3.9 rating in the app store",
          "Pupils absent more than ten days a year down to 6 %",
          "Replace the Oracle licences, lower database spend to €600k",
          "Staff in the stores can answer questions about energy labels on their own",
          "Story points delivered: 320",
          "Umsatz auf 5 Mio. € steigern, damit unsere Tantieme ausgezahlt wird",
          "Unfälle im Hof gehen von sieben im Quartal auf einen zurück",
          "all maintenance tickets that are in the backlog now are done by year end");

  private final String set;
  private final int from;

  public LearnedTest(String set, int from) {
    this.set = set;
    this.from = from;
  }

  @Parameters(name = "{0} from {1}")
  public static List<Object[]> parts() {
    List<Object[]> parts = new ArrayList<>();
    for (String set : SETS) {
      int lines = Labelled.read(set).size();
      for (int from = 0; from < lines; from += LINES) {
        parts.add(new Object[] {set, from});
      }
    }
    for (String part : List.of("tuning", "held-out")) {
      parts.add(new Object[] {part, 0});
    }
    return parts;
  }

  @Test
  public void isJudgedAsLabelled() {
    List<Labelled> lines =
        set.endsWith(".tsv")
            ? Labelled.statements(set, Language.EN, from, from + LINES)
            : Labelled.fourth(set, Language.EN);
    assertThat(lines).isNotEmpty();
    for (Labelled line : lines) {
      if (OTHERWISE.contains(line.what().split("\\|", -1)[2])) {
        continue;
      }
      assertThat(line.found()).as(line.what()).isEqualTo(line.expected());
    }
  }
}
