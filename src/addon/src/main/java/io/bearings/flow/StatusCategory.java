package io.bearings.flow;

/** The three categories that every Jira status belongs to. */
public enum StatusCategory {
  TO_DO,
  IN_PROGRESS,
  DONE
}
