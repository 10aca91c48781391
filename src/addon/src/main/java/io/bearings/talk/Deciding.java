package io.bearings.talk;

import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Operation;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log of what was decided in units and about objectives. */
@Named
public final class Deciding {
  /** How many decisions are read at once. */
  public static final int PAGE = 100;

  private final Sight sight;
  private final Decisions decisions;
  private final Clock clock;

  @Inject
  public Deciding(Sight sight, Decisions decisions, Clock clock) {
    this.sight = sight;
    this.decisions = decisions;
    this.clock = clock;
  }

  /**
   * The decisions of a unit, newest first, as far as the person may see what they are about.
   *
   * @param before the id of a decision; absent: from the newest on
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public Log ofUnit(Person who, long unitId, Optional<Long> before) {
    Standpoint standpoint = sight.unit(who, unitId, Operation.SEE);
    return log(standpoint, decisions.ofUnit(unitId, who, before, PAGE + 1));
  }

  /**
   * The decisions about an objective, newest first.
   *
   * @param before the id of a decision; absent: from the newest on
   * @throws Refusal.NotFound when the person may not see it, or there is none
   */
  public Log ofObjective(Person who, long objectiveId, Optional<Long> before) {
    Standpoint standpoint = sight.item(who, Subject.objective(objectiveId)).standpoint();
    return log(standpoint, decisions.ofObjective(objectiveId, who, before, PAGE + 1));
  }

  private static Log log(Standpoint standpoint, List<Decision> found) {
    List<Decision> page = found.subList(0, Math.min(PAGE, found.size()));
    return new Log(
        page.stream().filter(each -> mayRead(standpoint, each)).toList(),
        found.size() > PAGE ? Optional.of(page.get(PAGE - 1).id()) : Optional.empty());
  }

  private static boolean mayRead(Standpoint standpoint, Decision decision) {
    return decision.about().map(item -> item.audience().includes(standpoint)).orElse(true);
  }

  /**
   * Writes down what was decided in a unit.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Decision decideInUnit(Person who, long unitId, DecisionDraft draft) {
    sight.unit(who, unitId, Operation.COMMENT);
    return write(who, unitId, Optional.empty(), draft);
  }

  /**
   * Writes down what was decided about an objective.
   *
   * @throws Refusal.NotFound when the person may not see it, or there is none
   * @throws Refusal.Forbidden when the person may read only
   * @throws Refusal.Invalid naming all fields that are wrong
   */
  public Decision decideAbout(Person who, long objectiveId, DecisionDraft draft) {
    Item item = sight.item(who, Subject.objective(objectiveId)).require(Operation.COMMENT).item();
    return write(who, item.audience().unitId(), Optional.of(item), draft);
  }

  private Decision write(Person who, long unitId, Optional<Item> about, DecisionDraft draft) {
    LocalDate today = LocalDate.now(clock);
    Map<String, Message> problems = draft.problems(today);
    if (!problems.isEmpty()) {
      throw new Refusal.Invalid(problems);
    }
    Objectives.Edit by = new Objectives.Edit(who, clock.instant());
    NewDecision decision =
        new NewDecision(
            unitId,
            about.flatMap(Item::objectiveId),
            draft.text().strip(),
            draft.reason().strip(),
            draft.on().orElse(today));
    long id = decisions.add(decision, by);
    return new Decision(
        id, unitId, about, decision.text(), decision.reason(), decision.on(), who.key(), by.when());
  }

  /**
   * A part of the log.
   *
   * @param decisions newest first
   * @param earlier what to ask for to read on: those before this id; absent when there are none
   */
  public record Log(List<Decision> decisions, Optional<Long> earlier) {
    public Log {
      decisions = List.copyOf(decisions);
    }
  }
}
