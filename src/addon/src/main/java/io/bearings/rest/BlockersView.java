package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.talk.Blocking;
import java.util.List;

/**
 * A part of the blockers.
 *
 * @param blockers newest first
 * @param next the cursor of the blockers before; null when there are none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BlockersView(
    @JsonProperty("blockers") List<BlockerView> blockers, @JsonProperty("next") String next) {

  static BlockersView of(Blocking.Blocks blocks, People people) {
    return new BlockersView(
        blocks.blocks().stream().map(each -> BlockerView.of(each, people)).toList(),
        blocks.earlier().map(String::valueOf).orElse(null));
  }
}
