package io.bearings.coach;

import io.bearings.okr.Message;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Source;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be said about one key result. About its text one thing at a time; beside it what its
 * confidence and its KPI say.
 */
final class KeyResultCheck {
  private static final int CERTAIN = 9;
  private static final int KEPT_WITHIN = 6;
  private static final BigDecimal NOISE = BigDecimal.valueOf(2);
  private static final BigDecimal LIKELY = new BigDecimal("0.8");

  /** Sources whose values run between a baseline and a target that somebody sets. */
  private static final Set<Source> TWO_NUMBERS =
      EnumSet.of(Source.MANUAL, Source.KPI, Source.JQL, Source.CONNECTOR);

  private final KeyResultText keyResult;
  private final Source source;
  private final Statement statement;
  private final Figures figures;
  private final Optional<BigDecimal> baseline;
  private final Optional<BigDecimal> target;

  private KeyResultCheck(KeyResultText keyResult, Statement statement) {
    this.keyResult = keyResult;
    this.source = keyResult.source().orElse(Source.MANUAL);
    this.statement = statement;
    this.figures = Figures.of(statement);
    this.baseline = keyResult.baseline().or(figures::baseline).or(this::implied);
    this.target = keyResult.target().or(figures::target).or(this::computed).or(this::nobody);
  }

  static List<Finding> check(
      KeyResultText keyResult, Statement statement, Optional<Kpis.Surroundings> around) {
    KeyResultCheck check = new KeyResultCheck(keyResult, statement);
    List<Finding> findings = new ArrayList<>();
    check.cosplay(around).or(check::text).ifPresent(findings::add);
    check.tooCertain().ifPresent(findings::add);
    around.ifPresent(kpis -> check.surroundings(kpis, findings));
    return findings;
  }

  /** Where the key result stands and where it is to go, as far as both are known. */
  static Optional<Figures.Change> movement(KeyResultText keyResult, Statement statement) {
    KeyResultCheck check = new KeyResultCheck(keyResult, statement);
    return check.baseline.flatMap(
        from ->
            check.target.map(
                to -> new Figures.Change(to.subtract(from, MathContext.DECIMAL64), false)));
  }

  /** Evidence is counted from nothing. */
  private Optional<BigDecimal> implied() {
    return source == Source.EVIDENCE ? Optional.of(BigDecimal.ZERO) : Optional.empty();
  }

  private Optional<BigDecimal> computed() {
    return baseline.flatMap(from -> figures.by().map(by -> by.from(from)));
  }

  /** "Nobody is hurt any more, after four accidents last season". */
  private Optional<BigDecimal> nobody() {
    return figures.baseline().isPresent()
            && statement.lengthAt(WordList.NOBODY, statement.first()) > 0
        ? Optional.of(BigDecimal.ZERO)
        : Optional.empty();
  }

  private Optional<Finding> text() {
    Optional<Finding> done = figures.baseline().isPresent() ? numberOf() : deed();
    return promised().or(() -> done).or(this::maintains).or(this::numbers);
  }

  /** "By summer we run eight courses". */
  private Optional<Finding> promised() {
    return figures.indices().isEmpty() || inFields()
        ? Optional.empty()
        : Promise.wish(statement).flatMap(this::counted);
  }

  private Optional<Finding> counted(Statement wish) {
    Figures wished = Figures.of(wish);
    int last = figures.indices().get(figures.indices().size() - 1);
    return wished.baseline().isPresent()
        ? Optional.empty()
        : Deeds.count(wish, wished)
            .map(count -> new Deeds.Count(count.counted(), statement.span(last)))
            .map(KeyResultCheck::counted);
  }

