package io.bearings.coach;

import io.bearings.coach.Statement.Match;
import io.bearings.okr.Message;
import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is to be said about the title of an objective. One thing at a time: the first rule that
 * speaks silences those after it, for a text that is rewritten is read again.
 */
final class ObjectiveCheck {
  private static final List<Function<Statement, Optional<Finding>>> RULES =
      List.of(
          ObjectiveCheck::kpiName,
          Pay::check,
          Plainness::check,
          ObjectiveCheck::number,
          ObjectiveCheck::launch,
          ObjectiveCheck::task,
          ObjectiveCheck::flat);

  private static final Set<WordList> DEEDS = EnumSet.of(WordList.TASK, WordList.MAKE, WordList.DO);

  /** With what begins a wish, and no name of a measure. */
  private static final List<WordList> WISHES =
      List.of(
          WordList.FLAT,
          WordList.CHANGE,
          WordList.BECOME,
          WordList.TASK,
          WordList.MAKE,
          WordList.DO,
          WordList.WISH_NOT);

  private static final Pattern INITIALS = Pattern.compile("[A-Z]{4,7}");

  private static final int NAME = 4;
  private static final int LONG_NAME = 7;
  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  private static final BigDecimal FEW = BigDecimal.valueOf(5);
  private static final int NEAR = 3;
  private static final int SHORT = 5;
  private static final int FEW_WORDS = 2;
  private static final int VERY_SHORT = 3;
  private static final int LONG_WORD = 5;
  private static final int FINISHED_LENGTH = 8;

  private ObjectiveCheck() {}

  static Optional<Finding> check(Statement statement) {
    return RULES.stream()
        .flatMap(rule -> rule.apply(statement).stream())
        .findFirst()
        .or(() -> deedBehindColon(statement));
  }

  /** "Sorter B: replace the conveyor belts": a heading, and then what is to be done. */
  private static Optional<Finding> deedBehindColon(Statement statement) {
    int mark = statement.endOfClause(statement.first());
    boolean heading =
        mark + 2 < statement.tokens().size()
            && mark <= statement.first() + NAME
            && statement.tokens().get(mark).norm().equals(":");
    if (!heading) {
      return Optional.empty();
    }
    int start = statement.tokens().get(mark).end();
    Statement deed = statement.reworded(statement.text().substring(start));
    boolean upon =
        Stream.of(WordList.DETERMINER, WordList.DEFINITE)
            .anyMatch(
                list ->
                    deed.verb(WordList.TASK)
                        .filter(verb -> deed.lengthAt(list, verb.end()) > 0)
                        .isPresent());
    return launch(deed).or(() -> upon ? task(deed) : Optional.empty());
  }

  /** Whether a text is the name of a measure and nothing else. */
  static boolean isNameOfMeasure(Statement statement) {
    return kpiName(statement).isPresent();
  }

  private static Optional<Finding> kpiName(Statement statement) {
    int first = statement.first();
    int start =
        statement.lengthAt(WordList.KPI_BEGIN, first) + statement.lengthAt(WordList.KPI, first) > 0
            ? first
            : afterArticles(statement, first);
    int length = Math.max(nameLength(statement, start), formLength(statement, start));
    return length > 0 && onlyShortFormFrom(statement, start + length)
        ? Optional.of(
            Finding.of(Rule.KPI_NAME, Message.of("bearings.coach.kpiName", statement.from(start)))
                .better(Wording.pattern(Message.of("bearings.coach.kpiName.better")))
                .at(statement.span(new Match(start, length))))
        : Optional.empty();
  }

  /** "GOPPAR", "Ingreso medio por habitación": what only the name of a measure looks like. */
  private static int formLength(Statement statement, int start) {
    List<Token> tokens = statement.tokens();
    int end = statement.endOfClause(start);
    boolean initials =
        start == 0 && tokens.size() == 1 && INITIALS.matcher(tokens.get(0).text()).matches();
    boolean mean =
        end - start > 1
            && end - start <= LONG_NAME
            && !statement.words().headLast()
            && statement.lengthAt(WordList.MEAN, start + 1) > 0
            && IntStream.range(start, end).noneMatch(index -> tokens.get(index).isNumber());
    int per = end - 2;
    boolean done =
        per > start + 1
            && end - start <= LONG_NAME
            && statement.lengthAt(WordList.PER, per) > 0
            && statement.lengthAt(WordList.DETERMINER, per) == 0
            && statement.words().doneByForm(tokens.get(per - 1))
            && !isWish(statement, start)
            && IntStream.range(start, end).noneMatch(index -> tokens.get(index).isNumber());
    return initials || mean || done ? end - start : 0;
  }

