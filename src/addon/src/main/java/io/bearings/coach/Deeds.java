package io.bearings.coach;

import io.bearings.coach.Statement.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what is done rather than reached. */
final class Deeds {
  private static final int NEAR = 2;
  private static final int NOUN_WITHIN = 5;
  private static final int THING_WORDS = 6;
  private static final int PEOPLE_WITHIN = 6;

  private static final List<WordList> NO_DEED =
      List.of(
          WordList.FLAT,
          WordList.CHANGE,
          WordList.GAIN,
          WordList.KEEP,
          WordList.BECOME,
          WordList.MORE,
          WordList.MULTIPLY,
          WordList.MEASURE,
          WordList.KPI,
          WordList.TO,
          WordList.ABOUT,
          WordList.UP,
          WordList.DOWN,
          WordList.NOW,
          WordList.WISH_NOT);

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
   * @param span the number
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

  /**
   * A deed that no list names, by its form: an infinitive, or a word before "the" or "a". Verbs
   * that change or keep something are none.
   */
  static Optional<Match> wish(Statement statement) {
    return shown(statement)
        .filter(
            match ->
                NO_DEED.stream().noneMatch(list -> statement.lengthAt(list, match.index()) > 0))
        .filter(match -> !statement.has(WordList.MORE) && !statement.has(WordList.FEELING));
  }

  private static Optional<Match> shown(Statement statement) {
    int first = statement.first();
    int end = statement.endOfClause(first);
    if (end - first < 2) {
      return Optional.empty();
    }
    if (!statement.words().infinitivesShow()) {
      return commands(statement, first) ? Optional.of(new Match(first, 1)) : Optional.empty();
    }
    int verb = statement.words().verbLast() ? end - 1 : first;
    Token token = statement.tokens().get(verb);
    boolean lowerCase = Character.isLowerCase(token.text().charAt(0));
    return statement.words().infinitive(token.norm())
            && (lowerCase || !statement.words().verbLast())
        ? Optional.of(new Match(verb, 1))
        : Optional.empty();
  }

  /** "Sort the archive", "Hand in the study", but not "Guests in the lobby". */
  private static boolean commands(Statement statement, int first) {
    Token token = statement.tokens().get(first);
    if (!token.isWord() || token.norm().endsWith("s")) {
      return false;
    }
    int particle = statement.lengthAt(WordList.PARTICLE, first + 1);
    return statement.lengthAt(WordList.DETERMINER, first + 1 + particle) > 0;
  }

  /** "A brochure for parents": a thing with nothing said about it. */
  static Optional<Match> thing(Statement statement) {
    int article = statement.lengthAt(WordList.DETERMINER, statement.first());
    int noun = statement.first() + article;
    int length =
        Math.max(
            statement.lengthAt(WordList.OUTPUT, noun), statement.lengthAt(WordList.THING, noun));
    return article > 0 && length > 0 && statement.size() <= THING_WORDS && !statement.saysResult()
        ? Optional.of(new Match(noun, length))
        : Optional.empty();
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
        doneByVerb(statement, number, percent)
            .or(() -> donePassively(statement, number, percent))
            .or(() -> percent ? Optional.empty() : doneByForm(statement, number));
    return counted.map(what -> new Count(what, statement.span(number)));
  }

  private static Optional<Counted> doneByVerb(Statement statement, int number, boolean percent) {
    Optional<Match> verb =
        Stream.of(WordList.MEET, WordList.DO, WordList.MAKE, WordList.TASK)
            .flatMap(list -> statement.deed(list).stream())
            .findFirst()
            .filter(match -> near(statement, match, number));
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
  private static boolean near(Statement statement, Match verb, int number) {
    int within = statement.lengthAt(WordList.MEET, verb.index()) > 0 ? PEOPLE_WITHIN : NEAR;
    return number < verb.index() || number - verb.end() <= within;
  }

  /** "Plant 400 trees": a word that is no measure, and a number right behind it. */
  private static Optional<Counted> doneByForm(Statement statement, int number) {
    int first = statement.first();
    boolean counts =
        statement.words().verbLast()
            ? number == first && wish(statement).isPresent()
            : commandsNumber(statement, first, number);
    return counts
        ? noun(statement, number).or(() -> Optional.of(Counted.OUTPUT))
        : Optional.empty();
  }

  private static boolean commandsNumber(Statement statement, int first, int number) {
    Token token = statement.tokens().get(first);
    boolean form =
        statement.words().infinitivesShow()
            ? statement.words().infinitive(token.norm())
            : token.isWord() && !token.norm().endsWith("s");
    int particle = statement.lengthAt(WordList.PARTICLE, first + 1);
    boolean beside = number == first + 1 || number == first + 1 + particle;
    return form
        && beside
        && statement.endOfClause(number) > number + 1
        && NO_DEED.stream().noneMatch(list -> statement.lengthAt(list, first) > 0);
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
    return noun(statement, number)
        .filter(what -> !percent || what == Counted.OUTPUT)
        .or(() -> percent ? Optional.empty() : held(statement, number));
  }

  /** "Two open days held". */
  private static Optional<Counted> held(Statement statement, int number) {
    return statement.find(WordList.HELD, number).map(match -> Counted.ACTIVITY);
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
