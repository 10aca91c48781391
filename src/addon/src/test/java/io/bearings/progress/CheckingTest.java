package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.Checking.Check;
import io.bearings.progress.Recounts.Compared;
import io.bearings.progress.Recounts.Difference;
import io.bearings.progress.Recounts.Sums;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class CheckingTest {
  private static final Person ADMIN = new Person("admin");
  private static final Difference DIFFERENCE =
      new Difference(
          34, new Sums(5, 4, 2, new BigDecimal("8.5")), new Sums(5, 4, 3, new BigDecimal("8.5")));
  private static final Compared EQUAL = new Compared(List.of(), Map.of());

  private final Recounts recounts = mock(Recounts.class);
  private final Backfill backfill = mock(Backfill.class);
  private final Access access = mock(Access.class);
  private final RememberedInMemory remembered = new RememberedInMemory();
  private Instant now = Instant.parse("2026-11-22T01:59:59Z");
  private final Clock clock =
      new Clock() {
        @Override
        public Instant instant() {
          return now;
        }

        @Override
        public ZoneId getZone() {
          return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return this;
        }
      };
  private final Checking checking = new Checking(recounts, backfill, remembered, access, clock);

  @Before
  public void aSite() {
    when(access.administers(ADMIN)).thenReturn(true);
    when(recounts.linked()).thenReturn(List.of(34L, 35L));
    when(recounts.compare(any())).thenReturn(EQUAL);
  }

  private void itIs(String when) {
    now = Instant.parse(when);
  }

  @Test
  public void comparesOnceEachNight() {
    checking.round();
    assertThat(checking.last(ADMIN)).isEmpty();

    itIs("2026-11-22T02:00:00Z");
    checking.round();
    checking.round();
    verify(recounts, times(1)).compare(List.of(34L, 35L));
    assertThat(checking.last(ADMIN))
        .contains(
            new Check(
                LocalDate.of(2026, 11, 22),
                now,
                LocalDate.of(2026, 11, 22).toEpochDay(),
                2,
                false,
                List.of()));

    itIs("2026-11-23T02:00:00Z");
    checking.round();
    verify(recounts, times(2)).compare(any());
  }

  @Test
  public void tellsWhatDiffersTwice() {
    itIs("2026-11-22T02:00:00Z");
    when(recounts.compare(any())).thenReturn(new Compared(List.of(DIFFERENCE), Map.of()));
    checking.round();
    assertThat(checking.last(ADMIN).orElseThrow().pending()).isTrue();

    itIs("2026-11-22T02:01:00Z");
    checking.round();
    verify(recounts).compare(List.of(34L));
    Check check = checking.last(ADMIN).orElseThrow();
    assertThat(check.pending()).isFalse();
    assertThat(check.differences()).containsExactly(DIFFERENCE);
    assertThat(check.compared()).isEqualTo(2);
  }

  @Test
  public void whatAnEventWasJustAboutToCorrectIsNoDifference() {
    itIs("2026-11-22T02:00:00Z");
    when(recounts.compare(any()))
        .thenReturn(new Compared(List.of(DIFFERENCE), Map.of()))
        .thenReturn(EQUAL);
    checking.round();
    checking.round();

    assertThat(checking.last(ADMIN).orElseThrow().differences()).isEmpty();
  }

  @Test
  public void aHistoryThatMayBeBehindIsReadBefore() {
    itIs("2026-11-22T02:00:00Z");
    when(recounts.compare(any()))
        .thenReturn(new Compared(List.of(DIFFERENCE), Map.of(7L, now)))
        .thenReturn(EQUAL);
    checking.round();

    verify(backfill).read(Set.of(7L));
    assertThat(checking.last(ADMIN).orElseThrow().differences()).isEmpty();
  }

  @Test
  public void repairsNothing() {
    tellsWhatDiffersTwice();

    verify(recounts, never()).recount(any(), any(), any(), any());
  }

  @Test
  public void choosesTheSameForTheSameSeed() {
    List<Long> all = LongStream.rangeClosed(1, 1_000).boxed().toList();

    List<Long> sample = Checking.sample(all, 7);
    assertThat(sample).hasSize(Checking.SAMPLE).isSorted().isEqualTo(Checking.sample(all, 7));
    assertThat(sample).isNotEqualTo(Checking.sample(all, 8));
    assertThat(Checking.sample(List.of(3L), 7)).containsExactly(3L);
  }

  @Test
  public void isForAdministratorsOnly() {
    assertThatThrownBy(() -> checking.last(new Person("member")))
        .isInstanceOf(Refusal.Forbidden.class);
  }
}
