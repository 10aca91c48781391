package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.connect.reminders.ChatQueue;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.NewCycle;
import io.bearings.okr.NewKeyResult;
import io.bearings.okr.NewObjective;
import io.bearings.okr.NewUnit;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Okrs;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import io.bearings.rhythm.Channel;
import io.bearings.rhythm.ChannelKind;
import io.bearings.rhythm.Digest;
import io.bearings.rhythm.Duty;
import io.bearings.rhythm.ReminderRules;
import io.bearings.rhythm.ReminderSettings;
import io.bearings.rhythm.Reminding;
import io.bearings.rhythm.Waiting;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

/** Who has to check in, and what it costs to remind them, on each database. */
@RunWith(Parameterized.class)
public class StoredDutiesTest {
  private static final Edit BY_ANNA = new Edit(new Person("anna"), Instant.EPOCH);
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
  private static final Clock MONDAY =
      Clock.fixed(Instant.parse("2026-03-02T10:00:00Z"), ZoneOffset.UTC);

  private final TestDatabase database;
  private final Database ours;
  private final StoredObjectives objectives;
  private final StoredCycles cycles;
  private final StoredUnits units;
  private final StoredDuties duties;

  public StoredDutiesTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    ours = database.database();
    objectives = new StoredObjectives(ours);
    cycles = new StoredCycles(ours);
    units = new StoredUnits(ours);
    duties = new StoredDuties(ours);
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private long unit(String lead) {
    return units
        .add(
            new NewUnit(
                "Mobile",
                UnitLevel.TEAM,
                Optional.empty(),
                Optional.of(lead),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Openness.MEMBERS,
                UnitSettings.DEFAULT),
            BY_ANNA)
        .id();
  }

  private long cycle(long unit, CycleState state) {
    Cycle cycle =
        cycles
            .add(
                new NewCycle(
                    unit,
                    "Q1",
                    FIRST,
                    LAST,
                    CycleKind.CALENDAR,
                    CycleLength.QUARTER,
                    Optional.empty(),
                    Optional.empty()),
                BY_ANNA)
            .orElseThrow();
    if (state == CycleState.ACTIVE) {
      cycles.step(cycle, CycleState.ACTIVE, BY_ANNA).orElseThrow();
    }
    return cycle.id();
  }

  private void objective(long unit, Optional<Long> cycle, List<String> owners) {
    objectives.add(
        new NewObjective(unit, cycle, ObjectiveContent.of("Calm", "why", "anna"), Okrs.ACTIVE),
        owners.stream()
            .map(
                owner ->
                    new NewKeyResult(
                        KeyResultContent.ofIssues(
                            "Of " + owner, owner, BigDecimal.ONE, WeightBy.ISSUES),
                        Okrs.ACTIVE))
            .toList(),
        BY_ANNA);
  }

  private List<Duty> all() {
    List<Duty> found = new ArrayList<>();
    duties.each(found::add);
    return found;
  }

  @Test
  public void thoseOfOneOwnerComeBehindEachOther() {
    long unit = unit("lena");
    long cycle = cycle(unit, CycleState.ACTIVE);
    objective(unit, Optional.of(cycle), List.of("ben", "anna", "ben"));
    assertThat(all()).extracting(Duty::ownerKey).containsExactly("anna", "ben", "ben");
    Duty first = all().get(0);
    assertThat(first.title()).isEqualTo("Of anna");
    assertThat(first.unitId()).isEqualTo(unit);
    assertThat(first.cycleFrom()).isEqualTo(FIRST);
    assertThat(first.window())
        .isEqualTo(Window.of(FIRST, LAST, Okrs.ACTIVE.activatedOn(), Optional.empty()));
    assertThat(first.lastCheckIn()).isEmpty();
  }

  @Test
  public void whatIsNotUnderWayIsNoDuty() {
    long unit = unit("lena");
    objective(unit, Optional.empty(), List.of("backlog"));
    objective(unit, Optional.of(cycle(unit, CycleState.PLANNING)), List.of("planned"));
    assertThat(all()).isEmpty();
  }

