package io.bearings.kpi;

/** How far people are with what they do about a breach. */
public enum ActionState {
  OPEN,
  DONE,
  NOT_NEEDED
}
