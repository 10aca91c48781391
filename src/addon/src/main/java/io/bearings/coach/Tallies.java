package io.bearings.coach;

import io.bearings.coach.Deeds.Count;
import io.bearings.coach.Deeds.Counted;
import io.bearings.coach.Statement.Match;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Finds counts of deeds whose number stands apart from the deed, or that say only how often. */
final class Tallies {
  private static final int OBJECT = 4;
  private static final int MODIFIERS = 2;

  private static final List<WordList> VERBS =
      List.of(WordList.MAKE, WordList.COMPLETE, WordList.TASK, WordList.DO, WordList.MEET);

  private static final List<WordList> NO_VERBS =
      List.of(WordList.FLAT, WordList.CHANGE, WordList.GAIN, WordList.KEEP, WordList.GET);

  private Tallies() {}

  /** "Write unit tests for 30 modules": the number says for how many things it is done. */
  static Optional<Counted> forEach(Statement statement, int number) {
    return VERBS.stream()
        .flatMap(list -> statement.deed(list).stream())
        .findFirst()
        .filter(verb -> deed(statement, verb))
        .filter(verb -> countsThings(statement, number) && !statement.saysResult())
        .filter(verb -> objectEndsAt(statement, verb, preposition(statement, verb, number)))
        .map(
            verb ->
                Deeds.nounAt(statement, number + 1)
                    .filter(Counted.ACTIVITY::equals)
                    .orElseGet(() -> kind(statement, verb, preposition(statement, verb, number))));
  }

  /** "All planned stories closed", "Complete all planned tickets of the release". */
  static Optional<Count> planned(Statement statement, Figures figures) {
    int first = statement.first();
    int end = statement.endOfClause(first);
    boolean verb =
        Stream.of(WordList.COMPLETE, WordList.MAKE, WordList.TASK)
            .anyMatch(list -> statement.deed(list).isPresent());
    boolean done =
        IntStream.range(first + 2, end)
            .anyMatch(
                index ->
                    statement.lengthAt(WordList.FINISHED, index) > 0
                        || statement.words().participle(statement.tokens().get(index)));
    return (verb || done) && !statement.saysResult() && !statement.has(WordList.MORE)
        ? IntStream.range(first, Math.min(end, first + OBJECT))
            .filter(all -> statement.lengthAt(WordList.ALL, all) > 0)
            .filter(
                all ->
                    statement.lengthAt(WordList.PLANNED, all + 1) > 0
                        || plannedAfter(statement, all))
            .mapToObj(all -> new Count(Counted.OUTPUT, statement.span(all)))
            .filter(count -> figures.baseline().isEmpty())
            .findFirst()
        : Optional.empty();
  }

  /** "Toutes les demandes prévues": where the adjective follows. */
  private static boolean plannedAfter(Statement statement, int all) {
    return !statement.words().headLast()
        && IntStream.range(all + 1, Math.min(all + 1 + OBJECT, statement.endOfClause(all)))
            .anyMatch(index -> statement.lengthAt(WordList.PLANNED, index) > 0);
  }

  /** "Hold office hours twice a week". */
  static Optional<Counted> paced(Statement statement, int number) {
    boolean often = perTime(statement, number + 1) || perTime(statement, number + 2);
    return statement
        .deed(WordList.DO)
        .or(() -> Deeds.doing(statement))
        .filter(verb -> often && verb.end() < number && number - verb.end() <= OBJECT)
        .filter(
            verb ->
                IntStream.range(verb.end(), number)
                    .anyMatch(
                        index -> index + statement.lengthAt(WordList.ACTIVITY, index) == number))
        .map(verb -> Counted.ACTIVITY);
  }

