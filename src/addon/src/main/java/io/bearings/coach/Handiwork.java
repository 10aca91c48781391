package io.bearings.coach;

import io.bearings.coach.Deeds.Count;
import io.bearings.coach.Deeds.Counted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells by the form of a sentence, and not by its words, that a number only counts what was done:
 * "30 km of fibre laid", "Wells dug: 8", "Every adviser rings ten members a month".
 */
final class Handiwork {
  private static final BigDecimal DOZEN = BigDecimal.valueOf(12);
  private static final int WITHIN = 6;
  private static final int SUBJECT = 3;
  private static final int HEADING = 4;

  /** What stands between a number and a participle only when it says how much or of whom. */
  private static final List<WordList> NO_THING =
      List.of(
          WordList.MORE,
          WordList.DOWN,
          WordList.UP,
          WordList.KPI,
          WordList.GOES,
          WordList.KEEP,
          WordList.PER,
          WordList.TIME_UNIT,
          WordList.PERCENT);

  private static final List<WordList> BEHIND =
      List.of(
          WordList.ABOUT_THING,
          WordList.PLACE,
          WordList.BY,
          WordList.FOR,
          WordList.TOWARDS,
          WordList.TO,
          WordList.BEFORE,
          WordList.PER,
          WordList.TIMES,
          WordList.OWN,
          WordList.AND);

  private final Statement statement;
  private final int number;

  private Handiwork(Statement statement, int number) {
    this.statement = statement;
    this.number = number;
  }

  /** What the only number of a statement counts, when it counts what was done. */
  static Optional<Count> of(Statement statement, Figures figures) {
    if (figures.indices().size() != 1 || figures.by().isPresent()) {
      return Optional.empty();
    }
    int number = figures.indices().get(0);
    Token token = statement.tokens().get(number);
    boolean things =
        !token.percent()
            && statement.wholeOf(number) <= number
            && token.number().orElseThrow().stripTrailingZeros().scale() <= 0
            && token.number().orElseThrow().compareTo(BigDecimal.ZERO) > 0
            && !statement.priced(number)
            && !statement.has(WordList.ONLY)
            && statement.lengthAt(WordList.DOWN, statement.first()) == 0
            && statement.lengthAt(WordList.RATIO, number + 1) == 0
            && statement.lengthAt(WordList.TIME_UNIT, number + 1) == 0;
    Handiwork handiwork = new Handiwork(statement, number);
    return things
        ? handiwork
            .finished()
            .or(handiwork::listed)
            .or(handiwork::rhythm)
            .or(handiwork::outgoing)
            .or(handiwork::ofEach)
            .or(handiwork::ofCrew)
            .or(handiwork::behindHeading)
            .map(what -> new Count(what, statement.span(number)))
        : Optional.empty();
  }

  private boolean at(WordList list, int index) {
    return statement.lengthAt(list, index) > 0;
  }

