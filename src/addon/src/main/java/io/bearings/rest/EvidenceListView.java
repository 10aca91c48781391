package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.GivingEvidence;
import io.bearings.okr.People;
import java.util.List;

/**
 * A part of the evidence for a key result.
 *
 * @param evidence newest first
 * @param next the cursor of the pieces before; null when there are none
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record EvidenceListView(
    @JsonProperty("evidence") List<EvidenceView> evidence, @JsonProperty("next") String next) {

  static EvidenceListView of(GivingEvidence.Pieces pieces, People people) {
    return new EvidenceListView(
        pieces.pieces().stream().map(each -> EvidenceView.of(each, people)).toList(),
        pieces.earlier().map(String::valueOf).orElse(null));
  }
}
