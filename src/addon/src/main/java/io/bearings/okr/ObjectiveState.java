package io.bearings.okr;

/** How far an objective is. */
public enum ObjectiveState {
  /** Being written; it promises nothing yet. */
  DRAFT("bearings.status.draft"),
  /** Published and being worked on. */
  ACTIVE("bearings.state.active"),
  /** Over; its score is final. */
  CLOSED("bearings.status.closed"),
  /** Given up, with a reason. */
  ABANDONED("bearings.status.abandoned");

  private final String key;

  ObjectiveState(String key) {
    this.key = key;
  }

  /** The state in a word. */
  public Message text() {
    return Message.of(key);
  }
}