  /** "30 km of fibre laid in the villages". */
  private Optional<Counted> finished() {
    int first = statement.first();
    boolean begins = number == first || Deeds.beginOfAnnounced(statement, number) == first;
    int end = Math.min(statement.endOfClause(number), number + WITHIN + 1);
    if (!begins) {
      return Optional.empty();
    }
    for (int index = number + 1; index < end; index++) {
      int length = index > number + 1 ? done(index) : 0;
      if (length > 0 && ends(index + length)) {
        return kind(number + 1, index);
      }
      boolean thing = index + 1 < end && done(index + 1) > 0 || !befalls(index);
      if (!thing || !statement.tokens().get(index).isWord() || no(index)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private boolean befalls(int index) {
    return at(WordList.BEFALLS, index)
        && !at(WordList.STOP, index)
        && !at(WordList.RATIO, index)
        && !at(WordList.SOURCE, index);
  }

  private boolean no(int index) {
    return NO_THING.stream().anyMatch(list -> at(list, index));
  }

  /** How many words of something done begin here: "laid", "signed off". */
  private int done(int index) {
    if (at(WordList.BEFALLEN, index) || index >= statement.tokens().size()) {
      return 0;
    }
    int known =
        Math.max(
            statement.lengthAt(WordList.FINISHED, index), statement.lengthAt(WordList.HELD, index));
    boolean form = statement.words().doneByForm(statement.tokens().get(index));
    return Math.max(known, form ? 1 : 0);
  }

  private boolean ends(int index) {
    return index >= statement.endOfClause(number)
        || statement.datedAt(index)
        || BEHIND.stream().anyMatch(list -> at(list, index));
  }

  /** What is held or visited is an activity, what is done with a thing leaves it behind. */
  private Optional<Counted> kind(int from, int done) {
    Optional<Counted> noun =
        IntStream.range(from, done)
            .mapToObj(index -> Deeds.nounAt(statement, index))
            .flatMap(Optional::stream)
            .findFirst();
    boolean held = at(WordList.HELD, done) && !at(WordList.FINISHED, done);
    boolean people =
        IntStream.range(from, done)
            .anyMatch(index -> at(WordList.PEOPLE, index) || at(WordList.STAFF, index));
    return noun.or(
        () ->
            held
                ? Optional.of(Counted.ACTIVITY)
                : people ? Optional.empty() : Optional.of(Counted.OUTPUT));
  }

  /** "Wells dug: 8", "Policies rewritten: 22". */
  private Optional<Counted> listed() {
    int first = statement.first();
    int mark = Deeds.beginOfAnnounced(statement, number) - 1;
    boolean heading =
        mark > first + 1
            && mark <= first + HEADING
            && statement.tokens().get(mark).norm().equals(":")
            && statement.endOfClause(first) == mark
            && IntStream.range(first, mark)
                .noneMatch(index -> no(index) && Deeds.nounAt(statement, index).isEmpty());
    boolean last =
        number + 1 == statement.tokens().size() || statement.datedAt(number + 1) || paced(number);
    return heading && last
        ? IntStream.range(first, mark)
            .filter(index -> done(index) > 0)
            .filter(index -> index == first && begins(index) || index + done(index) == mark)
            .boxed()
            .findFirst()
            .flatMap(done -> done == first ? kind(first + 1, mark) : kind(first, done))
        : Optional.empty();
  }

  /** "Printed leaflets", but not "shared bikes", where only the language's ending would tell. */
  private boolean begins(int index) {
    return statement.words().verbLast() || at(WordList.FINISHED, index);
  }

  /** "Per week", anywhere behind a token. */
  private boolean paced(int from) {
    return IntStream.range(from + 1, statement.tokens().size())
        .anyMatch(
            index -> {
              int per =
                  Math.max(
                      statement.lengthAt(WordList.PER, index),
                      statement.lengthAt(WordList.TIMES, index));
              return per > 0
                  && (at(WordList.TIME_UNIT, index + per) || at(WordList.PACE, index + per));
            });
  }

  /** "Two toolbox talks a week": so few, and nothing that is measured. */
  private Optional<Counted> rhythm() {
    int first = statement.first();
    int end = statement.endOfClause(first);
    boolean few =
        number == first
            && statement.tokens().get(number).number().orElseThrow().compareTo(DOZEN) <= 0;
    int per =
        IntStream.range(number + 2, Math.min(end, number + WITHIN))
            .filter(index -> at(WordList.PER, index) || at(WordList.TIMES, index))
            .findFirst()
            .orElse(end);
    int unit =
        per
            + Math.max(
                statement.lengthAt(WordList.PER, per), statement.lengthAt(WordList.TIMES, per));
    boolean things =
        IntStream.range(number + 1, per)
            .allMatch(
                index ->
                    statement.tokens().get(index).isWord()
                        && !no(index)
                        && Stream.of(
                                WordList.MEASURE,
                                WordList.FOREIGN,
                                WordList.PEOPLE,
                                WordList.BEFALLS,
                                WordList.FINISHED)
                            .noneMatch(list -> at(list, index) && !at(WordList.STOP, index)));
    boolean paced = unit > per && at(WordList.TIME_UNIT, unit);
    boolean last = unit + statement.lengthAt(WordList.TIME_UNIT, unit) >= statement.tokens().size();
    return few && paced && last && things ? Optional.of(Counted.ACTIVITY) : Optional.empty();
  }

  /** "150 appels de relance par semaine aux donateurs": it is one's own people who call. */
  private Optional<Counted> outgoing() {
    boolean activity = number == statement.first() && at(WordList.ACTIVITY, number + 1);
    boolean toSomebody =
        IntStream.range(number + 2, statement.endOfClause(number))
            .filter(index -> at(WordList.TOWARDS, index))
            .anyMatch(
                to ->
                    IntStream.rangeClosed(to + 1, to + SUBJECT)
                        .anyMatch(index -> at(WordList.PEOPLE, index)));
    return activity && toSomebody ? Optional.of(Counted.ACTIVITY) : Optional.empty();
  }

  /** "Every adviser rings ten members a month": what each of one's own people shall do. */
  private Optional<Counted> ofEach() {
    int first = statement.first();
    int begin = statement.lengthAt(WordList.INTRODUCTION, first) > 0 ? first + 1 : first;
    boolean each = at(WordList.PER, begin);
    boolean often = paced(begin);
    boolean plain =
        number - begin <= WITHIN
            && number > begin + 2
            && IntStream.range(begin + 1, number)
                .noneMatch(
                    index ->
                        befalls(index)
                            || at(WordList.GOES, index)
                            || at(WordList.KEEP, index)
                            || at(WordList.KPI, index)
                            || at(WordList.DOWN, index));
    boolean others = at(WordList.PEOPLE, begin + 1) || at(WordList.FOREIGN, begin + 1);
    return each && often && plain && !others
        ? nounBehind().or(() -> Optional.of(Counted.ACTIVITY))
        : Optional.empty();
  }

  private Optional<Counted> nounBehind() {
    return IntStream.range(
            number + 1, Math.min(statement.endOfClause(number), number + 1 + HEADING))
        .mapToObj(index -> Deeds.nounAt(statement, index))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** "Press officers send out 16 newsletters": people who do, and a known thing. */
  private Optional<Counted> ofCrew() {
    int first = statement.first() + statement.lengthAt(WordList.ARTICLE, statement.first());
    int before = Deeds.beginOfAnnounced(statement, number);
    return IntStream.rangeClosed(first + 1, first + SUBJECT)
        .filter(verb -> verb < before && at(WordList.DOES, verb) && !at(WordList.BEFALLS, verb))
        .filter(
            verb -> {
              int end = verb + statement.lengthAt(WordList.DOES, verb);
              return end == before || end + statement.lengthAt(WordList.PARTICLE, end) == before;
            })
        .filter(
            verb ->
                IntStream.range(first, verb)
                    .allMatch(
                        index ->
                            statement.tokens().get(index).isWord()
                                && Stream.of(WordList.PEOPLE, WordList.MEASURE, WordList.KPI)
                                    .noneMatch(list -> at(list, index))))
        .boxed()
        .findFirst()
        .flatMap(verb -> nounBehind());
  }

  /** "Shop blog: publish 30 recipes". */
  private Optional<Counted> behindHeading() {
    int mark = statement.endOfClause(statement.first());
    boolean heading =
        mark + 1 < number
            && mark <= statement.first() + HEADING
            && statement.tokens().get(mark).norm().equals(":");
    if (!heading) {
      return Optional.empty();
    }
    Statement deed =
        statement.reworded(statement.text().substring(statement.tokens().get(mark).end()));
    Figures figures = Figures.of(deed);
    return figures.baseline().isPresent()
        ? Optional.empty()
        : Deeds.count(deed, figures).map(Count::counted);
  }
}
