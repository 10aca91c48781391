package io.bearings.talk;

import io.bearings.okr.Objectives.Edit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where threads are kept. Every call is one transaction, and a list costs one statement however
 * long it is.
 */
public interface Threads {
  /**
   * Remarks about something, newest first.
   *
   * @param before only those with a smaller id
   * @param limit how many at most
   */
  List<Remark> of(Subject subject, Optional<Long> before, int limit);

  /** The user keys of those who have said something about it. */
  Set<String> speakers(Subject subject);

  /** Adds a remark and tells people about it: all of it or nothing. */
  Remark add(NewRemark remark, List<NewNotice> told, Edit by);
}
