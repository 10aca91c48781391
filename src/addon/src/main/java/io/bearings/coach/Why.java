package io.bearings.coach;

import io.bearings.okr.Message;
import java.util.List;
import java.util.Optional;

/** Finds whys that say nothing: empty, put off, or the title again. */
final class Why {
  private static final int FEWEST_WORDS = 3;

  private Why() {}

  static Optional<Finding> check(String title, Statement why) {
    boolean says =
        why.size() >= FEWEST_WORDS
            && !placeholder(why)
            && !words(why.tokens()).equals(words(Tokens.of(title)));
    return says
        ? Optional.empty()
        : Optional.of(
            Finding.of(Rule.NO_WHY, Message.of("bearings.coach.noWhy"))
                .better(Wording.pattern(Message.of("bearings.coach.noWhy.better"))));
  }

  private static boolean placeholder(Statement why) {
    return why.lengthAt(WordList.PLACEHOLDER, 0) == why.size();
  }

  private static List<String> words(List<Token> tokens) {
    return tokens.stream().filter(token -> !token.isMark()).map(Token::norm).toList();
  }
}
