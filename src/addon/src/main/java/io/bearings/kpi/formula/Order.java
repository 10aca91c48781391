package io.bearings.kpi.formula;

import com.ezylang.evalex.parser.Token;
import com.ezylang.evalex.parser.Token.TokenType;
import io.bearings.okr.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the pieces of a formula can follow each other. The library would take some orders that
 * mean nothing, and stumbles over others without saying where.
 *
 * <p>On the way the three pieces of {@code KPI-12} become one, and so do an exponent and its minus;
 * the word {@code of} before the second query of {@code share} is taken out.
 */
final class Order {
  private static final Pattern WHOLE = Pattern.compile("[0-9]+");

  /** A bracket that is open. */
  private static final class Open {
    private final Optional<Token> called;
    private final int from;
    private int commas;

    private Open(Optional<Token> called, int from) {
      this.called = called;
      this.from = from;
    }
  }

  private final String text;
  private final List<Token> given;
  private final List<Token> pieces = new ArrayList<>();
  private final Map<Token, Span> spans = new IdentityHashMap<>();
  private final Deque<Open> open = new ArrayDeque<>();
  private final List<Span> brackets = new ArrayList<>();
  private boolean operandNext = true;
  private Optional<Problem> problem = Optional.empty();
  private int at;

  Order(String text, List<Token> given) {
    this.text = text;
    this.given = given;
  }

  /** The first piece that cannot stand where it does; asked first. */
  Optional<Problem> problem() {
    for (at = 0; at < given.size() && problem.isEmpty(); at++) {
      take(given.get(at));
    }
    if (problem.isEmpty() && operandNext) {
      fail(new Span(text.length(), 0), Message.of("bearings.formula.ended"), Texts.OPERAND);
    }
    return problem;
  }

  /** What the tree is made of. */
  List<Token> pieces() {
    return pieces;
  }

  /** Where a piece stands; that of a function reaches to its closing bracket. */
  Span span(Token piece) {
    return spans.get(piece);
  }

  /**
   * From the beginning of one part to the end of another, with the brackets of which it has half.
   */
  Span across(Span first, Span last) {
    int from = first.offset();
    int to = last.end();
    for (Span pair : brackets) {
      // Inner pairs come before the outer ones.
      if (pair.offset() < to && pair.end() > from) {
        boolean begins = pair.offset() >= from;
        boolean ends = pair.end() <= to;
        if (begins != ends) {
          from = Math.min(from, pair.offset());
          to = Math.max(to, pair.end());
        }
      }
    }
    return new Span(from, to - from);
  }

  private void take(Token piece) {
    switch (piece.getType()) {
      case VARIABLE_OR_CONSTANT -> takeWord(piece);
      case NUMBER_LITERAL -> takeOperand(piece, plainSpan(piece));
      case STRING_LITERAL -> takeText(piece);
      case FUNCTION -> takeFunction(piece);
      case BRACE_OPEN -> takeOpening(piece);
      case BRACE_CLOSE -> takeClosing(piece);
      case COMMA -> takeComma(piece);
      case PREFIX_OPERATOR -> add(piece, plainSpan(piece));
      case POSTFIX_OPERATOR -> takePercent(piece);
      case INFIX_OPERATOR -> takeOperator(piece);
      default -> throw new IllegalStateException("A piece of an unknown kind: " + piece);
    }
  }

  private void takeWord(Token piece) {
    if (operandNext && isOf(piece)) {
      return;
    }
    Optional<Token> kpi = kpi(piece);
    if (kpi.isPresent()) {
      at += 2;
    }
    Token whole = kpi.orElse(piece);
    takeOperand(whole, plainSpan(whole));
  }

  private boolean isOf(Token piece) {
    return piece.getValue().equalsIgnoreCase("of")
        && type(at - 1) == TokenType.COMMA
        && type(at + 1) == TokenType.STRING_LITERAL
        && !open.isEmpty()
        && open.peek().commas == 1
        && open.peek().called.filter(it -> it.getValue().equalsIgnoreCase("share")).isPresent();
  }

  private Optional<Token> kpi(Token piece) {
    if (!piece.getValue().equalsIgnoreCase("kpi")
        || type(at + 1) != TokenType.INFIX_OPERATOR
        || type(at + 2) != TokenType.NUMBER_LITERAL) {
      return Optional.empty();
    }
    Token hyphen = given.get(at + 1);
    Token number = given.get(at + 2);
    boolean together =
        hyphen.getValue().equals("-")
            && hyphen.getStartPosition() == piece.getStartPosition() + 3
            && number.getStartPosition() == hyphen.getStartPosition() + 1
            && WHOLE.matcher(number.getValue()).matches();
    return together
        ? Optional.of(
            new Token(
                piece.getStartPosition(),
                "KPI-" + number.getValue(),
                TokenType.VARIABLE_OR_CONSTANT))
        : Optional.empty();
  }

  private void takeText(Token piece) {
    int from = piece.getStartPosition() - 1;
    Span span = new Span(from, Quoted.end(text, from) - from);
    if (operandNext && open.stream().findFirst().flatMap(it -> it.called).isEmpty()) {
      fail(span, Message.of("bearings.formula.textAlone"), Texts.OPERAND);
    } else {
      takeOperand(piece, span);
    }
  }

  private void takeOperand(Token piece, Span span) {
    if (!operandNext) {
      unexpected(piece, span);
      return;
    }
    add(piece, span);
    operandNext = false;
  }

