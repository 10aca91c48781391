package io.bearings.rhythm;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.bearings.okr.People;
import io.bearings.okr.Unit;
import io.bearings.okr.Units;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What waits for check-ins, by a few statements however many people or units it is asked for. */
@Named
public final class Waiting {
  /** How many days back it counts whether somebody was told. */
  public static final int REMEMBERED_DAYS = DueDigests.LATE_DAYS + 1;

  private final Duties duties;
  private final Units units;
  private final SiteSettings site;
  private final People people;
  private final Clock clock;

  @Inject
  public Waiting(Duties duties, Units units, SiteSettings site, People people, Clock clock) {
    this.duties = duties;
    this.units = units;
    this.site = site;
    this.people = people;
    this.clock = clock;
  }

  /** The digests of all people who are to be reminded now. */
  List<Digest> due(
      ReminderRules rules,
      Instant now,
      Map<String, Preference> wishes,
      Map<String, Reminded> reminded,
      Set<String> withChats) {
    DueDigests digests =
        digests(
            rules, now, wishes, reminded, Optional.empty(), withChats, DueDigests.Audience.PEOPLE);
    duties.each(digests::add);
    return digests.digests();
  }

  /**
   * What waits for some people, be it their time or not, by their user key; those for whom nothing
   * waits are missing.
   *
   * @param personKeys 1 to 50
   */
  public Map<String, Digest> of(ReminderRules rules, Instant now, Set<String> personKeys) {
    DueDigests digests =
        digests(
            rules,
            now,
            Map.of(),
            Map.of(),
            Optional.of(personKeys),
            Set.of(),
            DueDigests.Audience.PEOPLE);
    duties.eachOf(personKeys, digests::add);
    return digests.digests().stream().collect(toMap(Digest::personKey, digest -> digest));
  }

  /**
   * The digests of units whose channels are to be posted to now, by the id of the unit.
   *
   * @param told the last day of which a unit's channels were posted to, of the last {@link
   *     #REMEMBERED_DAYS}
   */
  public Map<Long, Digest> dueIn(
      ReminderRules rules, Instant now, Collection<Long> unitIds, Map<Long, LocalDate> told) {
    Map<String, Reminded> reminded =
        told.entrySet().stream()
            .collect(
                toMap(
                    each -> String.valueOf(each.getKey()),
                    each ->
                        new Reminded(Optional.of(each.getValue()), Optional.of(each.getValue()))));
    return ofUnits(rules, now, unitIds, reminded, Optional.empty());
  }

  /**
   * What waits in some units, be it the time or not, by the id of the unit; those in which nothing
   * waits are missing. Only what everybody may read who sees the unit is told.
   *
   * @param unitIds 1 or more
   */
  public Map<Long, Digest> in(ReminderRules rules, Instant now, Collection<Long> unitIds) {
    return ofUnits(
        rules,
        now,
        unitIds,
        Map.of(),
        Optional.of(unitIds.stream().map(String::valueOf).collect(toSet())));
  }

  private Map<Long, Digest> ofUnits(
      ReminderRules rules,
      Instant now,
      Collection<Long> unitIds,
      Map<String, Reminded> reminded,
      Optional<Set<String>> anyway) {
    DueDigests digests =
        digests(rules, now, Map.of(), reminded, anyway, Set.of(), DueDigests.Audience.UNITS);
    duties.eachOpenIn(unitIds, digests::add);
    return digests.digests().stream()
        .collect(toMap(digest -> Long.valueOf(digest.personKey()), digest -> digest));
  }

  private DueDigests digests(
      ReminderRules rules,
      Instant now,
      Map<String, Preference> wishes,
      Map<String, Reminded> reminded,
      Optional<Set<String>> anyway,
      Set<String> withChats,
      DueDigests.Audience audience) {
    Map<Long, Unit> byId = units.all().stream().collect(toMap(Unit::id, unit -> unit));
    return new DueDigests(
        now,
        clock.getZone(),
        rules,
        site.current().rules().workingDays(),
        byId,
        wishes,
        reminded,
        people,
        anyway,
        withChats,
        audience);
  }
}