  /** A name that is known, or a few words that end or begin as such names do. */
  private static int nameLength(Statement statement, int start) {
    int known = statement.lengthAt(WordList.KPI, start);
    int end = endOfName(statement, start);
    int words = end - start;
    int counted = words - hyphens(statement, start, end);
    boolean alone = known > 0 && onlyShortFormFrom(statement, start + known);
    int begins = statement.lengthAt(WordList.KPI_BEGIN, start);
    boolean of = words > 1 && ofThings(statement, start, end);
    boolean per = perUnit(statement, start, end);
    int most = begins > 0 || of || per || endsTwice(statement, start, end) ? LONG_NAME : NAME;
    boolean wish =
        known == 0 && begins == 0 && isWish(statement, start) || moves(statement, start, end);
    if (alone || words < 1 || counted > most || wish) {
      return known;
    }
    boolean compound =
        words == 1 && statement.words().namesMeasure(statement.tokens().get(start).norm());
    boolean ends =
        words > 1
            && (endsName(statement, start, end) || per || of)
            && !statement.has(WordList.FEELING);
    boolean begun = begins > 0 && begins < words;
    return compound || (ends || begun) && !statement.saysResult()
        ? statement.endOfClause(start) - start
        : 0;
  }

  /** Where the name ends, or begins to say within what time: "rate within 72 hours". */
  private static int endOfName(Statement statement, int start) {
    int end = statement.endOfClause(start);
    int number = end - 2;
    boolean within =
        number > start + 1
            && statement.tokens().get(number).isNumber()
            && statement.lengthAt(WordList.WITHIN, number - 1) == 1
            && timed(statement, number)
            && statement.lengthAt(WordList.KPI_END, number - 2) > 0;
    return within ? number - 1 : end;
  }

  /** How many words are only parts of a longer one: two in "year-on-year". */
  private static int hyphens(Statement statement, int start, int end) {
    return (int)
        IntStream.range(start + 1, end)
            .filter(
                index ->
                    statement.tokens().get(index - 1).isWord()
                        && Tokens.hyphenated(
                            statement.text(), statement.tokens().get(index - 1).end()))
            .count();
  }

  /** "Rate", "per hour". */
  private static boolean endsName(Statement statement, int start, int end) {
    return IntStream.range(Math.max(start + 1, end - NEAR), end)
        .anyMatch(
            index ->
                Stream.of(WordList.KPI_END, WordList.KPI)
                    .anyMatch(list -> statement.lengthAt(list, index) == end - index));
  }

  /** "Frequency rate": so sure an ending that more words may stand before it. */
  private static boolean endsTwice(Statement statement, int start, int end) {
    return end - start > 2
        && statement.lengthAt(WordList.KPI_END, end - 1) > 0
        && statement.lengthAt(WordList.KPI_END, end - 2) > 0;
  }

  /** "Per 1,000 orders", "percentage of calls answered within 20 seconds". */
  private static boolean ofName(Statement statement, int start, int number) {
    return statement.lengthAt(WordList.PER, number - 1) > 0
        || statement.lengthAt(WordList.KPI_BEGIN, start) > 0
            && statement.lengthAt(WordList.TO, number - 1) > 0
            && timed(statement, number);
  }

  /** A number, or a verb of change at the end, makes more of it than a name. */
  private static boolean moves(Statement statement, int start, int end) {
    return IntStream.range(start, end)
            .filter(index -> statement.tokens().get(index).isNumber())
            .anyMatch(index -> index == start || !ofName(statement, start, index))
        || Stream.of(WordList.CHANGE, WordList.FLAT, WordList.MULTIPLY)
            .anyMatch(list -> statement.verb(list).isPresent())
        || statement.words().verbLast() && Deeds.wish(statement).isPresent();
  }

  /** "Energy consumption per tonne", "Complaints per 1,000 orders". */
  private static boolean perUnit(Statement statement, int start, int end) {
    return end - start == NEAR
            && statement.lengthAt(WordList.PER, end - 2) > 0
            && statement.lengthAt(WordList.DETERMINER, end - 2) == 0
        || IntStream.range(Math.max(start + 1, end - NEAR), end - 1)
            .filter(per -> statement.lengthAt(WordList.PER, per) > 0)
            .anyMatch(per -> endsAt(statement, start, per));
  }

  /** Whether the name of a measure, or its last word, ends right before a token. */
  private static boolean endsAt(Statement statement, int start, int end) {
    return statement.words().namesMeasure(statement.tokens().get(end - 1).norm())
        || IntStream.range(Math.max(start, end - NEAR), end)
            .anyMatch(
                index ->
                    Stream.of(WordList.KPI_END, WordList.KPI)
                        .anyMatch(list -> statement.lengthAt(list, index) == end - index));
  }

