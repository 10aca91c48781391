package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.KeyResultLinks;
import io.bearings.progress.LinkedIssue;
import java.math.BigDecimal;
import java.util.List;

/**
 * The issues of a key result.
 *
 * @param hidden how many more there are that the person may not browse
 */
public record KeyResultLinksView(
    @JsonProperty("keyResult") KeyResultView keyResult,
    @JsonProperty("links") List<LinkedIssueView> links,
    @JsonProperty("hidden") int hidden) {

  /**
   * One of them.
   *
   * @param resolution the name of its resolution; null while unresolved
   * @param points its estimate; null when it has none
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record LinkedIssueView(
      @JsonProperty("id") long id,
      @JsonProperty("issueKey") String issueKey,
      @JsonProperty("title") String title,
      @JsonProperty("status") String status,
      @JsonProperty("statusCategory") String statusCategory,
      @JsonProperty("resolution") String resolution,
      @JsonProperty("points") Double points) {

    static LinkedIssueView of(LinkedIssue link) {
      return new LinkedIssueView(
          link.linkId(),
          link.issueKey(),
          link.title(),
          link.status(),
          link.category().name(),
          link.resolution().orElse(null),
          link.points().map(BigDecimal::doubleValue).orElse(null));
    }
  }

  static KeyResultLinksView of(KeyResultLinks links) {
    return new KeyResultLinksView(
        KeyResultView.of(links.keyResult()),
        links.links().stream().map(LinkedIssueView::of).toList(),
        links.hidden());
  }
}
