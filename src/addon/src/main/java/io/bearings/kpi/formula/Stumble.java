package io.bearings.kpi.formula;

import com.ezylang.evalex.parser.ParseException;
import io.bearings.okr.Message;

/**
 * What the library could not read, told from what stands where it stopped. Its own sentences are
 * not shown: they are English only and say nothing of what was expected.
 */
final class Stumble {
  private final String text;
  private final ParseException failure;
  private final int offset;

  private Stumble(String text, ParseException failure) {
    this.text = text;
    this.failure = failure;
    this.offset = Math.min(Math.max(failure.getStartPosition() - 1, 0), text.length() - 1);
  }

  /** The problem of a text that is not empty. */
  static Problem of(String text, ParseException failure) {
    return new Stumble(text, failure).problem();
  }

  private Problem problem() {
    int open = text.equals(failure.getTokenString()) ? unclosedBracket() : -1;
    if (open >= 0) {
      return Problem.of(
          new Span(open, 1), Message.of("bearings.formula.unclosedBracket"), Texts.CLOSING);
    }
    String stopped = failure.getTokenString();
    if (stopped.length() == 2 && stopped.charAt(0) == '\\') {
      return badEscape();
    }
    char at = text.charAt(offset);
    if (at == '"' || at == '\'') {
      return Problem.of(
          new Span(offset, text.length() - offset),
          Message.of("bearings.formula.unclosedText"),
          Message.of("bearings.formula.expected.quote", String.valueOf(at)));
    }
    if (Character.isDigit(at)) {
      return Problem.of(
          new Span(offset, Math.max(stopped.length(), 1)),
          Message.of("bearings.formula.badNumber", stopped),
          Texts.NUMBER);
    }
    return at == ')' && !afterSign() ? tooManyClosing() : misplaced(at);
  }

  private Problem badEscape() {
    int backslash = text.charAt(offset) == '\\' && endsHere() ? offset : Math.max(offset - 1, 0);
    return Problem.of(
        new Span(backslash, Math.min(2, text.length() - backslash)),
        Message.of("bearings.formula.badEscape"),
        Message.of("bearings.formula.expected.escape"));
  }

  private boolean endsHere() {
    return offset == text.length() - 1;
  }

  private Problem tooManyClosing() {
    return Problem.of(
        new Span(offset, 1), Message.of("bearings.formula.noOpenBracket"), Texts.OPERATOR);
  }

  private Problem misplaced(char at) {
    if (at == ',' || at == ')' || Sign.isSign(at)) {
      return Problem.of(new Span(offset, 1), Texts.cannotStand(String.valueOf(at)), Texts.OPERAND);
    }
    if (at == '(' || Character.isLetter(at) || at == '_') {
      String what = at == '(' ? "(" : word();
      return Problem.of(new Span(offset, what.length()), Texts.cannotStand(what), Texts.OPERATOR);
    }
    String what = Character.toString(text.codePointAt(offset));
    return Problem.of(
        new Span(offset, what.length()),
        Message.of("bearings.formula.badCharacter", what),
        afterSign() ? Texts.OPERAND : Texts.OPERATOR);
  }

  private String word() {
    int end = offset;
    while (end < text.length()
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
      end++;
    }
    return text.substring(offset, end);
  }

  /** Whether what is before the place still wants something behind it. */
  private boolean afterSign() {
    String before = text.substring(0, offset).stripTrailing();
    return before.isEmpty()
        || before.charAt(before.length() - 1) == '('
        || before.charAt(before.length() - 1) == ','
        || before.charAt(before.length() - 1) != '%'
            && Sign.isSign(before.charAt(before.length() - 1));
  }

  /** Where the innermost bracket stands that is not closed; -1 where all are. */
  private int unclosedBracket() {
    int[] open = new int[text.length()];
    int depth = 0;
    for (int i = 0; i < text.length(); i = after(i)) {
      char at = text.charAt(i);
      if (at == '(') {
        open[depth++] = i;
      } else if (at == ')' && depth > 0) {
        depth--;
      }
    }
    return depth == 0 ? -1 : open[depth - 1];
  }

  /** Behind a character, or behind the whole text in quotes that begins there. */
  private int after(int from) {
    char at = text.charAt(from);
    return at == '"' || at == '\'' ? Quoted.end(text, from) : from + 1;
  }
}
