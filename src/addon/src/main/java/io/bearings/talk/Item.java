package io.bearings.talk;

import io.bearings.okr.Visibility;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that people talk about, with what must be known about it.
 *
 * @param objectiveId the objective that it is or belongs to; absent for a KPI
 * @param keyResultId the key result that it is or belongs to
 * @param key of the objective, key result or KPI, as people see it; a check-in has that of its key
 *     result
 * @param title of the objective or key result, or the name of the KPI
 * @param ownerKey the user key of the person who owns the objective, key result or KPI
 * @param authorKey of a check-in, the user key of the person who made it
 */
public record Item(
    Subject subject,
    Optional<Long> objectiveId,
    Optional<Long> keyResultId,
    String key,
    String title,
    String ownerKey,
    Optional<String> authorKey,
    Audience audience) {

  /** A KPI, which everybody sees who may see its unit. */
  public static Item ofKpi(long id, String key, String name, String ownerKey, long unitId) {
    return new Item(
        Subject.kpi(id),
        Optional.empty(),
        Optional.empty(),
        key,
        name,
        ownerKey,
        Optional.empty(),
        new Audience(unitId, Visibility.UNIT_VIEWERS, ownerKey, false));
  }

  /** The same for something that belongs to it, such as a check-in of the key result. */
  public Item as(Subject other) {
    return new Item(other, objectiveId, keyResultId, key, title, ownerKey, authorKey, audience);
  }

  /** The people whom a word about this concerns first: owner and author. */
  Stream<String> concerned() {
    return Stream.concat(Stream.of(ownerKey), authorKey.stream());
  }
}
