package io.bearings.progress;

import io.bearings.okr.AlignedScore;
import io.bearings.okr.Arrow;
import io.bearings.okr.CheckInDuty;
import io.bearings.okr.Checkpoint;
import io.bearings.okr.Expectation;
import io.bearings.okr.Flags;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Nature;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectivePace;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Pace;
import io.bearings.okr.People;
import io.bearings.okr.Placed;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Recorded;
import io.bearings.okr.Score;
import io.bearings.okr.Slots;
import io.bearings.okr.Source;
import io.bearings.okr.Standing;
import io.bearings.okr.Status;
import io.bearings.okr.Thresholds;
import io.bearings.okr.Window;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reckons all figures of some objectives from their rows. Each objective is reckoned once, also
 * when several others are fed by it, so the work grows with the rows.
 */
final class Reckoning {
  private final Gathered rows;
  private final Conditions conditions;
  private final People people;
  private final LocalDate today;
  private final Map<Long, Reckoned> done = new HashMap<>();
  private final Set<Long> underWay = new HashSet<>();
  private final CheckInDays checkInDays;

  Reckoning(Gathered rows, Conditions conditions, People people) {
    this.people = people;
    this.rows = rows;
    this.conditions = conditions;
    this.today = conditions.today();
    this.checkInDays = new CheckInDays(conditions, people);
  }

  /**
   * The figures of an objective.
   *
   * @param keyResults all of its key results that are not archived, oldest first
   */
  record Reckoned(
      Score score,
      Judgement judgement,
      List<String> cappedBy,
      boolean outcomeNotMeasured,
      List<KeyResultFigures> keyResults) {}

  /** What is shown of a key result that was put away: it is in no sum. */
  static KeyResultFigures archived(KeyResult keyResult, String ownerName) {
    return new KeyResultFigures(
        keyResult,
        ownerName,
        IssueProgress.NOTHING,
        KeyResultScore.NO_DATA,
        Judgement.NO_DATA,
        Optional.empty());
  }

  /** The figures of an objective that is among the rows. */
  Reckoned of(Placed placed) {
    long id = placed.objective().id();
    Reckoned known = done.get(id);
    if (known == null) {
      underWay.add(id);
      known = reckon(placed);
      underWay.remove(id);
      done.put(id, known);
    }
    return known;
  }

  /**
   * The scores of an objective that no other objective's progress feeds, and of its key results,
   * without what is judged by them.
   *
   * @param keyResults of those that are not archived and have one, by their id
   */
  record Scores(Score whole, Map<Long, BigDecimal> keyResults) {}

  /** What {@link #of} says of scores, at a fraction of its cost. */
  Scores scoresOf(Placed placed) {
    Map<Long, BigDecimal> keyResults = new HashMap<>();
    List<Score.Part> parts = new ArrayList<>();
    for (KeyResult each : rows.keyResultsOf(placed.objective().id())) {
      if (!each.archived()) {
        Optional<BigDecimal> score = new Scored(placed, each).score.score();
        score.ifPresent(value -> keyResults.put(each.id(), value));
        parts.add(new Score.Part(each.key(), score, each.weight(), each.isAbandoned()));
      }
    }
    return new Scores(score(placed.objective(), Score.of(parts)), keyResults);
  }

  private Reckoned reckon(Placed placed) {
    Objective objective = placed.objective();
    Thresholds thresholds = conditions.thresholds(objective.unitId());
    List<KeyResultFigures> keyResults = new ArrayList<>();
    List<ObjectivePace.Part> parts = new ArrayList<>();
    List<Nature> natures = new ArrayList<>();
    boolean overdue = false;
    for (KeyResult each : rows.keyResultsOf(objective.id())) {
      if (each.archived()) {
        continue;
      }
      One one = new One(placed, each, thresholds);
      KeyResultFigures figures = one.figures();
      keyResults.add(figures);
      parts.add(one.part());
      if (!each.isAbandoned()) {
        natures.add(one.nature());
      }
      overdue |= one.overdue;
    }
    boolean notMeasured = Flags.outcomeNotMeasured(natures);
    return whole(placed, thresholds, parts, overdue, notMeasured, keyResults);
  }

