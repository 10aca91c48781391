package io.bearings.coach;

/** How much a finding matters. Neither blocks anything. */
public enum Severity {
  /** Worth a thought. */
  HINT,
  /** As it stands, it will not do what an objective or a key result is for. */
  WARNING
}
