package io.bearings.coach;

import io.bearings.coach.Statement.Match;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is done rather than reached. */
final class Deeds {
  private static final int NEAR = 2;
  private static final int NOUN_WITHIN = 5;

  private Deeds() {}

  /** What a number of somethings counts. */
  enum Counted {
    /** What one does: interviews, calls. */
    ACTIVITY,
    /** What one produces or closes: features, tickets. */
    OUTPUT
  }

  /**
   * A number of things done or made.
   *
   * @param span from the number to the noun, or the number alone
   */
  record Count(Counted counted, Span span) {}

  /** The verb of something that is finished by doing it, or its noun: "migrate", "migration of". */
  static Optional<Match> task(Statement statement) {
    if (statement.has(WordList.PURPOSE) || statement.has(WordList.FEELING)) {
      return Optional.empty();
    }
    return statement
        .deed(WordList.TASK)
        .or(() -> made(statement).filter(verb -> !statement.saysResult()))
        .or(() -> noun(statement));
  }

  /** The verb of something that makes a thing. */
  static Optional<Match> made(Statement statement) {
    return statement.deed(WordList.MAKE).or(() -> statement.deed(WordList.LAUNCH));
  }

  private static Optional<Match> noun(Statement statement) {
    int article = statement.lengthAt(WordList.ARTICLE, statement.first());
    return Stream.of(statement.first(), statement.first() + article)
        .map(index -> new Match(index, statement.lengthAt(WordList.TASK_NOUN, index)))
        .filter(match -> match.length() > 0)
        .findFirst();
  }

  /** The word that says that something is finished, at the end of the first clause. */
  static Optional<Match> finished(Statement statement) {
    int end = statement.endOfClause(statement.first());
    for (int index = statement.first() + 1; index < end; index++) {
      int length = statement.lengthAt(WordList.FINISHED, index);
      if (length > 0 && index + length == end) {
        return Optional.of(new Match(index, length));
      }
    }
    return Optional.empty();
  }

  /** "Hold 10 interviews", "90 % of planned stories delivered". */
  static Optional<Count> count(Statement statement, Figures figures) {
    if (figures.indices().isEmpty()) {
      return Optional.empty();
    }
    int number = figures.indices().get(0);
    boolean percent = statement.tokens().get(number).percent();
    if (percent && figures.indices().size() > 1) {
      return Optional.empty();
    }
    Optional<Counted> counted =
        doneByVerb(statement, number, percent).or(() -> donePassively(statement, number, percent));
    return counted.map(what -> new Count(what, statement.span(number)));
  }

  private static Optional<Counted> doneByVerb(Statement statement, int number, boolean percent) {
    Optional<Match> verb =
        Stream.of(WordList.MEET, WordList.DO, WordList.MAKE, WordList.TASK)
            .flatMap(list -> statement.deed(list).stream())
            .findFirst()
            .filter(match -> near(match, number));
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    Optional<Counted> noun = noun(statement, number);
    if (percent) {
      return noun.filter(what -> what == Counted.OUTPUT);
    }
    boolean beside = number <= verb.get().end() + 1;
    return statement
        .deed(WordList.MEET)
        .map(meet -> Counted.ACTIVITY)
        .or(() -> noun)
        .or(() -> beside ? byVerb(statement) : Optional.empty());
  }

  /** The number stands soon after the verb, or before it where the verb comes last. */
  private static boolean near(Match verb, int number) {
    return number < verb.index() || number - verb.end() <= NEAR;
  }

  private static Optional<Counted> byVerb(Statement statement) {
    return Optional.of(
        statement.deed(WordList.MAKE).isEmpty() && statement.deed(WordList.DO).isPresent()
            ? Counted.ACTIVITY
            : Counted.OUTPUT);
  }

  private static Optional<Counted> donePassively(Statement statement, int number, boolean percent) {
    boolean changes =
        Stream.of(WordList.CHANGE, WordList.FLAT, WordList.MORE)
            .anyMatch(list -> statement.lengthAt(list, statement.first()) > 0);
    if (changes || statement.find(WordList.FINISHED, number).isEmpty()) {
      return Optional.empty();
    }
    return noun(statement, number).filter(what -> !percent || what == Counted.OUTPUT);
  }

  /** The first counted noun behind a number; the longer phrase decides what it is. */
  private static Optional<Counted> noun(Statement statement, int number) {
    int end = Math.min(number + 1 + NOUN_WITHIN, statement.endOfClause(number));
    for (int index = number + 1; index < end; index++) {
      int activity = statement.lengthAt(WordList.ACTIVITY, index);
      int output = statement.lengthAt(WordList.OUTPUT, index);
      if (activity > 0 || output > 0) {
        return Optional.of(activity >= output ? Counted.ACTIVITY : Counted.OUTPUT);
      }
    }
    return Optional.empty();
  }
}
