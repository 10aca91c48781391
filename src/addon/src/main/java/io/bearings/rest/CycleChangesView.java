package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.CycleChange;
import io.bearings.okr.People;
import java.util.List;

/** The recorded changes of a cycle, oldest first. */
public record CycleChangesView(@JsonProperty("changes") List<ChangeView> changes) {

  /**
   * A change.
   *
   * @param field STATE, FIRST or LAST
   * @param at when, as ISO text in UTC
   */
  public record ChangeView(
      @JsonProperty("field") String field,
      @JsonProperty("from") String from,
      @JsonProperty("to") String to,
      @JsonProperty("by") PersonView by,
      @JsonProperty("at") String at) {}

  static CycleChangesView of(List<CycleChange> changes, People people) {
    return new CycleChangesView(
        changes.stream()
            .map(
                each ->
                    new ChangeView(
                        each.field().name(),
                        each.from(),
                        each.to(),
                        PersonView.of(each.byKey(), people),
                        each.at().toString()))
            .toList());
  }
}