  private Optional<Finding> deed() {
    if (fallsInFields()) {
      return Optional.empty();
    }
    return Tallies.planned(statement, figures)
        .or(() -> Deeds.count(statement, figures))
        .or(() -> inFields() ? Optional.empty() : Tallies.recurring(statement))
        .or(() -> figures.any() ? Optional.empty() : Tallies.repeated(statement))
        .map(KeyResultCheck::counted)
        .or(this::countedInFields)
        .or(this::countedWithoutNumbers)
        .or(this::raisedTo)
        .or(
            () ->
                figures.any()
                        && !Deeds.certain(statement, figures)
                        && !bracketed()
                        && !ofCertainThings()
                    ? Optional.empty()
                    : deliverable().or(this::task));
  }

  /** "Hire a physio (0.5 FTE, from February)": the number only says more about the deed. */
  private boolean bracketed() {
    return statement.words().headLast()
        && Deeds.task(statement).isPresent()
        && figures.indices().stream()
            .allMatch(
                number -> {
                  int mark = number - 1;
                  while (mark > statement.first() && !statement.tokens().get(mark).isMark()) {
                    mark--;
                  }
                  return mark > statement.first()
                      && statement.tokens().get(mark).norm().equals("(");
                });
  }

  /** "Final report on the pilot in the two surgeries". */
  private boolean ofCertainThings() {
    return onlyOfCertainThings() && Deeds.thing(statement, true).isPresent();
  }

  /** "Increase the number of audits to 20". */
  private Optional<Finding> raisedTo() {
    boolean raised =
        figures.target().isPresent()
            && statement.verb(WordList.CHANGE).isPresent()
            && !statement.has(WordList.DOWN);
    return raised ? Deeds.numberOf(statement).map(KeyResultCheck::counted) : Optional.empty();
  }

  /** "Number of trainings held". */
  private Optional<Finding> countedWithoutNumbers() {
    return figures.any() || movesInFields() || statement.has(WordList.DOWN)
        ? Optional.empty()
        : Deeds.numberOf(statement).map(KeyResultCheck::counted);
  }

  /** Only what is to become more is counted as done; fewer reports may be the very point. */
  private Optional<Finding> countedInFields() {
    boolean grows =
        !figures.any()
            && movesInFields()
            && target.orElseThrow().compareTo(baseline.orElseThrow()) > 0;
    return grows
        ? Deeds.subject(statement)
            .or(() -> Tallies.perPeriod(statement))
            .map(KeyResultCheck::counted)
        : Optional.empty();
  }

  /** "Number of workshops from 4 to 12" counts what is done, for all that it says from where. */
  private Optional<Finding> numberOf() {
    boolean grows =
        figures
            .target()
            .filter(to -> to.compareTo(figures.baseline().orElseThrow()) > 0)
            .isPresent();
    return grows
        ? Deeds.numberOf(statement)
            .or(() -> Tallies.perPeriod(statement))
            .or(() -> ofShare() ? Optional.empty() : Tallies.growing(statement))
            .or(() -> fromNothing() ? Tallies.named(statement) : Optional.empty())
            .or(() -> ofShare() ? Optional.empty() : Tallies.more(statement, figures))
            .map(KeyResultCheck::counted)
        : Optional.empty();
  }

  private boolean ofShare() {
    return figures.indices().stream()
        .anyMatch(
            number ->
                statement.tokens().get(number).percent() || statement.wholeOf(number) > number);
  }

  /** "Review sessions: 0 → 24": what has never happened is no measure yet, but a plan. */
  private boolean fromNothing() {
    return figures.baseline().filter(from -> from.signum() == 0).isPresent();
  }

  private boolean inFields() {
    return keyResult.baseline().isPresent() || keyResult.target().isPresent();
  }

  private boolean movesInFields() {
    return keyResult.baseline().isPresent() && keyResult.target().isPresent();
  }

  /** "Open defects" from 48 to 6: nobody does less and less of a deed. */
  private boolean fallsInFields() {
    return movesInFields() && target.orElseThrow().compareTo(baseline.orElseThrow()) < 0;
  }

