package io.bearings.progress;

/** The three categories that every Jira status belongs to. */
public enum StatusCategory {
  TO_DO,
  IN_PROGRESS,
  DONE
}
