package io.bearings.kpi.formula;

import java.math.BigDecimal;

/**
 * How large a formula and its numbers may be. Each bounds the time that reading and reckoning take.
 */
public final class Limits {
  /** The longest text, in UTF-16 units. */
  public static final int TEXT = 4_000;

  /** The most numbers, names, signs and texts in a formula. */
  public static final int PIECES = 500;

  /** The most brackets within brackets. */
  public static final int NESTING = 30;

  /** The most metrics, KPIs and inputs, each of which has to be asked for. */
  public static final int REFERENCES = 50;

  /** The largest exponent, and the smallest with a minus before it. */
  public static final int EXPONENT = 12;

  /** The most decimals that {@code round} keeps. */
  public static final int DECIMALS = 10;

  /** The largest number that can be written. */
  public static final BigDecimal NUMBER = new BigDecimal("1e15");

  /** The most digits of a number that is written. */
  static final int DIGITS = 30;

  /** The size from which a result is too large, whatever its sign. */
  static final BigDecimal RESULT = new BigDecimal("1e18");

  /** The size under which a result is 0. */
  static final BigDecimal NOTHING = new BigDecimal("1e-30");

  private Limits() {}
}
