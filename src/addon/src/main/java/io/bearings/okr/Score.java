package io.bearings.okr;

import static io.bearings.okr.Decimals.quotient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * How far an objective has come: the weighted mean of its key results.
 *
 * @param value 0 to 1; absent is <em>no data</em>, which is not 0
 * @param coverage the weight of the key results that have data ÷ the weight of all, 0 to 1; absent
 *     when there is no weight at all
 * @param countedAsZero at closing, the keys of the key results that had no data
 * @param abandoned how many key results were given up; they are in no sum
 */
public record Score(
    Optional<BigDecimal> value,
    Optional<BigDecimal> coverage,
    List<String> countedAsZero,
    int abandoned) {

  /** The score of an objective with no key result, or none with weight. */
  public static final Score NO_DATA = new Score(Optional.empty(), Optional.empty(), List.of(), 0);

  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  public Score {
    countedAsZero = List.copyOf(countedAsZero);
  }

  /**
   * One key result's part in the score.
   *
   * @param key the key of the key result
   * @param score 0 to 1; absent when it has no data
   * @param weight 0 or more
   * @param abandoned whether it was given up
   */
  public record Part(String key, Optional<BigDecimal> score, BigDecimal weight, boolean abandoned) {

    /** The part of a key result that is being worked on. */
    public static Part of(KeyResult keyResult, Optional<BigDecimal> score) {
      return new Part(keyResult.key(), score, keyResult.weight(), false);
    }
  }

  /**
   * The score while the objective is worked on: over the key results that have data; <em>no
   * data</em> when these are less than half of the weight.
   */
  public static Score of(List<Part> parts) {
    return compute(parts, false);
  }

  /** The score when the objective is closed: a key result without data counts 0 and is listed. */
  public static Score atClosing(List<Part> parts) {
    return compute(parts, true);
  }

  private static Score compute(List<Part> parts, boolean closing) {
    List<Part> counted = parts.stream().filter(part -> !part.abandoned()).toList();
    int abandoned = parts.size() - counted.size();
    BigDecimal total = BigDecimal.ZERO;
    BigDecimal withData = BigDecimal.ZERO;
    BigDecimal sum = BigDecimal.ZERO;
    for (Part part : counted) {
      total = total.add(part.weight());
      if (part.score().isPresent()) {
        withData = withData.add(part.weight());
        sum = sum.add(part.weight().multiply(part.score().get()));
      }
    }
    List<String> asZero =
        closing
            ? counted.stream().filter(part -> part.score().isEmpty()).map(Part::key).toList()
            : List.of();
    if (total.signum() == 0) {
      return new Score(Optional.empty(), Optional.empty(), asZero, abandoned);
    }
    BigDecimal divisor = closing ? total : withData;
    boolean enough = closing || withData.multiply(TWO).compareTo(total) >= 0;
    return new Score(
        enough ? Optional.of(quotient(sum, divisor)) : Optional.empty(),
        Optional.of(quotient(withData, total)),
        asZero,
        abandoned);
  }
}