  /** "Steering meetings twice a week". */
  static Optional<Counted> everySoOften(Statement statement, int number) {
    int verb = statement.lengthAt(WordList.DO, statement.first());
    boolean times = verb > 0 && statement.lengthAt(WordList.HOW_OFTEN, number + 1) > 0;
    boolean often = times || perTime(statement, number + 1);
    int after = statement.first() + verb;
    int first = times ? after + statement.lengthAt(WordList.DETERMINER, after) : statement.first();
    return often && number - first <= OBJECT
        ? IntStream.range(first, number)
            .filter(index -> index + statement.lengthAt(WordList.ACTIVITY, index) == number)
            .filter(
                index ->
                    statement.lengthAt(WordList.FOREIGN, index)
                        < statement.lengthAt(WordList.ACTIVITY, index))
            .filter(
                index ->
                    IntStream.range(first, index)
                        .allMatch(before -> Deeds.modifies(statement, before)))
            .mapToObj(index -> Counted.ACTIVITY)
            .findFirst()
        : Optional.empty();
  }

  private static boolean perTime(Statement statement, int index) {
    int times = statement.lengthAt(WordList.TIMES, index);
    return times > 0 && statement.lengthAt(WordList.TIME_UNIT, index + times) > 0;
  }

  /** "Customer interviews: 20", "One-to-ones with students, 3 per term each". */
  static Optional<Counted> listed(Statement statement, int number) {
    int cue = Deeds.beginOfAnnounced(statement, number);
    String mark = cue > 1 ? statement.tokens().get(cue - 1).norm() : "";
    boolean last =
        number + 1 == statement.tokens().size()
            || statement.lengthAt(WordList.BY, number + 1) > 0 && statement.datedAt(number + 2);
    boolean paced =
        perPace(statement, number + 1) || statement.lengthAt(WordList.IN_ALL, number + 1) > 0;
    boolean behindMark = mark.equals(":") || mark.equals(",") && paced;
    int verb = statement.lengthAt(WordList.DO, statement.first());
    int object = statement.first() + verb;
    int begin =
        verb > 0 ? object + statement.lengthAt(WordList.DETERMINER, object) : statement.first();
    int noun =
        behindMark && (last || paced) && !statement.tokens().get(number).percent()
            ? activityFrom(statement, verb > 0 && begin > object ? begin : statement.first())
            : -1;
    if (noun < 0) {
      return behindMark && last && mark.equals(":")
          ? listedOutput(statement, number)
          : Optional.empty();
    }
    return statement.lengthAt(WordList.FOREIGN, noun) < statement.lengthAt(WordList.ACTIVITY, noun)
        ? Optional.of(Counted.ACTIVITY)
        : Optional.empty();
  }

  /** "Press releases: 24". */
  private static Optional<Counted> listedOutput(Statement statement, int number) {
    int first = statement.first();
    int end = statement.endOfClause(first);
    return statement.tokens().get(number).percent() || end - first > OBJECT
        ? Optional.empty()
        : IntStream.range(first, end)
            .filter(noun -> noun + statement.lengthAt(WordList.OUTPUT, noun) == end)
            .filter(
                noun ->
                    Stream.of(WordList.FOREIGN, WordList.MEASURE, WordList.KPI)
                        .allMatch(
                            list ->
                                statement.lengthAt(list, noun)
                                        < statement.lengthAt(WordList.OUTPUT, noun)
                                    && statement.lengthAt(list, end - 1) == 0))
            .mapToObj(noun -> Counted.OUTPUT)
            .findFirst();
  }

  /** "At least three A/B tests a week, now one": more of what is done is still done. */
  static Optional<Count> more(Statement statement, Figures figures) {
    int number = figures.indices().get(0);
    return Deeds.bare(statement, number).map(what -> new Count(what, statement.span(number)));
  }

  /** "Per term", "a week". */
  private static boolean perPace(Statement statement, int index) {
    int per =
        Math.max(
            statement.lengthAt(WordList.PER, index), statement.lengthAt(WordList.TIMES, index));
    return per > 0
        && (statement.lengthAt(WordList.TIME_UNIT, index + per) > 0
            || statement.lengthAt(WordList.PACE, index + per) > 0);
  }

  private static boolean deed(Statement statement, Match verb) {
    return NO_VERBS.stream()
        .allMatch(list -> statement.lengthAt(list, verb.index()) < verb.length());
  }

  /** Whether a number counts things, and no time, share or money. */
  static boolean countsThings(Statement statement, int number) {
    int next = number + 1;
    return next < statement.endOfClause(number)
        && statement.tokens().get(next).isWord()
        && statement.lengthAt(WordList.TIME_UNIT, next) == 0
        && statement.lengthAt(WordList.RATIO, next) == 0
        && !statement.priced(number);
  }