  private Reckoned whole(
      Placed placed,
      Thresholds thresholds,
      List<ObjectivePace.Part> parts,
      boolean overdue,
      boolean notMeasured,
      List<KeyResultFigures> keyResults) {
    Objective objective = placed.objective();
    // Only what is being worked on can break anything.
    boolean guardrailRed =
        placed.guardrailRed()
            && objective.state() == ObjectiveState.ACTIVE
            && !objective.archived();
    Optional<ObjectivePace> pace =
        placed
            .cycle()
            .map(
                cycle ->
                    ObjectivePace.of(
                        parts,
                        window(cycle, objective.activatedOn(), Optional.empty()),
                        objective.kind(),
                        today,
                        guardrailRed,
                        thresholds,
                        conditions.workingDays()));
    Score score = score(objective, pace.map(ObjectivePace::score).orElseGet(() -> plain(parts)));
    Status byPace =
        pace.map(ObjectivePace::status)
            .orElse(score.value().isPresent() ? Status.TOO_EARLY : Status.NO_DATA);
    Set<Status> holding = EnumSet.of(byPace);
    ended(objective.state()).ifPresent(holding::add);
    if (overdue && objective.state() == ObjectiveState.ACTIVE) {
      holding.add(Status.OVERDUE);
    }
    if (guardrailRed) {
      holding.add(Status.GUARDRAIL_RED);
    }
    Judgement judgement =
        judgement(
            pace.flatMap(ObjectivePace::expected),
            pace.flatMap(ObjectivePace::pace),
            holding,
            byPace,
            objective.confidence(),
            false);
    return new Reckoned(
        score,
        judgement,
        pace.map(ObjectivePace::cappedBy).orElse(List.of()),
        notMeasured,
        List.copyOf(keyResults));
  }

  private static Score plain(List<ObjectivePace.Part> parts) {
    return Score.of(
        parts.stream()
            .map(it -> new Score.Part(it.key(), it.score(), it.weight(), it.abandoned()))
            .toList());
  }

  /** A closed objective keeps the score that it was closed with. */
  private static Score score(Objective objective, Score now) {
    return objective.state() == ObjectiveState.CLOSED
        ? new Score(
            objective.life().finalScore(), now.coverage(), now.countedAsZero(), now.abandoned())
        : now;
  }

  private static Judgement judgement(
      Optional<BigDecimal> expected,
      Optional<BigDecimal> pace,
      Set<Status> holding,
      Status byPace,
      Optional<Integer> confidence,
      boolean withoutExecution) {
    Standing standing = Standing.of(holding);
    boolean mismatch = confidence.filter(it -> Flags.confidenceMismatch(byPace, it)).isPresent();
    return new Judgement(
        expected, pace, standing.shown(), standing.marks(), mismatch, withoutExecution);
  }

  private static Optional<Status> ended(ObjectiveState state) {
    return switch (state) {
      case ABANDONED -> Optional.of(Status.ABANDONED);
      case CLOSED -> Optional.of(Status.CLOSED);
      case DRAFT, ACTIVE -> Optional.empty();
    };
  }

  private static Window window(
      Placed.Span cycle, Optional<LocalDate> activatedOn, Optional<LocalDate> due) {
    return Window.of(cycle.days().first(), cycle.days().last(), activatedOn, due);
  }

  /** One key result and its score. */
  private class Scored {
    final Placed placed;
    final KeyResult keyResult;
    final LinkedWork work;
    final IssueProgress progress;
    final Optional<Window> window;
    final Optional<AlignedScore> rollup;
    final KeyResultScore score;

    Scored(Placed placed, KeyResult keyResult) {
      this.placed = placed;
      this.keyResult = keyResult;
      work = rows.linkedWorkOf(keyResult.id());
      progress = work.progress();
      window = CheckInDays.window(placed, keyResult);
      rollup = keyResult.source() == Source.ALIGNED ? rollup() : Optional.empty();
      score = score();
    }

    private KeyResultScore score() {
      Optional<BigDecimal> frozen =
          keyResult.life().finalScore().filter(it -> keyResult.state() == ObjectiveState.CLOSED);
      KeyResultScore now = now();
      return frozen.isEmpty()
          ? now
          : new KeyResultScore(
              now.current().or(() -> frozen), now.ratio().or(() -> frozen), frozen);
    }

    private KeyResultScore now() {
      Recorded recorded = keyResult.recorded();
      return switch (keyResult.source()) {
        case MANUAL -> towards(recorded.current().map(Valued::value));
        case KPI, JQL, CONNECTOR ->
            towards(Optional.ofNullable(rows.outside().get(keyResult.id())).map(Valued::value));
        case BINARY -> KeyResultScore.binary(recorded.current().map(Valued::value));
        case EVIDENCE -> towards(Optional.of(BigDecimal.valueOf(recorded.evidence())));
        case ISSUES -> issues();
        case ALIGNED -> rollup.map(KeyResultScore::aligned).orElse(KeyResultScore.NO_DATA);
        case MAINTAIN -> maintained();
      };
    }

