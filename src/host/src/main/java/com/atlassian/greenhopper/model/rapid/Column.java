package com.atlassian.greenhopper.model.rapid;

import java.util.List;

/**
 * A column of a board.
 *
 * <p>Source and confidence: what a script for Jira 8 printed of one; M.
 */
public final class Column {
  private final Long id;
  private final String name;
  private final List<String> statusIds;

  public Column(Long id, String name, List<String> statusIds) {
    this.id = id;
    this.name = name;
    this.statusIds = List.copyOf(statusIds);
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public List<String> getStatusIds() {
    return statusIds;
  }
}
