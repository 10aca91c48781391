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
            && !empty(why)
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

  /** "It is important": not one word that would be missing elsewhere. */
  private static boolean empty(Statement why) {
    int index = 0;
    while (index < why.tokens().size()) {
      int length = why.tokens().get(index).isMark() ? 1 : said(why, index);
      if (length == 0) {
        return false;
      }
      index += length;
    }
    return true;
  }

  private static int said(Statement why, int index) {
    return Math.max(why.lengthAt(WordList.EMPTY, index), why.lengthAt(WordList.PLACEHOLDER, index));
  }

  private static List<String> words(List<Token> tokens) {
    return tokens.stream().filter(token -> !token.isMark()).map(Token::norm).toList();
  }
}
