package io.bearings.coach;

/** What one may do about a finding at once. */
public enum Action {
  /** Turn the text into an issue, and ask what changes if it is done perfectly. */
  MAKE_INITIATIVE
}
