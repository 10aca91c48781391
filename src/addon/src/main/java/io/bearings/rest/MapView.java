package io.bearings.rest;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.Alignment;
import io.bearings.okr.Objective;
import io.bearings.progress.AlignmentMap;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.ObjectiveFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** How objectives hang together. */
public record MapView(
    @JsonProperty("nodes") List<NodeView> nodes, @JsonProperty("edges") List<EdgeView> edges) {

  /**
   * An objective.
   *
   * @param title null where the person who asks may not read it; then there is no owner and no key
   *     result either
   * @param score 0 to 1; null is no data
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record NodeView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("titleHidden") boolean titleHidden,
      @JsonProperty("unitId") long unitId,
      @JsonProperty("unit") String unit,
      @JsonProperty("owner") PersonView owner,
      @JsonProperty("score") Double score,
      @JsonProperty("status") String status,
      @JsonProperty("keyResults") List<PartView> keyResults) {

    static NodeView of(ObjectiveFigures figures) {
      Objective objective = figures.objective();
      return new NodeView(
          objective.id(),
          objective.key(),
          figures.hidden() ? null : objective.title(),
          figures.hidden(),
          objective.unitId(),
          figures.around().unitName(),
          figures.hidden() ? null : new PersonView(objective.ownerKey(), figures.ownerName()),
          ObjectiveView.figure(figures.score().value()),
          figures.judgement().status().name(),
          figures.hidden() ? List.of() : figures.keyResults().stream().map(PartView::of).toList());
    }
  }

  /**
   * A key result of an objective.
   *
   * @param score 0 to 1; null is no data
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record PartView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("score") Double score,
      @JsonProperty("status") String status) {

    static PartView of(KeyResultFigures figures) {
      return new PartView(
          figures.keyResult().id(),
          figures.keyResult().key(),
          figures.keyResult().title(),
          ObjectiveView.figure(figures.score().score()),
          figures.judgement().status().name());
    }
  }

  /**
   * An arrow between two of the objectives, by their ids.
   *
   * @param toKeyResult null where it leads to the objective as a whole, or to one that the person
   *     may not read
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record EdgeView(
      @JsonProperty("id") long id,
      @JsonProperty("from") long from,
      @JsonProperty("to") long to,
      @JsonProperty("toKeyResult") Long toKeyResult,
      @JsonProperty("kind") String kind,
      @JsonProperty("weight") BigDecimal weight) {

    static EdgeView of(Alignment alignment, Set<Long> hidden) {
      return new EdgeView(
          alignment.id(),
          alignment.fromId(),
          alignment.toId(),
          alignment.toKeyResultId().filter(id -> !hidden.contains(alignment.toId())).orElse(null),
          alignment.kind().name(),
          alignment.weight());
    }
  }

  static MapView of(AlignmentMap map) {
    Set<Long> hidden =
        map.nodes().stream()
            .filter(ObjectiveFigures::hidden)
            .map(each -> each.objective().id())
            .collect(toSet());
    return new MapView(
        map.nodes().stream().map(NodeView::of).toList(),
        map.edges().stream().map(each -> EdgeView.of(each, hidden)).toList());
  }
}
