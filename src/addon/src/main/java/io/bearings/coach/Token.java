package io.bearings.coach;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A word, a number or a mark of a text.
 *
 * @param kind what it is
 * @param text as written
 * @param norm in lower case and without accents, as the word lists are compared
 * @param start where it begins in the text
 * @param end where it ends, exclusive
 * @param number of a number written in digits; absent for all others
 * @param percent whether it is a number with a percent sign
 */
record Token(
    Kind kind,
    String text,
    String norm,
    int start,
    int end,
    Optional<BigDecimal> number,
    boolean percent) {

  enum Kind {
    WORD,
    NUMBER,
    /** Punctuation; an arrow in any spelling is {@link #ARROW}. */
    MARK
  }

  static final String ARROW = "\u2192";

  boolean isWord() {
    return kind == Kind.WORD;
  }

  boolean isNumber() {
    return kind == Kind.NUMBER;
  }

  boolean isMark() {
    return kind == Kind.MARK;
  }

  boolean isArrow() {
    return isMark() && norm.equals(ARROW);
  }

  /** The same word read as a number. */
  Token asNumber(BigDecimal value) {
    return new Token(Kind.NUMBER, text, norm, start, end, Optional.of(value), percent);
  }
}
