package io.bearings.coach;

import io.bearings.coach.Statement.Match;
import io.bearings.okr.Message;
import java.util.Optional;

/** Finds objectives that are about somebody's own pay, promotion or appraisal. */
final class Pay {
  private static final int POST_WITHIN = 3;

  private Pay() {}

  static Optional<Finding> check(Statement statement) {
    return named(statement)
        .map(
            match ->
                Finding.of(Rule.PAY, Message.of("bearings.coach.pay"))
                    .better(Wording.pattern(Message.of("bearings.coach.pay.better")))
                    .at(statement.span(match)));
  }

  /** A phrase says enough; a single word also occurs in what one sells. */
  private static Optional<Match> named(Statement statement) {
    boolean ofOthers = statement.has(WordList.PAY_OTHER) || statement.has(WordList.PEOPLE);
    Optional<Match> phrase =
        statement
            .find(WordList.PAY)
            .filter(match -> match.length() > 1 || !ofOthers && !described(statement, match))
            .filter(match -> !ofProduct(statement, match))
            .filter(match -> !othersSpeak(statement));
    return phrase
        .or(() -> rises(statement))
        .or(
            () ->
                statement
                    .find(WordList.PAY_WORD)
                    .filter(match -> !ofProduct(statement, match))
                    .filter(match -> !ofOthers && statement.has(WordList.PAY_SELF)));
  }

  /** "Buyers know our commission": it is they who do something with it. */
  private static boolean othersSpeak(Statement statement) {
    int subject = statement.first() + statement.lengthAt(WordList.ARTICLE, statement.first());
    return statement.lengthAt(WordList.PEOPLE, subject) > 0
        || statement.lengthAt(WordList.PAY_OTHER, subject) > 0;
  }

  /** "Be made head of department": into a post that is above one's own. */
  private static Optional<Match> rises(Statement statement) {
    Optional<Match> rise = statement.verb(WordList.RISE);
    return rise.filter(
            verb -> !purposeful(statement) && statement.find(WordList.FOR, verb.end()).isEmpty())
        .flatMap(
            verb ->
                statement
                    .find(WordList.ROLE)
                    .filter(role -> ends(statement, role))
                    .filter(role -> Math.abs(role.index() - verb.end()) <= POST_WITHIN));
  }

  /** "Become a director who listens", but not "director, with the car that goes with it". */
  private static boolean purposeful(Statement statement) {
    int end = statement.endOfClause(statement.first());
    return statement.saysResult()
        && statement.find(WordList.RESULT).filter(match -> match.index() > end + 1).isEmpty();
  }

  /** "Become head of sales", but not "the director's cut". */
  private static boolean ends(Statement statement, Match role) {
    int end = role.end();
    return role.length() > 1
        || end == statement.endOfClause(role.index())
        || statement.words().verbLast()
        || statement.lengthAt(WordList.ABOUT_THING, end) > 0;
  }

  /** "A bonus that pensioners understand". */
  private static boolean described(Statement statement, Match match) {
    return statement.lengthAt(WordList.RESULT, match.end()) > 0;
  }

  /** "Our salary benchmark" is something that one sells. */
  private static boolean ofProduct(Statement statement, Match match) {
    return statement.lengthAt(WordList.PAY_PRODUCT, match.end()) > 0;
  }
}
