package io.bearings.rhythm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.Cadence;
import io.bearings.okr.CadenceSetting;
import io.bearings.okr.CadenceSetting.Every;
import io.bearings.okr.Capacity;
import io.bearings.okr.Openness;
import io.bearings.okr.People;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Thresholds;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Units;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.Test;

/**
 * A year, half an hour after the other, of people in six time zones with both clock changes of
 * each, holidays, people who check in early, on the day, late and never, and nodes that die in the
 * middle of a batch. What is to be sent is reckoned beforehand from the slots and the check-ins
 * alone; the table of both is written to {@code target/simulated-year.csv}.
 */
public class SimulatedYearTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
  private static final Window YEAR = new Window(FIRST, LAST);
  private static final Duration TICK = Duration.ofMinutes(30);
  private static final ReminderRules RULES = new ReminderRules(true, 1, 5, 20, 7, 2);

  /** Good Friday to Easter Monday, and Christmas, with a long weekend each. */
  private static final List<LocalDate> HOLIDAYS =
      List.of(
          LocalDate.of(2026, 1, 1),
          LocalDate.of(2026, 4, 3),
          LocalDate.of(2026, 4, 6),
          LocalDate.of(2026, 5, 1),
          LocalDate.of(2026, 12, 24),
          LocalDate.of(2026, 12, 25));

  private static final WorkingDays WORKING = new WorkingDays(HOLIDAYS);

  private static final Map<String, ZoneId> ZONES = zones();
  private static final List<CadenceSetting> CADENCES =
      List.of(
          new CadenceSetting(Every.WEEKLY, DayOfWeek.MONDAY, 1, 9),
          new CadenceSetting(Every.EVERY_TWO_WEEKS, DayOfWeek.THURSDAY, 1, 21),
          new CadenceSetting(Every.MONTHLY, DayOfWeek.MONDAY, 15, 15),
          new CadenceSetting(Every.WEEKLY, DayOfWeek.SATURDAY, 1, 10));

  private final Moving clock = new Moving();
  private final KeptReminders reminders = new KeptReminders();
  private final List<Planned> plans = new ArrayList<>();
  private final NavigableMap<String, List<Instant>> sent = new TreeMap<>();
  private final Set<Reminders.Claimed> dead = new HashSet<>();
  private final Set<Reminders.Claimed> logged = new HashSet<>();
  private boolean dying;

  private static Map<String, ZoneId> zones() {
    Map<String, ZoneId> zones = new LinkedHashMap<>();
    zones.put("ny", ZoneId.of("America/New_York"));
    zones.put("berlin", ZoneId.of("Europe/Berlin"));
    zones.put("sydney", ZoneId.of("Australia/Sydney"));
    zones.put("tokyo", ZoneId.of("Asia/Tokyo"));
    zones.put("kolkata", ZoneId.of("Asia/Kolkata"));
    zones.put("santiago", ZoneId.of("America/Santiago"));
    return zones;
  }

  private static ZoneId zone(String person) {
    return ZONES.get(person.substring(0, person.indexOf('-')));
  }

  /** A key result of the year, and when it is checked in. */
  private record Planned(
      long id,
      String owner,
      long unit,
      Optional<CadenceSetting> own,
      List<LocalDate> slots,
      List<Instant> checkIns) {

    Duty at(Instant now) {
      return new Duty(id, "KR " + id, owner, unit, FIRST, YEAR, own, last(now));
    }

    Optional<Instant> last(Instant now) {
      return checkIns.stream().filter(each -> !each.isAfter(now)).reduce((one, other) -> other);
    }

    /** Whether a slot waits at a moment: nothing was entered since the day of the slot before. */
    boolean waits(LocalDate slot, Instant now) {
      int index = slots.indexOf(slot);
      LocalDate before = index == 0 ? LocalDate.MIN : slots.get(index - 1);
      return last(now).filter(at -> at.atZone(zone(owner)).toLocalDate().isAfter(before)).isEmpty();
    }

    boolean recently(Instant now, ZoneId zone) {
      LocalDate today = now.atZone(zone).toLocalDate();
      return last(now)
          .filter(at -> at.atZone(zone).toLocalDate().isAfter(today.minusDays(RULES.skipDays())))
          .isPresent();
    }
  }

  /** A reminder that is to be sent, from a moment on. */
  private record Wanted(String person, LocalDate on, Instant from, Planned plan, LocalDate slot) {}

  private static final class Moving extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  /** What a node does that is ended: nothing more. */
  private static final class Ended extends Error {
    private static final long serialVersionUID = 1;
  }

  private final class Sending implements Channel {
    @Override
    public ChannelKind kind() {
      return ChannelKind.MAIL;
    }

    @Override
    public boolean isOn() {
      return true;
    }

    @Override
    public void send(Digest digest) {
      if (dying) {
        throw new Ended();
      }
      check(digest);
      sent.computeIfAbsent(digest.personKey() + " " + digest.slot(), key -> new ArrayList<>())
          .add(clock.instant());
    }
  }

  /** What a digest says, reckoned anew from the slots. */
  private void check(Digest digest) {
    Instant now = clock.instant();
    String person = digest.personKey();
    LocalDate today = now.atZone(zone(person)).toLocalDate();
    assertThat(digest.slot()).isEqualTo(today);
    assertThat(RULES.isQuiet(now.atZone(zone(person)).toLocalTime())).isFalse();
    Map<Long, LocalDate> own =
        plans.stream()
            .filter(plan -> plan.owner().equals(person) && !plan.recently(now, zone(person)))
            .filter(plan -> firstOpen(plan, today, now).isPresent())
            .collect(
                Collectors.toMap(Planned::id, plan -> firstOpen(plan, today, now).orElseThrow()));
    assertThat(
            digest.entries().stream()
                .filter(
                    entry -> entry.kind() == Entry.Kind.DUE || entry.kind() == Entry.Kind.OVERDUE)
                .collect(Collectors.toMap(Entry::keyResultId, Entry::slot)))
        .isEqualTo(own);
    assertThat(digest.entries())
        .allSatisfy(
            entry ->
                assertThat(entry.kind() == Entry.Kind.OVERDUE)
                    .isEqualTo(
                        entry.ownerKey().equals(person)
                            && !entry.slot().plusDays(2).isAfter(today)));
  }

  private static Optional<LocalDate> firstOpen(Planned plan, LocalDate today, Instant now) {
    return plan.slots().stream()
        .filter(slot -> !slot.isAfter(today) && plan.waits(slot, now))
        .findFirst();
  }

  private final class OfYear implements Duties {
    @Override
    public void each(Consumer<Duty> taker) {
      plans.forEach(plan -> taker.accept(plan.at(clock.instant())));
    }

    @Override
    public void eachOf(Collection<String> personKeys, Consumer<Duty> taker) {
      each(taker);
    }

    @Override
    public void eachOpenIn(Collection<Long> unitIds, Consumer<Duty> taker) {
      each(taker);
    }
  }

  private static Unit unit(long id, CadenceSetting cadence, String lead) {
    return new Unit(
        id,
        "Unit " + id,
        UnitLevel.TEAM,
        Optional.empty(),
        Optional.of(lead),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        new UnitSettings(Optional.empty(), cadence, false, Capacity.DEFAULT),
        false,
        1);
  }

  private static List<Unit> units() {
    List<String> leads = List.of("berlin-lead", "ny-1", "tokyo-lead", "sydney-2");
    List<Unit> units = new ArrayList<>();
    for (int i = 0; i < CADENCES.size(); i++) {
      units.add(unit(i + 1, CADENCES.get(i), leads.get(i)));
    }
    return units;
  }

  private void plan(Random chance) {
    long id = 0;
    for (String place : ZONES.keySet()) {
      for (int number = 1; number <= 3; number++) {
        for (int unit = 1; unit <= CADENCES.size(); unit += number) {
          Optional<CadenceSetting> own =
              chance.nextInt(6) == 0
                  ? Optional.of(new CadenceSetting(Every.WEEKLY, DayOfWeek.WEDNESDAY, 1, 11))
                  : Optional.empty();
          List<LocalDate> slots =
              new Cadence(own.orElse(CADENCES.get(unit - 1)), FIRST, WORKING).slots(YEAR).days();
          String owner = place + "-" + number;
          plans.add(new Planned(++id, owner, unit, own, slots, checkIns(owner, slots, chance)));
        }
      }
    }
    plans.sort(Comparator.comparing(Planned::owner).thenComparing(Planned::id));
  }

  private static List<Instant> checkIns(String owner, List<LocalDate> slots, Random chance) {
    Set<Instant> entered = new TreeSet<>();
    for (LocalDate slot : slots) {
      int when = chance.nextInt(10);
      if (when < 6) {
        int days = when < 2 ? -1 : when < 4 ? 0 : 1 + chance.nextInt(6);
        entered.add(
            slot.plusDays(days).atTime(5 + chance.nextInt(15), 17).atZone(zone(owner)).toInstant());
      }
    }
    return List.copyOf(entered);
  }

  /** When a reminder of a day goes out: not in quiet hours, and on a day on which people work. */
  private static Instant held(ZonedDateTime at, boolean onTheSlot) {
    ZonedDateTime moment = at;
    boolean stays = onTheSlot;
    if (RULES.isQuiet(moment.toLocalTime())) {
      boolean evening = moment.getHour() >= RULES.quietFrom();
      LocalDate day = moment.toLocalDate().plusDays(evening ? 1 : 0);
      stays &= !evening;
      moment = day.atTime(RULES.quietTo(), 0).atZone(at.getZone());
    }
    if (!stays && !WORKING.isWorkingDay(moment.toLocalDate())) {
      LocalDate day = WORKING.nextOrSame(moment.toLocalDate());
      moment = day.atTime(RULES.quietTo(), 0).atZone(at.getZone());
    }
    return moment.toInstant();
  }

  private List<Wanted> wanted() {
    Map<Long, Unit> units = new HashMap<>();
    units().forEach(unit -> units.put(unit.id(), unit));
    List<Wanted> wanted = new ArrayList<>();
    for (Planned plan : plans) {
      int hour = plan.own().orElse(units.get(plan.unit()).settings().cadence()).hour();
      String lead = units.get(plan.unit()).leadKey().orElseThrow();
      for (LocalDate slot : plan.slots()) {
        LocalDate before = slot.minusDays(RULES.daysBefore());
        while (!WORKING.isWorkingDay(before)) {
          before = before.minusDays(1);
        }
        want(wanted, plan.owner(), plan, slot, before, hour);
        want(wanted, plan.owner(), plan, slot, slot, hour);
        want(wanted, plan.owner(), plan, slot, WORKING.nextOrSame(slot.plusDays(2)), hour);
        if (!lead.equals(plan.owner())) {
          LocalDate escalated = WORKING.nextOrSame(slot.plusDays(RULES.escalateAfter()));
          want(wanted, lead, plan, slot, escalated, hour);
        }
      }
    }
    wanted.sort(Comparator.comparing(Wanted::from));
    return wanted;
  }

  private static void want(
      List<Wanted> wanted, String person, Planned plan, LocalDate slot, LocalDate on, int hour) {
    ZonedDateTime at = on.atTime(hour, 0).atZone(zone(person));
    Instant from = held(at, on.equals(slot) && person.equals(plan.owner()));
    wanted.add(new Wanted(person, on, from, plan, slot));
  }

  /** Persons and days on which a digest is to be sent, if no node dies. */
  private Set<String> expected(Set<Reminders.Claimed> lost) {
    Map<String, TreeSet<LocalDate>> days = new TreeMap<>();
    Set<String> expected = new TreeSet<>();
    List<Wanted> waiting = wanted();
    Instant end = LAST.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    while (!waiting.isEmpty()) {
      Wanted next = waiting.remove(0);
      ZoneId zone = zone(next.person());
      LocalDate day = next.from().atZone(zone).toLocalDate();
      TreeSet<LocalDate> told = days.computeIfAbsent(next.person(), key -> new TreeSet<>());
      boolean covered = !told.isEmpty() && !told.last().isBefore(next.on());
      // Whoever looks each half hour looks at the full and the half one.
      boolean open =
          next.plan().waits(next.slot(), next.from())
              && !next.plan().recently(next.from(), recentZone(next));
      if (covered || !open || !next.from().isBefore(end)) {
        continue;
      }
      String name = next.person() + " " + day;
      if (lost.contains(new Reminders.Claimed(next.person(), day))) {
        ZonedDateTime again = day.plusDays(1).atTime(RULES.quietTo(), 0).atZone(zone);
        waiting.add(
            new Wanted(next.person(), next.on(), held(again, false), next.plan(), next.slot()));
        waiting.sort(Comparator.comparing(Wanted::from));
      } else if (expected.add(name)) {
        told.add(day);
      }
    }
    return expected;
  }

  private static ZoneId recentZone(Wanted wanted) {
    return zone(wanted.plan().owner());
  }

  private Reminding node() {
    SiteSettings site = mock(SiteSettings.class);
    when(site.current())
        .thenReturn(
            new Settings(
                Optional.empty(),
                Set.of(),
                BigDecimal.ZERO,
                new SiteRules(Thresholds.DEFAULT, HOLIDAYS, false)));
    Units units = mock(Units.class);
    when(units.all()).thenReturn(units());
    ReminderSettings settings = mock(ReminderSettings.class);
    when(settings.current()).thenReturn(RULES);
    Preferences preferences = mock(Preferences.class);
    when(preferences.all()).thenReturn(Map.of());
    People people =
        new People() {
          @Override
          public Optional<String> nameOf(String userKey) {
            return Optional.of(userKey);
          }

          @Override
          public Optional<ZoneId> zoneOf(String userKey) {
            return Optional.of(zone(userKey));
          }
        };
    return new Reminding(
        new Waiting(new OfYear(), units, site, people, clock),
        reminders,
        mock(Attempts.class),
        preferences,
        settings,
        new Sending(),
        mock(Chats.class),
        clock);
  }

  @Test
  public void eachReminderIsSentOnceAndNoneIsMissingButThoseOfDeadNodes() throws IOException {
    plan(new Random(7));
    Reminding node = node();
    Set<Instant> deaths = new HashSet<>();
    // Every 11th morning of Berlin a node dies with its batch.
    for (LocalDate day = FIRST.plusDays(4); day.isBefore(LAST); day = day.plusDays(11)) {
      deaths.add(day.atTime(8, 0).toInstant(ZoneOffset.UTC));
    }
    Instant end = LAST.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
    int lost = 0;
    clock.now = FIRST.minusDays(3).atStartOfDay().toInstant(ZoneOffset.UTC);
    while (clock.now.isBefore(end)) {
      dying = deaths.contains(clock.now);
      Set<Reminders.Claimed> before = dying ? reminders.all() : Set.of();
      try {
        lost += node.round(() -> false).lost();
      } catch (Ended e) {
        reminders.all().stream().filter(each -> !before.contains(each)).forEach(dead::add);
      }
      clock.now = clock.now.plus(TICK);
    }
    reminders.all().stream()
        .filter(
            each ->
                reminders.of(each.personKey(), 1_000).stream()
                    .anyMatch(
                        past ->
                            past.slot().equals(each.slot())
                                && past.state() == Reminders.State.LOST))
        .forEach(logged::add);

    Set<String> expected = expected(dead);
    write(expected);
    assertThat(sent.values()).as("none twice").allMatch(times -> times.size() == 1);
    assertThat(sent.keySet()).isEqualTo(expected);
    assertThat(logged).as("each lost reminder is logged").isEqualTo(dead).isNotEmpty();
    assertThat(lost).isEqualTo(dead.size());
    assertThat(sent).hasSizeGreaterThan(1_500);
  }

  private void write(Set<String> expected) throws IOException {
    List<String> lines = new ArrayList<>(List.of("person,day,expected,sent,lost"));
    Set<String> all = new TreeSet<>(expected);
    all.addAll(sent.keySet());
    dead.forEach(each -> all.add(each.personKey() + " " + each.slot()));
    for (String each : all) {
      String[] parts = each.split(" ");
      lines.add(
          String.join(
              ",",
              parts[0],
              parts[1],
              expected.contains(each) ? "yes" : "no",
              sent.getOrDefault(each, List.of()).stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(" ")),
              dead.contains(new Reminders.Claimed(parts[0], LocalDate.parse(parts[1])))
                  ? "yes"
                  : "no"));
    }
    Files.createDirectories(Path.of("target"));
    Files.write(Path.of("target", "simulated-year.csv"), lines);
  }
}
