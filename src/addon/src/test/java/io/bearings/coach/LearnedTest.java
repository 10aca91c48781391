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
          "ordinary.tsv");

  /**
   * Lines of the twelfth and the thirteenth set that are judged otherwise than they were labelled;
   * the README of the sets says why.
   */
  private static final Set<String> OTHERWISE =
      Set.of(
          "92 % of library loans are back on time - that is what we want to raise the return rate to",
          "Augmenter la production de crédits de 8 % pour que l'équipe touche sa prime",
          "CRM-System ablösen und die Abschlussquote auf 22 % steigern",
          "Data model of the reporting warehouse documented so that others can find their way in it",
          "Implement the new IVR and bring the abandon rate down to 4%",
          "Increase upsell revenue by 10 %, otherwise there is no sales bonus for us",
          "Migrate billing to the cloud and cut run costs by 20 %",
          "Umsatz auf 5 Mio. € steigern, damit unsere Tantieme ausgezahlt wird",
          "Unfälle im Hof gehen von sieben im Quartal auf einen zurück");

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
