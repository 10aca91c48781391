package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.ProjectRef;
import io.bearings.progress.IssueLinks;
import io.bearings.progress.IssueShare;
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
   * @param share what the issue contributes, and what changes once it is done
   * @param sentences what changes if the work of its links is completed
   */
  public record LinkView(
      @JsonProperty("linkId") long linkId,
      @JsonProperty("mayDetach") boolean mayDetach,
      @JsonProperty("through") List<WayView> through,
      @JsonProperty("keyResult") KeyResultView keyResult,
      @JsonProperty("objective") ParentView objective,
      @JsonProperty("share") ShareView share,
      @JsonProperty("sentences") List<String> sentences) {

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
              link.inCycle()),
          ShareView.of(link.share()),
          link.sentences());
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
   * @param inCycle whether it is in a cycle, so that its key results can be judged
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ParentView(
      @JsonProperty("id") long id,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("why") String why,
      @JsonProperty("projectKey") String projectKey,
      @JsonProperty("unitId") long unitId,
      @JsonProperty("inCycle") boolean inCycle) {}

  /**
   * What the issue contributes to a key result.
   *
   * @param standing {@code OPEN}, {@code DONE}, {@code OUT_OF_SCOPE} or {@code NOT_COUNTED}
   * @param weight what it weighs: 1, points, hours or a number
   * @param imputed whether it has no estimate and weighs the median of the others
   * @param total what everything in scope weighs, or the fixed count
   * @param share what part of the whole it is, 0 to 1; null where it does not count
   * @param now the progress as it is; null is no data
   * @param then the progress once the issue is done; null where that changes nothing any more
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record ShareView(
      @JsonProperty("standing") String standing,
      @JsonProperty("weight") double weight,
      @JsonProperty("imputed") boolean imputed,
      @JsonProperty("total") double total,
      @JsonProperty("share") Double share,
      @JsonProperty("now") Double now,
      @JsonProperty("then") Double then) {

    static ShareView of(IssueShare share) {
      return new ShareView(
          share.standing().name(),
          share.weight().doubleValue(),
          share.imputed(),
          share.total().doubleValue(),
          share.share().map(BigDecimal::doubleValue).orElse(null),
          share.now().map(BigDecimal::doubleValue).orElse(null),
          share.then().map(BigDecimal::doubleValue).orElse(null));
    }
  }

  static IssueLinksView of(IssueLinks links) {
    return new IssueLinksView(
        links.issueKey(),
        links.mayAttach(),
        links.links().stream().map(LinkView::of).toList(),
        links.hidden());
  }
}
