package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.CheckIn;
import io.bearings.okr.CheckingIn;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Tag;
import io.bearings.okr.Words;
import java.time.Instant;
import java.time.LocalDate;
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
          2);

  private final CheckingIn checkingIn = mock(CheckingIn.class);
  private final WorkHistory work = mock(WorkHistory.class);
  private final OpeningCheckIn opening = new OpeningCheckIn(checkingIn, work);

  /** One entered today about last week comes first by its day, and is still the last word. */
  @Test
  public void opensWithWhatHappenedSinceTheLastOneWasEntered() {
    Instant last = Instant.parse("2026-11-20T10:00:00Z");
    entries(checkIn("2026-11-18", "2026-11-18T10:00:00Z"), checkIn("2026-11-13", last.toString()));
    when(work.since(ANNA, 34, last)).thenReturn(ONE_DONE);

    OpeningCheckIn.Opening found = opening.of(ANNA, 34);

    assertThat(found.since()).contains(last);
    assertThat(found.happened()).isEqualTo(ONE_DONE);
  }

  @Test
  public void theFirstOneOpensWithAllThatHappened() {
    entries();
    when(work.since(ANNA, 34, Instant.EPOCH)).thenReturn(ONE_DONE);

    assertThat(opening.of(ANNA, 34))
        .isEqualTo(new OpeningCheckIn.Opening(Optional.empty(), ONE_DONE));
  }

  @Test
  public void whoMayNotReadTheKeyResultLearnsNothing() {
    when(checkingIn.of(ANNA, 34, Optional.empty())).thenThrow(new Refusal.NotFound("KR-34"));

    assertThatThrownBy(() -> opening.of(ANNA, 34)).isInstanceOf(Refusal.NotFound.class);
    verify(work, never()).since(any(), anyLong(), any());
  }

  @Test
  public void withoutAHistoryNothingHappened() {
    assertThat(new Unconnected().since(ANNA, 34, Instant.EPOCH).happenings()).isEmpty();
  }

  private void entries(CheckIn... checkIns) {
    when(checkingIn.of(ANNA, 34, Optional.empty()))
        .thenReturn(new CheckingIn.Entries(List.of(checkIns), Optional.empty()));
  }

  private static CheckIn checkIn(String on, String at) {
    return new CheckIn(
        1,
        34,
        Optional.empty(),
        6,
        LocalDate.parse(on),
        Instant.parse(at),
        "anna",
        Words.NONE,
        Optional.empty(),
        Optional.empty(),
        Tag.MANUAL);
  }
}
