package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.IssueText;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.LinkingWork;
import io.bearings.progress.WorkLink;
import java.time.Instant;
import java.util.List;

/** The links of a key result to work. */
public record WorkLinksView(
    @JsonProperty("mayLink") boolean mayLink, @JsonProperty("links") List<WorkLinkView> links) {

  /**
   * A link.
   *
   * @param kind ISSUE, EPIC, JQL, SPRINT or VERSION
   * @param targetId the id of what is linked; null for a query
   * @param query null for anything but a query
   * @param sentence what changes if the work is completed; null where nobody said
   * @param checkedAt when the query was last looked at
   * @param problem why the last look at it failed; null where it did not
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record WorkLinkView(
      @JsonProperty("id") long id,
      @JsonProperty("kind") String kind,
      @JsonProperty("targetId") Long targetId,
      @JsonProperty("query") String query,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("createdAt") String createdAt,
      @JsonProperty("checkedAt") String checkedAt,
      @JsonProperty("problem") String problem) {}

  /** What a query would bring. */
  public record PreviewView(
      @JsonProperty("total") int total, @JsonProperty("issues") List<IssueView> issues) {
    static PreviewView of(LinkingWork.Preview preview) {
      return new PreviewView(preview.total(), preview.shown().stream().map(IssueView::of).toList());
    }
  }

  /** An issue that a query finds. */
  public record IssueView(
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("status") String status) {
    static IssueView of(IssueText issue) {
      return new IssueView(issue.key(), issue.title(), issue.status());
    }
  }

  /** The link that was made, or was there before. */
  public record AddedView(@JsonProperty("id") long id, @JsonProperty("isNew") boolean isNew) {}

  static WorkLinksView of(LinkingWork.Linked linked) {
    return new WorkLinksView(
        linked.mayLink(), linked.links().stream().map(WorkLinksView::link).toList());
  }

  private static WorkLinkView link(WorkLink link) {
    LinkTarget target = link.target();
    return new WorkLinkView(
        link.id(),
        target.kind().name(),
        target instanceof LinkTarget.Query ? null : target.id(),
        target instanceof LinkTarget.Query query ? query.jql() : null,
        link.sentence().orElse(null),
        link.createdAt().toString(),
        link.checkedAt().map(Instant::toString).orElse(null),
        link.problem().orElse(null));
  }
}
