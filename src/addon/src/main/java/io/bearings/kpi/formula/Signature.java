package io.bearings.kpi.formula;

import io.bearings.kpi.formula.Quantity.Base;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a primitive or a metric is written.
 *
 * @param name in lower case
 * @param required what has to be said, in this order
 * @param optional what may be said after that, in any order
 */
public record Signature(
    String name, Kind kind, List<Slot> required, List<Slot> optional, Yield yield) {

  /** What it is. */
  public enum Kind {
    /** Something counted over the issues of a query. */
    PRIMITIVE,
    /** One of Jira's metrics, with a definition of its own. */
    METRIC
  }

  /** What its result counts. */
  public sealed interface Yield {

    /** Always the same. */
    record Fixed(Quantity quantity) implements Yield {}

    /** What the field counts that it is asked for. */
    record OfField() implements Yield {}

    /** Hours, or days where it is asked for days. */
    record OfDuration() implements Yield {}

    /** Points, or a count where it is asked for issues. */
    record OfWeight() implements Yield {}
  }

  static final Yield PLAIN = new Yield.Fixed(Quantity.NONE);
  static final Yield OF_FIELD = new Yield.OfField();
  static final Yield OF_DURATION = new Yield.OfDuration();
  static final Yield OF_WEIGHT = new Yield.OfWeight();

  public Signature {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }

  static Yield counted(Base base) {
    return new Yield.Fixed(Quantity.of(base));
  }

  /** Whether it can be written without brackets. */
  public boolean standsAlone() {
    return required.isEmpty();
  }

  /** All its slots, in the order in which arguments are kept. */
  public List<Slot> slots() {
    return Stream.concat(required.stream(), optional.stream()).toList();
  }

  /** Whether it tells how long something took. */
  boolean isDuration() {
    return yield.equals(OF_DURATION);
  }
}
