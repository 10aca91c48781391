package io.bearings.rhythm;

import io.bearings.okr.Cadence;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.People;
import io.bearings.okr.RememberedPeople;
import io.bearings.okr.Slots;
import io.bearings.okr.Unit;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds out who is to be reminded at one moment, and of what. It is told of one duty after the
 * other, those of one owner behind each other, and keeps only the digests that are to be sent and
 * what leads are told, so that it needs no more room for many duties than for few.
 *
 * <p>A person is to be reminded on a day when there was an occasion, on that day or in the few days
 * before it, since which nobody told the person anything, and its hour has come. So a reminder that
 * was lost, or held back by quiet hours, comes with the next digest.
 */
final class DueDigests {
  /** How many days late an occasion still leads to a digest; long enough for most holidays. */
  static final int LATE_DAYS = 7;

  /** How many entries are kept at most; who comes later is reminded by the next run. */
  static final int MOST_ENTRIES = 50_000;

  private final Instant now;
  private final ZoneId siteZone;
  private final ReminderRules rules;
  private final Occasions occasions;
  private final Map<Long, Unit> units;
  private final Map<String, Preference> preferences;
  private final Map<String, Reminded> reminded;
  private final People people;
  private final Set<String> leads;
  private final Optional<Set<String>> anyway;
  private final Set<String> withChats;
  private final Audience audience;
  private final Map<Key, Timed> known = new HashMap<>();
  private final Map<String, Part> ofLeads = new HashMap<>();
  private final Map<String, Digest> due = new LinkedHashMap<>();
  private int entries;
  private Optional<Part> open = Optional.empty();

  /**
   * @param siteZone for people who have no time zone of their own
   * @param units all units, by their id
   * @param preferences of the people who have some, by their user key
   * @param reminded what people were told lately, by their user key
   * @param anyway the user keys of people of whom each is told what waits whatever the hour, and
   *     nobody else; absent: whoever is to be reminded is told
   * @param withChats the user keys of people who are also reminded by channels of their own
   * @param audience for whom the digests are
   */
  DueDigests(
      Instant now,
      ZoneId siteZone,
      ReminderRules rules,
      WorkingDays workingDays,
      Map<Long, Unit> units,
      Map<String, Preference> preferences,
      Map<String, Reminded> reminded,
      People people,
      Optional<Set<String>> anyway,
      Set<String> withChats,
      Audience audience) {
    this.now = now;
    this.siteZone = siteZone;
    this.rules = rules;
    this.occasions = new Occasions(rules, workingDays);
    this.units = Map.copyOf(units);
    this.preferences = Map.copyOf(preferences);
    this.reminded = Map.copyOf(reminded);
    this.people = new RememberedPeople(people);
    this.anyway = anyway;
    this.withChats = Set.copyOf(withChats);
    this.audience = audience;
    this.leads =
        units.values().stream()
            .flatMap(unit -> unit.leadKey().stream())
            .collect(Collectors.toSet());
  }

  /** For whom digests are. */
  enum Audience {
    /** Each for one person. */
    PEOPLE,
    /** Each for all who read the channel of a unit; the unit's id stands for the user key. */
    UNITS
  }

  private record Key(CadenceSetting cadence, LocalDate from, Window window) {}

  /** A cadence, with its slots in a window. */
  private record Timed(Cadence cadence, Slots slots) {}

  /** Takes the next duty. */
  void add(Duty duty) {
    Timed timed = timed(duty);
    if (audience == Audience.UNITS) {
      ofLeads.computeIfAbsent(String.valueOf(duty.unitId()), Part::new).addOwn(duty, timed);
      return;
    }
    ownPart(duty.ownerKey()).addOwn(duty, timed);
    lead(duty).map(this::leadPart).ifPresent(part -> part.addOfOther(duty, timed));
  }