  private static Finding counted(Deeds.Count count) {
    return switch (count.counted()) {
      case ACTIVITY ->
          Finding.of(Rule.ACTIVITY_COUNT, Message.of("bearings.coach.activityCount"))
              .better(Wording.pattern(Message.of("bearings.coach.activityCount.better")))
              .action(Action.MAKE_INITIATIVE)
              .at(count.span());
      case OUTPUT ->
          Finding.of(Rule.OUTPUT_COUNT, Message.of("bearings.coach.outputCount"))
              .better(Wording.pattern(Message.of("bearings.coach.outputCount.better")))
              .action(Action.MAKE_INITIATIVE)
              .at(count.span());
    };
  }

  private Optional<Finding> deliverable() {
    if (statement.has(WordList.FEELING)
        || ofMeasureInFields()
        || Deeds.decided(statement).isPresent()
        || statement.deed(WordList.BRING_IN).isPresent()
        || Deeds.moved(statement).isPresent()) {
      return Optional.empty();
    }
    return Deeds.made(statement)
        .filter(verb -> statement.verb(WordList.APPLY).isEmpty() && !Deeds.applies(statement))
        .or(() -> Deeds.making(statement))
        .or(() -> Deeds.put(statement))
        .or(this::finished)
        .filter(match -> Deeds.got(statement).isEmpty())
        .filter(
            match ->
                match.index() == 0 || statement.lengthAt(WordList.MORE, match.index() - 1) == 0)
        .or(() -> Deeds.thing(statement, !inFields()).filter(thing -> !handedIn()))
        .or(() -> Deeds.owned(statement))
        .map(
            match ->
                Finding.of(Rule.DELIVERABLE, Message.of("bearings.coach.deliverable"))
                    .better(Wording.pattern(Message.of("bearings.coach.deliverable.better")))
                    .action(Action.MAKE_INITIATIVE)
                    .at(statement.span(match)));
  }

  /** "Conversion of the landing page" with a number in a field: the name of a measure. */
  private boolean ofMeasureInFields() {
    int name = statement.first() + statement.lengthAt(WordList.ARTICLE, statement.first());
    return inFields()
        && name < statement.tokens().size()
        && (statement.lengthAt(WordList.KPI, name) > 0
            || statement.lengthAt(WordList.MEASURE, name) > 0 && Deeds.noun(statement).isPresent()
            || statement.words().namesMeasure(statement.tokens().get(name).norm()));
  }

  /** "Have the application submitted": the thing is there, and is only passed on. */
  private boolean handedIn() {
    return Deeds.got(statement).isPresent() && statement.has(WordList.HANDED_IN);
  }

  private Optional<Statement.Match> finished() {
    boolean moves =
        statement.lengthAt(WordList.MORE, statement.first()) > 0
            || statement.lengthAt(WordList.FLAT, statement.first()) > 0
            || movesInFields() && target.orElseThrow().compareTo(BigDecimal.ONE) > 0;
    int name = statement.first() + statement.lengthAt(WordList.ARTICLE, statement.first());
    boolean share = inFields() && statement.lengthAt(WordList.SHARE, name) > 0;
    boolean number = statement.lengthAt(WordList.NUMBER_OF, name) > 0;
    return moves || share || number || Deeds.noun(statement).isPresent()
        ? Optional.empty()
        : Deeds.finished(statement)
            .filter(
                done ->
                    statement
                        .find(WordList.MORE)
                        .filter(more -> more.index() < done.index())
                        .isEmpty());
  }

  private Optional<Finding> task() {
    boolean share = movesInFields() && statement.has(WordList.PERCENT);
    return share || ofMeasureInFields() ? Optional.empty() : taskOf(statement);
  }

  private Optional<Finding> taskOf(Statement statement) {
    return Deeds.task(statement)
        .or(() -> statement.deed(WordList.MEET).filter(this::certain))
        .or(() -> Deeds.moved(statement))
        .or(() -> Deeds.wish(statement))
        .map(
            match ->
                Finding.of(Rule.TASK, Message.of("bearings.coach.task"))
                    .better(Wording.pattern(Message.of("bearings.coach.task.better")))
                    .action(Action.MAKE_INITIATIVE)
                    .at(statement.span(match)));
  }

