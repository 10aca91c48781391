package io.bearings.kpi.formula;

/**
 * A part of a formula's text.
 *
 * @param offset the first UTF-16 unit, counted from 0
 * @param length in UTF-16 units; 0 only at the end of the text
 */
public record Span(int offset, int length) {
  public Span {
    if (offset < 0 || length < 0) {
      throw new IllegalArgumentException(offset + "+" + length);
    }
  }

  /** The first unit after it. */
  public int end() {
    return offset + length;
  }

  /** From the beginning of this to the end of another that does not end before this begins. */
  Span to(Span other) {
    return new Span(offset, other.end() - offset);
  }
}
