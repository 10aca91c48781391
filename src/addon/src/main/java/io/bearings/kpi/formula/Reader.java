package io.bearings.kpi.formula;

import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token;
import io.bearings.okr.Message;
import java.util.List;
import java.util.Optional;

/** From a text to a tree, or to what is wrong with the text. */
final class Reader {
  private final String text;

  Reader(String text) {
    this.text = text;
  }

  Reading read() {
    if (text.length() > Limits.TEXT) {
      return refused(
          new Span(Limits.TEXT, text.length() - Limits.TEXT),
          Message.of("bearings.formula.tooLong", Limits.TEXT, text.length()));
    }
    if (text.isBlank()) {
      return Reading.refused(
          List.of(Problem.of(new Span(0, 0), Message.of("bearings.formula.empty"), Texts.OPERAND)));
    }
    try {
      return read(Grammar.pieces(text));
    } catch (ParseException e) {
      return Reading.refused(List.of(Stumble.of(text, e)));
    }
  }

  private Reading read(List<Token> pieces) throws ParseException {
    if (pieces.size() > Limits.PIECES) {
      int from = pieces.get(Limits.PIECES).getStartPosition() - 1;
      return refused(
          new Span(from, text.length() - from),
          Message.of("bearings.formula.tooManyPieces", Limits.PIECES));
    }
    Order order = new Order(text, pieces);
    Optional<Problem> disorder = order.problem();
    if (disorder.isPresent()) {
      return Reading.refused(List.of(disorder.get()));
    }
    Tree tree = new Tree(order);
    Node root = tree.node(Grammar.tree(text, order.pieces()));
    return tree.problems().isEmpty()
        ? Reading.of(new Formula(text, root))
        : Reading.refused(tree.problems());
  }

  private static Reading refused(Span at, Message what) {
    return Reading.refused(
        List.of(Problem.of(at, what, Message.of("bearings.formula.expected.shorter"))));
  }
}
