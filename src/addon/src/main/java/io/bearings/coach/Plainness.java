package io.bearings.coach;

import io.bearings.okr.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a new hire does not understand in 30 seconds: jargon, initials, endless sentences. */
final class Plainness {
  private static final int MOST_WORDS = 35;
  private static final int MOST_BUZZ = 2;
  private static final int JARGON = 2;
  private static final int FEW_WORDS = 10;
  private static final int MOST_INITIALS = 2;
  private static final int MOST_READINGS = 20;

  /** Initials, perhaps of several: "SLAs". */
  private static final Pattern INITIALS = Pattern.compile("\\p{Lu}[\\p{Lu}\\d]{0,4}\\p{Lu}s?");

  private static final Set<String> KNOWN =
      Set.of(
          "API", "APIs", "IT", "HR", "EU", "UK", "US", "USA", "TV", "TVs", "UN", "VIP", "VIPs",
          "ID", "IDs", "PC", "PCs", "OK", "PDF", "PDFs", "AI", "KI", "IA", "CEO", "GPS", "SMS",
          "USB", "LED", "CV", "CVs", "FAQ", "FAQs", "NGO", "NGOs", "DNA", "WC", "B2B", "B2C");

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
    int buzz = buzz(statement);
    boolean direction =
        Stream.of(WordList.FLAT, WordList.MORE)
                .anyMatch(list -> statement.lengthAt(list, statement.first()) > 0)
            || statement.verb(WordList.BECOME).isPresent()
            || statement.has(WordList.VAGUE);
    boolean nothingElse =
        !direction && buzz == MOST_BUZZ && (statement.size() <= 2 * MOST_BUZZ || vapour(statement));
    return statement.size() <= MOST_WORDS
        && buzz <= MOST_BUZZ
        && !nothingElse
        && initials(statement) <= MOST_INITIALS;
  }

  /** A few words about nobody and nothing that one could see. */
  private static boolean vapour(Statement statement) {
    return statement.size() <= FEW_WORDS
        && !statement.saysResult()
        && Stream.of(
                WordList.FEELING, WordList.PEOPLE, WordList.STAFF, WordList.THING, WordList.TASK)
            .noneMatch(statement::has)
        && statement.tokens().stream().noneMatch(Token::isNumber);
  }

  /** How much there is to ask about; what only insiders say weighs double. */
  private static int buzz(Statement statement) {
    return statement.count(WordList.BUZZ) + JARGON * statement.count(WordList.JARGON);
  }

  private static long initials(Statement statement) {
    boolean shouted = statement.text().chars().noneMatch(Character::isLowerCase);
    return shouted ? 0 : statement.tokens().stream().filter(Plainness::isInitials).count();
  }

  private static boolean isInitials(Token token) {
    return token.isWord()
        && INITIALS.matcher(token.text()).matches()
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
