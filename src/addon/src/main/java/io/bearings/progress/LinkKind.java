package io.bearings.progress;

/** How issues are reached from a key result. */
public enum LinkKind {
  /** One issue, linked itself. */
  ISSUE,
  /** The children of an epic. */
  EPIC,
  /** What a query finds. */
  JQL,
  /** What is in a sprint. */
  SPRINT,
  /** What a version is to fix. */
  VERSION
}
