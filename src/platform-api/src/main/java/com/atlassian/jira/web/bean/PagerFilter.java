package com.atlassian.jira.web.bean;

import java.util.Collection;
import java.util.List;

/**
 * Which part of the hits is wanted.
 *
 * <p>Source and confidence: CAC "Lucene upgrade 8.0", GR; M. The unlimited filter is left out: Jira
 * 12 removes it.
 */
public class PagerFilter<T> {
  private final int start;
  private final int max;

  public PagerFilter(int max) {
    this(0, max);
  }

  /**
   * @throws IllegalArgumentException when either is negative
   */
  public PagerFilter(int start, int max) {
    if (start < 0 || max < 0) {
      throw new IllegalArgumentException(
          "Neither start nor max is negative: " + start + ", " + max);
    }
    this.start = start;
    this.max = max;
  }

  /** The page of size {@code max} that holds the hit with this index. */
  @SuppressWarnings("rawtypes")
  public static PagerFilter newPageAlignedFilter(int index, int max) {
    return new PagerFilter(max == 0 ? index : index - index % max, max);
  }

  public int getStart() {
    return start;
  }

  public int getMax() {
    return max;
  }

  public int getEnd() {
    return start + max;
  }

  /** The part of a complete list that this filter wants. */
  public List<T> getCurrentPage(Collection<T> all) {
    return all.stream().skip(start).limit(max).toList();
  }
}
