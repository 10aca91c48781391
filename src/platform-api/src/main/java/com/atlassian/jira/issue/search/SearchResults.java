package com.atlassian.jira.issue.search;

import com.atlassian.jira.web.bean.PagerFilter;
import java.util.List;

/**
 * One page of what a search found.
 *
 * <p>Source and confidence: CAC "Lucene upgrade 8.0" and JSW11: H for getResults, getTotal,
 * getStart and getEnd; M for the constructor.
 */
public class SearchResults<T> {
  private final List<T> results;
  private final int total;
  private final int max;
  private final int start;

  /** A page out of {@code totalCount} hits, which starts where {@code pager} starts. */
  public SearchResults(List<T> resultsInPage, int totalCount, PagerFilter<?> pager) {
    this(resultsInPage, totalCount, pager.getMax(), pager.getStart());
  }

  public SearchResults(List<T> resultsInPage, int totalCount, int maxResults, int startIndex) {
    this.results = List.copyOf(resultsInPage);
    this.total = totalCount;
    this.max = maxResults;
    this.start = startIndex;
  }

  public List<T> getResults() {
    return results;
  }

  /** The number of hits on all pages. */
  public int getTotal() {
    return total;
  }

  public int getMax() {
    return max;
  }

  /** The index of the first hit of this page, from 0. */
  public int getStart() {
    return start;
  }

  /** The index behind the last hit of this page. */
  public int getEnd() {
    return Math.min(start + max, total);
  }
}
