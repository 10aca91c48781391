package io.bearings.connect.acts;

import static java.util.stream.Collectors.joining;

import io.bearings.kpi.Level;
import io.bearings.kpi.Period;
import io.bearings.okr.Measure;
import java.math.BigDecimal;
import java.util.Optional;

/** Numbers and periods as they are read in every language. */
final class Shown {
  private Shown() {}

  /** A number with its unit of measure. */
  static String value(BigDecimal number, Measure measure) {
    String plain = plain(number);
    return switch (measure.kind()) {
      case NUMBER, POINTS -> plain;
      case PERCENT -> plain + " %";
      case DURATION -> plain + " h";
      case CURRENCY -> measure.currency().map(code -> plain + " " + code).orElse(plain);
      case RATING -> measure.of().map(of -> plain + " / " + plain(of)).orElse(plain);
    };
  }

  /** A level with its unit of measure; empty where there is none. */
  static String level(Optional<Level> level, Measure measure) {
    return level
        .map(
            it ->
                it.numbers().stream()
                    .map(each -> value(each, measure))
                    .collect(joining(" \u2013 ")))
        .orElse("");
  }

  /** The name of a sprint or release, else the first and the last day. */
  static String period(Period period) {
    if (period.of().isPresent()) {
      return period.of().get().name();
    }
    return period.first().equals(period.last())
        ? period.first().toString()
        : period.first() + " \u2013 " + period.last();
  }

  /** A number without exponent and needless zeros. */
  static String plain(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }
}
