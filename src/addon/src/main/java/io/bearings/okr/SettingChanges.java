package io.bearings.okr;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where it is kept who changed which setting, for good: nothing is taken away or written over.
 * Every call is one transaction, and throws {@link Refusal.Unavailable} while the database cannot
 * be used.
 */
public interface SettingChanges {

  /** Keeps changes that one person made at once. */
  void add(List<SettingChange> changes, Objectives.Edit by);

  /**
   * Changes, the newest first.
   *
   * @param before only those with a lower id; {@code Long.MAX_VALUE} for the newest
   * @param limit how many at most
   */
  List<Entry> entries(Filter filter, long before, int limit);

  /** The changes of the site and of what leaves it that came after one, the oldest first. */
  List<Entry> ofSiteSince(long id);

  /** The changes of units and of the roles in them that came after one, the oldest first. */
  List<Entry> ofUnitsSince(long id);

  /** The id of the newest change, whatever was changed; 0 before the first. */
  long newest();

  /**
   * A change that is kept.
   *
   * @param changedBy a user key
   */
  record Entry(long id, SettingChange change, String changedBy, Instant at) {}

  /**
   * Which changes to look at; what is absent does not matter.
   *
   * @param changedBy a user key
   */
  record Filter(
      Optional<SettingChange.Subject> subject, Optional<Long> unitId, Optional<String> changedBy) {
    /** All of them. */
    public static final Filter NONE =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty());
  }
}
