package io.bearings.kpi.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What holds of every formula. */
public class FormulaPropertiesTest {
  private static final int TREES = 3_000;

  @Test
  public void aPrintedTreeIsReadAsTheSame() {
    int read = 0;
    for (int seed = 0; seed < TREES; seed++) {
      Node tree = new RandomFormulas(seed).tree(seed % 5);
      String text = Printed.of(tree);
      Reading reading = Formula.read(text);
      if (tooLarge(reading)) {
        continue;
      }
      read++;
      assertThat(reading.problems()).as(text).isEmpty();
      Formula formula = reading.formula().orElseThrow();
      assertThat(RandomFormulas.unplaced(formula.root())).as(text).isEqualTo(tree);
      assertThat(formula.tidied()).isEqualTo(text);
    }
    assertThat(read).isGreaterThan(TREES / 2);
  }

  @Test
  public void everyPartStandsInsideWhatItIsAPartOf() {
    for (int seed = 0; seed < TREES; seed++) {
      String text = Printed.of(new RandomFormulas(seed).tree(3));
      Formula.read(text).formula().ifPresent(formula -> placed(formula.root(), text));
    }
  }

  private static void placed(Node node, String text) {
    assertThat(node.at().end()).isLessThanOrEqualTo(text.length());
    Reading part = Formula.read(text.substring(node.at().offset(), node.at().end()));
    assertThat(part.formula().map(it -> RandomFormulas.unplaced(it.root())))
        .as(text)
        .hasValue(RandomFormulas.unplaced(node));
    for (Node child : Formula.children(node)) {
      assertThat(child.at().offset()).isGreaterThanOrEqualTo(node.at().offset());
      assertThat(child.at().end()).isLessThanOrEqualTo(node.at().end());
      placed(child, text);
    }
  }

  @Test
  public void aResultIsAValueOrSaysWhyThereIsNone() {
    int values = 0;
    for (int seed = 0; seed < TREES; seed++) {
      RandomFormulas random = new RandomFormulas(seed);
      Formula formula = new Formula("", random.tree(4));
      Set<Reference> asked = new HashSet<>();
      int missing = seed % 3 == 0 ? 4 : Integer.MAX_VALUE;
      Outcome outcome =
          Reckoning.of(
              formula,
              reference -> {
                assertThat(asked.add(reference)).isTrue();
                return asked.size() % missing == 0
                    ? Optional.empty()
                    : Optional.of(BigDecimal.valueOf(reference.hashCode() % 1000, 1));
              });
      if (outcome instanceof Outcome.Value value) {
        values++;
        assertThat(value.value().abs()).isLessThan(Limits.RESULT);
        assertThat(asked).isSubsetOf(formula.references());
      } else {
        assertThat(((Outcome.NoData) outcome).why()).isNotEmpty();
      }
    }
    assertThat(values).isGreaterThan(TREES / 10);
  }

  @Test
  public void whatCanBeAddedDoesNotHangOnTheOrder() {
    List<Quantity> quantities =
        List.of(
            Quantity.UNDECLARED,
            Quantity.NONE,
            Quantity.of(Quantity.Base.DAYS),
            Quantity.of(Quantity.Base.COUNT),
            Quantity.of(Quantity.Base.DAYS).per(Quantity.of(Quantity.Base.COUNT)),
            Quantity.of(Quantity.Base.POINTS).power(2));
    for (Quantity one : quantities) {
      assertThat(one.fits(one)).isTrue();
      assertThat(one.per(one).declared()).isEqualTo(one.declared());
      for (Quantity other : quantities) {
        assertThat(one.fits(other)).isEqualTo(other.fits(one));
        assertThat(one.times(other)).isEqualTo(other.times(one));
        if (one.declared() && other.declared()) {
          assertThat(one.times(other).per(other)).isEqualTo(one);
        }
      }
    }
  }

  private static boolean tooLarge(Reading reading) {
    return reading.problems().stream()
        .map(problem -> problem.text().key())
        .anyMatch(
            key ->
                Set.of("tooLong", "tooManyPieces", "tooDeep", "tooManyReferences").stream()
                    .anyMatch(key::endsWith));
  }
}
