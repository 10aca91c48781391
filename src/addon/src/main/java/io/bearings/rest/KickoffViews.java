package io.bearings.rest;

import io.bearings.okr.Objective;
import io.bearings.okr.People;
import io.bearings.okr.Unit;
import io.bearings.review.CycleCapacity;
import io.bearings.review.KickoffState;
import io.bearings.review.LinkedWork;
import io.bearings.review.Readiness;
import io.bearings.review.ReadinessItem;
import io.bearings.review.StepState;
import io.bearings.review.Steps;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes views of kickoffs, with people by their names and links to where things are mended. */
@Component
public class KickoffViews {
  private static final String WORKSPACE = "/secure/BearingsWorkspace.jspa?unit=%d&cycle=%d";
  private static final String KICKOFF = "/secure/BearingsKickoff.jspa?unit=%d&cycle=%d#write";
  private static final String UNIT = "/secure/BearingsUnit.jspa?unit=%d";

  private final People people;

  @Inject
  public KickoffViews(People people) {
    this.people = people;
  }

  KickoffView of(KickoffState state) {
    return new KickoffView(
        new KickoffView.UnitRef(
            state.unit().id(), state.unit().name(), state.unit().level().name()),
        new KickoffView.CycleRef(
            state.cycle().id(),
            state.cycle().name(),
            state.cycle().first().toString(),
            state.cycle().last().toString(),
            state.cycle().state().name()),
        may(state.may()),
        state.steps().stream().map(this::step).toList(),
        state.readiness().stream().map(check -> check(check, state)).toList(),
        capacity(state.capacity(), state.linked()),
        LitmusView.of(state.litmus(), people),
        state.restatements().stream().map(each -> RestatementView.of(each, people)).toList(),
        state.learnings().stream().map(KickoffView.LearningView::of).toList());
  }

  private static List<String> may(KickoffState.May may) {
    List<String> words = new ArrayList<>();
    add(words, may.write(), "WRITE");
    add(words, may.run(), "RUN");
    add(words, may.restate(), "RESTATE");
    add(words, may.manage(), "MANAGE");
    add(words, may.readCoverage(), "READ_COVERAGE");
    return words;
  }

  private static void add(List<String> words, boolean allowed, String word) {
    if (allowed) {
      words.add(word);
    }
  }

  private KickoffView.Step step(Steps.Shown shown) {
    boolean told = shown.state() != StepState.OPEN;
    return new KickoffView.Step(
        shown.step().name(),
        shown.state().name(),
        shown
            .mark()
            .filter(mark -> told)
            .map(mark -> PersonView.of(mark.byKey(), people))
            .orElse(null),
        shown.mark().filter(mark -> told).map(mark -> mark.at().toString()).orElse(null),
        shown.step().isSkippable());
  }

  private KickoffView.Check check(Readiness.Check check, KickoffState state) {
    return new KickoffView.Check(
        check.item().name(),
        check.met() ? "YES" : "NO",
        check.met() ? List.of() : who(check, state.unit()),
        check.count(),
        check.total(),
        new KickoffView.Fix(
            href(check, state), check.objectiveIds().stream().map(Objective::keyOf).toList()));
  }

  /** Whoever owns what is to be mended; else the lead, who answers for the unit. */
  private List<PersonView> who(Readiness.Check check, Unit unit) {
    List<String> keys = check.who().isEmpty() ? unit.leadKey().stream().toList() : check.who();
    return keys.stream().map(key -> PersonView.of(key, people)).toList();
  }

  private static String href(Readiness.Check check, KickoffState state) {
    long unit = state.unit().id();
    long cycle = state.cycle().id();
    if (check.item() == ReadinessItem.CHECK_INS) {
      return UNIT.formatted(unit);
    }
    if (check.item().isOfKpis()) {
      return WORKSPACE.formatted(unit, cycle) + "&view=kpis";
    }
    Optional<Long> first = check.objectiveIds().stream().findFirst();
    return first
        .map(id -> WORKSPACE.formatted(unit, cycle) + "#" + Objective.keyOf(id))
        .orElseGet(
            () ->
                check.item() == ReadinessItem.OBJECTIVES && check.count() > 0
                    ? WORKSPACE.formatted(unit, cycle)
                    : KICKOFF.formatted(unit, cycle));
  }

  private static KickoffView.Capacity capacity(CycleCapacity capacity, LinkedWork linked) {
    return new KickoffView.Capacity(
        capacity.capacity().members(),
        capacity.weekdays(),
        capacity.holidays(),
        capacity.workingDays(),
        capacity.capacity().hoursPerDay(),
        capacity.capacity().focusShare(),
        plain(capacity.allHours()),
        plain(capacity.hours()),
        new KickoffView.Linked(linked.issues(), linked.points(), linked.notEstimated()));
  }

  /** Without needless zeros, and not as 2.6E+3. */
  private static BigDecimal plain(Optional<BigDecimal> hours) {
    return hours
        .map(BigDecimal::stripTrailingZeros)
        .map(exact -> exact.scale() < 0 ? exact.setScale(0) : exact)
        .orElse(null);
  }
}