  @Test
  public void somePeopleWithTheUnitsThatTheyLead() {
    long ofLena = unit("lena");
    long ofOther = unit("otto");
    objective(ofLena, Optional.of(cycle(ofLena, CycleState.ACTIVE)), List.of("anna", "ben"));
    objective(ofOther, Optional.of(cycle(ofOther, CycleState.ACTIVE)), List.of("anna", "lena"));
    List<Duty> found = new ArrayList<>();
    duties.eachOf(List.of("lena", "carl"), found::add);
    assertThat(found).extracting(Duty::ownerKey).containsExactly("anna", "ben", "lena");
  }

  @Test
  public void aUnitsChannelIsToldNothingThatNotEverybodyMayRead() {
    long ofLena = unit("lena");
    long ofOther = unit("otto");
    objective(ofLena, Optional.of(cycle(ofLena, CycleState.ACTIVE)), List.of("anna", "ben"));
    long cycle = cycle(ofOther, CycleState.ACTIVE);
    objective(ofOther, Optional.of(cycle), List.of("carl"));
    objectives.add(
        new NewObjective(
            ofOther,
            Optional.of(cycle),
            new ObjectiveContent(
                "Calm",
                "why",
                "anna",
                ObjectiveKind.ASPIRATIONAL,
                Visibility.UNIT_MEMBERS,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                List.of()),
            Okrs.ACTIVE),
        List.of(
            new NewKeyResult(
                KeyResultContent.ofIssues("Secret", "dora", BigDecimal.ONE, WeightBy.ISSUES),
                Okrs.ACTIVE)),
        BY_ANNA);
    List<Duty> found = new ArrayList<>();
    duties.eachOpenIn(List.of(ofOther), found::add);
    assertThat(found).extracting(Duty::ownerKey).containsExactly("carl");
  }

  /** Sends to nobody, and counts. */
  private static final class Counting implements Channel {
    private final List<String> told = new ArrayList<>();

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
      told.add(digest.personKey());
    }
  }

  private Reminding reminding(Channel channel) {
    SiteSettings site = mock(SiteSettings.class);
    when(site.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    ReminderSettings settings = mock(ReminderSettings.class);
    when(settings.current()).thenReturn(new ReminderRules(true, 1, 5, 0, 0, 1));
    return new Reminding(
        new Waiting(duties, units, site, Optional::of, MONDAY),
        new StoredReminders(ours),
        new StoredAttempts(ours),
        new StoredPreferences(ours),
        settings,
        channel,
        new ChatQueue(new StoredChatChannels(ours), new StoredPosts(ours), MONDAY),
        MONDAY);
  }

  private void people(long unit, long cycle, int from, int to) {
    List<String> owners = new ArrayList<>();
    for (int i = from; i < to; i++) {
      owners.add("person" + i);
    }
    objective(unit, Optional.of(cycle), owners);
  }

  @Test
  public void aRunCostsOneStatementForEachBatchAndAFewForAll() {
    long unit = unit("nobody");
    long cycle = cycle(unit, CycleState.ACTIVE);
    people(unit, cycle, 0, 200);
    Counting small = new Counting();
    database.statements();
    // The lead is told of all of them, too.
    assertThat(reminding(small).round(() -> false).reminded()).isEqualTo(201);
    int few = database.statements();
    assertThat(small.told).hasSize(201).doesNotHaveDuplicates();
    assertThat(few).isLessThanOrEqualTo(201 / 50 + 1 + 7);

    people(unit, cycle, 200, 1_200);
    Counting large = new Counting();
    database.statements();
    assertThat(reminding(large).round(() -> false).reminded()).isEqualTo(1_000);
    assertThat(database.statements() - few).isEqualTo(1_000 / 50 - 5);
    assertThat(large.told).doesNotHaveDuplicates().doesNotContainAnyElementsOf(small.told);

    Counting none = new Counting();
    assertThat(reminding(none).round(() -> false).reminded()).isZero();
    assertThat(none.told).isEmpty();
  }
}
