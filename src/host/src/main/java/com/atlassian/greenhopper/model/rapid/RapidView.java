package com.atlassian.greenhopper.model.rapid;

/**
 * A board.
 *
 * <p>Source and confidence: apps for Jira 8 and 9; M.
 */
public final class RapidView {
  /** How a board works. */
  public enum Type {
    SCRUM,
    KANBAN
  }

  private final Long id;
  private final String name;
  private final Type type;

  public RapidView(Long id, String name, Type type) {
    this.id = id;
    this.name = name;
    this.type = type;
  }

  public Long getId() {
    return id;
  }

  public String getName() {
    return name;
  }

  public Type getType() {
    return type;
  }
}
