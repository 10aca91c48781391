package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Objective;
import io.bearings.review.Learning;
import java.math.BigDecimal;
import java.util.List;

/**
 * The kickoff of a unit in a cycle.
 *
 * @param may WRITE, RUN, RESTATE, MANAGE, READ_COVERAGE as far as the person may
 * @param learnings of the last retrospective; empty as long as there was none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KickoffView(
    @JsonProperty("unit") UnitRef unit,
    @JsonProperty("cycle") CycleRef cycle,
    @JsonProperty("may") List<String> may,
    @JsonProperty("steps") List<Step> steps,
    @JsonProperty("readiness") List<Check> readiness,
    @JsonProperty("capacity") Capacity capacity,
    @JsonProperty("litmus") LitmusView litmus,
    @JsonProperty("restatements") List<RestatementView> restatements,
    @JsonProperty("learnings") List<LearningView> learnings) {

  /**
   * A learning of the last retrospective.
   *
   * @param objectiveKey the objective that taught it
   * @param decision CARRY, CHANGE or DROP: what was decided for that objective
   * @param used whether it shaped the new objectives; null until somebody said so
   * @param reason why it was used or set aside; null until somebody said so
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record LearningView(
      @JsonProperty("id") long id,
      @JsonProperty("objectiveKey") String objectiveKey,
      @JsonProperty("decision") String decision,
      @JsonProperty("text") String text,
      @JsonProperty("used") Boolean used,
      @JsonProperty("reason") String reason) {
    static LearningView of(Learning learning) {
      return new LearningView(
          learning.id(),
          Objective.keyOf(learning.objectiveId()),
          learning.decision().name(),
          learning.text(),
          learning.treatment().map(Learning.Treatment::used).orElse(null),
          learning.treatment().map(Learning.Treatment::reason).orElse(null));
    }
  }

  /** A unit by its name. */
  public record UnitRef(
      @JsonProperty("id") long id,
      @JsonProperty("name") String name,
      @JsonProperty("level") String level) {}

  /**
   * A cycle by its name and days.
   *
   * @param first ISO
   * @param last ISO, inclusive
   */
  public record CycleRef(
      @JsonProperty("id") long id,
      @JsonProperty("name") String name,
      @JsonProperty("first") String first,
      @JsonProperty("last") String last,
      @JsonProperty("state") String state) {}

  /**
   * A step.
   *
   * @param state OPEN, DONE or SKIPPED
   * @param by who said so; null while nobody has
   * @param at ISO with Z; null while nobody has
   * @param skippable whether it may be left out
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Step(
      @JsonProperty("step") String step,
      @JsonProperty("state") String state,
      @JsonProperty("by") PersonView by,
      @JsonProperty("at") String at,
      @JsonProperty("skippable") boolean skippable) {}

  /**
   * A check of the readiness list.
   *
   * @param state YES or NO
   * @param by who can mend it; empty when it is met, or nobody in particular can
   */
  public record Check(
      @JsonProperty("item") String item,
      @JsonProperty("state") String state,
      @JsonProperty("by") List<PersonView> by,
      @JsonProperty("count") int count,
      @JsonProperty("total") int total,
      @JsonProperty("fix") Fix fix) {}

  /**
   * Where a check is mended.
   *
   * @param href below Jira's context path
   * @param objectives the keys of the objectives to be mended
   */
  public record Fix(
      @JsonProperty("href") String href, @JsonProperty("objectives") List<String> objectives) {}

  /**
   * How much the unit can work.
   *
   * @param allHours members × working days × hours a day; null while nobody said how many members
   * @param hours the part of them that is free for objectives; null likewise
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Capacity(
      @JsonProperty("members") int members,
      @JsonProperty("weekdays") int weekdays,
      @JsonProperty("holidays") int holidays,
      @JsonProperty("workingDays") int workingDays,
      @JsonProperty("hoursPerDay") BigDecimal hoursPerDay,
      @JsonProperty("focusShare") BigDecimal focusShare,
      @JsonProperty("allHours") BigDecimal allHours,
      @JsonProperty("hours") BigDecimal hours,
      @JsonProperty("linked") Linked linked) {}

  /** The linked work that is left to be done. */
  public record Linked(
      @JsonProperty("issues") int issues,
      @JsonProperty("points") BigDecimal points,
      @JsonProperty("notEstimated") int notEstimated) {}
}