  /** "Work with the carriers to lower …" says too little to be a deed. */
  private boolean certain(Statement.Match verb) {
    return statement.lengthAt(WordList.WISH_NOT, verb.index()) == 0;
  }

  private Optional<Finding> maintains() {
    int colon = statement.endOfClause(statement.first());
    boolean begins =
        statement.verb(WordList.KEEP).isPresent()
            || colon < statement.tokens().size()
                && statement.tokens().get(colon).norm().equals(":")
                && statement.lengthAt(WordList.KEEP, colon + 1) > 0;
    boolean same = figures.target().isEmpty() && begins;
    boolean keeps = figures.any() && (baseline.isEmpty() || same && !inFields()) && keepsNumber();
    return keeps || source == Source.MAINTAIN
        ? Optional.of(
            Finding.of(Rule.MAINTAINS, Message.of("bearings.coach.maintains"))
                .better(Wording.pattern(Message.of("bearings.coach.maintains.better"))))
        : Optional.empty();
  }

  /** "Stays at 92 %", but not "90 % of apprentices stay for two years". */
  private boolean keepsNumber() {
    int begin = Promise.afterComma(statement);
    int number = figures.indices().stream().filter(index -> index >= begin).findFirst().orElse(0);
    return statement.verb(WordList.KEEP).isPresent()
        || statement
            .find(WordList.KEEP)
            .filter(keep -> keep.index() < number)
            .filter(keep -> keep.length() > 1 || number - keep.end() <= KEPT_WITHIN)
            .filter(keep -> keep.length() > 1 || !lasts(keep, number))
            .filter(keep -> statement.lengthAt(WordList.MORE, keep.end()) == 0)
            .filter(keep -> !isNoun(keep))
            .isPresent();
  }

  /** The stay of "the average stay shortens". */
  private boolean isNoun(Statement.Match keep) {
    return keep.length() == 1
        && keep.index() > statement.first()
        && statement.lengthAt(WordList.ARTICLE, keep.index() - 1) > 0;
  }

  /** "Visitors stay 40 minutes", "keeps 60 % of users": it is no number that stays. */
  private boolean lasts(Statement.Match keep, int number) {
    boolean share =
        keep.index() > statement.first() && statement.lengthAt(WordList.RATIO, number + 1) > 0;
    return keep.end() == number
        && (share || statement.lengthAt(WordList.TIME_UNIT, number + 1) > 0);
  }

  private Optional<Finding> numbers() {
    boolean both = TWO_NUMBERS.contains(source);
    boolean one = source == Source.EVIDENCE;
    boolean any = inFields();
    if (!both && !one) {
      return Optional.empty();
    }
    if (!any && !figures.any() && !doubled()) {
      return Optional.of(noNumber());
    }
    Optional<Deeds.Count> done =
        any || baseline.isPresent() ? Optional.empty() : Handiwork.of(statement, figures);
    if (done.isPresent()) {
      return done.map(KeyResultCheck::counted);
    }
    if (baseline.isEmpty()) {
      return Optional.of(!any && onlyOfCertainThings() ? noNumber() : noBaseline());
    }
    return target.isEmpty() && !doubled() ? Optional.of(noTarget()) : Optional.empty();
  }

  /** "The two freezers need less power": how many there are is nothing to reach. */
  private boolean onlyOfCertainThings() {
    return figures.by().isEmpty()
        && !figures.indices().isEmpty()
        && figures.indices().stream().allMatch(number -> Figures.ofCertain(statement, number));
  }

  private boolean doubled() {
    return statement.verb(WordList.MULTIPLY).isPresent()
        || statement.has(WordList.PART)
        || statement
            .find(WordList.MULTIPLY, statement.first() + 1)
            .filter(verb -> Deeds.predicate(statement, verb))
            .isPresent();
  }