  /** "Auslastung der Betten", "Response time of the fire brigade". */
  private static boolean ofThings(Statement statement, int start, int end) {
    boolean compound = statement.words().namesMeasure(statement.tokens().get(start).norm());
    int name = Math.max(statement.lengthAt(WordList.KPI, start), compound ? 1 : 0);
    WordList prepositions = name > 1 ? WordList.ABOUT_THING : WordList.KPI_OF;
    return name > 0 && end - start > name + 1 && statement.lengthAt(prepositions, start + name) > 0;
  }

  private static boolean isWish(Statement statement, int start) {
    boolean noun =
        statement.lengthAt(WordList.KPI_NOUN, start) > 0
            && statement.lengthAt(WordList.DETERMINER, start + 1) == 0
            && statement.lengthAt(WordList.ABOUT_THING, start + 1) == 0;
    boolean part =
        start < statement.tokens().size()
            && statement.tokens().get(start).isWord()
            && Tokens.hyphenated(statement.text(), statement.tokens().get(start).end());
    return WISHES.stream()
            .filter(list -> !part)
            .filter(list -> !noun || !DEEDS.contains(list))
            .map(list -> statement.lengthAt(list, start))
            .anyMatch(
                length ->
                    length > 0 && statement.lengthAt(WordList.VERB_MODIFIER, start + length) == 0)
        || statement.lengthAt(WordList.MORE, start) > 0;
  }

  /** The first token from this one on that is no article. */
  static int afterArticles(Statement statement, int from) {
    int index = from;
    int length = statement.lengthAt(WordList.ARTICLE, index);
    while (length > 0) {
      index += length;
      length = statement.lengthAt(WordList.ARTICLE, index);
    }
    return index;
  }

  /** Nothing, "(CSAT)", "/ MAU", "per month". */
  private static boolean onlyShortFormFrom(Statement statement, int index) {
    List<Token> rest = statement.tokens().subList(index, statement.tokens().size());
    if (rest.stream().allMatch(Token::isMark)) {
      return true;
    }
    String mark = rest.get(0).norm();
    boolean bracket =
        mark.equals("(")
            && rest.get(rest.size() - 1).norm().equals(")")
            && rest.size() <= SHORT
            && (rest.stream().noneMatch(Token::isNumber) || timed(statement, index + 1));
    int after = index + statement.lengthAt(WordList.PER, index);
    boolean divided =
        mark.equals("/") && statement.lengthAt(WordList.KPI, index + 1) == rest.size() - 1;
    boolean timed =
        after > index
            && statement.lengthAt(WordList.TIME_UNIT, after) == statement.tokens().size() - after;
    return bracket || divided || timed;
  }

  private static Optional<Finding> number(Statement statement) {
    return changedNumber(statement)
        .or(() -> behindColon(statement))
        .or(() -> promised(statement))
        .map(
            span ->
                Finding.of(Rule.NUMBER, Message.of("bearings.coach.number"))
                    .better(Wording.pattern(Message.of("bearings.coach.number.better")))
                    .at(span));
  }

  /** "By summer we want to have hit 500 members". */
  private static Optional<Span> promised(Statement statement) {
    List<Integer> numbers = Figures.of(statement).indices();
    return numbers.isEmpty()
        ? Optional.empty()
        : Promise.wish(statement)
            .flatMap(ObjectiveCheck::changedNumber)
            .map(span -> statement.span(numbers.get(numbers.size() - 1)));
  }

  /** "Growth on both sides: take sales past 6 million": a heading, and then the wish. */
  private static Optional<Span> behindColon(Statement statement) {
    int mark = statement.endOfClause(statement.first());
    if (mark >= statement.tokens().size()
        || mark > statement.first() + NAME
        || !statement.tokens().get(mark).norm().equals(":")) {
      return Optional.empty();
    }
    int start = statement.tokens().get(mark).end();
    Statement wish = statement.reworded(statement.text().substring(start));
    boolean command =
        Stream.of(WordList.CHANGE, WordList.GAIN, WordList.FLAT)
            .anyMatch(list -> wish.verb(list).isPresent());
    return command
        ? changedNumber(wish).map(span -> new Span(start + span.start(), start + span.end()))
        : Optional.empty();
  }