    private KeyResultScore towards(Optional<BigDecimal> current) {
      Goal goal = keyResult.goal();
      return goal.baseline().isPresent() && goal.target().isPresent()
          ? KeyResultScore.towards(goal.baseline().get(), goal.target().get(), current)
          : KeyResultScore.NO_DATA;
    }

    /** The share that is done, or how many of a fixed number. */
    private KeyResultScore issues() {
      Optional<BigDecimal> target = keyResult.goal().target();
      if (target.isEmpty()) {
        return KeyResultScore.issues(progress.ratio());
      }
      Optional<BigDecimal> count =
          progress.issues() == 0
              ? Optional.empty()
              : Optional.of(BigDecimal.valueOf(progress.done()));
      return KeyResultScore.towards(BigDecimal.ZERO, target.get(), count);
    }

    private KeyResultScore maintained() {
      return keyResult
          .goal()
          .bounds()
          .flatMap(
              bounds ->
                  window.map(
                      days ->
                          KeyResultScore.maintain(
                              bounds,
                              days,
                              keyResult.recorded().daily(),
                              judgedOn(days).orElse(today),
                              conditions.workingDays())))
          .orElse(KeyResultScore.NO_DATA);
    }

    private Optional<AlignedScore> rollup() {
      if (window.isEmpty()) {
        return Optional.empty();
      }
      Window parentCycle = placed.cycle().orElseThrow().days();
      List<AlignedScore.Contributor> contributors = new ArrayList<>();
      for (Arrow each : rows.feeding(keyResult.id())) {
        rows.objective(each.alignment().fromId())
            .filter(it -> !underWay.contains(it.objective().id()))
            .ifPresent(it -> contributors.add(contributor(it, each, parentCycle)));
      }
      boolean shareOff = !keyResult.content().alignedShare();
      return AlignedScore.mixesCycles(contributors, parentCycle, shareOff)
          ? Optional.empty()
          : Optional.of(
              AlignedScore.of(
                  contributors, window.get(), parentCycle, shareOff, conditions.workingDays()));
    }

    private AlignedScore.Contributor contributor(Placed from, Arrow arrow, Window parentCycle) {
      Objective objective = from.objective();
      Reckoned reckoned = of(from);
      boolean counts =
          !objective.archived()
              && (objective.state() == ObjectiveState.ACTIVE
                  || objective.state() == ObjectiveState.CLOSED);
      return new AlignedScore.Contributor(
          objective.key(),
          reckoned.score().value(),
          arrow.alignment().weight(),
          from.cycle().map(Placed.Span::days).orElse(parentCycle),
          counts,
          reckoned.outcomeNotMeasured() ? Nature.OUTPUT : Nature.OUTCOME);
    }

    final Optional<Slots> slots(Window days) {
      return checkInDays.slots(placed, days);
    }

    final LocalDate day(Instant moment) {
      return moment.atZone(conditions.zone()).toLocalDate();
    }

    /** Until when the key result is judged. */
    final Optional<LocalDate> judgedOn(Window days) {
      Optional<LocalDate> slot =
          slots(days).flatMap(it -> it.last(conditions.now(), conditions.zone()));
      return keyResult.source().judgedOn(days, today, lastValueOn(), slot, lastEventOn());
    }

    private Optional<LocalDate> lastValueOn() {
      Recorded recorded = keyResult.recorded();
      return switch (keyResult.source()) {
        case EVIDENCE -> later(recorded.evidenceOn(), recorded.last().map(Recorded.Last::on));
        case CONNECTOR -> Optional.ofNullable(rows.outside().get(keyResult.id())).map(Valued::date);
        default -> recorded.current().map(Valued::date);
      };
    }

    private Optional<LocalDate> lastEventOn() {
      return switch (keyResult.source()) {
        case ISSUES -> work.changed().map(this::day);
        case MAINTAIN -> keyResult.recorded().current().map(Valued::date);
        case KPI, JQL -> Optional.ofNullable(rows.outside().get(keyResult.id())).map(Valued::date);
        default -> Optional.empty();
      };
    }

    private static Optional<LocalDate> later(Optional<LocalDate> one, Optional<LocalDate> other) {
      return one.filter(it -> other.filter(it::isBefore).isEmpty()).or(() -> other);
    }
  }

  /** One key result on the way to its figures. */
  private final class One extends Scored {
    private final Thresholds thresholds;
    private final Optional<Slots> due;
    private final Optional<LocalDate> judgedOn;
    private final Optional<Expectation> expectation;
    private final Optional<Pace> pace;
    private final ZoneId ownersZone;
    private final boolean overdue;

