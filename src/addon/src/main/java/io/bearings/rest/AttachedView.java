package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.Attached;
import java.util.List;

/**
 * What attaching did.
 *
 * @param already keys of the issues that were attached before
 */
public record AttachedView(
    @JsonProperty("attached") List<NewLinkView> attached,
    @JsonProperty("already") List<String> already) {

  /** A link that was made. */
  public record NewLinkView(
      @JsonProperty("linkId") long linkId, @JsonProperty("issueKey") String issueKey) {}

  static AttachedView of(Attached attached) {
    return new AttachedView(
        attached.attached().stream()
            .map(link -> new NewLinkView(link.linkId(), link.issueKey()))
            .toList(),
        attached.already());
  }
}