  /** The digests that are to be sent now, after the last duty. */
  List<Digest> digests() {
    open.ifPresent(this::finish);
    open = Optional.empty();
    ofLeads.values().stream()
        .sorted(Comparator.comparing(part -> part.personKey))
        .flatMap(part -> part.digest().stream())
        .forEach(this::keep);
    ofLeads.clear();
    return List.copyOf(due.values());
  }

  /** Databases that take some letters for the same may mix the rows of two owners. */
  private void keep(Digest digest) {
    due.putIfAbsent(digest.personKey(), digest);
  }

  private Part ownPart(String ownerKey) {
    if (leads.contains(ownerKey)) {
      return leadPart(ownerKey);
    }
    if (open.filter(part -> part.personKey.equals(ownerKey)).isEmpty()) {
      open.ifPresent(this::finish);
      open = Optional.of(new Part(ownerKey));
    }
    return open.orElseThrow();
  }

  private Part leadPart(String leadKey) {
    return ofLeads.computeIfAbsent(leadKey, Part::new);
  }

  private void finish(Part part) {
    if (entries < MOST_ENTRIES) {
      part.digest()
          .ifPresent(
              digest -> {
                entries += digest.entries().size();
                keep(digest);
              });
    }
  }

  /** The lead who is told when a check-in is long overdue; not of one's own. */
  private Optional<String> lead(Duty duty) {
    return Optional.ofNullable(units.get(duty.unitId()))
        .flatMap(Unit::leadKey)
        .filter(lead -> !lead.equals(duty.ownerKey()));
  }

  /** Key results that share cadence and window share their slots. */
  private Timed timed(Duty duty) {
    return known.computeIfAbsent(
        new Key(cadence(duty), duty.cycleFrom(), duty.window()),
        key -> {
          Cadence cadence = new Cadence(key.cadence(), key.from(), occasions.workingDays());
          return new Timed(cadence, cadence.slots(key.window()));
        });
  }

  private CadenceSetting cadence(Duty duty) {
    return duty.ownCadence()
        .or(
            () ->
                Optional.ofNullable(units.get(duty.unitId()))
                    .map(unit -> unit.settings().cadence()))
        .orElse(CadenceSetting.DEFAULT);
  }

  private ZoneId zoneOf(String personKey) {
    return people.zoneOf(personKey).orElse(siteZone);
  }

  /** What one person may have to be told. */
  private final class Part {
    private final String personKey;
    private final ZoneId zone;
    private final LocalDate today;
    private final LocalDate earliest;
    private final Preference preference;
    private final List<Entry> listed = new ArrayList<>();
    private int total;
    private int overdue;
    private Optional<LocalDate> latest = Optional.empty();
    private boolean slotToday;

    Part(String personKey) {
      this.personKey = personKey;
      this.zone = audience == Audience.UNITS ? siteZone : zoneOf(personKey);
      this.today = now.atZone(zone).toLocalDate();
      this.earliest = today.minusDays(LATE_DAYS);
      this.preference = preferences.getOrDefault(personKey, Preference.DEFAULT);
    }

    void addOwn(Duty duty, Timed timed) {
      Optional<LocalDate> last = day(duty, zone);
      if (isRecent(last, today)) {
        return;
      }
      Optional<Entry> entry = ownEntry(duty, timed.slots(), last);
      entry.ifPresent(this::add);
      entry
          .filter(each -> each.kind() != Entry.Kind.COMING)
          .flatMap(each -> preference.snoozedUntil())
          .ifPresent(until -> happened(timed.cadence(), until));
      for (Occasion each : occasions.of(timed.slots(), last, earliest, today)) {
        if (each.kind() != Occasion.Kind.ESCALATION && happened(timed.cadence(), each.on())) {
          slotToday |= each.kind() == Occasion.Kind.AT && each.on().equals(today);
        }
      }
    }

