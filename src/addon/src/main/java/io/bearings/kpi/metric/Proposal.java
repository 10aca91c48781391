package io.bearings.kpi.metric;

import io.bearings.flow.Percentile;
import io.bearings.kpi.Category;
import io.bearings.kpi.Direction;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.okr.Decimals;
import io.bearings.okr.Measure;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A KPI that is proposed from a project's own history.
 *
 * @param values of a year, or of as much of it as there was the project, window by window as they
 *     were counted, in the measure of the candidate; absent where there was no data
 * @param levels what the year itself suggests: half of its values met the target, three quarters
 *     would have been green, one in ten red
 */
public record Proposal(Candidate candidate, List<Optional<BigDecimal>> values, Levels levels) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final BigDecimal HALF = new BigDecimal("0.5");
  private static final BigDecimal QUARTER = new BigDecimal("0.25");
  private static final BigDecimal TENTH = new BigDecimal("0.1");

  /** How much worse than always the same is too bad. */
  private static final BigDecimal A_FIFTH = new BigDecimal("0.2");

  /** So many digits are told of a level. */
  private static final MathContext DIGITS = new MathContext(2, RoundingMode.HALF_UP);

  private static final int FEWEST = 4;

  public Proposal {
    values = List.copyOf(values);
  }

  /**
   * The metrics of all candidates, to be counted together.
   *
   * @param months the windows of those that are counted in months, twelve for a year
   * @param sprints the completed sprints of that year; none where the project has no board
   * @param bugTypes ids of the types of issues that are bugs
   * @return in the order of {@link Candidate} and of {@link Candidate#metrics()}
   */
  public static List<Wanted> wanted(
      Reach reach,
      Inputs inputs,
      List<MetricWindow> months,
      List<MetricWindow> sprints,
      Set<String> bugTypes,
      AsOf asOf) {
    List<Wanted> wanted = new ArrayList<>();
    for (Candidate candidate : Candidate.values()) {
      for (Metric metric : candidate.metrics()) {
        wanted.add(
            new Wanted(
                metric,
                metric instanceof Metric.BugRate ? reach.ofTypes(bugTypes) : reach,
                inputs,
                candidate.isOfSprints() ? sprints : months,
                asOf,
                false));
      }
    }
    return wanted;
  }

  /**
   * At most five KPIs, one for each category for which the year has data: at least four values, and
   * as many as not. Of the candidates of a category the first one is taken, but for one whose value
   * never changed, which is taken where there is no other.
   *
   * @param counted what {@link #wanted} came to
   * @param begun when the project had its first issue: windows that were over then count nowhere,
   *     as nothing happened in them because there was nothing; absent: in the first window
   * @return in the order of the categories
   */
  public static List<Proposal> of(List<List<MetricResult>> counted, Optional<Instant> begun) {
    Map<Category.Kind, Proposal> chosen = new EnumMap<>(Category.Kind.class);
    int at = 0;
    for (Candidate candidate : Candidate.values()) {
      List<List<MetricResult>> own =
          counted.subList(at, at + candidate.metrics().size()).stream()
              .map(all -> since(begun, all))
              .toList();
      at += own.size();
      List<Optional<BigDecimal>> values = values(candidate, own);
      List<BigDecimal> known = values.stream().flatMap(Optional::stream).sorted().toList();
      if (known.size() >= FEWEST && 2 * known.size() >= values.size()) {
        Proposal proposal = new Proposal(candidate, values, levels(candidate, known));
        chosen.merge(
            candidate.category(),
            proposal,
            (before, next) -> before.changes() || !next.changes() ? before : next);
      }
    }
    return List.copyOf(chosen.values());
  }

  private static List<MetricResult> since(Optional<Instant> begun, List<MetricResult> all) {
    return all.stream()
        .filter(each -> begun.filter(each.window()::isOverBefore).isEmpty())
        .toList();
  }

  private boolean changes() {
    return values.stream()
            .flatMap(Optional::stream)
            .map(BigDecimal::stripTrailingZeros)
            .distinct()
            .count()
        > 1;
  }

  private static List<Optional<BigDecimal>> values(
      Candidate candidate, List<List<MetricResult>> counted) {
    List<Optional<BigDecimal>> values = new ArrayList<>();
    for (int i = 0; i < counted.get(0).size(); i++) {
      Optional<BigDecimal> value = counted.get(0).get(i).value();
      if (counted.size() > 1) {
        Optional<BigDecimal> by = counted.get(1).get(i).value().filter(it -> it.signum() != 0);
        value = value.flatMap(it -> by.map(divisor -> Decimals.quotient(it, divisor)));
      }
      if (candidate.category() == Category.Kind.COST) {
        // Nobody logged any work.
        value = value.filter(it -> it.signum() != 0);
      }
      values.add(
          candidate.measure() == Measure.Kind.PERCENT ? value.map(HUNDRED::multiply) : value);
    }
    return values;
  }

  /**
   * @param sorted at least one value, ascending
   */
  private static Levels levels(Candidate candidate, List<BigDecimal> sorted) {
    boolean higher = candidate.direction() == Direction.HIGHER;
    List<BigDecimal> worstFirst = new ArrayList<>(sorted);
    if (!higher) {
      Collections.reverse(worstFirst);
    }
    BigDecimal target = Percentile.of(worstFirst, HALF);
    BigDecimal warning = Percentile.of(worstFirst, QUARTER);
    BigDecimal critical = Percentile.of(worstFirst, TENTH);
    if (critical.compareTo(target) == 0) {
      BigDecimal fifth = target.multiply(A_FIFTH).abs();
      critical = higher ? target.subtract(fifth) : target.add(fifth);
    }
    return new Levels(level(target), level(warning), level(critical));
  }

  private static Optional<Level> level(BigDecimal value) {
    return Optional.of(
        Level.at(new BigDecimal(value.round(DIGITS).stripTrailingZeros().toPlainString())));
  }
}