  /** Where the preposition stands that belongs to a number; -1 when there is none. */
  private static int preposition(Statement statement, Match verb, int number) {
    int all = number > 0 && statement.lengthAt(WordList.DEFINITE, number - 1) > 0 ? 1 : 0;
    int at = number - 1 - all;
    boolean found =
        at > 0
            && statement.lengthAt(WordList.ABOUT_THING, at) == 1
            && statement.lengthAt(WordList.PER, at) == 0
            && (all > 0 || statement.lengthAt(WordList.TO, at) == 0 || brings(statement, verb, at));
    return found ? at : -1;
  }

  /** "Roll out the app to 30 depots". */
  private static boolean brings(Statement statement, Match verb, int preposition) {
    return statement.lengthAt(WordList.TOWARDS, preposition) > 0
        && Stream.of(WordList.DETERMINER, WordList.DEFINITE)
            .anyMatch(list -> statement.lengthAt(list, verb.end()) > 0)
        && Stream.of(WordList.COMPLETE, WordList.DO, WordList.MAKE)
            .anyMatch(list -> statement.deed(list).isPresent());
  }

  private static boolean objectEndsAt(Statement statement, Match verb, int end) {
    int begin = begin(statement, verb);
    long parts =
        IntStream.range(begin + 1, end)
            .filter(index -> statement.lengthAt(WordList.ABOUT_THING, index) > 0)
            .filter(index -> statement.lengthAt(WordList.ARTICLE, index) == 0)
            .count();
    return end > begin
        && end - begin <= OBJECT + 1 + parts * MODIFIERS
        && statement.endOfClause(begin) > end
        && parts <= 1
        && (parts == 0
            || IntStream.range(begin, end)
                .noneMatch(index -> statement.lengthAt(WordList.TO, index) > 0));
  }

  private static int begin(Statement statement, Match verb) {
    return verb.index() > statement.first() ? statement.first() : verb.end();
  }

  private static Counted kind(Statement statement, Match verb, int end) {
    boolean makes = statement.deed(WordList.MAKE).isPresent();
    boolean meets =
        !makes
            && statement.deed(WordList.COMPLETE).isEmpty()
            && Stream.of(WordList.DO, WordList.MEET)
                .anyMatch(list -> statement.deed(list).isPresent());
    boolean activity =
        !makes
            && IntStream.range(begin(statement, verb), end)
                .anyMatch(index -> statement.lengthAt(WordList.ACTIVITY, index) > 0);
    return meets || activity ? Counted.ACTIVITY : Counted.OUTPUT;
  }

  /** "A weekly stand-up with all depots": how often says as much as a number. */
  static Optional<Count> recurring(Statement statement) {
    int verb = statement.lengthAt(WordList.DO, 0);
    int begin = verb + statement.lengthAt(WordList.ARTICLE, verb);
    int often = statement.lengthAt(WordList.FREQUENT, begin);
    int article = often > 0 ? statement.lengthAt(WordList.ARTICLE, begin + often) : 0;
    int noun =
        often > 0 ? activityFrom(statement, begin + often + article) : frequentAt(statement, begin);
    boolean ours = begin + article > 0;
    boolean certain = verb > 0 && statement.lengthAt(WordList.DEFINITE, verb) > 0;
    return noun >= 0 && !certain && (ours || statement.lengthAt(WordList.FOREIGN, noun) == 0)
        ? Optional.of(new Count(Counted.ACTIVITY, statement.span(noun)))
        : Optional.empty();
  }

  /** "Meet every supplier twice", "Call each donor once a quarter". */
  static Optional<Count> repeated(Statement statement) {
    Optional<Match> verb =
        Stream.of(WordList.MEET, WordList.DO)
            .flatMap(list -> statement.deed(list).stream())
            .findFirst()
            .filter(met -> !statement.saysResult() && !statement.has(WordList.MORE));
    return verb.filter(met -> statement.lengthAt(WordList.DEFINITE, begin(statement, met)) > 0)
        .filter(met -> repeats(statement, met))
        .map(met -> new Count(Counted.ACTIVITY, statement.span(met)));
  }

