package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Alignment;
import io.bearings.okr.Arrow;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Operation;
import io.bearings.progress.Judgement;
import io.bearings.progress.ObjectiveFigures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An objective with its figures. One that the person who asks may not read shows its id and key,
 * where it stands, its score and its status, whether it was put away, and nothing else: every other
 * field is null, empty, 0 or false.
 *
 * @param titleHidden whether the person may not read it
 * @param cycle null in the backlog
 * @param score 0 to 1; null is no data
 * @param coverage the share of the weight that has data, 0 to 1; null when there is no weight
 * @param expected the score that is expected by now; null where nothing is
 * @param pace score ÷ expected; null while it is too early
 * @param flags what holds beside the status
 * @param cappedBy why it is at most at risk: the keys of key results that are off track, and {@code
 *     GUARDRAIL} where a KPI that it must not break is red
 * @param successLevel the score that is success, 0 to 1
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ObjectiveView(
    @JsonProperty("id") long id,
    @JsonProperty("key") String key,
    @JsonProperty("title") String title,
    @JsonProperty("titleHidden") boolean titleHidden,
    @JsonProperty("why") String why,
    @JsonProperty("owner") PersonView owner,
    @JsonProperty("unit") PlaceView unit,
    @JsonProperty("cycle") PlaceView cycle,
    @JsonProperty("kind") String kind,
    @JsonProperty("state") String state,
    @JsonProperty("stateReason") String stateReason,
    @JsonProperty("visibility") String visibility,
    @JsonProperty("confidence") Integer confidence,
    @JsonProperty("activatedOn") String activatedOn,
    @JsonProperty("reviewOn") String reviewOn,
    @JsonProperty("labels") List<String> labels,
    @JsonProperty("fields") Map<String, String> fields,
    @JsonProperty("projects") List<ProjectRefView> projects,
    @JsonProperty("contributingUnits") List<PlaceView> contributingUnits,
    @JsonProperty("archived") boolean archived,
    @JsonProperty("version") int version,
    @JsonProperty("score") Double score,
    @JsonProperty("coverage") Double coverage,
    @JsonProperty("expected") Double expected,
    @JsonProperty("pace") Double pace,
    @JsonProperty("status") String status,
    @JsonProperty("flags") List<String> flags,
    @JsonProperty("cappedBy") List<String> cappedBy,
    @JsonProperty("outcomeNotMeasured") boolean outcomeNotMeasured,
    @JsonProperty("successLevel") Double successLevel,
    @JsonProperty("followed") boolean followed,
    @JsonProperty("may") List<String> may,
    @JsonProperty("parents") List<ParentView> parents,
    @JsonProperty("keyResults") List<KeyResultView> keyResults)
    implements Versioned {
  /** As many as tell one number near 1 from the next, and half of what a figure has. */
  private static final int DECIMALS = 17;

  /** A unit or a cycle by its id and name. */
  public record PlaceView(@JsonProperty("id") long id, @JsonProperty("name") String name) {}

  /**
   * Where one of its arrows leads.
   *
   * @param title null where the person who asks may not read that objective
   * @param keyResultId null where it leads to the objective as a whole, or to one that the person
   *     may not read
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ParentView(
      @JsonProperty("alignmentId") long alignmentId,
      @JsonProperty("kind") String kind,
      @JsonProperty("weight") BigDecimal weight,
      @JsonProperty("objectiveId") long objectiveId,
      @JsonProperty("objectiveKey") String objectiveKey,
      @JsonProperty("title") String title,
      @JsonProperty("keyResultId") Long keyResultId,
      @JsonProperty("keyResultKey") String keyResultKey) {

    static ParentView of(ObjectiveFigures.Parent parent) {
      Arrow arrow = parent.arrow();
      Alignment alignment = arrow.alignment();
      Optional<Long> keyResultId = alignment.toKeyResultId().filter(id -> !parent.hidden());
      return new ParentView(
          alignment.id(),
          alignment.kind().name(),
          alignment.weight(),
          alignment.toId(),
          Objective.keyOf(alignment.toId()),
          parent.hidden() ? null : arrow.end().title(),
          keyResultId.orElse(null),
          keyResultId.map(KeyResult::keyOf).orElse(null));
    }
  }

  static ObjectiveView of(ObjectiveFigures figures) {
    return figures.hidden() ? concealed(figures) : open(figures);
  }

  private static ObjectiveView concealed(ObjectiveFigures figures) {
    Objective objective = figures.objective();
    return new ObjectiveView(
        objective.id(),
        objective.key(),
        null,
        true,
        null,
        null,
        unit(figures),
        cycle(figures),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        objective.archived(),
        0,
        figure(figures.score().value()),
        null,
        null,
        null,
        figures.judgement().status().name(),
        List.of(),
        List.of(),
        false,
        null,
        false,
        List.of(),
        List.of(),
        List.of());
  }

  private static ObjectiveView open(ObjectiveFigures figures) {
    Objective objective = figures.objective();
    Judgement judgement = figures.judgement();
    return new ObjectiveView(
        objective.id(),
        objective.key(),
        objective.title(),
        false,
        objective.why(),
        new PersonView(objective.ownerKey(), figures.ownerName()),
        unit(figures),
        cycle(figures),
        objective.kind().name(),
        objective.state().name(),
        objective.stateReason().orElse(null),
        objective.visibility().name(),
        objective.confidence().orElse(null),
        day(objective.activatedOn()),
        day(objective.reviewOn()),
        objective.labels(),
        objective.fields(),
        projects(figures),
        figures.around().contributing().stream()
            .map(it -> new PlaceView(it.id(), it.name()))
            .toList(),
        objective.archived(),
        objective.version(),
        figure(figures.score().value()),
        figure(figures.score().coverage()),
        figure(judgement.expected()),
        figure(judgement.pace()),
        judgement.status().name(),
        flags(judgement),
        figures.cappedBy(),
        figures.outcomeNotMeasured(),
        objective.kind().successLevel().doubleValue(),
        figures.placed().followed(),
        figures.may().stream().map(Operation::name).toList(),
        figures.parents().stream().map(ParentView::of).toList(),
        figures.keyResults().stream().map(KeyResultView::of).toList());
  }

  private static PlaceView unit(ObjectiveFigures figures) {
    return new PlaceView(figures.objective().unitId(), figures.around().unitName());
  }

  private static PlaceView cycle(ObjectiveFigures figures) {
    return figures.placed().cycle().map(it -> new PlaceView(it.id(), it.name())).orElse(null);
  }

  private static List<ProjectRefView> projects(ObjectiveFigures figures) {
    return figures.around().projects().stream().map(ProjectRefView::of).toList();
  }

  /** A figure as a number; null is no figure. */
  static Double figure(Optional<BigDecimal> figure) {
    return figure.map(ObjectiveView::number).orElse(null);
  }

  /**
   * The nearest number. One of 34 decimals would be written out and read again digit by digit,
   * which was a tenth of the time of a whole page.
   */
  private static double number(BigDecimal figure) {
    return (figure.scale() > DECIMALS ? figure.setScale(DECIMALS, RoundingMode.HALF_EVEN) : figure)
        .doubleValue();
  }

  /** A day as ISO text; null is none. */
  static String day(Optional<LocalDate> day) {
    return day.map(LocalDate::toString).orElse(null);
  }

  /** What holds beside the status. */
  static List<String> flags(Judgement judgement) {
    List<String> flags = new ArrayList<>();
    judgement.marks().forEach(mark -> flags.add(mark.name()));
    if (judgement.confidenceMismatch()) {
      flags.add("CONFIDENCE_MISMATCH");
    }
    if (judgement.withoutExecution()) {
      flags.add("DIRECTION_WITHOUT_EXECUTION");
    }
    return flags;
  }
}
