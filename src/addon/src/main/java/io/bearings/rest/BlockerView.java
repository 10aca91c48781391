package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.progress.IssueText;
import io.bearings.talk.Blocker;
import io.bearings.talk.Blocking;

/**
 * A blocker.
 *
 * @param days how many calendar days it has blocked, or did
 * @param issue its issue; null when it has none or the person may not browse it
 * @param issueHidden whether it has an issue that the person may not browse
 * @param resolved null while it blocks
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record BlockerView(
    @JsonProperty("id") long id,
    @JsonProperty("subject") SubjectView subject,
    @JsonProperty("text") String text,
    @JsonProperty("owner") PersonView owner,
    @JsonProperty("neededFrom") String neededFrom,
    @JsonProperty("since") String since,
    @JsonProperty("days") long days,
    @JsonProperty("issue") IssueView issue,
    @JsonProperty("issueHidden") boolean issueHidden,
    @JsonProperty("resolved") ResolvedView resolved,
    @JsonProperty("version") int version)
    implements Versioned {

  static BlockerView of(Blocking.Block block, People people) {
    Blocker blocker = block.blocker();
    return new BlockerView(
        blocker.id(),
        SubjectView.of(blocker.about()),
        blocker.text(),
        PersonView.of(blocker.ownerKey(), people),
        blocker.neededFrom(),
        blocker.since().toString(),
        block.ageInDays(),
        block.issue().map(IssueView::of).orElse(null),
        blocker.issueId().isPresent() && block.issue().isEmpty(),
        blocker.resolved().map(it -> ResolvedView.of(it, people)).orElse(null),
        blocker.version());
  }

  /** The issue that tells of a blocker. */
  public record IssueView(
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("status") String status) {

    static IssueView of(IssueText issue) {
      return new IssueView(issue.key(), issue.title(), issue.status());
    }
  }

  /** That a blocker blocks no longer. */
  public record ResolvedView(@JsonProperty("by") PersonView by, @JsonProperty("at") String at) {

    static ResolvedView of(Blocker.Resolved resolved, People people) {
      return new ResolvedView(PersonView.of(resolved.byKey(), people), resolved.at().toString());
    }
  }
}