  private static boolean repeats(Statement statement, Match verb) {
    int end = statement.endOfClause(statement.first());
    int last = verb.index() > statement.first() ? verb.index() : end;
    return IntStream.range(begin(statement, verb) + 1, last)
        .anyMatch(
            index -> {
              int after = often(statement, index);
              return after > index
                  && (after == last || after < end && statement.datedAt(after + 1));
            });
  }

  /** Where a word for how often ends that begins here; here when none does. */
  private static int often(Statement statement, int index) {
    int frequent = index + statement.lengthAt(WordList.FREQUENT, index);
    boolean times = statement.words().timesNumber(statement.tokens().get(index).norm()).isPresent();
    return times ? Math.max(frequent, index + 1) : frequent;
  }

  /** The activity that stands here or behind a few words, with nothing said about it; or -1. */
  private static int activityFrom(Statement statement, int from) {
    for (int index = from; index <= from + MODIFIERS; index++) {
      int length = statement.lengthAt(WordList.ACTIVITY, index);
      int after = index + length + finishedLength(statement, index + length);
      int end = statement.endOfClause(from);
      boolean each =
          statement.lengthAt(WordList.PER, after) > 0
              && IntStream.range(after + 1, end)
                  .anyMatch(
                      who ->
                          statement.lengthAt(WordList.STAFF, who) > 0
                              || statement.lengthAt(WordList.PACE, who) > 0);
      if (length > 0 && (each || Deeds.alone(statement, after, end))) {
        return index;
      }
      if (!Deeds.modifies(statement, index)) {
        return -1;
      }
    }
    return -1;
  }

  /** "Une réunion mensuelle avec": the same where adjectives follow. */
  private static int frequentAt(Statement statement, int noun) {
    int after = noun + statement.lengthAt(WordList.ACTIVITY, noun);
    int often = after > noun ? statement.lengthAt(WordList.FREQUENT, after) : 0;
    return often > 0 && Deeds.alone(statement, after + often, statement.endOfClause(noun))
        ? noun
        : -1;
  }

