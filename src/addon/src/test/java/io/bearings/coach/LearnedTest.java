package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
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
          "ordinary.tsv");

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
      assertThat(line.found()).as(line.what()).isEqualTo(line.expected());
    }
  }
}