  /** The number of a measure that is to change, or the verb that doubles or halves it. */
  private static Optional<Span> changedNumber(Statement statement) {
    Figures figures = Figures.of(statement);
    Optional<Match> multiplied = statement.verb(WordList.MULTIPLY);
    Optional<Match> part =
        statement
            .find(WordList.PART)
            .filter(
                match ->
                    match.index() == statement.first()
                        || statement.verb(WordList.CHANGE).isPresent());
    Optional<Match> relative = multiplied.or(() -> part);
    if (relative.isPresent() && (statement.has(WordList.MEASURE) || !inspiring(statement))) {
      return relative.map(statement::span);
    }
    int begin = statement.first();
    boolean more =
        figures.indices().contains(begin)
            && statement.lengthAt(WordList.MORE, begin + 1) > 0
            && !inspiring(statement);
    boolean fromTo =
        more
            || stated(statement, figures)
            || figures.baseline().isPresent() && figures.target().isPresent();
    boolean changed =
        fromTo
            || Stream.of(WordList.CHANGE, WordList.FLAT, WordList.KEEP)
                    .anyMatch(list -> statement.verb(list).isPresent())
                && measured(statement, figures);
    return changed
            || bounded(statement, figures)
            || gained(statement, figures)
            || added(statement, figures)
            || shareOrCount(statement, figures)
        ? figures.indices().stream().findFirst().map(statement::span)
        : Optional.empty();
  }

  /** "Finish the season with 400 more members". */
  private static boolean added(Statement statement, Figures figures) {
    return !inspiring(statement)
        && figures.indices().stream()
            .filter(index -> statement.lengthAt(WordList.MORE, index + 1) > 0)
            .anyMatch(
                index -> statement.tokens().get(index).number().orElseThrow().compareTo(FEW) > 0);
  }

  /** "Turnover of 5 million by year end". */
  private static boolean stated(Statement statement, Figures figures) {
    int name = afterArticles(statement, statement.first());
    int of =
        name
            + Math.max(
                statement.lengthAt(WordList.KPI, name), statement.lengthAt(WordList.MEASURE, name));
    return of > name
        && statement.lengthAt(WordList.RATIO, of) > 0
        && figures.indices().contains(of + 1)
        && !inspiring(statement);
  }

  /** "Less than two hours", "Waiting time no more than two hours", "Our backlog falls to 80". */
  private static boolean bounded(Statement statement, Figures figures) {
    if (figures.indices().isEmpty() || inspiring(statement)) {
      return false;
    }
    int number = figures.indices().get(0);
    int name = afterArticles(statement, statement.first());
    int cue = beginOfCue(statement, number);
    boolean begins =
        cue == statement.first()
            && (timed(statement, number) || statement.lengthAt(WordList.MEASURE, number + 1) > 0);
    boolean named =
        cue >= 0
            && (statement.lengthAt(WordList.KPI, name) > 0
                || statement.words().namesMeasure(statement.tokens().get(name).norm())
                || cue > name && name + statement.lengthAt(WordList.MEASURE, name) == cue);
    return begins
        || named
        || moved(statement, name, cue)
        || many(statement, number)
        || none(statement, number);
  }

  /** "Zero workplace accidents". */
  private static boolean none(Statement statement, int number) {
    return number == statement.first()
        && statement.tokens().get(number).number().orElseThrow().signum() == 0
        && statement.size() <= NAME
        && statement.has(WordList.MEASURE);
  }

  /** "10,000 subscribers by June": a measure with nothing said about it but when. */
  private static boolean many(Statement statement, int number) {
    int after = number + 1 + statement.lengthAt(WordList.MEASURE, number + 1);
    return number == statement.first()
        && after > number + 1
        && (after == statement.endOfClause(number) || statement.datedAt(after + 1));
  }

  /** Where the word begins that announces a number: "to", "no more than"; below 0 without one. */
  private static int beginOfCue(Statement statement, int number) {
    return IntStream.range(Math.max(statement.first(), number - NAME), number)
        .filter(index -> index + statement.lengthAt(WordList.TO, index) == number)
        .findFirst()
        .orElse(-1);
  }

  /** "The waiting list shrinks to": a subject, and right before the number which way it goes. */
  private static boolean moved(Statement statement, int subject, int cue) {
    return cue > subject + 1
        && (statement.lengthAt(WordList.DOWN, cue) > 0
            || Stream.of(WordList.DOWN, WordList.GOES, WordList.WISHED)
                .anyMatch(list -> statement.lengthAt(list, cue - 1) == 1))
        && statement.endOfClause(subject) > cue;
  }

  /** "95 % of trains on time", "Fill 200 seats". */
  private static boolean shareOrCount(Statement statement, Figures figures) {
    boolean share =
        figures.indices().stream()
            .map(index -> statement.tokens().get(index))
            .anyMatch(token -> token.percent() && !token.number().equals(Optional.of(WHOLE)));
    boolean count =
        !figures.indices().isEmpty()
            && Deeds.commandsNumber(statement, statement.first(), figures.indices().get(0))
            && Deeds.task(statement).isEmpty();
    boolean moved =
        Stream.of(WordList.CHANGE, WordList.FLAT).anyMatch(list -> statement.verb(list).isPresent())
            && figures.indices().stream().anyMatch(index -> announced(statement, index));
    return (share || count) && !inspiring(statement)
        || moved && !statement.saysResult()
        || figures.indices().stream().anyMatch(index -> goesBy(statement, index));
  }

