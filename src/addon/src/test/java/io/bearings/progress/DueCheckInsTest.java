package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.CycleState;
import io.bearings.okr.KeyResult;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Recorded;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Visibility;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class DueCheckInsTest {
  private static final Person ANNA = new Person("anna");

  /** The Monday on which a slot is; the one before was on the 16th. */
  private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");

  private final Objectives objectives = mock(Objectives.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final DueCheckIns due = at(MONDAY, key -> Optional.of("Name " + key));

  private DueCheckIns at(Instant now, People people) {
    return new DueCheckIns(
        objectives, standpoints, settings, people, Clock.fixed(now, ZoneId.of("Europe/Berlin")));
  }

  @Before
  public void aTeamThatChecksInOnMondays() {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Okrs.team(3, "Team", Optional.of("anna"))));
    found(placed(12));
  }

  private static Placed placed(long id) {
    return Okrs.placed(Okrs.objective(id, 3, "Calm nights", "why", "anna", 1), Okrs.QUARTER);
  }

  private void found(Placed... placed) {
    when(objectives.find(any(), eq(ANNA))).thenReturn(List.of(placed));
    when(objectives.placed(anyCollection(), eq(ANNA))).thenReturn(List.of(placed));
  }

  /** A key result whose last check-in was on a day; null: it has none. */
  private static KeyResult keyResult(long id, String lastOn) {
    KeyResult without = Okrs.keyResult(id, 12, Okrs.manual("Alarms " + id, "10", "5"), 1);
    return lastOn == null
        ? without
        : new KeyResult(
            id,
            12,
            without.content(),
            without.life(),
            new Recorded(
                Optional.empty(),
                Optional.of(
                    new Recorded.Last(
                        1, LocalDate.parse(lastOn), Instant.parse(lastOn + "T12:00:00Z"), "anna")),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                Optional.empty()),
            false,
            1);
  }

  private void have(KeyResult... keyResults) {
    when(objectives.keyResultsOf(anyCollection())).thenReturn(List.of(keyResults));
    when(objectives.activeKeyResultsOf(ANNA)).thenReturn(List.of(keyResults));
  }

  @Test
  public void listsWhatWaitsLongestFirst() {
    have(keyResult(1, "2026-11-20"), keyResult(2, "2026-11-09"), keyResult(3, "2026-11-14"));

    DueCheckIns.Waiting waiting = due.ofUnit(ANNA, 3);

    assertThat(waiting.unit().orElseThrow().name()).isEqualTo("Team");
    assertThat(waiting.due())
        .extracting(
            each -> each.keyResult().id(),
            DueCheckIns.Due::slot,
            DueCheckIns.Due::days,
            DueCheckIns.Due::overdue)
        .containsExactly(
            tuple(2L, LocalDate.parse("2026-11-16"), 7L, true),
            tuple(3L, LocalDate.parse("2026-11-23"), 0L, false));
    assertThat(waiting.total()).isEqualTo(2);
    assertThat(waiting.overdue()).isEqualTo(1);
    assertThat(waiting.due().get(0).unitName()).isEqualTo("Team");
    assertThat(waiting.due().get(0).ownerName()).isEqualTo("Name anna");
    assertThat(waiting.due().get(0).mayCheckIn()).isTrue();
  }

  @Test
  public void theDayIsThatOfTheOwner() {
    have(keyResult(3, "2026-11-14"));
    People inHonolulu =
        new People() {
          @Override
          public Optional<String> nameOf(String userKey) {
            return Optional.empty();
          }

          @Override
          public Optional<ZoneId> zoneOf(String userKey) {
            return Optional.of(ZoneId.of("Pacific/Honolulu"));
          }
        };
    Instant mondayInBerlinOnly = Instant.parse("2026-11-23T05:00:00Z");
    assertThat(at(mondayInBerlinOnly, inHonolulu).ofUnit(ANNA, 3).due()).isEmpty();
    assertThat(at(mondayInBerlinOnly, key -> Optional.empty()).ofUnit(ANNA, 3).due()).hasSize(1);
  }

  @Test
  public void asksOnlyForWhatIsUnderWay() {
    have(keyResult(2, null));
    due.ofUnit(ANNA, 3);
    ArgumentCaptor<Objectives.Wanted> wanted = ArgumentCaptor.forClass(Objectives.Wanted.class);
    verify(objectives).find(wanted.capture(), eq(ANNA));
    assertThat(wanted.getValue().state()).contains(ObjectiveState.ACTIVE);
    assertThat(wanted.getValue().unitIds()).contains(List.of(3L));
  }

  @Test
  public void nothingWaitsWhereTheCycleDoesNotRun() {
    have(keyResult(2, null));
    Placed.Span quarter = Okrs.QUARTER;
    found(
        Okrs.placed(
            placed(12).objective(),
            new Placed.Span(quarter.id(), quarter.name(), quarter.days(), CycleState.REVIEW)));
    assertThat(due.ofUnit(ANNA, 3).due()).isEmpty();
    found(Okrs.placed(placed(12).objective()));
    assertThat(due.ofUnit(ANNA, 3).due()).isEmpty();
  }

  @Test
  public void whatOneMayNotReadIsNotListed() {
    have(keyResult(2, null));
    when(standpoints.of(ANNA))
        .thenReturn(
            Okrs.standpoint(
                ANNA, Set.of(100L), Set.of(), Okrs.team(3, "T", Optional.empty(), 100L)));
    found(
        Okrs.placed(
            Okrs.objective(12, 3, "Secret", "why", "bert", 1)
                .with(
                    new ObjectiveContent(
                        "Secret",
                        "why",
                        "bert",
                        ObjectiveKind.ASPIRATIONAL,
                        Visibility.PRIVATE,
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of())),
            Okrs.QUARTER));
    assertThat(due.ofUnit(ANNA, 3).due()).isEmpty();
    assertThat(due.ofPerson(ANNA).due()).isEmpty();
  }

  @Test
  public void aUnitThatOneMayNotSeeIsNotThere() {
    assertThatThrownBy(() -> due.ofUnit(ANNA, 4)).isInstanceOf(Refusal.NotFound.class);
    verify(objectives, never()).find(any(), any());
  }

  @Test
  public void onesOwnAreFoundByTheirOwner() {
    have(keyResult(2, null), keyResult(3, "2026-11-20").archived(true));
    DueCheckIns.Waiting waiting = due.ofPerson(ANNA);
    assertThat(waiting.unit()).isEmpty();
    assertThat(waiting.due())
        .extracting(DueCheckIns.Due::slot)
        .containsExactly(LocalDate.parse("2026-10-05"));
    verify(objectives, times(1)).placed(anyCollection(), eq(ANNA));
  }

  @Test
  public void whoOwnsNothingIsAskedForNothing() {
    have();
    assertThat(due.ofPerson(ANNA).due()).isEmpty();
    verify(objectives, never()).placed(anyCollection(), any());
  }

  @Test
  public void veryManyAreCounted() {
    have(
        LongStream.rangeClosed(1, 130)
            .mapToObj(id -> keyResult(id, null))
            .toArray(KeyResult[]::new));
    DueCheckIns.Waiting waiting = due.ofUnit(ANNA, 3);
    assertThat(waiting.due()).hasSize(DueCheckIns.MOST);
    assertThat(waiting.total()).isEqualTo(130);
    assertThat(waiting.overdue()).isEqualTo(130);
  }
}
