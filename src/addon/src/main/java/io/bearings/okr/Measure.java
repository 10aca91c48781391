package io.bearings.okr;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the numbers of a key result count.
 *
 * @param of the highest value that there can be: a rating of 5; for a percentage absent means 100
 * @param currency the three letters of a currency
 */
public record Measure(Kind kind, Optional<BigDecimal> of, Optional<String> currency) {
  /** A bare number. */
  public static final Measure NUMBER = new Measure(Kind.NUMBER, Optional.empty(), Optional.empty());

  /** The largest value, and the smallest with a minus before it. */
  public static final BigDecimal LIMIT = new BigDecimal("1000000000000");

  /** The most decimals of a value. */
  public static final int DECIMALS = 6;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** The kinds of measure. */
  public enum Kind {
    NUMBER,
    PERCENT,
    CURRENCY,
    /** In hours. */
    DURATION,
    POINTS,
    RATING;

    Message text() {
      return Message.of("bearings.measure." + name().toLowerCase(Locale.ROOT));
    }
  }

  /** What is wrong with the measure itself, by field. */
  public Map<String, Message> problems() {
    Map<String, Message> problems = new LinkedHashMap<>();
    ofProblem().ifPresent(problem -> problems.put("measure.of", problem));
    currencyProblem().ifPresent(problem -> problems.put("measure.currency", problem));
    return problems;
  }

  private Optional<Message> ofProblem() {
    if (of.isEmpty()) {
      return kind == Kind.RATING
          ? Optional.of(Message.of("bearings.error.required"))
          : Optional.empty();
    }
    if (kind != Kind.RATING && kind != Kind.PERCENT) {
      return Optional.of(Message.of("bearings.error.notForMeasure", kind.text()));
    }
    return of.get().signum() <= 0
        ? Optional.of(Message.of("bearings.error.notPositive"))
        : sizeProblem(of.get());
  }

  private Optional<Message> currencyProblem() {
    if (kind == Kind.CURRENCY) {
      return currency.filter(code -> code.matches("[A-Z]{3}")).isPresent()
          ? Optional.empty()
          : Optional.of(Message.of("bearings.error.noCurrency"));
    }
    return currency.map(code -> Message.of("bearings.error.notForMeasure", kind.text()));
  }

  /** Why a number cannot be a value in this measure. */
  public Optional<Message> problem(BigDecimal value) {
    Optional<Message> size = sizeProblem(value);
    if (size.isPresent()) {
      return size;
    }
    if (ofProblem().isPresent()) {
      // What is wrong is the scale and not the value.
      return Optional.empty();
    }
    return switch (kind) {
      case NUMBER, CURRENCY -> Optional.empty();
      case DURATION, POINTS ->
          value.signum() < 0
              ? Optional.of(Message.of("bearings.error.negative"))
              : Optional.empty();
      case PERCENT -> outside(value, of.orElse(HUNDRED));
      case RATING -> outside(value, of.orElse(LIMIT));
    };
  }

  private static Optional<Message> outside(BigDecimal value, BigDecimal most) {
    return value.signum() < 0 || value.compareTo(most) > 0
        ? Optional.of(Message.of("bearings.error.outsideMeasure", "0", most.toPlainString()))
        : Optional.empty();
  }

  /** Why no measure takes a number: it is too large, or too finely divided. */
  public static Optional<Message> sizeProblem(BigDecimal value) {
    if (value.abs().compareTo(LIMIT) > 0) {
      return Optional.of(Message.of("bearings.error.tooLarge", LIMIT));
    }
    return value.stripTrailingZeros().scale() > DECIMALS
        ? Optional.of(Message.of("bearings.error.decimals", DECIMALS))
        : Optional.empty();
  }
}
