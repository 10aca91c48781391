package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * The workspace of a unit in a cycle.
 *
 * @param unit null where the person who asks sees no unit at all
 * @param cycle null: the backlog
 * @param units all units that the person may see, each before those below it
 * @param cycles all that serve the unit
 * @param stamp changes when anything that is shown has changed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record WorkspaceView(
    @JsonProperty("unit") UnitView unit,
    @JsonProperty("cycle") CycleView cycle,
    @JsonProperty("units") List<UnitView> units,
    @JsonProperty("cycles") List<CycleView> cycles,
    @JsonProperty("objectives") List<ObjectiveView> objectives,
    @JsonProperty("stamp") String stamp) {

  /** What changes when anything that a workspace shows has changed. */
  public record StampView(@JsonProperty("stamp") String stamp) {}
}