  private Finding noNumber() {
    return Finding.of(Rule.NO_NUMBER, Message.of("bearings.coach.noNumber"))
        .better(Wording.pattern(Message.of("bearings.coach.noNumber.better", metric())));
  }

  /** The text without the verb of change at its start. */
  private String metric() {
    int start =
        statement
            .verb(WordList.FLAT)
            .or(() -> statement.verb(WordList.CHANGE))
            .or(
                () ->
                    Optional.of(
                        new Statement.Match(
                            statement.first(),
                            statement.lengthAt(WordList.MORE, statement.first()))))
            .filter(match -> match.index() == statement.first())
            .map(Statement.Match::end)
            .orElse(statement.first());
    String rest = statement.from(start);
    return rest.isEmpty() ? statement.text().strip() : capital(rest);
  }

  private static String capital(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private Finding noBaseline() {
    return Finding.of(Rule.NO_BASELINE, Message.of("bearings.coach.noBaseline"))
        .better(
            Wording.pattern(
                Message.of("bearings.coach.noBaseline.better", statement.text().strip())));
  }

  private Finding noTarget() {
    return Finding.of(Rule.NO_TARGET, Message.of("bearings.coach.noTarget"))
        .better(
            Wording.pattern(
                Message.of("bearings.coach.noTarget.better", statement.text().strip())));
  }

  private Optional<Finding> tooCertain() {
    boolean certain =
        keyResult.kind().filter(ObjectiveKind.ASPIRATIONAL::equals).isPresent()
            && keyResult.confidence().filter(given -> given >= CERTAIN).isPresent();
    return certain
        ? Optional.of(
            Finding.of(
                Rule.TOO_CERTAIN,
                Message.of("bearings.coach.tooCertain", keyResult.confidence().get())))
        : Optional.empty();
  }

  /** A KPI's own measure with its own target is the KPI, dressed up. */
  private Optional<Finding> cosplay(Optional<Kpis.Surroundings> around) {
    return around
        .flatMap(Kpis.Surroundings::kpi)
        .filter(kpi -> same(kpi.target(), target))
        .map(
            kpi ->
                Finding.of(Rule.KPI_COSPLAY, Message.of("bearings.coach.kpiCosplay", kpi.name())));
  }

  private static boolean same(Optional<BigDecimal> one, Optional<BigDecimal> other) {
    return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) == 0;
  }

  private void surroundings(Kpis.Surroundings around, List<Finding> findings) {
    if (!around.guarded() && moves() && ofVolume()) {
      findings.add(Finding.of(Rule.NO_GUARDRAIL, Message.of("bearings.coach.noGuardrail")));
    }
    around
        .kpi()
        .ifPresent(
            kpi -> {
              if (kpi.spread().filter(this::insideNoise).isPresent()) {
                findings.add(
                    Finding.of(Rule.NOISE, Message.of("bearings.coach.noise", kpi.name())));
              }
              if (kpi.unaided().filter(chance -> chance.compareTo(LIKELY) >= 0).isPresent()) {
                findings.add(
                    Finding.of(Rule.TREND, Message.of("bearings.coach.trend", kpi.name())));
              }
            });
  }

  /** A share of something is neither volume nor speed, unless it grows by a share. */
  private boolean ofVolume() {
    boolean share =
        figures.by().isEmpty()
            && figures.indices().stream()
                .anyMatch(index -> statement.tokens().get(index).percent());
    return !share && statement.has(WordList.VOLUME);
  }

  private boolean moves() {
    return baseline.isPresent() && target.isPresent();
  }

  private boolean insideNoise(BigDecimal spread) {
    return moves()
        && target
                .get()
                .subtract(baseline.get(), MathContext.DECIMAL64)
                .abs()
                .compareTo(spread.multiply(NOISE))
            <= 0;
  }
}
