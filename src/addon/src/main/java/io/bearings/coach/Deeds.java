package io.bearings.coach;

import io.bearings.coach.Statement.Match;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds what is done rather than reached. */
final class Deeds {
  private static final int NEAR = 2;
  private static final int NOUN_WITHIN = 5;
  private static final int FEW_WORDS = 6;
  private static final int THING_WORDS = 9;
  private static final int COMPLEMENT = 2;
  private static final int PEOPLE_WITHIN = 6;
  private static final int SUBJECT_WITHIN = 6;
  private static final BigDecimal FEW = BigDecimal.valueOf(5);

  /** Of English nouns: "Access to the archive" is no command. */
  private static final Set<String> NOUN_ENDINGS =
      Set.of("ion", "ment", "ness", "ity", "ance", "ence", "ship", "ess");

  private static final Pattern VERSION = Pattern.compile("v\\d[\\d.]*");

  private static final Set<Character> PLURAL = Set.of('s', 'x');

  private static final List<WordList> BEHIND_COUNTED =
      List.of(
          WordList.FINISHED,
          WordList.HELD,
          WordList.OWN,
          WordList.SOURCE,
          WordList.UP,
          WordList.GOES);

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

  private static final List<WordList> NO_NAME =
      List.of(
          WordList.TASK,
          WordList.MAKE,
          WordList.LAUNCH,
          WordList.PUT,
          WordList.FLAT,
          WordList.CHANGE,
          WordList.MORE);

