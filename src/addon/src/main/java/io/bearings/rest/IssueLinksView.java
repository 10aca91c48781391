package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.ProjectRef;
import io.bearings.progress.IssueLinks;
import io.bearings.progress.LinkOnIssue;
import java.math.BigDecimal;
import java.util.List;

/**
 * The key results that an issue serves.
 *
 * @param hidden how many more there are that the person may not see
 */
public record IssueLinksView(
    @JsonProperty("issueKey") String issueKey,
    @JsonProperty("mayAttach") boolean mayAttach,
    @JsonProperty("links") List<LinkView> links,
    @JsonProperty("hidden") int hidden) {

  /**
   * One of them.
   *
   * @param mayDetach whether the issue is linked itself and the person may take it off
   * @param through what else it is linked by: the issue is in that
   */
  public record LinkView(
      @JsonProperty("linkId") long linkId,
      @JsonProperty("mayDetach") boolean mayDetach,
      @JsonProperty("through") List<WayView> through,
      @JsonProperty("keyResult") KeyResultView keyResult,
      @JsonProperty("objective") ParentView objective) {

    static LinkView of(LinkOnIssue link) {
      return new LinkView(
          link.linkId(),
          link.mayDetach(),
          link.through().stream()
              .map(way -> new WayView(way.kind().name(), way.name().orElse(null)))
              .toList(),
          KeyResultView.of(link.keyResult()),
          new ParentView(
              link.objective().id(),
              link.objective().key(),
              link.objective().title(),
              link.objective().why(),
              link.project().map(ProjectRef::key).orElse(null),
              link.objective().unitId(),
              link.objectiveScore().value().map(BigDecimal::doubleValue).orElse(null)));
    }
  }

  /**
   * How an issue is linked where it is not linked itself.
   *
   * @param kind {@code EPIC}, {@code SPRINT}, {@code VERSION} or {@code JQL}
   * @param name of the place, or the query; null where the person may not see the place
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record WayView(@JsonProperty("kind") String kind, @JsonProperty("name") String name) {}

  /**
   * The objective of a key result.
   *
   * @param projectKey the project on whose page it is found; null where it is on none
   * @param score 0 to 1; null is no data
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ParentView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("why") String why,
      @JsonProperty("projectKey") String projectKey,
      @JsonProperty("unitId") long unitId,
      @JsonProperty("score") Double score) {}

  static IssueLinksView of(IssueLinks links) {
    return new IssueLinksView(
        links.issueKey(),
        links.mayAttach(),
        links.links().stream().map(LinkView::of).toList(),
        links.hidden());
  }
}
