package io.bearings.progress;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

  /**
   * The same, and what was changed lately: that is read anyway.
   *
   * @param since from when on, by the id of the issue
   */
  List<Recent> since(Map<Long, Instant> since);

  /**
   * The history of an issue, and what was changed lately.
   *
   * @param changed under what the changes since a moment are recorded, in small letters; absent
   *     where none is, or the issue was created since
   */
  record Recent(KeptHistory history, Optional<Set<String>> changed) {}
}