  private void takeFunction(Token piece) {
    Span span = plainSpan(piece);
    if (!operandNext) {
      unexpected(piece, span);
      return;
    }
    add(piece, span);
  }

  private void takeOpening(Token piece) {
    Span span = plainSpan(piece);
    Optional<Token> called =
        type(at - 1) == TokenType.FUNCTION ? Optional.of(given.get(at - 1)) : Optional.empty();
    if (!operandNext) {
      unexpected(piece, span);
    } else if (open.size() == Limits.NESTING) {
      fail(
          span,
          Message.of("bearings.formula.tooDeep", Limits.NESTING),
          Message.of("bearings.formula.expected.shallower"));
    } else {
      open.push(new Open(called, called.map(this::span).orElse(span).offset()));
      add(piece, span);
    }
  }

  private void takeClosing(Token piece) {
    Span span = plainSpan(piece);
    boolean nothingSaid =
        operandNext && type(at - 1) == TokenType.BRACE_OPEN && open.element().called.isPresent();
    if (operandNext && !nothingSaid) {
      fail(span, Texts.cannotStand(")"), Texts.OPERAND);
      return;
    }
    Open closed = open.pop();
    Span whole = new Span(closed.from, span.end() - closed.from);
    brackets.add(whole);
    closed.called.ifPresent(it -> spans.put(it, whole));
    add(piece, span);
    operandNext = false;
  }

  private void takeComma(Token piece) {
    Span span = plainSpan(piece);
    if (operandNext) {
      fail(span, Texts.cannotStand(","), Texts.OPERAND);
    } else if (open.isEmpty() || open.element().called.isEmpty()) {
      fail(span, Texts.cannotStand(","), decimalComma() ? Texts.NUMBER : expectedOperator());
    } else {
      open.element().commas++;
      add(piece, span);
      operandNext = true;
    }
  }

  private boolean decimalComma() {
    return type(at - 1) == TokenType.NUMBER_LITERAL && type(at + 1) == TokenType.NUMBER_LITERAL;
  }

  private void takePercent(Token piece) {
    boolean ofNumber =
        type(at - 1) == TokenType.NUMBER_LITERAL
            && pieces.get(pieces.size() - 1).getType() == TokenType.NUMBER_LITERAL
            && !followsPower(pieces.size() - 1);
    if (ofNumber) {
      add(piece, plainSpan(piece));
    } else {
      fail(plainSpan(piece), Message.of("bearings.formula.percentOfWhat"), expectedOperator());
    }
  }

  private boolean followsPower(int index) {
    return index > 0 && pieces.get(index - 1).getValue().equals("^");
  }

  private void takeOperator(Token piece) {
    Span span = plainSpan(piece);
    if (operandNext) {
      fail(span, Texts.cannotStand(piece.getValue()), Texts.OPERAND);
    } else if (piece.getValue().equals("^")) {
      takePower(piece, span);
    } else {
      add(piece, span);
      operandNext = true;
    }
  }

  private void takePower(Token piece, Span span) {
    if (followsPower(pieces.size() - 1)) {
      fail(
          span,
          Texts.cannotStand("^"),
          Message.of("bearings.formula.expected.bracketsAroundPower"));
      return;
    }
    add(piece, span);
    boolean negative = type(at + 1) == TokenType.PREFIX_OPERATOR;
    int index = negative ? at + 2 : at + 1;
    if (index >= given.size()) {
      fail(new Span(text.length(), 0), Message.of("bearings.formula.ended"), Texts.EXPONENT);
      return;
    }
    Token number = given.get(index);
    Span whole = plainSpan(given.get(at + 1)).to(plainSpan(number));
    if (!isExponent(number)) {
      fail(whole, Message.of("bearings.formula.badExponent"), Texts.EXPONENT);
      return;
    }
    boolean minus = negative && !given.get(at + 1).getValue().equals("+");
    add(
        new Token(
            whole.offset() + 1, (minus ? "-" : "") + number.getValue(), TokenType.NUMBER_LITERAL),
        whole);
    at = index;
  }

  private static boolean isExponent(Token number) {
    return number.getType() == TokenType.NUMBER_LITERAL
        && number.getValue().length() <= 3
        && WHOLE.matcher(number.getValue()).matches()
        && Integer.parseInt(number.getValue()) <= Limits.EXPONENT;
  }

  private void add(Token piece, Span span) {
    pieces.add(piece);
    spans.put(piece, span);
  }

  private void unexpected(Token piece, Span span) {
    String what =
        piece.getType() == TokenType.STRING_LITERAL
            ? text.substring(span.offset(), span.end())
            : piece.getValue();
    fail(span, Texts.cannotStand(what), expectedOperator());
  }

  private Message expectedOperator() {
    if (open.isEmpty()) {
      return Texts.OPERATOR;
    }
    return open.element().called.isPresent() ? Texts.OPERATOR_OR_COMMA : Texts.OPERATOR_OR_CLOSING;
  }

  private void fail(Span span, Message what, Message expected) {
    problem = Optional.of(Problem.of(span, what, expected));
  }

  /** Absent pieces have no type. */
  private TokenType type(int index) {
    return index >= 0 && index < given.size() ? given.get(index).getType() : null;
  }

  private static Span plainSpan(Token piece) {
    return new Span(piece.getStartPosition() - 1, piece.getValue().length());
  }
}