  /** "To 60 singers", "by 40". */
  private static boolean announced(Statement statement, int number) {
    return number > statement.first()
        && (statement.lengthAt(WordList.TO, number - 1) > 0
            || statement.lengthAt(WordList.BY, number - 1) > 0);
  }

  /** "Down by 11 days", whatever that is good for. */
  private static boolean goesBy(Statement statement, int number) {
    return number > statement.first() + 2
        && statement.lengthAt(WordList.CHANGE, statement.first()) > 0
        && statement.lengthAt(WordList.BY, number - 1) > 0
        && (statement.lengthAt(WordList.DOWN, number - 2) > 0
            || statement.lengthAt(WordList.UP, number - 2) > 0);
  }

  private static boolean measured(Statement statement, Figures figures) {
    boolean percent =
        figures.indices().stream()
            .map(index -> statement.tokens().get(index))
            .anyMatch(
                token -> token.percent() && token.text().chars().anyMatch(Character::isDigit));
    boolean money =
        figures.indices().stream()
            .anyMatch(index -> statement.priced(index) || timed(statement, index));
    boolean turned =
        statement.lengthAt(WordList.TURN, statement.first()) > 0
            && figures.indices().stream().noneMatch(statement::priced);
    if (turned) {
      return percent && !inspiring(statement);
    }
    return percent || (money || statement.has(WordList.MEASURE)) && !inspiring(statement);
  }

  private static boolean timed(Statement statement, int number) {
    return statement.lengthAt(WordList.TIME_UNIT, number + 1) > 0;
  }

  private static boolean inspiring(Statement statement) {
    return statement.saysResult() || statement.has(WordList.FEELING) || statement.explains();
  }

  /** "Get 5 departments to tell the same story". */
  private static boolean persuades(Statement statement, Match gain, int number) {
    return statement.lengthAt(WordList.GET, gain.index()) > 0
        && IntStream.range(number + 2, Math.min(number + 2 + NEAR, statement.tokens().size() - 1))
            .anyMatch(
                index ->
                    statement.lengthAt(WordList.TOWARDS, index) == 1
                        && statement.lengthAt(WordList.WISH_NOT, index) > 0
                        && statement.tokens().get(index + 1).isWord()
                        && statement.lengthAt(WordList.DETERMINER, index + 1) == 0);
  }

  /** "Recruit two night nurses": so few are hired one by one. */
  private static boolean hired(Statement statement, Match gain, int number) {
    Token token = statement.tokens().get(number);
    return statement.lengthAt(WordList.SEEK, gain.index()) > 0
        && !token.percent()
        && token.number().orElseThrow().compareTo(FEW) <= 0;
  }

  /** "Win 200 …", "5.000 … gewinnen": the number stands beside the verb, or begins the text. */
  private static boolean gained(Statement statement, Figures figures) {
    Optional<Match> gain = statement.verb(WordList.GAIN);
    if (gain.isEmpty() || figures.indices().isEmpty() || inspiring(statement)) {
      return false;
    }
    int number = figures.indices().get(0);
    boolean first = number == statement.first() && gain.get().index() > number;
    int object = gain.get().end();
    boolean certain =
        statement.lengthAt(WordList.DEFINITE, Math.max(0, number - 1)) > 0
            && statement.tokens().get(number).number().orElseThrow().compareTo(WHOLE) < 0;
    if (certain
        || persuades(statement, gain.get(), number)
        || hired(statement, gain.get(), number)) {
      return false;
    }
    int about =
        Math.max(
            statement.lengthAt(WordList.TO, object), statement.lengthAt(WordList.ABOUT, object));
    int article = object + about;
    return first
        || number == object
        || about > 0 && number == article
        || number == article + statement.lengthAt(WordList.ARTICLE, article);
  }

  private static Optional<Finding> launch(Statement statement) {
    return statement
        .deed(WordList.LAUNCH)
        .filter(verb -> statement.lengthAt(WordList.TASK, verb.index()) <= verb.length())
        .filter(verb -> namesAudience(statement, verb))
        .or(() -> broughtToMarket(statement))
        .filter(verb -> !within(statement, WordList.FEELING, verb.end()))
        .filter(verb -> !describes(statement, verb))
        .filter(verb -> !statement.hasClauseBehindNoun(verb.end()))
        .filter(verb -> !statement.brings(WordList.PURPOSE))
        .map(
            verb ->
                Finding.of(Rule.LAUNCH, Message.of("bearings.coach.launch"))
                    .better(Wording.pattern(Message.of("bearings.coach.launch.better")))
                    .action(Action.MAKE_INITIATIVE)
                    .at(statement.span(verb)));
  }

