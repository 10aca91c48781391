package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.progress.DoubleCounting;
import io.bearings.progress.IssueText;
import java.util.List;

/**
 * The work of a key result that counts for others too.
 *
 * @param doubles empty where it shares nothing
 */
public record DoubleCountView(@JsonProperty("doubles") List<TwiceView> doubles) {

  /**
   * What it shares with one of them.
   *
   * @param relation SIBLING (of the same objective), PARENT (it contributes to that one) or CHILD
   * @param key null where the reader may not read that key result, as are the next three
   * @param issues how many issues count for both
   * @param named those of them that the reader may browse; of very many only some
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record TwiceView(
      @JsonProperty("relation") String relation,
      @JsonProperty("key") String key,
      @JsonProperty("title") String title,
      @JsonProperty("objectiveKey") String objectiveKey,
      @JsonProperty("objectiveTitle") String objectiveTitle,
      @JsonProperty("issues") int issues,
      @JsonProperty("named") List<NamedIssueView> named) {

    private static TwiceView of(DoubleCounting.Twice twice) {
      return new TwiceView(
          twice.relation().name(),
          twice.other().map(each -> each.key()).orElse(null),
          twice.other().map(each -> each.title()).orElse(null),
          twice.objective().map(each -> each.key()).orElse(null),
          twice.objective().map(each -> each.title()).orElse(null),
          twice.count(),
          twice.named().stream().map(NamedIssueView::of).toList());
    }
  }

  /** An issue with its title. */
  public record NamedIssueView(
      @JsonProperty("key") String key, @JsonProperty("title") String title) {

    private static NamedIssueView of(IssueText issue) {
      return new NamedIssueView(issue.key(), issue.title());
    }
  }

  static DoubleCountView of(List<DoubleCounting.Twice> all) {
    return new DoubleCountView(all.stream().map(TwiceView::of).toList());
  }
}
