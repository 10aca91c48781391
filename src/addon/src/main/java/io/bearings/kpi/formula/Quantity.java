package io.bearings.kpi.formula;

import io.bearings.okr.Measure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a number counts, as far as it is declared: days, points, currency per point, or nothing at
 * all, which is what shares, percentages and plain numbers are.
 *
 * @param declared whether it is known at all; what is not declared fits everything
 * @param powers how often each base is multiplied in, never 0
 */
public record Quantity(boolean declared, Map<Base, Integer> powers) {
  /** Not declared: a field or a KPI of which nobody said what it counts. */
  public static final Quantity UNDECLARED = new Quantity(false, Map.of());

  /** Nothing: a plain number, a share, a percentage as a fraction of 1. */
  public static final Quantity NONE = new Quantity(true, Map.of());

  /** What can be counted. */
  public enum Base {
    DAYS,
    HOURS,
    POINTS,
    COUNT,
    CURRENCY
  }

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public Quantity {
    powers = Map.copyOf(powers);
  }

  /** One base alone. */
  public static Quantity of(Base base) {
    return new Quantity(true, Map.of(base, 1));
  }

  /** What numbers in a measure count. A bare number and a rating declare nothing. */
  public static Quantity of(Measure measure) {
    return switch (measure.kind()) {
      case NUMBER, RATING -> UNDECLARED;
      case PERCENT -> NONE;
      case CURRENCY -> of(Base.CURRENCY);
      case DURATION -> of(Base.HOURS);
      case POINTS -> of(Base.POINTS);
    };
  }

  /** A formula's result as it is written in a measure: a share of 0.35 is 35 percent. */
  public static BigDecimal inMeasure(BigDecimal result, Measure measure) {
    return measure.kind() == Measure.Kind.PERCENT ? result.multiply(HUNDRED) : result;
  }

  /** A value in a measure as formulas reckon with it: 35 percent is 0.35. */
  public static BigDecimal fromMeasure(BigDecimal value, Measure measure) {
    return measure.kind() == Measure.Kind.PERCENT ? value.movePointLeft(2) : value;
  }

  Quantity times(Quantity other) {
    return combined(other, 1);
  }

  Quantity per(Quantity other) {
    return combined(other, -1);
  }

  Quantity power(int exponent) {
    Map<Base, Integer> raised = new EnumMap<>(Base.class);
    if (exponent != 0) {
      powers.forEach((base, power) -> raised.put(base, power * exponent));
    }
    return new Quantity(declared, raised);
  }

  private Quantity combined(Quantity other, int sign) {
    if (!declared || !other.declared) {
      return UNDECLARED;
    }
    Map<Base, Integer> sum = new EnumMap<>(Base.class);
    sum.putAll(powers);
    other.powers.forEach((base, power) -> sum.merge(base, power * sign, Integer::sum));
    sum.values().removeIf(power -> power == 0);
    return new Quantity(true, sum);
  }

  /**
   * Whether the two can be added and compared. Plain numbers fit everything; how many of something
   * there are does not change what it is: hours per bug fit hours.
   */
  boolean fits(Quantity other) {
    return !declared
        || !other.declared
        || powers.isEmpty()
        || other.powers.isEmpty()
        || powers.equals(other.powers)
        || !uncounted().isEmpty() && uncounted().equals(other.uncounted());
  }

  /** The more telling of two that fit. */
  Quantity or(Quantity other) {
    if (!declared || powers.isEmpty() && other.declared) {
      return other;
    }
    return this;
  }

  /**
   * Whether a formula of this quantity can be declared as another. A percentage needs a plain
   * number; anything else may be so much of it for each of something: currency per point is
   * currency.
   */
  boolean canBeDeclared(Quantity as) {
    if (!declared || !as.declared) {
      return true;
    }
    return as.powers.isEmpty() ? powers.isEmpty() : powers.isEmpty() || rate().equals(as.rate());
  }

  private Map<Base, Integer> rate() {
    Map<Base, Integer> rate = new EnumMap<>(Base.class);
    Map<Base, Integer> of = uncounted().isEmpty() ? powers : uncounted();
    of.forEach(
        (base, power) -> {
          if (power > 0) {
            rate.put(base, power);
          }
        });
    return rate;
  }

  private Map<Base, Integer> uncounted() {
    Map<Base, Integer> uncounted = new EnumMap<>(Base.class);
    uncounted.putAll(powers);
    uncounted.remove(Base.COUNT);
    return uncounted;
  }

  /** For a person: {@code days}, {@code currency per points}, {@code plain number}. */
  public String text() {
    if (!declared) {
      return "not declared";
    }
    String above = product(1);
    String below = product(-1);
    if (above.isEmpty() && below.isEmpty()) {
      return "plain number";
    }
    return (above.isEmpty() ? "1" : above) + (below.isEmpty() ? "" : " per " + below);
  }

  private String product(int sign) {
    List<String> factors = new ArrayList<>();
    for (Base base : Base.values()) {
      int power = powers.getOrDefault(base, 0) * sign;
      if (power > 0) {
        factors.add(base.name().toLowerCase(Locale.ROOT) + (power > 1 ? "^" + power : ""));
      }
    }
    return String.join(" \u00d7 ", factors);
  }
}
