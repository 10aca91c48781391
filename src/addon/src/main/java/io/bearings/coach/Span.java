package io.bearings.coach;

/**
 * A part of a text.
 *
 * @param start the first UTF-16 unit, counted from 0
 * @param end the unit after the last
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(start + ".." + end);
    }
  }
}
