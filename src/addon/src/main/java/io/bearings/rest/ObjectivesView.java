package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.Overview;
import java.util.List;

/**
 * A part of a list of objectives, oldest first.
 *
 * @param next the cursor of the next part; null at the end
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ObjectivesView(
    @JsonProperty("objectives") List<ObjectiveView> objectives, @JsonProperty("next") String next) {

  static ObjectivesView of(Overview.Page page) {
    return new ObjectivesView(
        page.objectives().stream().map(ObjectiveView::of).toList(),
        page.next().map(String::valueOf).orElse(null));
  }
}