  /** What stands between a subject and a number without being a deed. */
  private static final List<WordList> NO_VERB =
      List.of(
          WordList.BEFALLS,
          WordList.GOES,
          WordList.CHANGE,
          WordList.FLAT,
          WordList.GAIN,
          WordList.KEEP,
          WordList.MULTIPLY,
          WordList.MEASURE,
          WordList.KPI,
          WordList.TO,
          WordList.FROM,
          WordList.BY,
          WordList.ABOUT,
          WordList.ABOUT_THING,
          WordList.UP,
          WordList.DOWN,
          WordList.NOW,
          WordList.PER,
          WordList.STOP,
          WordList.VERSION);

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
    if (statement.brings(WordList.PURPOSE) || statement.has(WordList.FEELING)) {
      return Optional.empty();
    }
    if (virtue(statement).isPresent()) {
      return Optional.empty();
    }
    return statement
        .deed(WordList.TASK)
        .filter(verb -> !habit(statement, verb) && !describes(statement, verb))
        .or(() -> made(statement).filter(verb -> !statement.saysResult()))
        .or(() -> meets(statement))
        .or(() -> joined(statement))
        .or(() -> got(statement))
        .or(() -> apart(statement))
        .or(() -> decided(statement))
        .or(() -> papers(statement))
        .or(() -> put(statement).filter(verb -> !statement.saysResult()))
        .or(() -> noun(statement));
  }

  /** "Deliver operational excellence": what is made is no thing, and never finished. */
  static Optional<Match> virtue(Statement statement) {
    return Stream.of(WordList.MAKE, WordList.TASK, WordList.GAIN, WordList.LAUNCH, WordList.OFFER)
        .flatMap(list -> statement.deed(list).stream())
        .findFirst()
        .filter(verb -> !statement.saysResult() && !statement.has(WordList.FEELING))
        .flatMap(verb -> virtueOf(statement, verb));
  }

  private static Optional<Match> virtueOf(Statement statement, Match verb) {
    boolean last = verb.index() > statement.first();
    int from = last ? statement.first() : verb.end();
    int end = last ? verb.index() : statement.endOfClause(from);
    for (int index = from; index < Math.min(end, from + NEAR + 2); index++) {
      int at = index;
      int length = statement.lengthAt(WordList.VIRTUE, index);
      if (statement.lengthAt(WordList.THING, index) > Math.max(1, length)) {
        return Optional.empty();
      }
      int after = index + length;
      boolean head =
          !statement.words().headLast()
              || after >= end
              || statement.lengthAt(WordList.ABOUT_THING, after) > 0
              || statement.lengthAt(WordList.AND, after) > 0;
      if (length > 0 && head) {
        return Optional.of(new Match(index, length));
      }
      boolean offers = statement.lengthAt(WordList.OFFER, verb.index()) > 0;
      int better =
          Math.max(
              statement.lengthAt(WordList.MORE, index),
              offers ? statement.lengthAt(WordList.VAGUE, index) : 0);
      if (better > 0 && statement.size() <= FEW_WORDS) {
        return Optional.of(new Match(index, better));
      }
      boolean noun =
          !statement.words().headLast()
              && Stream.of(WordList.ARTICLE, WordList.DETERMINER, WordList.MORE)
                  .noneMatch(list -> statement.lengthAt(list, at) > 0);
      if (noun
          || statement.lengthAt(WordList.ABOUT_THING, index) > 0
              && statement.lengthAt(WordList.ARTICLE, index) == 0
          || statement.tokens().get(index).isNumber()) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "Find and appoint a new head": the second of two verbs is finished by doing it. */
  private static Optional<Match> joined(Statement statement) {
    int and = statement.first() + statement.lengthAt(WordList.SEEK, statement.first());
    int verb = and + statement.lengthAt(WordList.AND, and);
    Match deed = new Match(verb, statement.lengthAt(WordList.TASK, verb));
    return verb > and
            && deed.length() > 0
            && and > statement.first()
            && Stream.of(WordList.DETERMINER, WordList.ONE, WordList.TO)
                .anyMatch(list -> statement.lengthAt(list, deed.end()) > 0)
            && !statement.saysResult()
        ? Optional.of(deed)
        : Optional.empty();
  }

  /** "Get the kiln certified", "Get the money approved and buy a lorry". */
  static Optional<Match> got(Statement statement) {
    return statement
        .verb(WordList.GET)
        .filter(verb -> statement.lengthAt(WordList.DEFINITE, verb.end()) > 0)
        .filter(verb -> statement.lengthAt(WordList.PER, verb.end()) == 0)
        .filter(verb -> endsDone(statement, verb.end() + 2) || through(statement, verb.end() + 2))
        .filter(verb -> !statement.saysResult());
  }

  /** "Through the council". */
  private static boolean through(Statement statement, int from) {
    return IntStream.range(from, statement.endOfClause(statement.first()))
        .anyMatch(
            index ->
                statement.lengthAt(WordList.THROUGH, index) > 0
                    && statement.lengthAt(WordList.DEFINITE, index + 1) > 0);
  }

  /** "Certified", "tuned before Christmas": what is done to a thing, and perhaps until when. */
  private static boolean endsDone(Statement statement, int from) {
    int end = statement.endOfClause(statement.first());
    return IntStream.range(from, end)
        .filter(
            index ->
                Stream.of(WordList.FINISHED, WordList.HELD)
                        .anyMatch(list -> statement.lengthAt(list, index) > 0)
                    || statement.words().participle(statement.tokens().get(index)))
        .anyMatch(
            index ->
                index + 1 == end
                    || statement.lengthAt(WordList.AND, index + 1) > 0
                    || statement.lengthAt(WordList.BY, index + 1) > 0
                    || statement.lengthAt(WordList.PARTICLE, index + 1) > 0
                        && statement.lengthAt(WordList.TO, index + 1) == 0
                        && statement.lengthAt(WordList.ABOUT_THING, index + 1) == 0
                    || towardsCertain(statement, index + 1)
                    || statement.datedAt(index + 2));
  }

  /** "Turn the legacy gateway off for good": a verb and, behind its object, the rest of it. */
  private static Optional<Match> apart(Statement statement) {
    int first = statement.first();
    int verb = statement.lengthAt(WordList.APART, first);
    int end = Math.min(statement.endOfClause(first), first + PEOPLE_WITHIN + 2);
    return verb > 0
            && statement.lengthAt(WordList.DEFINITE, first + verb) > 0
            && !statement.saysResult()
            && IntStream.range(first + verb + 2, end)
                .filter(index -> statement.lengthAt(WordList.APART_PARTICLE, index) > 0)
                .anyMatch(
                    index ->
                        index + 1 == end
                            || statement.lengthAt(WordList.ABOUT_THING, index + 1) > 0
                            || statement.lengthAt(WordList.BY, index + 1) > 0)
        ? Optional.of(new Match(first, verb))
        : Optional.empty();
  }

  /** "Payroll vendor chosen by May": one thing that is decided. */
  static Optional<Match> decided(Statement statement) {
    int first = statement.first();
    int end = statement.endOfClause(first);
    return IntStream.range(first + 1, Math.min(end, first + NOUN_WITHIN + 1))
        .mapToObj(index -> new Match(index, statement.lengthAt(WordList.DECIDED, index)))
        .filter(match -> match.length() > 0)
        .findFirst()
        .filter(
            match ->
                match.end() >= end
                    || statement.lengthAt(WordList.AND, match.end()) > 0
                    || statement.datedAt(match.end())
                    || statement.lengthAt(WordList.ABOUT_THING, match.end()) > 0)
        .filter(match -> !statement.tokens().get(match.index() - 1).norm().endsWith("s"))
        .filter(
            match ->
                Stream.of(
                        WordList.MORE,
                        WordList.FLAT,
                        WordList.CHANGE,
                        WordList.MEASURE,
                        WordList.GET,
                        WordList.SHARE)
                    .allMatch(list -> statement.lengthAt(list, first) == 0))
        .filter(match -> !statement.saysResult());
  }

  /** "Hand in the research proposal": somebody else decides what comes of it. */
  static boolean applies(Statement statement) {
    return statement
        .verb(WordList.APPLIES)
        .filter(
            verb -> {
              boolean last = verb.index() > statement.first();
              int from = last ? statement.first() : verb.end();
              int end =
                  last ? verb.index() : Math.min(from + NOUN_WITHIN, statement.endOfClause(from));
              return IntStream.range(from, end)
                  .anyMatch(index -> statement.lengthAt(WordList.APPLICATION, index) > 0);
            })
        .isPresent();
  }

  /** "Obtain the building permit". */
  private static Optional<Match> papers(Statement statement) {
    return statement
        .verb(WordList.OBTAIN)
        .filter(verb -> !statement.has(WordList.PEOPLE) && !statement.saysResult())
        .filter(
            verb -> {
              boolean last = verb.index() > statement.first();
              int from = last ? statement.first() : verb.end();
              int end = last ? verb.index() : Math.min(from + NEAR + 2, statement.tokens().size());
              return IntStream.range(from, end)
                  .anyMatch(index -> statement.lengthAt(WordList.PAPER, index) > 0);
            });
  }

  /** "Do the stocktake", "Make a film about the mill". */
  static Optional<Match> light(Statement statement) {
    return statement
        .verb(WordList.LIGHT)
        .filter(verb -> verb.index() == statement.first())
        .filter(verb -> statement.lengthAt(WordList.DETERMINER, verb.end()) > 0)
        .filter(
            verb ->
                IntStream.range(verb.end() + 1, verb.end() + NEAR + 2)
                    .anyMatch(index -> isHead(statement, index)))
        .filter(verb -> !statement.has(WordList.MORE) && !statement.has(WordList.FEELING));
  }

  private static boolean isHead(Statement statement, int index) {
    int after = index + thingLength(statement, index);
    return after > index
        && (after == statement.endOfClause(index)
            || statement.lengthAt(WordList.ABOUT_THING, after) > 0
                && statement.lengthAt(WordList.ONE, after) == 0);
  }

  private static int thingLength(Statement statement, int index) {
    return Math.max(statement.lengthAt(WordList.THING, index), nounLength(statement, index));
  }

  /** "Visit four partner ports". */
  private static Optional<Match> meets(Statement statement) {
    return statement
        .deed(WordList.MEET)
        .filter(
            verb ->
                verb.end() < statement.tokens().size()
                    && statement.tokens().get(verb.end()).isNumber()
                    && !statement.tokens().get(verb.end()).percent()
                    && !statement.saysResult());
  }

  /** "Finish every shift with time left" is done each day. */
  private static boolean habit(Statement statement, Match verb) {
    int of = statement.lengthAt(WordList.MADE_OF, statement.first());
    boolean turns =
        statement.words().verbLast()
            ? statement.has(WordList.MADE_OF) && statement.lengthAt(WordList.TURN, verb.index()) > 0
            : of > 0 && statement.find(WordList.ONE, statement.first() + of).isPresent();
    boolean compares =
        statement.lengthAt(WordList.MORE, verb.end()) > 0
            && (statement.lengthAt(WordList.THAN, verb.end() + 1) > 0
                || verb.end() + 1 == statement.endOfClause(verb.end()));
    return turns
        || compares
        || weans(statement, verb)
        || statement.lengthAt(WordList.HABIT, verb.index()) > 0;
  }

  /** "Move our readers from skimming to arguing": what people do is to change. */
  private static boolean weans(Statement statement, Match verb) {
    return !statement.words().infinitivesShow()
        && statement
            .find(WordList.SOURCE, verb.end())
            .filter(from -> doing(statement, from.end()))
            .flatMap(from -> statement.find(WordList.TOWARDS, from.end()))
            .filter(to -> doing(statement, to.end()))
            .isPresent();
  }

  private static boolean doing(Statement statement, int index) {
    return index < statement.tokens().size()
        && statement.tokens().get(index).norm().endsWith("ing");
  }

  /**
   * "Run a city hall that nobody dreads": it says how something is to be, for the thing is not a
   * certain one. "Hire a developer who knows it" looks for one.
   */
  private static boolean describes(Statement statement, Match verb) {
    int object = verb.end() + statement.lengthAt(WordList.LEAD, verb.end());
    if (statement.words().verbLast() && verb.index() > statement.first()) {
      return describedBehind(statement, verb);
    }
    boolean certain =
        verb.index() != statement.first()
            || object >= statement.tokens().size()
            || statement.tokens().get(object).isNumber()
            || statement.lengthAt(WordList.DEFINITE, object) > 0;
    boolean sought =
        statement.lengthAt(WordList.SEEK, verb.index()) > 0
            && statement.lengthAt(WordList.DETERMINER, object) > 0;
    return !certain && !sought && statement.brings(WordList.RESULT, verb.end());
  }

  /** "Menschen einstellen, die uns widersprechen". */
  private static boolean describedBehind(Statement statement, Match verb) {
    int first = statement.first();
    int relative = verb.end() + 1;
    return verb.index() == first + 1
        && verb.end() == statement.endOfClause(first)
        && statement.lengthAt(WordList.ARTICLE, relative) > 0
        && !statement.tokens().get(first).isNumber();
  }

  /** The verb of something that makes a thing. */
  static Optional<Match> made(Statement statement) {
    return statement
        .deed(WordList.MAKE)
        .filter(verb -> !habit(statement, verb) && virtue(statement).isEmpty())
        .or(() -> statement.deed(WordList.LAUNCH).filter(verb -> !habit(statement, verb)))
        .filter(verb -> statement.lengthAt(WordList.FLAT, verb.index()) <= verb.length());
  }

  /** "Put the price list online". */
  static Optional<Match> put(Statement statement) {
    return statement
        .verb(WordList.PUT)
        .filter(verb -> verb.end() < statement.tokens().size())
        .filter(verb -> statement.find(WordList.ONLINE, verb.end()).isPresent());
  }

  /** "Delivery of the report": the noun of making, and a thing that is made. */
  static Optional<Match> making(Statement statement) {
    int begin = statement.first() + statement.lengthAt(WordList.ARTICLE, statement.first());
    Match noun = new Match(begin, statement.lengthAt(WordList.MAKE_NOUN, begin));
    int end = Math.min(noun.end() + NEAR + 1, statement.endOfClause(begin));
    return noun.length() > 0 && thingBetween(statement, noun.end(), end) && !statement.saysResult()
        ? Optional.of(noun)
        : Optional.empty();
  }

  /** "Complaints halve from 600", but not "double rooms": a verb, and nothing that it is upon. */
  static boolean predicate(Statement statement, Match verb) {
    return verb.end() == statement.endOfClause(verb.index())
        || Stream.of(WordList.ABOUT_THING, WordList.FROM, WordList.TO, WordList.BY, WordList.DATED)
            .anyMatch(list -> statement.lengthAt(list, verb.end()) > 0);
  }

  /** "Migration of the archive": the noun of something that is finished by doing it. */
  static Optional<Match> noun(Statement statement) {
    int article = statement.lengthAt(WordList.ARTICLE, statement.first());
    return Stream.of(statement.first(), statement.first() + article)
        .map(index -> new Match(index, statement.lengthAt(WordList.TASK_NOUN, index)))
        .filter(match -> match.length() > 0 && !statement.grows(match))
        .findFirst();
  }

  /** The word that says that something is finished, at the end of the first clause. */
  static Optional<Match> finished(Statement statement) {
    int end = statement.endOfClause(statement.first());
    for (int index = statement.first() + 1; index < end; index++) {
      int length = statement.lengthAt(WordList.FINISHED, index);
      boolean atTheEnd = index + length == end || statement.datedAt(index + length);
      boolean ofThing =
          statement.lengthAt(WordList.ABOUT_THING, index + length) > 0
              && (thingBetween(statement, statement.first(), index) || oneThing(statement, index))
              && !statement.saysResult();
      if (length > 0 && (atTheEnd || ofThing)) {
        return Optional.of(new Match(index, length));
      }
    }
    return existing(statement, end)
        .or(() -> embraced(statement, end))
        .or(() -> participle(statement, beforeDate(statement, end)));
  }

  /** "Bis Mai liegt ein Leitfaden vor": where the verb embraces what is there. */
  private static Optional<Match> embraced(Statement statement, int end) {
    int first = statement.first();
    String last = end > 0 ? statement.tokens().get(end - 1).text() : "";
    return statement.words().verbLast()
        ? IntStream.range(first, Math.min(end - 2, first + SUBJECT_WITHIN))
            .filter(verb -> statement.lengthAt(WordList.ONE, verb + 1) > 0)
            .filter(
                verb ->
                    statement
                            .reworded(statement.tokens().get(verb).text() + " " + last)
                            .lengthAt(WordList.FINISHED, 0)
                        == 2)
            .mapToObj(verb -> new Match(verb, 1))
            .findFirst()
        : Optional.empty();
  }

  /** "A handbook exists in which everybody finds the rules": it is there, whatever it is for. */
  private static Optional<Match> existing(Statement statement, int end) {
    int first = statement.first();
    int begin = first + statement.lengthAt(WordList.EXISTS, first);
    boolean one = statement.lengthAt(WordList.ONE, begin) > 0;
    return statement
        .find(WordList.EXISTS)
        .filter(exists -> one && exists.index() < end)
        .filter(
            exists ->
                begin > first
                    ? thingBetween(statement, begin + 1, Math.min(end, begin + NEAR + 1))
                    : thingBetween(statement, first + 1, exists.index()));
  }

  /** "All tills switched over to the new network": done to what is there, and nothing is made. */
  static Optional<Match> moved(Statement statement) {
    int first = statement.first();
    return statement.lengthAt(WordList.DEFINITE, first) == 0 || statement.saysResult()
        ? Optional.empty()
        : IntStream.range(first + 2, statement.endOfClause(first))
            .filter(index -> statement.words().participle(statement.tokens().get(index)))
            .filter(index -> towardsCertain(statement, index + 1))
            .mapToObj(index -> new Match(index, 1))
            .findFirst();
  }

  /** "Over to the new". */
  private static boolean towardsCertain(Statement statement, int index) {
    int to = statement.lengthAt(WordList.TOWARDS, index);
    int second = statement.lengthAt(WordList.TOWARDS, index + 1);
    return to > 0 && statement.lengthAt(WordList.DEFINITE, index + to) > 0
        || statement.lengthAt(WordList.PARTICLE, index) == 1
            && second > 0
            && statement.lengthAt(WordList.DEFINITE, index + 1 + second) > 0;
  }

  /** Where a date begins with which a clause ends, or the end. */
  private static int beforeDate(Statement statement, int end) {
    return IntStream.range(statement.first() + 2, end)
        .filter(statement::datedAt)
        .findFirst()
        .orElse(end);
  }

  /** "Water fountain installed in the park": what is one is no measure of many. */
  private static boolean oneThing(Statement statement, int finished) {
    String noun = statement.tokens().get(finished - 1).norm();
    return finished - statement.first() <= NOUN_WITHIN
        && statement.words().headLast()
        && !statement.words().verbLast()
        && !noun.endsWith("s")
        && !statement.has(WordList.MORE)
        && !statement.has(WordList.FEELING)
        && IntStream.range(statement.first(), finished)
            .allMatch(
                index ->
                    Stream.of(WordList.PEOPLE, WordList.STAFF, WordList.MEASURE, WordList.RATIO)
                        .allMatch(list -> statement.lengthAt(list, index) == 0));
  }

  /** "Contract template reviewed": a thing, and at the end what was done to it. */
  private static Optional<Match> participle(Statement statement, int end) {
    int last = end - 1;
    return last > statement.first()
            && (statement.words().participle(statement.tokens().get(last)) || used(statement, last))
            && statement.lengthAt(WordList.FEELING, last) == 0
            && thingBetween(statement, statement.first(), last)
        ? Optional.of(new Match(last, 1))
        : Optional.empty();
  }

  /** "The interface works", "Service catalogue online", but not "Patients book online". */
  private static boolean used(Statement statement, int last) {
    boolean people =
        IntStream.range(statement.first(), last)
            .anyMatch(index -> statement.lengthAt(WordList.PEOPLE, index) > 0);
    return statement.lengthAt(WordList.ONLINE, last) > 0
        && statement.lengthAt(WordList.UP, last - 1) <= 1
        && !people
        && !statement.has(WordList.MORE);
  }

  private static boolean thingBetween(Statement statement, int from, int to) {
    for (int index = from; index < to; index++) {
      if (statement.lengthAt(WordList.THING, index) > 0) {
        return true;
      }
    }
    return false;
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
        .filter(
            match ->
                Stream.of(WordList.MORE, WordList.FEELING, WordList.GOES)
                    .noneMatch(statement::has));
  }

  private static Optional<Match> shown(Statement statement) {
    int first = statement.first();
    int end = statement.endOfClause(first);
    if (end - first < 2 || statement.modal()) {
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
    boolean noun =
        particle > 0
            && (statement.lengthAt(WordList.THING, first) > 0
                || NOUN_ENDINGS.stream().anyMatch(token.norm()::endsWith));
    return !noun && statement.lengthAt(WordList.DETERMINER, first + 1 + particle) > 0;
  }

  /** Whether a thing that somebody can finish is the object of a verb. */
  static boolean uponThing(Statement statement, Match verb) {
    boolean last = verb.index() > statement.first();
    int from = last ? statement.first() : verb.end();
    int end = last ? verb.index() : statement.endOfClause(from);
    return IntStream.range(from, Math.min(end, from + NEAR + 2))
        .anyMatch(
            index ->
                statement.lengthAt(WordList.THING, index) > 0
                    || statement.lengthAt(WordList.OUTPUT, index) > 0);
  }

  /** "The museum has an audio guide". */
  static Optional<Match> owned(Statement statement) {
    int end = statement.endOfClause(statement.first());
    return statement
        .find(WordList.HAS, statement.first() + 1)
        .filter(has -> statement.lengthAt(WordList.ONE, has.end()) > 0)
        .filter(
            has ->
                end - has.end() <= NEAR + 2 && thingBetween(statement, end - 1, end)
                    || IntStream.range(has.end() + 1, Math.min(end, has.end() + NEAR + 2))
                        .anyMatch(index -> isHead(statement, index))
                    || !statement.words().headLast()
                        && end - has.end() <= NOUN_WITHIN
                        && statement.lengthAt(WordList.THING, has.end() + 1) > 0)
        .filter(has -> !statement.saysResult() && !statement.has(WordList.MORE));
  }

  /**
   * "A brochure for parents": a thing with nothing said about it.
   *
   * @param named whether the name of the thing alone is enough: "Concept for the clinic"
   */
  static Optional<Match> thing(Statement statement, boolean named) {
    int first = statement.first() + statement.lengthAt(WordList.HAVE, statement.first());
    int article = statement.lengthAt(WordList.DETERMINER, first);
    int noun = first + article;
    int length =
        Math.max(
            statement.lengthAt(WordList.OUTPUT, noun), statement.lengthAt(WordList.THING, noun));
    int last = noun + NEAR + 1;
    for (int index = noun + 1; length == 0 && index <= last; index++) {
      int thing =
          Math.max(
              statement.lengthAt(WordList.THING, index), madeLength(statement, index, article));
      boolean head =
          index + thing >= statement.endOfClause(noun)
              || statement.lengthAt(WordList.ABOUT_THING, index + thing) > 0;
      if (head && thing > 0) {
        noun = index;
        length = thing;
      }
    }
    if (length == 0 && released(statement, noun)) {
      return Optional.of(new Match(noun, 1)).filter(version -> !statement.saysResult());
    }
    if (length == 0 && offered(statement, noun)) {
      length = 1;
    }
    int after = noun + length;
    boolean bare =
        named
            && NO_NAME.stream().noneMatch(list -> statement.lengthAt(list, first) > 0)
            && !hasArticle(statement, first, noun)
            && (statement.lengthAt(WordList.THING, noun) > 0 && isAbout(statement, after)
                || madeLength(statement, noun, article) > 0);
    boolean changes =
        statement.find(WordList.MORE, Math.min(after, statement.tokens().size())).isPresent();
    return (article > 0 || bare)
            && length > 0
            && !changes
            && !endsWithVerb(statement)
            && said(statement) - (noun - first - article) - complement(statement, noun, length)
                <= THING_WORDS
            && !statement.saysResult()
        ? Optional.of(new Match(noun, length))
        : Optional.empty();
  }

  /** How many words the first clause has; what follows it, as "online before June", says less. */
  private static int said(Statement statement) {
    return (int)
        IntStream.range(0, statement.endOfClause(statement.first()))
            .filter(index -> !statement.tokens().get(index).isMark())
            .count();
  }

  /** "Alle Lieferantenverträge prüfen": the thing is the object of a verb that comes last. */
  private static boolean endsWithVerb(Statement statement) {
    return statement.words().verbLast() && shown(statement).isPresent();
  }

  /** "Mapa de riesgos", where a compound takes three words. */
  private static int complement(Statement statement, int noun, int length) {
    boolean of =
        !statement.words().headLast() && statement.lengthAt(WordList.RATIO, noun + length) == 1;
    return length - 1 + (of ? COMPLEMENT : 0);
  }

  /** "Clear out the archive in the basement": the thing is the object of a verb. */
  private static boolean hasArticle(Statement statement, int from, int to) {
    return IntStream.range(from, to)
        .anyMatch(index -> statement.lengthAt(WordList.ARTICLE, index) > 0);
  }

  /** "Prototype for the mill", "Prototyp der Mühle". */
  private static boolean isAbout(Statement statement, int after) {
    return statement.lengthAt(WordList.ABOUT_THING, after) > 0
        || statement.words().verbLast()
            && Stream.of(WordList.ARTICLE, WordList.DETERMINER)
                .anyMatch(list -> statement.lengthAt(list, after) > 0);
  }

  /** "Training videos for the new till": the length of what one makes for something. */
  private static int madeLength(Statement statement, int noun, int article) {
    int length = statement.lengthAt(WordList.OUTPUT, noun);
    boolean own =
        article == 0
            && statement.lengthAt(WordList.FOREIGN, noun) < length
            && statement.lengthAt(WordList.MEASURE, noun) < length
            && statement.lengthAt(WordList.FOR, noun + length) > 0;
    return own ? length : 0;
  }

  /**
   * "Newsletters sent", "Number of articles": what the fields count, where the text has no number.
   */
  static Optional<Count> subject(Statement statement) {
    int first = statement.first();
    if (statement.lengthAt(WordList.SHARE, first) > 0) {
      return Optional.empty();
    }
    return done(statement)
        .flatMap(
            done ->
                lastNoun(statement, first, done.index())
                    .map(what -> new Count(what, statement.span(done))))
        .or(() -> numberOf(statement))
        .or(() -> named(statement, first));
  }

  /** "Workshops with parents". */
  private static Optional<Count> named(Statement statement, int first) {
    int length = statement.lengthAt(WordList.ACTIVITY, first);
    int next = first + length;
    boolean alone =
        next == statement.endOfClause(first)
            || statement.lengthAt(WordList.ABOUT_THING, next) > 0
                && statement.lengthAt(WordList.PER, next) == 0;
    return length > 0
            && alone
            && (statement.lengthAt(WordList.FOREIGN, first) == 0
                || outgoing(statement, next)
                || statement.find(WordList.OWN, next).isPresent())
            && !statement.saysResult()
        ? Optional.of(new Count(Counted.ACTIVITY, statement.span(new Match(first, length))))
        : Optional.empty();
  }

  private static Optional<Match> done(Statement statement) {
    int end = statement.endOfClause(statement.first());
    return Stream.of(WordList.FINISHED, WordList.HELD)
        .flatMap(list -> statement.find(list, statement.first() + 1).stream())
        .filter(match -> match.end() == end)
        .findFirst();
  }

  /** "Number of articles", "Number of school visits by our rangers", but not "per employee". */
  static Optional<Count> numberOf(Statement statement) {
    int first = afterChange(statement);
    int length = statement.lengthAt(WordList.NUMBER_OF, first);
    int clause = statement.endOfClause(first);
    if (length > 0
        && statement.lengthAt(WordList.FINISHED, first + length) > 0
        && statement.lengthAt(WordList.ONLINE, first + length) == 0) {
      return Optional.of(new Count(Counted.OUTPUT, statement.span(new Match(first, length))));
    }
    int end = length == 0 ? first : Math.min(clause, first + length + NOUN_WITHIN);
    for (int index = first + length; index < end; index++) {
      Optional<Counted> noun = nounAt(statement, index);
      boolean head =
          !statement.words().headLast()
              || nounAt(statement, index + Math.max(1, nounLength(statement, index))).isEmpty();
      if (noun.isPresent() && head) {
        int after = afterAdjective(statement, index + nounLength(statement, index));
        boolean own =
            statement.lengthAt(WordList.FOREIGN, index) < nounLength(statement, index)
                || Stream.of(WordList.OWN, WordList.FINISHED)
                    .anyMatch(list -> statement.lengthAt(list, after) > 0);
        boolean done =
            alone(statement, after, clause)
                || noun.filter(Counted.ACTIVITY::equals).isPresent()
                    && statement.lengthAt(WordList.PER, after) > 0
                    && statement.lengthAt(WordList.PACE, after + 1) > 0
                || BEHIND_COUNTED.stream().anyMatch(list -> statement.lengthAt(list, after) > 0);
        return noun.filter(what -> own && done)
            .map(what -> new Count(what, statement.span(new Match(first, length))));
      }
    }
    return Optional.empty();
  }

  /** Behind "increase the". */
  private static int afterChange(Statement statement) {
    int first = statement.first();
    int verb =
        Math.max(
            statement.lengthAt(WordList.FLAT, first), statement.lengthAt(WordList.CHANGE, first));
    return first + verb + statement.lengthAt(WordList.ARTICLE, first + verb);
  }

  static int nounLength(Statement statement, int index) {
    return Math.max(
        statement.lengthAt(WordList.ACTIVITY, index), statement.lengthAt(WordList.OUTPUT, index));
  }

  private static Optional<Counted> lastNoun(Statement statement, int from, int to) {
    Optional<Counted> last = Optional.empty();
    for (int index = from; index < to; index++) {
      Optional<Counted> noun = nounAt(statement, index);
      last = noun.isPresent() && (last.isEmpty() || statement.words().headLast()) ? noun : last;
    }
    return last;
  }

  /** "v2.0 of the driver app". */
  private static boolean released(Statement statement, int index) {
    return index < statement.tokens().size()
        && VERSION.matcher(statement.tokens().get(index).norm()).matches();
  }

  /** "A buddy scheme for new nurses". */
  private static boolean offered(Statement statement, int noun) {
    return statement.lengthAt(WordList.ONE, statement.first()) > 0
        && statement.find(WordList.FOR, noun + 1).isPresent()
        && !statement.has(WordList.MORE)
        && !statement.has(WordList.UP)
        && !statement.has(WordList.FEELING);
  }

  /** "Hold 10 interviews", "90 % of planned stories delivered". */
  static Optional<Count> count(Statement statement, Figures figures) {
    if (figures.indices().isEmpty()) {
      return Optional.empty();
    }
    int number = counting(statement, figures);
    boolean percent =
        statement.tokens().get(number).percent()
            || statement.wholeOf(number) > number
            || outOf(statement, number);
    boolean whole =
        percent
            || statement.tokens().get(number).number().orElseThrow().stripTrailingZeros().scale()
                <= 0;
    if (percent && figures.indices().size() > 1 || certain(statement, figures) || !whole) {
      return Optional.empty();
    }
    Optional<Counted> counted =
        doneByVerb(statement, number, percent)
            .or(() -> donePassively(statement, number, percent))
            .or(() -> percent ? Optional.empty() : doneBySubject(statement, number))
            .or(() -> percent ? Optional.empty() : Tallies.forEach(statement, number))
            .or(() -> percent ? Optional.empty() : Tallies.paced(statement, number))
            .or(() -> percent ? Optional.empty() : doneByForm(statement, number))
            .or(() -> several(statement, figures) ? Optional.empty() : bare(statement, number))
            .or(() -> figures.indices().size() > 1 ? Optional.empty() : with(statement, number))
            .or(() -> Tallies.listed(statement, number))
            .or(() -> percent ? Optional.empty() : Tallies.everySoOften(statement, number))
            .or(() -> percent ? Optional.empty() : cleared(statement, number));
    return counted.map(what -> new Count(what, statement.span(number)));
  }

  /** "8 out of 10", "8 sur 10". */
  private static boolean outOf(Statement statement, int number) {
    int whole = number + 1 + statement.lengthAt(WordList.RATIO, number + 1);
    return whole > number + 1
        && whole < statement.tokens().size()
        && statement.tokens().get(whole).isNumber();
  }

  /** Whether more than one number says how much; "from each of the two desks" says from whom. */
  private static boolean several(Statement statement, Figures figures) {
    return figures.indices().stream().filter(index -> !Figures.ofCertain(statement, index)).count()
        > 1;
  }

  /** "Get 400 claims off the desk". */
  private static Optional<Counted> cleared(Statement statement, int number) {
    boolean away =
        statement.verb(WordList.GET).isPresent()
            && number <= statement.first() + 1
            && Tallies.countsThings(statement, number)
            && !ofPeople(statement, number)
            && statement.find(WordList.CLEARED, number).isPresent();
    return away ? Optional.of(Counted.OUTPUT) : Optional.empty();
  }

  /** The number that says how many things are done: in "Our two advisers visit 30 farms" the 30. */
  private static int counting(Statement statement, Figures figures) {
    int first = figures.indices().get(0);
    boolean ofSubject =
        figures.indices().size() > 1
            && first == statement.first() + 1
            && statement.lengthAt(WordList.DEFINITE, statement.first()) > 0;
    return figures.indices().get(ofSubject ? 1 : 0);
  }

  /** "Hire two couriers": so few are looked for one by one. */
  private static boolean soughtFew(Statement statement, int number) {
    return statement
        .deed(WordList.SEEK)
        .filter(
            verb ->
                number == verb.end()
                    || announced(statement, verb.end(), number)
                    || verb.index() > number && noun(statement, number).isEmpty())
        .filter(verb -> statement.deed(WordList.TASK).isPresent() || ofPeople(statement, number))
        .isPresent();
  }

  /** "Merge the two mailing lists": the number belongs to certain things and counts nothing. */
  static boolean certain(Statement statement, Figures figures) {
    if (figures.indices().size() != 1) {
      return false;
    }
    int number = figures.indices().get(0);
    Token token = statement.tokens().get(number);
    return !token.percent()
        && token.number().orElseThrow().compareTo(FEW) <= 0
        && (soughtFew(statement, number)
            || number > statement.first() && ofCertainThings(statement, number));
  }

  private static boolean ofCertainThings(Statement statement, int number) {
    int article = number - 1 - statement.lengthAt(WordList.ORDINAL, number - 1);
    return article >= 0
            && statement.lengthAt(WordList.DEFINITE, article) > 0
            && task(statement).or(() -> made(statement)).or(() -> finished(statement)).isPresent()
        || noun(statement).filter(deed -> deed.end() == number).isPresent();
  }

  private static Optional<Counted> doneByVerb(Statement statement, int number, boolean percent) {
    Optional<Match> verb =
        Stream.of(WordList.MEET, WordList.DO, WordList.MAKE, WordList.TASK, WordList.COMPLETE)
            .flatMap(list -> statement.deed(list).stream())
            .findFirst()
            .filter(
                match ->
                    near(statement, match, number)
                        || held(statement, match, number)
                        || withSomebody(statement, match, number))
            .filter(match -> !gains(statement, match) && !lasts(statement, match, number));
    if (verb.isEmpty()) {
      return Optional.empty();
    }
    if (!percent && crafted(statement, verb.get(), number)) {
      return Optional.of(Counted.OUTPUT);
    }
    Optional<Counted> noun =
        held(statement, verb.get(), number)
            ? Optional.of(Counted.ACTIVITY)
            : noun(statement, number);
    if (percent) {
      return metShare(statement, verb.get(), number)
          .or(
              () ->
                  noun.filter(what -> what == Counted.OUTPUT)
                      .filter(what -> statement.find(WordList.TO, number + 1).isEmpty())
                      .filter(what -> verb.get().index() > number || !saysHow(statement, number)))
          .or(() -> finishesShare(statement, verb.get(), number));
    }
    boolean beside =
        (number <= verb.get().end() + 1
                || announced(statement, verb.get().end(), number)
                || joined(statement, verb.get().end(), number))
            && statement.lengthAt(WordList.TIME_UNIT, number + 1) == 0
            && Stream.of(WordList.MAKE, WordList.DO, WordList.TASK)
                .anyMatch(list -> statement.deed(list).isPresent());
    return statement
        .deed(WordList.MEET)
        .map(meet -> Counted.ACTIVITY)
        .or(() -> noun)
        .or(() -> beside ? byVerb(statement, number) : Optional.empty());
  }

  /** "Ship 95 % of orders the same day": not that it is done, but how. */
  private static boolean saysHow(Statement statement, int number) {
    int end = statement.endOfClause(number);
    int noun =
        IntStream.range(number + 1, end)
            .filter(index -> nounLength(statement, index) > 0)
            .reduce((one, later) -> later)
            .orElse(number);
    int after = afterAdjective(statement, noun + nounLength(statement, noun));
    boolean open =
        statement.lengthAt(WordList.FOREIGN, noun) > 0
            || statement.lengthAt(WordList.ABOUT_THING, after) == 0;
    return open && after < end && !statement.datedAt(after + 1);
  }

  /** "Sign up 90 schools": the longer phrase is no deed. */
  private static boolean gains(Statement statement, Match verb) {
    return statement.lengthAt(WordList.GAIN, verb.index()) > verb.length();
  }

  /** "Onboard new drivers in 5 days": the number is a time. */
  private static boolean lasts(Statement statement, Match verb, int number) {
    return number > verb.end() && statement.lengthAt(WordList.TIME_UNIT, number + 1) > 0;
  }

  /** "Transcribe 60 interviews". */
  private static boolean crafted(Statement statement, Match verb, int number) {
    return statement.deed(WordList.CRAFT).isPresent()
        && statement.lengthAt(WordList.MEET, verb.index()) <= 1
        && (number <= verb.end() || announced(statement, verb.end(), number))
        && statement.lengthAt(WordList.TIME_UNIT, number + 1) == 0;
  }

  /** "Train 80 % of the staff". */
  private static Optional<Counted> metShare(Statement statement, Match verb, int number) {
    return statement.lengthAt(WordList.MEET, verb.index()) > 0
            && statement.lengthAt(WordList.RATIO, number + 1) > 0
            && statement.find(WordList.TO, number + 1).isEmpty()
        ? Optional.of(Counted.ACTIVITY)
        : Optional.empty();
  }

  /** "Finish 90 % of the roadmap", but not "Resolve 80 % of complaints within a day". */
  private static Optional<Counted> finishesShare(Statement statement, Match verb, int number) {
    boolean how = statement.find(WordList.TO, number + 1).isPresent();
    boolean others =
        IntStream.range(number + 1, statement.tokens().size())
            .anyMatch(
                index ->
                    Stream.of(WordList.FOREIGN, WordList.PEOPLE, WordList.STAFF, WordList.KPI)
                        .anyMatch(list -> statement.lengthAt(list, index) > 0));
    return statement.lengthAt(WordList.COMPLETE, verb.index()) > 0
            && (statement.lengthAt(WordList.RATIO, number + 1) > 0
                || statement.lengthAt(WordList.ARTICLE, number + 1) > 0)
            && !how
            && !others
        ? Optional.of(Counted.OUTPUT)
        : Optional.empty();
  }

  /** "Inspect and repair 500 hydrants". */
  private static boolean joined(Statement statement, int from, int number) {
    int second = from + statement.lengthAt(WordList.AND, from);
    return second > from && number == second + 1;
  }

  /** Where "at least" begins that stands right before a number, or the number. */
  static int beginOfAnnounced(Statement statement, int number) {
    return IntStream.range(Math.max(statement.first(), number - NEAR - 1), number)
        .filter(index -> announced(statement, index, number))
        .findFirst()
        .orElse(number);
  }

  /** "At least" between a verb and a number. */
  private static boolean announced(Statement statement, int from, int number) {
    return Stream.of(WordList.TO, WordList.ABOUT)
        .map(list -> statement.lengthAt(list, from))
        .anyMatch(length -> length > 0 && from + length == number);
  }

  /** "Hold workshops in 12 branches", "Have a coffee chat with 30 landlords". */
  private static boolean held(Statement statement, Match verb, int number) {
    int noun = verb.end() + statement.lengthAt(WordList.DETERMINER, verb.end());
    int activity = statement.lengthAt(WordList.ACTIVITY, noun);
    while (activity == 0 && noun < verb.end() + NEAR && modifies(statement, noun)) {
      noun++;
      activity = statement.lengthAt(WordList.ACTIVITY, noun);
    }
    int before = noun + activity;
    return activity > 0
        && statement.lengthAt(WordList.DO, verb.index()) > 0
        && statement.lengthAt(WordList.ABOUT_THING, before) > 0
        && number > before
        && number - before <= NEAR + 1
        && statement.lengthAt(WordList.TIME_UNIT, number + 1) == 0;
  }

  /** "Hold with each school two meetings": with whom, before what is counted. */
  private static boolean withSomebody(Statement statement, Match verb, int number) {
    int with = statement.lengthAt(WordList.ABOUT_THING, verb.end());
    return with > 0
        && number > verb.end() + with
        && number - verb.end() <= NOUN_WITHIN
        && noun(statement, number).isPresent()
        && statement.lengthAt(WordList.TO, number - 1) == 0
        && statement.lengthAt(WordList.TIME_UNIT, number + 1) == 0;
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
        ? noun(statement, number).or(() -> Optional.of(byObject(statement, number)))
        : Optional.empty();
  }

  /** "Vaccinate 400 residents" is done to people, "insulate 300 lofts" to things. */
  private static Counted byObject(Statement statement, int number) {
    return ofPeople(statement, number) ? Counted.ACTIVITY : Counted.OUTPUT;
  }

  /** The number, or the article in "60 % der Kunden". */
  private static int afterRatio(Statement statement, int number) {
    int ratio = number + statement.lengthAt(WordList.RATIO, number + 1);
    return ratio + statement.lengthAt(WordList.ARTICLE, ratio + 1);
  }

  private static boolean ofPeople(Statement statement, int number) {
    int end = Math.min(number + 2 + NEAR, statement.endOfClause(number));
    for (int index = number + 1; index < end; index++) {
      if (statement.lengthAt(WordList.PEOPLE, index) > 0
          || statement.lengthAt(WordList.STAFF, index) > 0) {
        return true;
      }
      if (!modifies(statement, index)) {
        return false;
      }
    }
    return false;
  }

  static boolean commandsNumber(Statement statement, int first, int number) {
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

  /** "20 interviews with former customers", "Eight supplier meetings per month". */
  static Optional<Counted> bare(Statement statement, int number) {
    int first = statement.first();
    boolean each = statement.lengthAt(WordList.PER, first) > 0 && number - first <= NEAR;
    boolean begins = number == first || each || announced(statement, first, number);
    if (!begins || statement.tokens().get(number).percent()) {
      return Optional.empty();
    }
    int end = statement.endOfClause(number);
    if (spent(statement, number, end)) {
      return Optional.of(Counted.ACTIVITY);
    }
    for (int noun = number + 1; noun < end && noun <= number + 1 + NEAR; noun++) {
      int activity = statement.lengthAt(WordList.ACTIVITY, noun);
      int length = Math.max(activity, statement.lengthAt(WordList.OUTPUT, noun));
      boolean ours = activity > 0 && statement.lengthAt(WordList.FOREIGN, noun) < activity;
      if (length > 0
          && statement.words().headLast()
          && nounAt(statement, noun + length).isPresent()) {
        noun += length;
        activity = statement.lengthAt(WordList.ACTIVITY, noun);
        length = Math.max(activity, statement.lengthAt(WordList.OUTPUT, noun));
      }
      int after = afterAdjective(statement, noun + length);
      boolean forEach =
          activity > 0
              && activity == length
              && statement.lengthAt(WordList.FOREIGN, noun) == 0
              && statement.lengthAt(WordList.PER, after) > 0
              && !repeated(statement, number, noun, statement.endOfClause(after) - 1)
              && statement.lengthAt(WordList.DOWN, statement.first()) == 0
              && statement.lengthAt(WordList.ONLY, statement.first()) == 0;
      if (length > 0 && (alone(statement, after, end) || forEach)) {
        boolean received =
            activity < length
                && statement.words().headLast()
                && statement.lengthAt(WordList.SOURCE, noun + length) > 0;
        boolean own =
            ours && activity == length
                || statement.lengthAt(WordList.FOREIGN, noun) < length
                || statement.lengthAt(WordList.OWN, after) > 0
                || outgoing(statement, after);
        return !received && own
            ? Optional.of(activity == length ? Counted.ACTIVITY : Counted.OUTPUT)
            : Optional.empty();
      }
      if (!modifies(statement, noun) || doers(statement, noun)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "20 hours of user testing". */
  private static boolean spent(Statement statement, int number, int end) {
    int of = number + 1 + statement.lengthAt(WordList.TIME_UNIT, number + 1);
    int noun = of + statement.lengthAt(WordList.RATIO, of);
    return of > number + 1
        && noun > of
        && IntStream.range(noun, Math.min(end, noun + NEAR))
            .anyMatch(
                index ->
                    statement.lengthAt(WordList.ACTIVITY, index) > 0
                        && statement.lengthAt(WordList.FOREIGN, index)
                            < statement.lengthAt(WordList.ACTIVITY, index)
                        && alone(
                            statement, index + statement.lengthAt(WordList.ACTIVITY, index), end));
  }

  /** "Calls to former customers": it is one's own people who call. */
  private static boolean outgoing(Statement statement, int index) {
    int to = statement.lengthAt(WordList.TOWARDS, index);
    return to > 0
        && IntStream.range(index + to, Math.min(index + to + NEAR + 2, statement.tokens().size()))
            .takeWhile(who -> !statement.tokens().get(who).isMark())
            .anyMatch(who -> statement.lengthAt(WordList.PEOPLE, who) > 0);
  }

  /** "Supplier meetings per supplier": how often one meets somebody is a measure of its own. */
  private static boolean repeated(Statement statement, int number, int noun, int each) {
    String who = statement.tokens().get(each).norm();
    return IntStream.range(number + 1, noun)
        .anyMatch(index -> statement.tokens().get(index).norm().equals(who));
  }

  /** The families of "400 families switch": what follows them is their verb. */
  private static boolean doers(Statement statement, int index) {
    return !statement.words().verbLast()
        && statement.lengthAt(WordList.PEOPLE, index) > 0
        && statement.tokens().get(index).norm().endsWith("s");
  }

  /** Nothing follows, or where, with whom, about what; "per" only before a time. */
  static boolean alone(Statement statement, int index, int end) {
    boolean rate =
        statement.lengthAt(WordList.PER, index) > 0
            && statement.lengthAt(WordList.TIME_UNIT, index + 1) == 0
            && statement.lengthAt(WordList.PACE, index + 1) == 0
            && !alsoPerTime(statement, index + 2);
    return index >= end || statement.lengthAt(WordList.ABOUT_THING, index) > 0 && !rate;
  }

  /** "Per nurse and month", "per apprentice per term". */
  private static boolean alsoPerTime(Statement statement, int index) {
    int per = index + statement.lengthAt(WordList.AND, index);
    int unit =
        per
            + Math.max(
                statement.lengthAt(WordList.PER, per), statement.lengthAt(WordList.TIMES, per));
    return unit > index
        && (statement.lengthAt(WordList.TIME_UNIT, unit) > 0
            || statement.lengthAt(WordList.PACE, unit) > 0);
  }

  /** "Each manager holds two one-to-ones a month", but not "Our customers write 300 stories". */
  private static Optional<Counted> doneBySubject(Statement statement, int number) {
    int subject = statement.first();
    boolean ours =
        (Stream.of(
                        WordList.DETERMINER,
                        WordList.DEFINITE,
                        WordList.ARTICLE,
                        WordList.STAFF,
                        WordList.CREW)
                    .anyMatch(list -> statement.lengthAt(list, subject) > 0)
                || staffBehindNoun(statement, subject))
            && statement.lengthAt(WordList.TIME_UNIT, number + 1) == 0;
    return ours
        ? IntStream.range(subject + 1, Math.min(number, subject + SUBJECT_WITHIN))
            .filter(verb -> doesNumber(statement, verb, number))
            .filter(
                verb ->
                    !hasPeople(statement, subject, verb + 1) || ownCrew(statement, subject, verb))
            .boxed()
            .findFirst()
            .flatMap(verb -> doneBy(statement, subject, verb, number))
        : Optional.empty();
  }

  /** "Account managers", "shift leaders". */
  private static boolean staffBehindNoun(Statement statement, int subject) {
    return statement.words().headLast()
        && statement.tokens().get(subject).isWord()
        && statement.lengthAt(WordList.STAFF, subject + 1) > 0;
  }

  private static boolean doesNumber(Statement statement, int verb, int number) {
    int after = verb + statement.lengthAt(WordList.DOES, verb);
    return after > verb && (after == number || announced(statement, after, number))
        || doesByForm(statement, verb, number);
  }

  /** "Legal reviews 80 contracts": between a part of one's house and a number, it is a deed. */
  private static boolean doesByForm(Statement statement, int verb, int number) {
    Token token = statement.tokens().get(verb);
    return number == verb + 1
        && token.isWord()
        && ofCrew(statement, verb)
        && Tallies.countsThings(statement, number)
        && NO_VERB.stream().noneMatch(list -> statement.lengthAt(list, verb) > 0)
        && (statement.words().infinitivesShow() || !endsPlainly(statement, verb));
  }

  /** Whether a part of one's own house stands right before a verb, or has one adjective more. */
  private static boolean ofCrew(Statement statement, int verb) {
    int adjective = statement.words().headLast() ? 0 : 1;
    return IntStream.range(statement.first(), verb)
        .anyMatch(
            index -> {
              int after = index + statement.lengthAt(WordList.CREW, index);
              return after > index && after <= verb && after + adjective >= verb;
            });
  }

  /** "Our bakers", "Customer care", but not "bakers". */
  private static boolean ownCrew(Statement statement, int subject, int verb) {
    return ofCrew(statement, verb)
        && (statement.lengthAt(WordList.DEFINITE, subject) > 0
            || subject + statement.lengthAt(WordList.CREW, subject) == verb);
  }

  /** "The team review 5": one of a crew does, and many do, but not "the sales target 40". */
  private static boolean endsPlainly(Statement statement, int verb) {
    return !statement.tokens().get(verb).norm().endsWith("s")
        && !statement.tokens().get(verb - 1).norm().endsWith("s");
  }

  /** What is known to be counted; of one's own people, whatever it is. */
  private static Optional<Counted> doneBy(Statement statement, int subject, int verb, int number) {
    boolean own =
        IntStream.range(subject, verb)
            .anyMatch(
                index ->
                    statement.lengthAt(WordList.CREW, index) > 0
                        || statement.lengthAt(WordList.STAFF, index) > 0);
    boolean meets =
        Stream.of(WordList.MEET, WordList.ACTIVITY)
            .anyMatch(list -> statement.lengthAt(list, verb) > 0);
    return Optional.of(Counted.ACTIVITY)
        .filter(met -> meets && !countsKnown(statement, number))
        .or(() -> noun(statement, number))
        .or(() -> Optional.of(Counted.ACTIVITY).filter(met -> ofPeople(statement, number)))
        .or(() -> Optional.of(meets ? Counted.ACTIVITY : Counted.OUTPUT).filter(done -> own));
  }

  /** Whether what a number counts is known: the contracts of "80 contracts before the window". */
  private static boolean countsKnown(Statement statement, int number) {
    return IntStream.range(number + 1, statement.endOfClause(number))
        .takeWhile(index -> statement.lengthAt(WordList.ABOUT_THING, index) == 0)
        .anyMatch(index -> nounAt(statement, index).isPresent());
  }

  /** What "each manager" does: the verb behind one's own people. */
  static Optional<Match> doing(Statement statement) {
    int subject = statement.first();
    return statement.lengthAt(WordList.DETERMINER, subject) > 0
        ? IntStream.rangeClosed(subject + 1, subject + NEAR + 1)
            .mapToObj(index -> new Match(index, statement.lengthAt(WordList.DOES, index)))
            .filter(verb -> verb.length() > 0)
            .findFirst()
            .filter(verb -> !hasPeople(statement, subject, verb.index()))
        : Optional.empty();
  }

  private static boolean hasPeople(Statement statement, int from, int to) {
    return IntStream.range(from, to)
        .anyMatch(index -> statement.lengthAt(WordList.PEOPLE, index) > 0);
  }

  /** "Interviews with 20 leavers", "Workshops in 12 branches", "Number of workshops: 8". */
  private static Optional<Counted> with(Statement statement, int number) {
    Token token = statement.tokens().get(number);
    int first = statement.first();
    int activity = statement.lengthAt(WordList.ACTIVITY, first);
    int held = statement.lengthAt(WordList.HELD, first + activity);
    int after = first + activity + held;
    boolean named =
        activity > 0
            && statement.lengthAt(WordList.FOREIGN, first) < activity
            && statement.lengthAt(WordList.ABOUT_THING, after) > 0
            && number > after
            && number - after <= NEAR
            && (held > 0 || statement.lengthAt(WordList.TO, number - 1) == 0)
            && statement.lengthAt(WordList.TIME_UNIT, number + 1) == 0
            && number + 1 < statement.tokens().size();
    if (named && !token.percent()) {
      return Optional.of(Counted.ACTIVITY);
    }
    boolean behindMark = number > 0 && statement.tokens().get(number - 1).norm().equals(":");
    return behindMark && !token.percent()
        ? numberOf(statement).map(Count::counted)
        : Optional.empty();
  }

  /** The word between a number and what it counts: "supplier" before "meetings". */
  static boolean modifies(Statement statement, int index) {
    return statement.words().headLast()
        && index < statement.tokens().size()
        && statement.tokens().get(index).isWord()
        && (statement.lengthAt(WordList.STOP, index) == 0 || fresh(statement, index))
        && Stream.of(
                WordList.ABOUT_THING,
                WordList.MORE,
                WordList.DOWN,
                WordList.ABOUT,
                WordList.TIME_UNIT,
                WordList.FINISHED)
            .noneMatch(list -> statement.lengthAt(list, index) > 0);
  }

  /** "New", which says nothing about which ones. */
  private static boolean fresh(Statement statement, int index) {
    return statement.lengthAt(WordList.DETERMINER, index) > 0
        && statement.lengthAt(WordList.ARTICLE, index) == 0
        && statement.lengthAt(WordList.DEFINITE, index) == 0;
  }

  /** "Talleres prácticos": in languages where it follows, an adjective has the plural's ending. */
  static int afterAdjective(Statement statement, int index) {
    boolean adjective =
        !statement.words().headLast()
            && index < statement.endOfClause(statement.first())
            && statement.tokens().get(index).isWord()
            && PLURAL.contains(last(statement.tokens().get(index).norm()))
            && Stream.of(WordList.STOP, WordList.ABOUT_THING, WordList.FINISHED, WordList.MORE)
                .noneMatch(list -> statement.lengthAt(list, index) > 0);
    return adjective ? index + 1 : index;
  }

  private static char last(String word) {
    return word.charAt(word.length() - 1);
  }

  private static Optional<Counted> byVerb(Statement statement, int number) {
    if (statement.verb(WordList.GET).isPresent()) {
      return Optional.empty();
    }
    if (statement.deed(WordList.MAKE).isEmpty() && ofPeople(statement, number)) {
      return Optional.of(Counted.ACTIVITY);
    }
    return Optional.of(
        statement.deed(WordList.MAKE).isEmpty()
                && statement.deed(WordList.COMPLETE).isEmpty()
                && statement.deed(WordList.DO).isPresent()
            ? Counted.ACTIVITY
            : Counted.OUTPUT);
  }

  private static Optional<Counted> donePassively(Statement statement, int number, boolean percent) {
    boolean changes =
        Stream.of(WordList.CHANGE, WordList.FLAT, WordList.MORE)
                .anyMatch(list -> statement.lengthAt(list, statement.first()) > 0)
            && statement.lengthAt(WordList.GET, statement.first()) == 0;
    boolean finished =
        !percent && statement.find(WordList.FINISHED, number).isPresent()
            || !percent && setUp(statement, number, statement.endOfClause(number))
            || ends(statement, number);
    boolean held = held(statement, number).isPresent();
    boolean theyDo = percent && ofPeople(statement, afterRatio(statement, number));
    if (changes || theyDo || !finished && (percent || !held)) {
      return Optional.empty();
    }
    return noun(statement, number)
        .filter(what -> !percent || what == Counted.OUTPUT)
        .or(() -> percent ? Optional.empty() : held(statement, number))
        .or(() -> percent ? Optional.empty() : builtOf(statement, number));
  }

  /** "12 shelters built": whatever it is, it was made. */
  private static Optional<Counted> builtOf(Statement statement, int number) {
    int end = statement.endOfClause(number);
    boolean built =
        number == statement.first()
                && end - number <= NOUN_WITHIN
                && IntStream.range(number + 2, end)
                    .anyMatch(index -> index + statement.lengthAt(WordList.FINISHED, index) == end)
            || setUp(statement, number, end);
    boolean others =
        IntStream.range(number + 1, end)
            .anyMatch(
                index ->
                    Stream.of(WordList.MEASURE, WordList.FOREIGN, WordList.PEOPLE)
                            .anyMatch(list -> statement.lengthAt(list, index) > 0)
                        || index == number + 1 && statement.lengthAt(WordList.RATIO, index) > 0);
    return built && !others ? Optional.of(Counted.OUTPUT) : Optional.empty();
  }

  /** "400 panneaux solaires posés sur les toits": where participles show their plural. */
  private static boolean setUp(Statement statement, int number, int end) {
    return number == statement.first()
        && !statement.words().headLast()
        && IntStream.range(number + 2, Math.min(end, number + NOUN_WITHIN + 1))
            .filter(index -> statement.words().participle(statement.tokens().get(index)))
            .filter(index -> statement.tokens().get(index).norm().endsWith("s"))
            .anyMatch(
                index ->
                    index + 1 == end
                        || statement.lengthAt(WordList.ABOUT_THING, index + 1) > 0
                            && statement.lengthAt(WordList.TIME_UNIT, index + 2) == 0);
  }

  /** "90 % of stories delivered", but not "90 % of closed cases see no complaint". */
  private static boolean ends(Statement statement, int number) {
    int end = statement.endOfClause(number);
    return IntStream.range(number + 1, end)
        .anyMatch(
            index -> {
              int after = index + statement.lengthAt(WordList.FINISHED, index);
              boolean until =
                  statement.lengthAt(WordList.BY, after) > 0
                      && statement.lengthAt(WordList.DEFINITE, after + 1) > 0;
              return after > index && (after >= end || statement.datedAt(after) || until);
            });
  }

  /** "Two open days held". */
  private static Optional<Counted> held(Statement statement, int number) {
    int end = statement.endOfClause(number);
    return statement
        .find(WordList.HELD, number)
        .filter(
            match ->
                match.end() >= end || statement.lengthAt(WordList.ABOUT_THING, match.end()) > 0)
        .map(match -> Counted.ACTIVITY);
  }

  /**
   * The first counted noun behind a number; the longer phrase decides what it is, and what follows
   * it where the last noun says it: "training videos".
   */
  private static Optional<Counted> noun(Statement statement, int number) {
    int end = Math.min(number + 1 + NOUN_WITHIN, statement.endOfClause(number));
    for (int index = number + 1; index < end; index++) {
      Optional<Counted> noun = nounAt(statement, index);
      boolean elsewhere =
          index > number + 1
              && statement.words().headLast()
              && statement.lengthAt(WordList.SOURCE, index) > 0;
      if (statement.lengthAt(WordList.FOR, index) > 0 || elsewhere) {
        return Optional.empty();
      }
      if (noun.isPresent()) {
        return statement.words().headLast()
            ? nounAt(statement, index + nounLength(statement, index)).or(() -> noun)
            : noun;
      }
    }
    return Optional.empty();
  }

  static Optional<Counted> nounAt(Statement statement, int index) {
    int activity = statement.lengthAt(WordList.ACTIVITY, index);
    int output = statement.lengthAt(WordList.OUTPUT, index);
    if (activity == 0 && output == 0) {
      return Optional.empty();
    }
    boolean made =
        activity == output
            && statement.endsAt(WordList.OUTPUT, index)
            && !statement.endsAt(WordList.ACTIVITY, index);
    return Optional.of(activity >= output && !made ? Counted.ACTIVITY : Counted.OUTPUT);
  }
}
