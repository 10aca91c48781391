package com.atlassian.greenhopper.service;

/**
 * Makes page requests.
 *
 * <p>Source and confidence: apps for Jira 8; M.
 */
public final class PageRequests {
  private PageRequests() {}

  public static PageRequest all() {
    return request(0L, Integer.MAX_VALUE);
  }

  public static PageRequest request(Long start, Integer limit) {
    return new PageRequest() {
      @Override
      public long getStart() {
        return start;
      }

      @Override
      public int getLimit() {
        return limit;
      }
    };
  }
}
