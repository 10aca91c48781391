package io.bearings.coach;

import io.bearings.okr.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what a new hire does not understand in 30 seconds: jargon, initials, endless sentences. */
final class Plainness {
  private static final int MOST_WORDS = 35;
  private static final int MOST_BUZZ = 2;
  private static final int MOST_INITIALS = 2;
  private static final int MOST_READINGS = 20;

  private static final Set<String> KNOWN =
      Set.of(
          "API", "IT", "HR", "EU", "UK", "US", "USA", "TV", "UN", "VIP", "ID", "PC", "OK", "PDF");

  private Plainness() {}

  static Optional<Finding> check(Statement statement) {
    if (readable(statement)) {
      return Optional.empty();
    }
    return Optional.of(
        Finding.of(
                Rule.UNREADABLE,
                statement.size() > MOST_WORDS
                    ? Message.of("bearings.coach.unreadable.long", statement.size(), MOST_WORDS)
                    : Message.of("bearings.coach.unreadable"))
            .better(
                statement.size() > MOST_WORDS
                    ? Wording.pattern(Message.of("bearings.coach.unreadable.better"))
                    : plainer(statement)));
  }

  private static boolean readable(Statement statement) {
    int buzz = statement.count(WordList.BUZZ);
    boolean direction = statement.lengthAt(WordList.FLAT, statement.first()) > 0;
    boolean nothingElse = !direction && buzz == MOST_BUZZ && statement.size() <= 2 * MOST_BUZZ;
    return statement.size() <= MOST_WORDS
        && buzz <= MOST_BUZZ
        && !nothingElse
        && initials(statement) <= MOST_INITIALS;
  }

  private static long initials(Statement statement) {
    return statement.tokens().stream().filter(Plainness::isInitials).count();
  }

  private static boolean isInitials(Token token) {
    return token.isWord()
        && token.text().length() >= 2
        && token.text().length() <= 5
        && token.text().chars().allMatch(Character::isUpperCase)
        && !KNOWN.contains(token.text());
  }

  /** The same in plain words, if that is enough to make it readable. */
  private static Wording plainer(Statement statement) {
    String plain = statement.text();
    for (Map.Entry<String, String> word : statement.words().plain().entrySet()) {
      plain = replaced(plain, Tokens.of(word.getKey()), word.getValue());
    }
    boolean enough = !plain.equals(statement.text()) && readable(statement.reworded(plain.strip()));
    return enough
        ? Wording.whole(plain.strip())
        : Wording.pattern(Message.of("bearings.coach.unreadable.better"));
  }

  private static String replaced(String text, List<Token> word, String by) {
    String result = text;
    for (int times = 0; times < MOST_READINGS; times++) {
      Optional<Span> found = find(Tokens.of(result), word);
      if (found.isEmpty()) {
        return result;
      }
      result = replaced(result, found.get(), by);
    }
    return result;
  }

  private static Optional<Span> find(List<Token> tokens, List<Token> word) {
    for (int i = 0; i + word.size() <= tokens.size(); i++) {
      boolean same = true;
      for (int j = 0; j < word.size(); j++) {
        same &= tokens.get(i + j).norm().equals(word.get(j).norm());
      }
      if (same) {
        return Optional.of(new Span(tokens.get(i).start(), tokens.get(i + word.size() - 1).end()));
      }
    }
    return Optional.empty();
  }

  private static String replaced(String text, Span span, String by) {
    boolean capital = Character.isUpperCase(text.charAt(span.start())) && !by.isEmpty();
    String word = capital ? Character.toUpperCase(by.charAt(0)) + by.substring(1) : by;
    String before = text.substring(0, span.start());
    String after = text.substring(span.end());
    return word.isEmpty() ? (before.stripTrailing() + after) : before + word + after;
  }
}