  /** "Bring our game to the Japanese market". */
  private static Optional<Match> broughtToMarket(Statement statement) {
    return statement
        .verb(WordList.TAKE)
        .filter(
            verb ->
                statement
                    .find(
                        WordList.TOWARDS,
                        verb.index() == statement.first() ? verb.end() : statement.first())
                    .filter(
                        to ->
                            within(statement, WordList.ABSTRACT, to.end())
                                || toPeople(statement, to.end()))
                    .isPresent());
  }

  /** "To homeowners in Portugal". */
  private static boolean toPeople(Statement statement, int index) {
    int place = index + statement.lengthAt(WordList.PEOPLE, index);
    return place > index
        && statement.lengthAt(WordList.PLACE, place) > 0
        && names(statement, place + 1, true);
  }

  private static boolean within(Statement statement, WordList list, int from) {
    return statement.find(list, from).filter(match -> match.index() <= from + NEAR).isPresent();
  }

  /** "Ship updates that nobody notices": the thing itself is described, not whom it is for. */
  private static boolean describes(Statement statement, Match verb) {
    int audience =
        statement
            .find(WordList.AUDIENCE, verb.end())
            .map(Match::index)
            .orElse(statement.tokens().size());
    return statement
        .find(WordList.RESULT, verb.end())
        .filter(match -> match.index() < audience)
        .isPresent();
  }

  private static boolean namesAudience(Statement statement, Match verb) {
    int after = verb.index() == statement.first() ? verb.end() : statement.first();
    Optional<Match> audience = statement.find(WordList.AUDIENCE, after);
    return audience.filter(match -> names(statement, match.end(), false)).isPresent()
        || statement.find(WordList.ABSTRACT, after).isPresent()
        || statement
            .find(WordList.TOWARDS, after)
            .filter(match -> within(statement, WordList.PEOPLE, match.end()))
            .isPresent()
        || statement
            .find(WordList.PLACE, after)
            .filter(place -> place.end() <= verb.index() || place.index() >= verb.end())
            .filter(match -> names(statement, match.end(), true))
            .isPresent();
  }

  /** Whether a word stands there that is no date; of a place, one with a capital letter. */
  private static boolean names(Statement statement, int index, boolean capital) {
    if (index >= statement.tokens().size()) {
      return false;
    }
    Token token = statement.tokens().get(index);
    return token.isWord()
        && statement.lengthAt(WordList.MONTH, index) == 0
        && token.text().chars().noneMatch(Character::isDigit)
        && (!capital || Character.isUpperCase(token.text().charAt(0)));
  }

  private static Finding taskAt(Statement statement, Match match) {
    return Finding.of(Rule.TASK, Message.of("bearings.coach.task"))
        .better(Wording.pattern(Message.of("bearings.coach.task.better")))
        .action(Action.MAKE_INITIATIVE)
        .at(statement.span(match));
  }

  private static Optional<Finding> task(Statement statement) {
    boolean better =
        statement
            .verb(WordList.FLAT)
            .filter(verb -> verb.length() > 1)
            .filter(
                verb ->
                    verb.index() > statement.first()
                        || statement.lengthAt(WordList.LEAD, verb.index()) > 0)
            .isPresent();
    if (better || alsoFlat(statement).isPresent()) {
      return Optional.empty();
    }
    return Deeds.task(statement)
        .map(match -> taskAt(statement, match))
        .or(() -> finished(statement))
        .or(() -> unknownDeed(statement));
  }

  /** "Defrost the freezers": a command of which no list knows the verb, upon a thing. */
  private static Optional<Finding> unknownDeed(Statement statement) {
    return Deeds.wish(statement)
        .filter(verb -> Deeds.uponThing(statement, verb) && !inspiring(statement))
        .filter(verb -> statement.size() <= FINISHED_LENGTH && !statement.has(WordList.PEOPLE))
        .or(() -> Deeds.light(statement).filter(verb -> !inspiring(statement)))
        .map(verb -> taskAt(statement, verb));
  }

  /** "The new intranet is live". */
  private static Optional<Finding> finished(Statement statement) {
    return Deeds.finished(statement)
        .filter(match -> statement.size() <= FINISHED_LENGTH && !statement.saysResult())
        .filter(
            match ->
                Stream.of(WordList.BECOME, WordList.CHANGE, WordList.MORE, WordList.FLAT)
                    .allMatch(list -> statement.lengthAt(list, statement.first()) == 0))
        .map(match -> taskAt(statement, match));
  }