    private Optional<Entry> ownEntry(Duty duty, Slots slots, Optional<LocalDate> last) {
      return slots
          .open(now, zone, last)
          .map(
              slot ->
                  entry(
                      duty,
                      Slots.isOverdue(slot, today) ? Entry.Kind.OVERDUE : Entry.Kind.DUE,
                      slot))
          .or(() -> coming(slots, last).map(slot -> entry(duty, Entry.Kind.COMING, slot)));
    }

    private Optional<LocalDate> coming(Slots slots, Optional<LocalDate> last) {
      return rules.daysBefore() == 0
          ? Optional.empty()
          : slots.open(today, today.plusDays(Occasions.REACH), last).stream()
              .findFirst()
              .filter(slot -> !occasions.announcedOn(slot).isAfter(today));
    }

    void addOfOther(Duty duty, Timed timed) {
      ZoneId ownersZone = zoneOf(duty.ownerKey());
      Optional<LocalDate> last = day(duty, ownersZone);
      if (isRecent(last, now.atZone(ownersZone).toLocalDate())) {
        return;
      }
      timed
          .slots()
          .open(now, ownersZone, last)
          .filter(this::isEscalated)
          .ifPresent(slot -> add(entry(duty, Entry.Kind.ESCALATED, slot)));
      occasions.of(timed.slots(), last, earliest, today).stream()
          .filter(each -> each.kind() == Occasion.Kind.ESCALATION)
          .forEach(each -> happened(timed.cadence(), each.on()));
    }

    private boolean isEscalated(LocalDate slot) {
      return occasions.escalatedOn(slot).filter(on -> !on.isAfter(today)).isPresent();
    }

    /** Whether an occasion is near enough, and its hour has come. */
    private boolean happened(Cadence cadence, LocalDate on) {
      Instant at = cadence.remindsAt(on, zone);
      boolean happened = !on.isBefore(earliest) && !at.isAfter(now);
      if (happened && latest.filter(known -> !known.isBefore(on)).isEmpty()) {
        latest = Optional.of(on);
      }
      return happened;
    }

    private void add(Entry entry) {
      total++;
      if (entry.kind() == Entry.Kind.OVERDUE || entry.kind() == Entry.Kind.ESCALATED) {
        overdue++;
      }
      listed.add(entry);
      if (listed.size() > 2 * Digest.MOST) {
        shorten();
      }
    }

    private void shorten() {
      listed.sort(Entry.ORDER);
      listed.subList(Math.min(Digest.MOST, listed.size()), listed.size()).clear();
    }

    Optional<Digest> digest() {
      if (total == 0 || !isWanted()) {
        return Optional.empty();
      }
      shorten();
      return Optional.of(new Digest(personKey, today, listed, total, overdue));
    }

    private boolean isWanted() {
      return anyway.map(people -> people.contains(personKey)).orElseGet(this::isTime);
    }

    private boolean isTime() {
      Reminded before = reminded.getOrDefault(personKey, Reminded.NEVER);
      boolean untold =
          latest.filter(on -> before.told().filter(day -> !day.isBefore(on)).isEmpty()).isPresent();
      boolean unclaimed = before.claimed().filter(day -> !day.isBefore(today)).isEmpty();
      return untold
          && unclaimed
          && (slotToday || occasions.workingDays().isWorkingDay(today))
          && !rules.isQuiet(now.atZone(zone).toLocalTime())
          && !preference.isSilentOn(today, withChats.contains(personKey));
    }
  }

  private boolean isRecent(Optional<LocalDate> last, LocalDate today) {
    return last.filter(day -> day.isAfter(today.minusDays(rules.skipDays()))).isPresent();
  }

  private static Optional<LocalDate> day(Duty duty, ZoneId zone) {
    return duty.lastCheckIn().map(at -> at.atZone(zone).toLocalDate());
  }

  private static Entry entry(Duty duty, Entry.Kind kind, LocalDate slot) {
    return new Entry(kind, duty.keyResultId(), duty.title(), duty.unitId(), duty.ownerKey(), slot);
  }
}
