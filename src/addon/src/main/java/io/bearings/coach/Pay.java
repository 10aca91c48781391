package io.bearings.coach;

import io.bearings.coach.Statement.Match;
import io.bearings.okr.Message;
import java.util.Optional;

/** Finds objectives that are about somebody's own pay, promotion or appraisal. */
final class Pay {
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
            .filter(match -> !ofProduct(statement, match));
    return phrase.or(
        () ->
            statement
                .find(WordList.PAY_WORD)
                .filter(match -> !ofProduct(statement, match))
                .filter(match -> !ofOthers && statement.has(WordList.PAY_SELF)));
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
