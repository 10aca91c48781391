package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.BulkLinking;
import io.bearings.progress.IssueText;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.LinkingWork;
import io.bearings.progress.Places;
import io.bearings.progress.WorkLink;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The links of a key result to work.
 *
 * @param hidden how many links lead to work that the person may not see
 * @param more how many older links to single issues are not listed
 */
public record WorkLinksView(
    @JsonProperty("mayLink") boolean mayLink,
    @JsonProperty("links") List<WorkLinkView> links,
    @JsonProperty("hidden") int hidden,
    @JsonProperty("more") int more) {

  /**
   * A link.
   *
   * @param kind ISSUE, EPIC, JQL, SPRINT or VERSION
   * @param targetId the id of what is linked; null for a query
   * @param query null for anything but a query
   * @param place what is linked; null for a query
   * @param issues how many issues it brings
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
      @JsonProperty("place") PlaceView place,
      @JsonProperty("issues") int issues,
      @JsonProperty("sentence") String sentence,
      @JsonProperty("createdAt") String createdAt,
      @JsonProperty("checkedAt") String checkedAt,
      @JsonProperty("problem") String problem) {}

  /**
   * An issue, an epic, a sprint or a version.
   *
   * @param key what it is asked for by
   * @param where the board of a sprint or the key of a version's project; empty for the others
   * @param closed whether it is done, completed or released
   */
  public record PlaceView(
      @JsonProperty("key") String key,
      @JsonProperty("name") String name,
      @JsonProperty("where") String where,
      @JsonProperty("closed") boolean closed) {
    static PlaceView of(Places.PlaceText place) {
      return new PlaceView(place.key(), place.name(), place.where(), place.closed());
    }
  }

  /**
   * What can be linked.
   *
   * @param available false where this Jira has nothing of the kind
   */
  public record OfferView(
      @JsonProperty("available") boolean available,
      @JsonProperty("places") List<PlaceView> places) {
    static OfferView of(Places.Offer offer) {
      return new OfferView(offer.available(), offer.places().stream().map(PlaceView::of).toList());
    }
  }

  /**
   * What a link would bring.
   *
   * @param already how many of the issues the key result has by other links
   */
  public record PreviewView(
      @JsonProperty("total") int total,
      @JsonProperty("already") int already,
      @JsonProperty("issues") List<IssueView> issues) {
    static PreviewView of(LinkingWork.Preview preview) {
      return new PreviewView(
          preview.total(), preview.already(), preview.shown().stream().map(IssueView::of).toList());
    }
  }

  /** An issue that a link would bring. */
  public record IssueView(
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("status") String status) {
    static IssueView of(IssueText issue) {
      return new IssueView(issue.key(), issue.title(), issue.status());
    }
  }

  /**
   * How far the linking of many issues is.
   *
   * @param state NONE, RUNNING, DONE, CANCELLED or FAILED
   * @param total how many issues there are
   * @param done how many were looked at
   * @param attached how many were linked
   * @param already how many were linked before
   */
  public record BulkView(
      @JsonProperty("state") String state,
      @JsonProperty("total") int total,
      @JsonProperty("done") int done,
      @JsonProperty("attached") int attached,
      @JsonProperty("already") int already) {
    static BulkView of(BulkLinking.Status status) {
      return new BulkView(
          status.state().name(),
          status.total(),
          status.done(),
          status.attached(),
          status.already());
    }
  }

  /** The link that was made, or was there before. */
  public record AddedView(@JsonProperty("id") long id, @JsonProperty("isNew") boolean isNew) {}

  static WorkLinksView of(LinkingWork.Linked linked) {
    return new WorkLinksView(
        linked.mayLink(),
        linked.links().stream().map(WorkLinksView::link).toList(),
        linked.hidden(),
        linked.more());
  }

  private static WorkLinkView link(LinkingWork.Entry entry) {
    WorkLink link = entry.link();
    LinkTarget target = link.target();
    Optional<PlaceView> place = entry.place().map(PlaceView::of);
    return new WorkLinkView(
        link.id(),
        target.kind().name(),
        target instanceof LinkTarget.Query ? null : target.id(),
        target instanceof LinkTarget.Query query ? query.jql() : null,
        place.orElse(null),
        entry.issues(),
        link.sentence().orElse(null),
        link.createdAt().toString(),
        link.checkedAt().map(Instant::toString).orElse(null),
        link.problem().orElse(null));
  }
}