    One(Placed placed, KeyResult keyResult, Thresholds thresholds) {
      super(placed, keyResult);
      this.thresholds = thresholds;
      due = window.flatMap(this::slots);
      judgedOn = window.flatMap(this::judgedOn);
      expectation = window.map(this::expectation);
      pace = expectation.map(this::pace);
      ownersZone = checkInDays.zoneOf(keyResult);
      overdue = isDue() && duty() == CheckInDuty.OVERDUE;
    }

    private boolean isDue() {
      return CheckInDays.isAwaited(placed, keyResult);
    }

    private CheckInDuty duty() {
      return due.map(
              it ->
                  it.duty(conditions.now(), ownersZone, CheckInDays.lastDay(keyResult, ownersZone)))
          .orElse(CheckInDuty.NOTHING_DUE);
    }

    /** Outcome or output; where objectives feed it, as they are. */
    Nature nature() {
      return rollup.flatMap(AlignedScore::nature).orElse(keyResult.nature());
    }

    private Expectation expectation(Window days) {
      Source source = keyResult.source();
      return new Expectation(
          source,
          days,
          source.successLevel(placed.objective().kind()),
          keyResult.goal().lagWeeks(),
          checkpoints());
    }

    private List<Checkpoint> checkpoints() {
      Goal goal = keyResult.goal();
      if (goal.checkpoints().isEmpty() || goal.baseline().isEmpty() || goal.target().isEmpty()) {
        return List.of();
      }
      return goal.checkpoints().stream()
          .map(it -> Checkpoint.of(it.on(), it.value(), goal.baseline().get(), goal.target().get()))
          .toList();
    }

    private Pace pace(Expectation expected) {
      return Pace.of(
          expected,
          score.score().flatMap(it -> judgedOn.map(on -> new Pace.Reached(it, on))),
          keyResult.confidence(),
          today,
          thresholds,
          conditions.workingDays());
    }

    ObjectivePace.Part part() {
      if (keyResult.isAbandoned() || expectation.isEmpty() || pace.isEmpty()) {
        return new ObjectivePace.Part(
            keyResult.key(),
            keyResult.weight(),
            score.score(),
            Optional.empty(),
            Status.NO_DATA,
            keyResult.isAbandoned());
      }
      return ObjectivePace.Part.of(
          keyResult.key(), keyResult.weight(), score.score(), expectation.get(), pace.get(), today);
    }

    KeyResultFigures figures() {
      Status byPace =
          pace.map(Pace::status).orElse(score.hasData() ? Status.TOO_EARLY : Status.NO_DATA);
      Set<Status> holding = EnumSet.of(byPace);
      ended(keyResult.state()).ifPresent(holding::add);
      if (overdue) {
        holding.add(Status.OVERDUE);
      }
      if (isDue()) {
        holding.addAll(tellingOfWork(byPace));
      }
      return new KeyResultFigures(
          keyResult,
          people.nameOrKey(keyResult.ownerKey()),
          progress,
          score,
          judgement(
              pace.flatMap(Pace::expected),
              pace.flatMap(Pace::pace),
              holding,
              byPace,
              keyResult.confidence(),
              isDue() && isWithoutExecution()),
          isDue() ? due.flatMap(it -> it.next(conditions.now(), ownersZone)) : Optional.empty());
    }

    /** What its work tells that its number does not. */
    private Set<Status> tellingOfWork(Status byPace) {
      Set<Status> telling = EnumSet.noneOf(Status.class);
      if (isSilent(byPace)) {
        telling.add(Status.SILENT);
      }
      if (isOutputWithoutOutcome()) {
        telling.add(Status.OUTPUT_WITHOUT_OUTCOME);
      }
      return telling;
    }

    private boolean isSilent(Status byPace) {
      int open = progress.toDo() + progress.inProgress();
      return work.moved()
          .map(this::day)
          .map(day -> Flags.stillFor(day, today, conditions.workingDays()))
          .filter(still -> Flags.silent(keyResult.source(), open, byPace, still))
          .isPresent();
    }

    private boolean isOutputWithoutOutcome() {
      Optional<BigDecimal> output = progress.ratio();
      Optional<BigDecimal> expected = pace.flatMap(Pace::expected);
      if (output.isEmpty() || score.score().isEmpty() || expected.isEmpty()) {
        return false;
      }
      return Flags.outputWithoutOutcome(
          nature(),
          output.get(),
          score.score().get(),
          expected.get(),
          expectation.orElseThrow().isLagOver(today));
    }

    /** Work that was taken out of scope is none that somebody has begun. */
    private boolean isWithoutExecution() {
      boolean begun = progress.inProgress() + progress.done() > 0;
      return expectation
          .filter(
              it ->
                  Flags.directionWithoutExecution(
                      it.elapsed(today, conditions.workingDays()),
                      conditions.workingDays().in(it.window()),
                      begun))
          .isPresent();
    }
  }
}
