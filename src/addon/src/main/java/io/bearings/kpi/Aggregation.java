package io.bearings.kpi;

import static java.math.BigDecimal.ZERO;

import io.bearings.okr.Decimals;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How several values of one period become one. Without a value there is none, not even a sum. */
public enum Aggregation {
  /** That of the latest day. */
  LAST,
  SUM,
  MEAN,
  MEDIAN,
  MIN,
  MAX,
  /** All parts by all that they are parts of, which is not the mean of the shares. */
  SHARE;

  /**
   * A value that is to become part of one.
   *
   * @param of what it is a part of, for {@link #SHARE}
   */
  public record Part(BigDecimal value, Optional<BigDecimal> of) {

    /** A value that stands for itself. */
    public static Part of(BigDecimal value) {
      return new Part(value, Optional.empty());
    }
  }

  /** Whether a sum that grows day by day can come of it. */
  public boolean canAccumulate() {
    return this == LAST || this == SUM || this == MAX;
  }

  /**
   * One value of several.
   *
   * @param parts in the order of their days
   * @return absent when there is none, and for a share of nothing; a part that does not say of what
   *     is no share and left out
   */
  public Optional<BigDecimal> of(List<Part> parts) {
    if (this == SHARE) {
      return share(parts.stream().filter(part -> part.of().isPresent()).toList());
    }
    List<BigDecimal> values = parts.stream().map(Part::value).toList();
    if (values.isEmpty()) {
      return Optional.empty();
    }
    return switch (this) {
      case LAST -> Optional.of(values.get(values.size() - 1));
      case SUM -> Optional.of(sum(values));
      case MEAN -> Optional.of(Middle.mean(values));
      case MEDIAN -> Optional.of(Middle.median(values));
      case MIN -> values.stream().min(BigDecimal::compareTo);
      default -> values.stream().max(BigDecimal::compareTo);
    };
  }

  private static Optional<BigDecimal> share(List<Part> parts) {
    BigDecimal whole = sum(parts.stream().map(part -> part.of().orElseThrow()).toList());
    return Optional.of(whole)
        .filter(Predicate.not(it -> it.signum() == 0))
        .map(it -> Decimals.quotient(sum(parts.stream().map(Part::value).toList()), it));
  }

  private static BigDecimal sum(List<BigDecimal> values) {
    return values.stream().reduce(ZERO, BigDecimal::add);
  }
}
