package io.bearings.okr;

/** How far an objective is. */
public enum ObjectiveState {
  /** Being written; it promises nothing yet. */
  DRAFT,
  /** Published and being worked on. */
  ACTIVE,
  /** Over; its score is final. */
  CLOSED,
  /** Given up, with a reason. */
  ABANDONED
}
