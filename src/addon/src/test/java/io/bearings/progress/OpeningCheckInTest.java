package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.CheckingIn;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class OpeningCheckInTest {
  private static final Person ANNA = new Person("anna");
  private static final WorkHistory.Happened ONE_DONE =
      new WorkHistory.Happened(
          List.of(
              new WorkHistory.Happening(
                  WorkHistory.Kind.DONE,
                  "A-1",
                  "Alarm rules",
                  Instant.parse("2026-11-19T10:00:00Z"))),
          2,
          0);

  private static final Instant PUBLISHED = Instant.parse("2026-10-01T10:00:00Z");
  private static final Instant LAST = Instant.parse("2026-11-20T10:00:00Z");

  private final CheckingIn checkingIn = mock(CheckingIn.class);
  private final WorkHistory work = mock(WorkHistory.class);
  private final OpeningCheckIn opening = new OpeningCheckIn(checkingIn, work);

  @Test
  public void opensWithWhatHappenedSinceTheLastOneWasEntered() {
    when(checkingIn.lastSaid(ANNA, 34))
        .thenReturn(new CheckingIn.Said(Optional.of(LAST), Optional.of(PUBLISHED)));
    when(work.since(ANNA, 34, LAST)).thenReturn(ONE_DONE);

    OpeningCheckIn.Opening found = opening.of(ANNA, 34);

    assertThat(found.since()).contains(LAST);
    assertThat(found.happened()).isEqualTo(ONE_DONE);
  }

  @Test
  public void theFirstOneOpensWithWhatHappenedSinceItWasPublished() {
    when(checkingIn.lastSaid(ANNA, 34))
        .thenReturn(new CheckingIn.Said(Optional.empty(), Optional.of(PUBLISHED)));
    when(work.since(ANNA, 34, PUBLISHED)).thenReturn(ONE_DONE);

    assertThat(opening.of(ANNA, 34))
        .isEqualTo(new OpeningCheckIn.Opening(Optional.empty(), ONE_DONE));
  }

  @Test
  public void ofADraftAllIsTold() {
    when(checkingIn.lastSaid(ANNA, 34))
        .thenReturn(new CheckingIn.Said(Optional.empty(), Optional.empty()));
    when(work.since(ANNA, 34, Instant.EPOCH)).thenReturn(ONE_DONE);

    assertThat(opening.of(ANNA, 34).happened()).isEqualTo(ONE_DONE);
  }

  @Test
  public void whoMayNotReadTheKeyResultLearnsNothing() {
    when(checkingIn.lastSaid(ANNA, 34)).thenThrow(new Refusal.NotFound("KR-34"));

    assertThatThrownBy(() -> opening.of(ANNA, 34)).isInstanceOf(Refusal.NotFound.class);
    verify(work, never()).since(any(), anyLong(), any());
  }
}
