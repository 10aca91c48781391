package io.bearings.progress;

import io.bearings.okr.Refusal;
import java.util.Collection;
import java.util.List;

/** Jira's own change history, read whole. */
public interface ChangeHistories {

  /**
   * The histories of issues, up to their present state. One that is gone is left out, and all are
   * where this Jira offers no change history. Jira has no way to ask for many: an issue costs about
   * eight statements (itself, two for its changes, one for each custom field, its versions, its
   * parent), so nobody asks for one that is kept.
   *
   * @throws Refusal.Unavailable when a part of Jira that is needed does not answer
   */
  List<KeptHistory> of(Collection<Long> issueIds);
}