  private static Optional<Finding> flat(Statement statement) {
    return way(statement)
        .or(() -> vagueWish(statement))
        .map(
            match ->
                Finding.of(Rule.FLAT, Message.of("bearings.coach.flat"))
                    .better(Wording.pattern(Message.of("bearings.coach.flat.better")))
                    .at(statement.span(match)));
  }

  /** "Improve the way we handle complaints", "Die Art, wie wir beraten, verbessern". */
  private static Optional<Match> way(Statement statement) {
    int last = statement.tokens().size() - 1;
    int first = statement.first();
    boolean behind =
        statement.words().verbLast()
            && last > first
            && statement.lengthAt(WordList.FLAT, last) == 1
            && wayAt(statement, first).length() > 0;
    return statement
        .verb(WordList.FLAT)
        .filter(verb -> verb.index() == first)
        .map(verb -> wayAt(statement, verb.end()))
        .filter(noun -> noun.length() > 0)
        .filter(noun -> !statement.brings(WordList.PURPOSE, noun.end()))
        .filter(noun -> !statement.brings(WordList.RESULT, noun.end() + 2))
        .or(() -> behind ? Optional.of(new Match(last, 1)) : Optional.empty())
        .filter(match -> !statement.has(WordList.FEELING));
  }

  private static Match wayAt(Statement statement, int index) {
    int noun = afterArticles(statement, index);
    return new Match(noun, statement.lengthAt(WordList.WAY, noun));
  }

  /**
   * "Develop and strengthen our service culture": the second verb says that nothing is finished.
   */
  private static Optional<Match> alsoFlat(Statement statement) {
    int and = statement.first() + 1;
    int second = and + statement.lengthAt(WordList.AND, and);
    Match verb = new Match(second, statement.lengthAt(WordList.FLAT, second));
    return second > and
            && verb.length() > 0
            && statement.lengthAt(WordList.DETERMINER, verb.end()) > 0
            && (statement.has(WordList.VIRTUE) || !Deeds.uponThing(statement, verb))
        ? Optional.of(verb)
        : Optional.empty();
  }

  private static Optional<Match> vagueWish(Statement statement) {
    if (statement.saysResult()
        || statement.brings(WordList.PURPOSE)
        || statement.explains()
        || saysWhen(statement)) {
      return Optional.empty();
    }
    return statement
        .verb(WordList.FLAT)
        .filter(verb -> statement.lengthAt(WordList.FLAT_NOT, verb.index()) == 0)
        .or(() -> more(statement))
        .or(() -> becomesMore(statement))
        .or(() -> becomesVague(statement))
        .or(() -> madeMore(statement))
        .or(() -> statement.find(WordList.NEXT_LEVEL))
        .or(() -> Deeds.virtue(statement))
        .or(() -> alsoFlat(statement))
        .or(() -> bareVirtue(statement));
  }

  /** "Be the more human one when somebody calls". */
  private static boolean saysWhen(Statement statement) {
    return statement.verb(WordList.BECOME).isPresent()
        && IntStream.range(statement.first() + 2, statement.tokens().size() - 2)
            .anyMatch(
                index ->
                    statement.lengthAt(WordList.QUESTION, index) > 0
                        && statement.lengthAt(WordList.SUBJECT, index + 1) > 0);
  }

  /** "Better communication", "A stronger team", "Better teamwork between sales and service". */
  private static Optional<Match> more(Statement statement) {
    int length = statement.lengthAt(WordList.MORE, statement.first());
    int next = statement.endOfClause(statement.first()) + 1;
    boolean contrast = statement.lengthAt(WordList.MORE, next) > 0;
    int begin = length > 0 ? statement.first() : afterArticles(statement, statement.first());
    int better = statement.lengthAt(WordList.MORE, begin);
    boolean virtue = statement.lengthAt(WordList.VIRTUE, begin + better) > 0;
    boolean everywhere =
        IntStream.range(begin + better, statement.tokens().size() - 1)
            .anyMatch(
                index ->
                    statement.lengthAt(WordList.PLACE, index) > 0
                        && statement.lengthAt(WordList.ALL, index + 1) > 0);
    int most = virtue || everywhere ? FINISHED_LENGTH : length > 0 ? SHORT : NAME;
    return better > 0 && !contrast && statement.size() <= most
        ? Optional.of(new Match(begin, better))
        : moreBehind(statement, statement.tokens().size() - 2);
  }