  /** "Blog posts per month go from 4 to 10": more of what one makes or does. */
  static Optional<Count> perPeriod(Statement statement) {
    int begin = statement.first();
    int first = begin + statement.lengthAt(WordList.FINISHED, begin);
    for (int noun = first; noun <= first + MODIFIERS; noun++) {
      Optional<Counted> counted = Deeds.nounAt(statement, noun);
      int length = Deeds.nounLength(statement, noun);
      if (counted.isPresent() && timed(statement, afterComplement(statement, noun + length))) {
        boolean own =
            statement.lengthAt(WordList.FOREIGN, noun) < length
                && statement.lengthAt(WordList.VOLUME, noun) == 0;
        return counted.filter(what -> own).map(what -> new Count(what, statement.span(begin)));
      }
      if (!Deeds.modifies(statement, noun)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** "Closed change requests rise from 55", "Visits by our sales force rise from 40". */
  static Optional<Count> growing(Statement statement) {
    int begin = statement.first();
    int first = begin + statement.lengthAt(WordList.ARTICLE, begin);
    boolean done = finishedLength(statement, first) > 0;
    int noun = first + finishedLength(statement, first);
    for (int index = noun; index <= noun + MODIFIERS; index++) {
      Optional<Counted> counted = Deeds.nounAt(statement, index);
      int length = Deeds.nounLength(statement, index);
      int after = index + length;
      int finished = finishedLength(statement, after);
      int own = ownLength(statement, after + finished);
      boolean goes = goes(statement, after + finished + own);
      boolean apart =
          counted.isPresent()
              && !goes
              && goesApart(statement, after + finished, done || finished > 0);
      boolean unknown =
          done && counted.isEmpty() && goes(statement, index + 1) && closed(statement, index);
      if (unknown) {
        return Optional.of(new Count(Counted.OUTPUT, statement.span(first)));
      }
      if (counted.isPresent() && (goes || apart)) {
        boolean ours =
            done
                || finished + own > 0
                || statement.lengthAt(WordList.FOREIGN, index) < length
                    && statement.lengthAt(WordList.VOLUME, index) == 0
                    && statement.lengthAt(WordList.MEASURE, index) < length;
        return counted.filter(what -> ours).map(what -> new Count(what, statement.span(first)));
      }
      if (!Deeds.modifies(statement, index)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Whatever it is, and no measure, that is closed. */
  private static boolean closed(Statement statement, int noun) {
    return statement.tokens().get(noun).isWord()
        && Stream.of(WordList.MEASURE, WordList.KPI, WordList.PEOPLE, WordList.FOREIGN)
            .allMatch(list -> statement.lengthAt(list, noun) == 0);
  }

  /** "Safety talks on the sites go from": behind where, or with whom. */
  private static boolean goesApart(Statement statement, int index, boolean done) {
    return statement.lengthAt(WordList.ABOUT_THING, index) > 0
        && (done || statement.lengthAt(WordList.PER, index) == 0)
        && IntStream.rangeClosed(index + 1, index + OBJECT + 1)
            .filter(verb -> verb <= statement.endOfClause(index))
            .filter(verb -> verb < statement.tokens().size())
            .filter(
                verb ->
                    statement.lengthAt(WordList.GOES, verb) > 0
                        || statement.tokens().get(verb).norm().equals(":"))
            .filter(verb -> statement.lengthAt(WordList.DOWN, verb) == 0)
            .anyMatch(verb -> movesFrom(statement, verb));
  }

  private static boolean movesFrom(Statement statement, int verb) {
    int from = verb + Math.max(1, statement.lengthAt(WordList.GOES, verb));
    return Stream.of(WordList.FROM, WordList.FROM_PAIR)
        .mapToInt(list -> statement.lengthAt(list, from))
        .anyMatch(
            length ->
                length > 0
                    && from + length < statement.tokens().size()
                    && statement.tokens().get(from + length).isNumber());
  }

  private static int finishedLength(Statement statement, int index) {
    return Math.max(
        statement.lengthAt(WordList.FINISHED, index), statement.lengthAt(WordList.HELD, index));
  }

  /** How long "by our sales force" is; 0 when nothing says that one's own people do it. */
  private static int ownLength(Statement statement, int index) {
    int by = statement.lengthAt(WordList.OWN, index);
    for (int end = index + by; by > 0 && end <= index + by + OBJECT; end++) {
      if (goes(statement, end)) {
        return end - index;
      }
    }
    return 0;
  }

  private static boolean goes(Statement statement, int index) {
    int from = index + statement.lengthAt(WordList.FROM, index);
    boolean number =
        from > index && from < statement.tokens().size() && statement.tokens().get(from).isNumber();
    return statement.lengthAt(WordList.GOES, index) > 0
        || number
        || index < statement.tokens().size() && statement.tokens().get(index).norm().equals(":");
  }

  /** "Review sessions with the clerks": an activity, and perhaps with whom. */
  static Optional<Count> named(Statement statement) {
    int first = statement.first();
    int noun = activityFrom(statement, first);
    boolean own =
        noun >= 0
            && statement.lengthAt(WordList.FOREIGN, noun)
                < statement.lengthAt(WordList.ACTIVITY, noun);
    return own && !statement.saysResult()
        ? Optional.of(new Count(Counted.ACTIVITY, statement.span(noun)))
        : Optional.empty();
  }

  /** "Articles de blog": behind what says which ones, where that follows. */
  private static int afterComplement(Statement statement, int index) {
    boolean of = !statement.words().headLast() && statement.lengthAt(WordList.SOURCE, index) == 1;
    return of ? index + 2 : index;
  }

  /** "Per month", perhaps behind "published". */
  private static boolean timed(Statement statement, int index) {
    int adjective = Deeds.afterAdjective(statement, index);
    int per =
        adjective
            + Math.max(
                statement.lengthAt(WordList.FINISHED, adjective),
                statement.lengthAt(WordList.HELD, adjective));
    int length =
        Math.max(statement.lengthAt(WordList.PER, per), statement.lengthAt(WordList.TIMES, per));
    return length > 0 && statement.lengthAt(WordList.TIME_UNIT, per + length) > 0;
  }
}
