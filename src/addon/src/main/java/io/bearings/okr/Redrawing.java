package io.bearings.okr;

import io.bearings.okr.Scoring.Scored;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What it does to the score of a key result that other objectives contribute to it, which is
 * remembered like a change of its fields: as {@code contribution}, from {@code O-5 = 1} to {@code
 * O-5 = 2}.
 */
final class Redrawing {
  /** The name of the field in the history. */
  static final String FIELD = "contribution";

  private final Plans plans;
  private final Objectives objectives;
  private final Alignments alignments;
  private final Scoring scoring;

  Redrawing(Plans plans, Objectives objectives, Alignments alignments, Scoring scoring) {
    this.plans = plans;
    this.objectives = objectives;
    this.alignments = alignments;
    this.scoring = scoring;
  }

  /** By which way, when and why an arrow is changed. */
  record Why(Tag tag, Instant at, Optional<String> reason) {}

  /** The history of a new arrow; empty where it moves no score. */
  List<NewChange> added(Writer writer, Alignments.NewAlignment wanted, Why why) {
    Alignment drawn =
        new Alignment(
            0,
            wanted.kind(),
            wanted.fromId(),
            wanted.toId(),
            wanted.toKeyResultId(),
            wanted.weight());
    return changes(writer, Optional.empty(), Optional.of(drawn), why);
  }

  /** The history of another weight; empty where it moves no score. */
  List<NewChange> weighed(Writer writer, Alignment stored, BigDecimal weight, Why why) {
    return stored.weight().compareTo(weight) == 0
        ? List.of()
        : changes(writer, Optional.of(stored), Optional.of(stored.weighing(weight)), why);
  }

  /** The history of an arrow that goes; empty where it moves no score. */
  List<NewChange> removed(Writer writer, Alignment stored, Why why) {
    return changes(writer, Optional.of(stored), Optional.empty(), why);
  }

  private List<NewChange> changes(
      Writer writer, Optional<Alignment> before, Optional<Alignment> after, Why why) {
    Alignment any = before.or(() -> after).orElseThrow();
    Optional<KeyResult> fed = fed(any.kind(), any.toKeyResultId());
    return fed.isEmpty()
        ? List.of()
        : objectives.objective(any.toId()).stream()
            .map(objective -> change(writer, objective, fed.get(), new Pair(before, after), why))
            .toList();
  }

  /** The key result whose score an arrow moves. */
  private Optional<KeyResult> fed(Alignment.Kind kind, Optional<Long> keyResultId) {
    return keyResultId
        .filter(id -> kind == Alignment.Kind.CONTRIBUTES)
        .flatMap(objectives::keyResult)
        .filter(it -> it.source() == Source.ALIGNED);
  }

  /** An arrow before and after. */
  private record Pair(Optional<Alignment> before, Optional<Alignment> after) {

    UnaryOperator<List<Arrow>> redrawn(Objective end) {
      return stored -> {
        List<Arrow> arrows = new ArrayList<>(stored);
        before.ifPresent(old -> arrows.removeIf(it -> it.alignment().id() == old.id()));
        after.ifPresent(drawn -> arrows.add(arrow(drawn, end)));
        return arrows;
      };
    }

    private static Arrow arrow(Alignment drawn, Objective end) {
      return new Arrow(
          drawn,
          new Arrow.End(
              end.unitId(),
              end.cycleId(),
              end.title(),
              end.content().visibility(),
              end.ownerKey()));
    }
  }

  private NewChange change(Writer writer, Objective objective, KeyResult fed, Pair pair, Why why) {
    List<KeyResult> keyResults = objectives.keyResultsOf(List.of(objective.id()));
    Scored before = scoring.of(objective, keyResults);
    Scored after = scoring.of(objective, keyResults, pair.redrawn(objective));
    Ledger ledger = new Ledger(why.tag(), why.at(), why.reason(), mayConsent(writer, objective));
    return ledger.of(
        fed,
        FIELD,
        pair.before().map(Redrawing::text),
        pair.after().map(Redrawing::text),
        before,
        after);
  }

  private static String text(Alignment alignment) {
    return Objective.keyOf(alignment.fromId()) + " = " + Fields.plain(alignment.weight());
  }

  /** Somebody may draw an arrow to what others lead. */
  private boolean mayConsent(Writer writer, Objective objective) {
    return plans
        .standpoint(writer.who())
        .may(
            Operation.CONSENT, objective.unitId(), objective.ownerKey().equals(writer.who().key()));
  }

  /**
   * Whether a key result would be fed by objectives of its own cycle beside some of shorter ones,
   * of which no sum can be made while shares of the window are taken.
   *
   * @param from where the arrow begins
   */
  boolean wouldMix(Person who, Placed from, Alignments.NewAlignment wanted) {
    Optional<KeyResult> fed = fed(wanted.kind(), wanted.toKeyResultId());
    Optional<Window> parentCycle =
        fed.flatMap(it -> objectives.placed(it.objectiveId(), who))
            .flatMap(Placed::cycle)
            .map(Placed.Span::days);
    if (parentCycle.isEmpty()) {
      return false;
    }
    List<Long> feeding =
        alignments.to(List.of(fed.get().id())).stream().map(it -> it.alignment().fromId()).toList();
    List<AlignedScore.Contributor> contributors = new ArrayList<>();
    contributors.add(contributor(from, parentCycle.get()));
    objectives.placed(feeding, who).stream()
        .filter(Redrawing::isAlive)
        .forEach(it -> contributors.add(contributor(it, parentCycle.get())));
    return AlignedScore.mixesCycles(
        contributors, parentCycle.get(), !fed.get().content().alignedShare());
  }

  private static boolean isAlive(Placed placed) {
    return !placed.objective().archived() && placed.objective().state() != ObjectiveState.ABANDONED;
  }

  private static AlignedScore.Contributor contributor(Placed placed, Window parentCycle) {
    return new AlignedScore.Contributor(
        placed.objective().key(),
        Optional.empty(),
        BigDecimal.ONE,
        placed.cycle().map(Placed.Span::days).orElse(parentCycle),
        true,
        Nature.OUTCOME);
  }
}
