package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.kpi.KpiChoices;
import java.util.List;

/** The KPIs that a key result of a unit is likely to read: those of the unit itself first. */
public record KpiChoicesView(@JsonProperty("kpis") List<ChoiceView> kpis) {

  /** A KPI by its name. */
  public record ChoiceView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("name") String name,
      @JsonProperty("unit") ObjectiveView.PlaceView unit) {

    private static ChoiceView of(KpiChoices.Choice choice) {
      return new ChoiceView(
          choice.sheet().id(),
          choice.sheet().key(),
          choice.sheet().content().name(),
          new ObjectiveView.PlaceView(choice.sheet().unitId(), choice.unitName()));
    }
  }

  static KpiChoicesView of(List<KpiChoices.Choice> choices) {
    return new KpiChoicesView(choices.stream().map(ChoiceView::of).toList());
  }
}
