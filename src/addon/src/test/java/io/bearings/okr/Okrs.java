package io.bearings.okr;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Objectives, key results and units of paper. */
public final class Okrs {
  /** Before anything of a test happens. */
  public static final Instant PUBLISHED = Instant.parse("2026-10-01T08:00:00Z");

  /** Active, and nothing more is known. */
  public static final Life ACTIVE =
      new Life(
          ObjectiveState.ACTIVE,
          Optional.empty(),
          Optional.empty(),
          Optional.of(PUBLISHED),
          Optional.empty(),
          Optional.empty());

  /** A quarter that is under way. */
  public static final Placed.Span QUARTER =
      new Placed.Span(
          7,
          "Q4",
          new Window(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-12-31")),
          CycleState.ACTIVE);

  private Okrs() {}

  /** An active objective in the backlog. */
  public static Objective objective(
      long id, long unitId, String title, String why, String ownerKey, int version) {
    return new Objective(
        id,
        unitId,
        Optional.empty(),
        ObjectiveContent.of(title, why, ownerKey),
        ACTIVE,
        false,
        version);
  }

  /** An active key result that is fed by issues and belongs to Anna. */
  public static KeyResult keyResult(
      long id, long objectiveId, String title, BigDecimal weight, WeightBy weightBy, int version) {
    return keyResult(
        id, objectiveId, KeyResultContent.ofIssues(title, "anna", weight, weightBy), version);
  }

  /** An active key result without a check-in. */
  public static KeyResult keyResult(
      long id, long objectiveId, KeyResultContent content, int version) {
    return new KeyResult(id, objectiveId, content, ACTIVE, Recorded.NOTHING, false, version);
  }

  /** A number that is typed in and goes from one value to another. */
  public static KeyResultContent manual(String title, String baseline, String target) {
    return new KeyResultContent(
        title,
        "anna",
        Source.MANUAL,
        Nature.OUTCOME,
        Measure.NUMBER,
        Goal.of(new BigDecimal(baseline), new BigDecimal(target)),
        BigDecimal.ONE,
        WeightBy.ISSUES);
  }

  /** The same key result with a value. */
  public static KeyResult at(KeyResult keyResult, String value, String on) {
    return new KeyResult(
        keyResult.id(),
        keyResult.objectiveId(),
        keyResult.content(),
        keyResult.life(),
        Recorded.of(new BigDecimal(value), LocalDate.parse(on)),
        keyResult.archived(),
        keyResult.version());
  }

  /** An objective in the backlog that nobody follows. */
  public static Placed placed(Objective objective) {
    return new Placed(objective, Optional.empty(), false);
  }

  /** An objective in a cycle that nobody follows. */
  public static Placed placed(Objective objective, Placed.Span cycle) {
    return new Placed(
        objective.movedTo(objective.unitId(), Optional.of(cycle.id())), Optional.of(cycle), false);
  }

  /** A team that is bound to projects and that only its members see. */
  public static Unit team(long id, String name, Optional<String> leadKey, Long... projectIds) {
    return new Unit(
        id,
        name,
        UnitLevel.TEAM,
        Optional.empty(),
        leadKey,
        Optional.empty(),
        Optional.empty(),
        List.of(projectIds),
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        false,
        1);
  }

  /** The same unit, which names boards. */
  public static Unit naming(Unit unit, Long... boardIds) {
    return new Unit(
        unit.id(),
        unit.name(),
        unit.level(),
        unit.parentId(),
        unit.leadKey(),
        unit.deputyKey(),
        unit.groupName(),
        unit.projectIds(),
        List.of(boardIds),
        unit.openness(),
        unit.settings(),
        unit.archived(),
        unit.version());
  }

  /** The standpoint of somebody whom Jira lets do nothing by itself. */
  public static Standpoint standpoint(Person who, Unit... units) {
    return new Standpoint(
        who, Arrays.asList(units), new Reach(false, Set.of(), Set.of(), Set.of(), List.of()));
  }

  /** The standpoint of somebody who may browse and edit some projects. */
  public static Standpoint standpoint(
      Person who, Set<Long> browsable, Set<Long> editable, Unit... units) {
    return new Standpoint(
        who, Arrays.asList(units), new Reach(false, Set.of(), browsable, editable, List.of()));
  }
}
