package io.bearings.talk;

import io.bearings.okr.Person;
import java.util.List;
import java.util.Optional;

/** Where notices are kept. Every call costs one statement. */
public interface Notices {
  /**
   * What a person was told, newest first, whether the person may still see what it is about or not.
   *
   * @param before only those with a smaller id
   * @param limit how many at most
   */
  List<Notice> of(Person who, Optional<Long> before, int limit);

  /** How many notices a person has not read, by whom they may be seen. */
  List<Unread> unread(Person who);

  /**
   * Marks a notice as read.
   *
   * @return whether the person has such a notice
   */
  boolean read(Person who, long id);

  /** Marks all notices of a person as read. */
  void readAll(Person who);

  /** Unread notices about one objective and what belongs to it. */
  record Unread(Audience audience, int count) {}
}
