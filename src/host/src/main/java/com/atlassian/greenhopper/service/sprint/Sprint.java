package com.atlassian.greenhopper.service.sprint;

import org.joda.time.DateTime;

/**
 * A sprint, as Jira Software hands it out.
 *
 * <p>Source and confidence: Javadoc of Jira Software 11.1; H for the getters, M for the builder.
 */
public final class Sprint {
  /** Where a sprint stands. */
  public enum State {
    FUTURE,
    ACTIVE,
    CLOSED
  }

  private final SprintBuilder from;

  private Sprint(SprintBuilder from) {
    this.from = from;
  }

  public static SprintBuilder builder() {
    return new SprintBuilder();
  }

  public Long getId() {
    return from.id;
  }

  public Long getRapidViewId() {
    return from.rapidViewId;
  }

  public String getName() {
    return from.name;
  }

  public String getGoal() {
    return from.goal;
  }

  public State getState() {
    return from.state;
  }

  public boolean isFuture() {
    return from.state == State.FUTURE;
  }

  public boolean isActive() {
    return from.state == State.ACTIVE;
  }

  public boolean isClosed() {
    return from.state == State.CLOSED;
  }

  /** When it is said to begin; null while nobody said so. */
  public DateTime getStartDate() {
    return from.startDate;
  }

  /** When somebody pressed Start; null before. */
  public DateTime getActivatedDate() {
    return from.activatedDate;
  }

  /** When it is planned to end; null while nobody said so. */
  public DateTime getEndDate() {
    return from.endDate;
  }

  /** When somebody pressed Complete; null before. */
  public DateTime getCompleteDate() {
    return from.completeDate;
  }

  @Override
  public String toString() {
    return from.name;
  }

  /** Makes sprints. */
  public static final class SprintBuilder {
    private Long id;
    private Long rapidViewId;
    private String name;
    private String goal;
    private State state = State.FUTURE;
    private DateTime startDate;
    private DateTime activatedDate;
    private DateTime endDate;
    private DateTime completeDate;

    private SprintBuilder() {}

    public SprintBuilder id(Long value) {
      id = value;
      return this;
    }

    public SprintBuilder rapidViewId(Long value) {
      rapidViewId = value;
      return this;
    }

    public SprintBuilder name(String value) {
      name = value;
      return this;
    }

    public SprintBuilder goal(String value) {
      goal = value;
      return this;
    }

    public SprintBuilder state(State value) {
      state = value;
      return this;
    }

    public SprintBuilder startDate(DateTime value) {
      startDate = value;
      return this;
    }

    public SprintBuilder activatedDate(DateTime value) {
      activatedDate = value;
      return this;
    }

    public SprintBuilder endDate(DateTime value) {
      endDate = value;
      return this;
    }

    public SprintBuilder completeDate(DateTime value) {
      completeDate = value;
      return this;
    }

    /** The sprint; the builder is not used again. */
    public Sprint build() {
      return new Sprint(this);
    }
  }
}