  /** "Des décisions plus rapides", where an adjective follows its noun. */
  private static Optional<Match> moreBehind(Statement statement, int index) {
    return index > 0
            && !statement.words().headLast()
            && statement.size() <= NAME
            && statement.lengthAt(WordList.MORE, index) == 1
            && statement.tokens().stream()
                .noneMatch(token -> statement.words().infinitive(token.norm()))
        ? Optional.of(new Match(index, 1))
        : Optional.empty();
  }

  /** "Operational excellence". */
  private static Optional<Match> bareVirtue(Statement statement) {
    int end = statement.endOfClause(statement.first());
    return IntStream.range(statement.first(), end)
        .filter(index -> index + statement.lengthAt(WordList.VIRTUE, index) == end)
        .filter(index -> statement.size() <= VERY_SHORT && !statement.has(WordList.FEELING))
        .mapToObj(index -> new Match(index, end - index))
        .findFirst();
  }

  /** "Be more agile", "Agiler werden". */
  private static Optional<Match> becomesMore(Statement statement) {
    Optional<Match> become = statement.verb(WordList.BECOME);
    if (become.isEmpty()) {
      return Optional.empty();
    }
    boolean atStart = become.get().index() == statement.first();
    int next = atStart ? afterArticles(statement, become.get().end()) : statement.first();
    int more = statement.lengthAt(WordList.MORE, next);
    if (more > 0) {
      return Optional.of(new Match(next, more)).filter(match -> !compares(statement, match.end()));
    }
    int behindNoun = statement.lengthAt(WordList.MORE, next + 1);
    if (atStart && next > become.get().end() && behindNoun > 0 && statement.size() <= SHORT) {
      return Optional.of(new Match(next + 1, behindNoun));
    }
    int last = become.get().index() - 1;
    if (!atStart && statement.size() <= SHORT && statement.lengthAt(WordList.MORE, last) > 0) {
      return Optional.of(new Match(last, 1));
    }
    return !atStart && statement.size() <= VERY_SHORT && comparative(statement.tokens().get(next))
        ? Optional.of(new Match(next, 1))
        : Optional.empty();
  }

  /** "Quicker than the rumour", but not "better than the competition". */
  private static boolean compares(Statement statement, int from) {
    return statement
        .find(WordList.THAN, from)
        .filter(than -> statement.lengthAt(WordList.ABOUT_THING, than.index()) == 0)
        .filter(than -> !statement.inPhrase(than.index()))
        .map(than -> afterArticles(statement, than.end()))
        .filter(other -> other < statement.tokens().size())
        .filter(other -> statement.lengthAt(WordList.RIVAL, other) == 0)
        .isPresent();
  }

  /** "Be the best", "Become a modern organisation", "Führende Kanzlei der Region werden". */
  private static Optional<Match> becomesVague(Statement statement) {
    Optional<Match> become = statement.verb(WordList.BECOME);
    if (become.isEmpty()) {
      return Optional.empty();
    }
    boolean atStart = become.get().index() == statement.first();
    int from = atStart ? become.get().end() : statement.first();
    int vague = afterArticles(statement, from);
    int length = vagueLength(statement, vague);
    int noun = vague + length + 1;
    boolean somewhere =
        statement.lengthAt(WordList.PLACE, noun) > 0
            || statement.lengthAt(WordList.PLACE, noun + 1) > 0
            || statement.lengthAt(WordList.FOR, noun) > 0
            || within(statement, WordList.ABSTRACT, vague + length)
            || !atStart && statement.lengthAt(WordList.ARTICLE, noun) > 0;
    int most = vague + length + FEW_WORDS - statement.first() + (somewhere ? NEAR : 0);
    return length > 0
            && statement.size() <= most
            && statement.find(WordList.FEELING, vague + length).isEmpty()
        ? Optional.of(new Match(vague, length))
        : Optional.empty();
  }

  /** "Innovative", "innovative and sustainable". */
  private static int vagueLength(Statement statement, int index) {
    int one = statement.lengthAt(WordList.VAGUE, index);
    int and = statement.lengthAt(WordList.AND, index + one);
    int other = statement.lengthAt(WordList.VAGUE, index + one + and);
    return one > 0 && and > 0 && other > 0 ? one + and + other : one;
  }

  /** "Make our service better". */
  private static Optional<Match> madeMore(Statement statement) {
    int end = statement.endOfClause(statement.first());
    int begin = statement.first() + statement.lengthAt(WordList.TURN, statement.first());
    return begin > statement.first() && statement.size() <= SHORT
        ? statement
            .find(WordList.MORE, begin)
            .filter(match -> match.index() < end && match.index() >= end - FEW_WORDS)
        : Optional.empty();
  }

  private static boolean comparative(Token token) {
    return token.norm().length() >= LONG_WORD && token.norm().endsWith("er");
  }
}
