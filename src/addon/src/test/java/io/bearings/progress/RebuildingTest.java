package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.Rebuilding.Rebuild;
import io.bearings.progress.Rebuilding.State;
import io.bearings.progress.Recounts.Place;
import io.bearings.progress.Recounts.Recounted;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class RebuildingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Person ADMIN = new Person("admin");
  private static final Person MEMBER = new Person("member");

  private final Recounts recounts = mock(Recounts.class);
  private final Backfill backfill = mock(Backfill.class);
  private final RememberedInMemory remembered = new RememberedInMemory();
  private final Access access = mock(Access.class);
  private final Rebuilding rebuilding =
      new Rebuilding(recounts, backfill, remembered, access, Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void threeKeyResults() {
    when(access.administers(ADMIN)).thenReturn(true);
    when(recounts.keyResults()).thenReturn(3);
    when(recounts.next(0, Rebuilding.ROWS)).thenReturn(List.of(4L, 7L));
    when(recounts.next(7, Rebuilding.ROWS)).thenReturn(List.of(9L));
    when(recounts.next(9, Rebuilding.ROWS)).thenReturn(List.of());
    counts(List.of(4L, 7L), 5, Map.of());
    counts(List.of(9L), 0, Map.of());
  }

  private void counts(List<Long> keyResultIds, int changed, Map<Long, Instant> doubtful) {
    when(recounts.recount(eq(keyResultIds), eq(Map.of()), any(), any()))
        .thenAnswer(call -> counted(call.getArgument(2), call.getArgument(3), changed, doubtful));
  }

  private Optional<Recounted> counted(
      Place at, String text, int changed, Map<Long, Instant> doubtful) {
    return remembered
        .write(at.name(), Optional.of(at.before()), text)
        .map(now -> new Recounted(now, changed, doubtful));
  }

  private static Rebuild rebuild(State state, long position, int counted, long changed) {
    return new Rebuild(
        state,
        position,
        counted,
        3,
        changed,
        NOW,
        state == State.RUNNING ? Optional.empty() : Optional.of(NOW));
  }

  @Test
  public void countsAllKeyResultsAnew() {
    assertThat(rebuilding.last(ADMIN)).isEmpty();
    assertThat(rebuilding.start(ADMIN)).isEqualTo(rebuild(State.RUNNING, 0, 0, 0));

    assertThat(rebuilding.goOn(() -> false)).isEqualTo(5);
    assertThat(rebuilding.last(ADMIN)).contains(rebuild(State.DONE, 9, 3, 5));
    assertThat(rebuilding.goOn(() -> false)).isZero();
  }

  @Test
  public void doesNothingBeforeItIsStarted() {
    assertThat(rebuilding.goOn(() -> false)).isZero();
    verify(recounts, never()).next(0, Rebuilding.ROWS);
  }

  @Test
  public void goesOnWhereItWasInterrupted() {
    rebuilding.start(ADMIN);
    when(recounts.next(7, Rebuilding.ROWS)).thenThrow(new IllegalStateException("made up"));
    assertThatThrownBy(() -> rebuilding.goOn(() -> false))
        .isInstanceOf(IllegalStateException.class);
    assertThat(rebuilding.last(ADMIN)).contains(rebuild(State.RUNNING, 7, 2, 5));
    assertThat(rebuilding.start(ADMIN)).isEqualTo(rebuild(State.RUNNING, 7, 2, 5));

    doReturn(List.of(9L)).when(recounts).next(7, Rebuilding.ROWS);
    assertThat(rebuilding.goOn(() -> false)).isZero();
    assertThat(rebuilding.last(ADMIN)).contains(rebuild(State.DONE, 9, 3, 5));
  }

  @Test
  public void leavesTheRestToAnotherRunWhenTheNodeStops() {
    rebuilding.start(ADMIN);
    assertThat(rebuilding.goOn(() -> true)).isZero();
    assertThat(rebuilding.last(ADMIN)).contains(rebuild(State.RUNNING, 0, 0, 0));
  }

  @Test
  public void whatIsDoubtfulIsReadAndCountedOnceMore() {
    Map<Long, Instant> doubtful = Map.of(70L, NOW);
    counts(List.of(4L, 7L), 1, doubtful);
    when(recounts.recount(eq(List.of(4L, 7L)), eq(doubtful), any(), any()))
        .thenAnswer(call -> counted(call.getArgument(2), call.getArgument(3), 2, Map.of()));
    rebuilding.start(ADMIN);

    assertThat(rebuilding.goOn(() -> false)).isEqualTo(3);
    verify(backfill).read(Set.of(70L));
  }

  @Test
  public void ofTwoThatCountOneGivesUp() {
    rebuilding.start(ADMIN);
    when(recounts.recount(any(), any(), any(), any()))
        .thenAnswer(
            call -> {
              Place at = call.getArgument(2);
              remembered.write(at.name(), Optional.of(at.before()), call.getArgument(3));
              return Optional.empty();
            });

    assertThat(rebuilding.goOn(() -> false)).isZero();
    assertThat(rebuilding.last(ADMIN)).contains(rebuild(State.RUNNING, 0, 0, 0));
  }

  @Test
  public void canBeCancelledAndStartedAnew() {
    rebuilding.start(ADMIN);
    when(recounts.next(7, Rebuilding.ROWS))
        .thenAnswer(
            call -> {
              rebuilding.cancel(ADMIN);
              return List.of(9L);
            });

    assertThat(rebuilding.goOn(() -> false)).isEqualTo(5);
    assertThat(rebuilding.last(ADMIN)).contains(rebuild(State.CANCELLED, 7, 2, 5));
    assertThat(rebuilding.cancel(ADMIN)).contains(rebuild(State.CANCELLED, 7, 2, 5));
  }

  @Test
  public void aRequestToCancelEndsItEvenWhileTheRunningNodeWrites() {
    rebuilding.start(ADMIN);
    remembered.write("rebuildCancelled", Optional.empty(), String.valueOf(NOW.toEpochMilli()));

    assertThat(rebuilding.goOn(() -> false)).isZero();
    assertThat(rebuilding.last(ADMIN)).contains(rebuild(State.CANCELLED, 0, 0, 0));
    verify(recounts, never()).next(anyLong(), anyInt());
  }

  @Test
  public void isForAdministratorsOnly() {
    assertThatThrownBy(() -> rebuilding.start(MEMBER)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> rebuilding.cancel(MEMBER)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> rebuilding.last(MEMBER)).isInstanceOf(Refusal.Forbidden.class);
  }
}
