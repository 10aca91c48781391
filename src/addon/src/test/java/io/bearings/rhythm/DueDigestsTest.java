package io.bearings.rhythm;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.okr.CadenceSetting;
import io.bearings.okr.CadenceSetting.Every;
import io.bearings.okr.Capacity;
import io.bearings.okr.Openness;
import io.bearings.okr.People;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import io.bearings.rhythm.Entry.Kind;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class DueDigestsTest {
  /** Slots are Mondays at nine. */
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  private static final Window WINDOW =
      new Window(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final Map<Long, Unit> units = new HashMap<>(Map.of(1L, unit(CadenceSetting.DEFAULT)));
  private final Map<String, Preference> preferences = new HashMap<>();
  private final Map<String, Reminded> reminded = new HashMap<>();
  private final Map<String, ZoneId> zones = new HashMap<>();
  private final List<Duty> duties = new ArrayList<>();
  private ReminderRules rules = new ReminderRules(true, 1, 4, 20, 7, 0);
  private List<LocalDate> holidays = List.of();
  private Optional<Set<String>> anyway = Optional.empty();
  private DueDigests.Audience audience = DueDigests.Audience.PEOPLE;

  private static Unit unit(CadenceSetting cadence) {
    return new Unit(
        1,
        "Mobile",
        UnitLevel.TEAM,
        Optional.empty(),
        Optional.of("lena"),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        new UnitSettings(Optional.empty(), cadence, false, Capacity.DEFAULT),
        false,
        1);
  }

  private void duty(long id, String owner, Optional<LocalDate> lastCheckIn) {
    duty(id, owner, lastCheckIn, Optional.empty());
  }

  private void duty(
      long id, String owner, Optional<LocalDate> lastCheckIn, Optional<CadenceSetting> own) {
    duties.add(
        new Duty(
            id,
            "Title " + id,
            owner,
            1,
            WINDOW.first(),
            WINDOW,
            own,
            lastCheckIn.map(day -> day.atTime(12, 0).toInstant(ZoneOffset.UTC))));
  }

  private static final class Zones implements People {
    private final Map<String, ZoneId> zones;

    Zones(Map<String, ZoneId> zones) {
      this.zones = zones;
    }

    @Override
    public Optional<String> nameOf(String userKey) {
      return Optional.of(userKey);
    }

    @Override
    public Optional<ZoneId> zoneOf(String userKey) {
      return Optional.ofNullable(zones.get(userKey));
    }
  }

  private List<Digest> at(LocalDateTime utc) {
    return at(utc.toInstant(ZoneOffset.UTC));
  }

  private List<Digest> at(Instant now) {
    DueDigests digests =
        new DueDigests(
            now,
            ZoneOffset.UTC,
            rules,
            new WorkingDays(holidays),
            units,
            preferences,
            reminded,
            new Zones(zones),
            anyway,
            Set.of(),
            audience);
    duties.forEach(digests::add);
    return digests.digests();
  }

  private void told(String person, LocalDate day) {
    reminded.put(person, new Reminded(Optional.of(day), Optional.of(day)));
  }

  @Test
  public void oneDigestWithEverythingThatIsDueTheMostUrgentFirst() {
    duty(1, "anna", Optional.of(MONDAY.minusDays(1)));
    duty(2, "anna", Optional.of(MONDAY.minusWeeks(1)));
    duty(3, "anna", Optional.of(MONDAY.minusWeeks(2)));
    told("lena", MONDAY);
    assertThat(at(MONDAY.atTime(8, 59))).as("nobody told it on Friday").hasSize(1);
    told("anna", MONDAY.minusDays(3));
    assertThat(at(MONDAY.atTime(8, 59))).isEmpty();
    assertThat(at(MONDAY.atTime(9, 0)))
        .containsExactly(
            new Digest(
                "anna",
                MONDAY,
                List.of(
                    new Entry(Kind.OVERDUE, 3, "Title 3", 1, "anna", MONDAY.minusWeeks(1)),
                    new Entry(Kind.DUE, 2, "Title 2", 1, "anna", MONDAY)),
                2,
                1));
  }

  @Test
  public void aUnitIsToldOnceWhatWaitsForAllOfItsPeople() {
    audience = DueDigests.Audience.UNITS;
    zones.put("anna", ZoneId.of("Asia/Tokyo"));
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    duty(2, "ben", Optional.of(MONDAY.minusWeeks(2)));
    told("1", MONDAY.minusDays(3));
    assertThat(at(MONDAY.atTime(8, 59))).as("by the site's hour").isEmpty();
    assertThat(at(MONDAY.atTime(9, 0)))
        .containsExactly(
            new Digest(
                "1",
                MONDAY,
                List.of(
                    new Entry(Kind.OVERDUE, 2, "Title 2", 1, "ben", MONDAY.minusWeeks(1)),
                    new Entry(Kind.DUE, 1, "Title 1", 1, "anna", MONDAY)),
                2,
                1));
    told("1", MONDAY);
    assertThat(at(MONDAY.atTime(10, 0))).isEmpty();
  }

  @Test
  public void theSlotIsAnnouncedAndNobodyIsToldTwiceADay() {
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    LocalDate friday = MONDAY.minusDays(3);
    assertThat(at(friday.atTime(8, 0))).isEmpty();
    assertThat(at(friday.atTime(9, 0)))
        .extracting(digest -> digest.entries().get(0).kind())
        .containsExactly(Kind.COMING);
    told("anna", friday);
    assertThat(at(friday.atTime(15, 0))).isEmpty();
    assertThat(at(friday.plusDays(1).atTime(15, 0))).isEmpty();
  }

  @Test
  public void whoCheckedInLatelyIsLeftAlone() {
    rules = new ReminderRules(true, 0, 0, 20, 7, 8);
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    assertThat(at(MONDAY.atTime(10, 0))).isEmpty();
    rules = new ReminderRules(true, 0, 0, 20, 7, 7);
    assertThat(at(MONDAY.atTime(10, 0))).hasSize(1);
  }

  @Test
  public void quietHoursHoldADigestBackAndAreNotForgotten() {
    units.put(1L, unit(new CadenceSetting(Every.WEEKLY, DayOfWeek.MONDAY, 1, 21)));
    rules = new ReminderRules(true, 0, 0, 20, 7, 0);
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    assertThat(at(MONDAY.atTime(21, 0))).isEmpty();
    assertThat(at(MONDAY.plusDays(1).atTime(6, 59))).isEmpty();
    assertThat(at(MONDAY.plusDays(1).atTime(7, 0)))
        .extracting(Digest::slot)
        .containsExactly(MONDAY.plusDays(1));
  }

  @Test
  public void everybodyHasTheirOwnDay() {
    zones.put("anna", ZoneId.of("Asia/Tokyo"));
    zones.put("ben", ZoneId.of("America/New_York"));
    rules = new ReminderRules(true, 0, 0, 20, 7, 0);
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    duty(2, "ben", Optional.of(MONDAY.minusWeeks(1)));
    assertThat(at(MONDAY.atStartOfDay())).extracting(Digest::personKey).containsExactly("anna");
    told("anna", MONDAY);
    assertThat(at(MONDAY.atTime(13, 59))).isEmpty();
    assertThat(at(MONDAY.atTime(14, 0))).extracting(Digest::personKey).containsExactly("ben");
  }

  @Test
  public void anHourThatTheClocksLeaveOutIsTheOneAfterIt() {
    LocalDate change = LocalDate.of(2026, 3, 29);
    zones.put("anna", BERLIN);
    units.put(1L, unit(new CadenceSetting(Every.WEEKLY, DayOfWeek.SUNDAY, 1, 2)));
    rules = new ReminderRules(true, 0, 0, 0, 0, 0);
    duty(1, "anna", Optional.of(change.minusWeeks(1)));
    assertThat(at(change.atTime(0, 59))).isEmpty();
    assertThat(at(change.atTime(1, 0))).as("a slot on a Sunday stays").hasSize(1);
  }

  @Test
  public void anHourThatTheClocksRepeatTellsOnce() {
    LocalDate change = LocalDate.of(2026, 10, 25);
    zones.put("anna", BERLIN);
    units.put(1L, unit(new CadenceSetting(Every.WEEKLY, DayOfWeek.SUNDAY, 1, 2)));
    rules = new ReminderRules(true, 0, 0, 0, 0, 0);
    duty(1, "anna", Optional.of(change.minusWeeks(1)));
    assertThat(at(change.atTime(0, 0))).hasSize(1);
    told("anna", change);
    assertThat(at(change.atTime(1, 0))).isEmpty();
  }

  @Test
  public void aSnoozeHoldsEverythingBackUntilItsDay() {
    rules = new ReminderRules(true, 0, 0, 20, 7, 0);
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    LocalDate thursday = MONDAY.plusDays(3);
    preferences.put("anna", new Preference(Set.of(), Optional.of(thursday)));
    assertThat(at(MONDAY.atTime(10, 0))).isEmpty();
    assertThat(at(thursday.atTime(8, 0))).as("what was held back comes at once").hasSize(1);
    told("anna", MONDAY.plusDays(2));
    assertThat(at(thursday.atTime(8, 59))).isEmpty();
    assertThat(at(thursday.atTime(9, 0))).as("the end of a snooze is an occasion").hasSize(1);
  }

  @Test
  public void whoWantsNoChannelIsNotReminded() {
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    preferences.put("anna", new Preference(Set.of(ChannelKind.MAIL), Optional.empty()));
    assertThat(at(MONDAY.atTime(10, 0))).hasSize(1);
    preferences.put("anna", new Preference(Set.of(ChannelKind.values()), Optional.empty()));
    assertThat(at(MONDAY.atTime(10, 0))).isEmpty();
  }

  @Test
  public void theLeadIsToldOfOthersAndNeverOfOneself() {
    rules = new ReminderRules(true, 0, 3, 20, 7, 0);
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    duty(2, "lena", Optional.of(MONDAY.minusWeeks(1)));
    told("anna", MONDAY.plusDays(2));
    told("lena", MONDAY.plusDays(2));
    assertThat(at(MONDAY.plusDays(3).atTime(8, 0))).isEmpty();
    assertThat(at(MONDAY.plusDays(3).atTime(9, 0)))
        .containsExactly(
            new Digest(
                "lena",
                MONDAY.plusDays(3),
                List.of(
                    new Entry(Kind.OVERDUE, 2, "Title 2", 1, "lena", MONDAY),
                    new Entry(Kind.ESCALATED, 1, "Title 1", 1, "anna", MONDAY)),
                2,
                2));
  }

  @Test
  public void aKeyResultMayHaveARhythmOfItsOwn() {
    rules = new ReminderRules(true, 0, 0, 20, 7, 0);
    CadenceSetting thursdays = new CadenceSetting(Every.WEEKLY, DayOfWeek.THURSDAY, 1, 15);
    duty(1, "anna", Optional.of(MONDAY.minusDays(4)), Optional.of(thursdays));
    assertThat(at(MONDAY.atTime(16, 0))).isEmpty();
    assertThat(at(MONDAY.plusDays(3).atTime(14, 59))).isEmpty();
    assertThat(at(MONDAY.plusDays(3).atTime(15, 0))).hasSize(1);
  }

  @Test
  public void nobodyIsRemindedOnAHolidayAndWhatWasLostComesAfterIt() {
    holidays = List.of(MONDAY.plusDays(1));
    rules = new ReminderRules(true, 0, 0, 20, 7, 0);
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    reminded.put("anna", new Reminded(Optional.of(MONDAY), Optional.empty()));
    assertThat(at(MONDAY.atTime(18, 0))).as("claimed once for this day").isEmpty();
    assertThat(at(MONDAY.plusDays(1).atTime(18, 0))).isEmpty();
    assertThat(at(MONDAY.plusDays(2).atTime(7, 0))).hasSize(1);
  }

  @Test
  public void listsTheMostUrgentAndCountsTheOthers() {
    for (long id = 1; id <= 100; id++) {
      duty(id, "anna", Optional.of(MONDAY.minusWeeks(id == 77 ? 2 : 1)));
    }
    Digest digest = at(MONDAY.atTime(9, 0)).get(0);
    assertThat(digest.total()).isEqualTo(100);
    assertThat(digest.overdue()).isEqualTo(1);
    assertThat(digest.entries()).hasSize(Digest.MOST).isSortedAccordingTo(Entry.ORDER);
    assertThat(digest.entries().get(0).keyResultId()).isEqualTo(77);
  }

  @Test
  public void rowsOfTwoOwnersThatAreMixedMakeOneDigestOfEach() {
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    duty(2, "ANNA", Optional.of(MONDAY.minusWeeks(1)));
    duty(3, "anna", Optional.of(MONDAY.minusWeeks(1)));
    assertThat(at(MONDAY.atTime(9, 0)))
        .extracting(Digest::personKey)
        .containsExactly("anna", "ANNA");
  }

  @Test
  public void keepsNoMoreThanItHasRoomFor() {
    int people = DueDigests.MOST_ENTRIES + 100;
    for (long id = 1; id <= people; id++) {
      duty(id, "person" + id, Optional.of(MONDAY.minusWeeks(1)));
    }
    assertThat(at(MONDAY.atTime(9, 0))).hasSize(DueDigests.MOST_ENTRIES);
  }

  @Test
  public void whoIsAskedForIsToldWhatWaitsWhateverTheHour() {
    anyway = Optional.of(Set.of("anna", "carl"));
    duty(1, "anna", Optional.of(MONDAY.minusWeeks(1)));
    duty(2, "ben", Optional.of(MONDAY.minusWeeks(1)));
    duty(3, "carl", Optional.of(MONDAY.minusDays(1)));
    told("anna", MONDAY);
    assertThat(at(MONDAY.atTime(23, 0))).extracting(Digest::personKey).containsExactly("anna");
  }
}
