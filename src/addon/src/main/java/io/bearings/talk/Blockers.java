package io.bearings.talk;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import java.util.List;
import java.util.Optional;

/** Where blockers are kept. Every call is one transaction; a list costs one statement. */
public interface Blockers {
  /** The blocker with this id. */
  Optional<Blocker> blocker(long id, Person who);

  /**
   * The blockers of the objectives of a unit that are not archived and of their key results, newest
   * first, whether the person may see them or not.
   *
   * @param before only those with a smaller id
   * @param limit how many at most
   */
  List<Blocker> ofUnit(long unitId, Person who, Optional<Long> before, int limit);

  /** The blockers of an objective and its key results, or of one key result, newest first. */
  List<Blocker> of(Subject subject, Person who, Optional<Long> before, int limit);

  /** Writes a blocker and tells its owner: all of it or nothing. */
  long add(NewBlocker blocker, List<NewNotice> told, Edit by);

  /**
   * Writes what can be changed, if the stored version is still that of {@code changed}; the stored
   * version is then one higher.
   *
   * @return whether it was written
   */
  boolean change(Blocker changed, List<NewNotice> told, Edit by);

  /** The user key of the person who last changed a blocker. */
  Optional<String> lastEditor(long id);
}
