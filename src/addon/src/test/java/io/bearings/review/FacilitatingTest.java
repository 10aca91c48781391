package io.bearings.review;

import static io.bearings.review.Company.ANNA;
import static io.bearings.review.Company.BY_LEA;
import static io.bearings.review.Company.CARL;
import static io.bearings.review.Company.EVE;
import static io.bearings.review.Company.LEA;
import static io.bearings.review.Company.NOW;
import static io.bearings.review.Company.TEAM;
import static io.bearings.review.Company.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.CycleState;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Refusal;
import io.bearings.okr.Visibility;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;

public class FacilitatingTest {
  private static final VoteTopic NOTE = new VoteTopic.OfNote(1);
  private static final VoteTopic CAUSE = new VoteTopic.OfCause(12, CauseKind.WRONG_DRIVER);
  private static final VoteTopic SECRET = new VoteTopic.OfCause(13, CauseKind.NOT_EXECUTED);

  private final Company company = new Company();
  private final Meetings meetings = mock(Meetings.class);
  private final Facilitating facilitating = facilitating(company.clock);

  @Before
  public void aPlanWithASecret() {
    company.plan(
        Company.objective(12, TEAM, Visibility.UNIT_VIEWERS),
        Company.objective(13, TEAM, Visibility.PRIVATE));
  }

  private Facilitating facilitating(Clock clock) {
    return new Facilitating(
        company.places,
        company.objectives,
        meetings,
        company.verdicts,
        company.kickoffs,
        key -> Optional.of("Name " + key),
        clock);
  }

  private void at(MeetingStep step) {
    Meeting meeting = new Meeting(Optional.of(new Meeting.Turn(step, NOW, 10, "lea")), 4);
    when(meetings.meeting(TEAM, 7)).thenReturn(Optional.of(meeting));
  }

  private void notes(MeetingNote... notes) {
    when(meetings.notes(TEAM, 7))
        .thenReturn(Stream.of(notes).filter(each -> !each.removed()).toList());
    for (MeetingNote each : notes) {
      when(meetings.note(each.id())).thenReturn(Optional.of(each));
    }
  }

  private static MeetingNote note(long id, Long objectiveId, String by) {
    return new MeetingNote(
        id, TEAM, 7, Optional.ofNullable(objectiveId), "Words " + id, by, NOW, false);
  }

  private static MeetingNote removed(long id, String by) {
    return new MeetingNote(id, TEAM, 7, Optional.empty(), "Words", by, NOW, true);
  }

  private static List<Long> ids(MeetingState state) {
    return state.notes().stream().map(each -> each.note().id()).toList();
  }

  @Test
  public void nothingHasBegun() {
    MeetingState state = facilitating.of(CARL, TEAM, 7);

    assertThat(state.meeting()).isEqualTo(Meeting.NONE);
    assertThat(state.may()).isEqualTo(new MeetingState.May(false, true));
    assertThat(state.votesLeft()).isEqualTo(3);
    assertThat(facilitating.of(LEA, TEAM, 7).may()).isEqualTo(new MeetingState.May(true, true));
    assertThat(facilitating.of(EVE, TEAM, 7).may()).isEqualTo(new MeetingState.May(false, false));
  }

  @Test
  public void whatOneMayNotSeeIsNotThere() {
    assertThatThrownBy(() -> facilitating.of(VERA, TEAM, 7)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> facilitating.of(LEA, TEAM, 99)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> facilitating.vote(VERA, TEAM, 7, NOTE))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void theLeadGoesToAStepWithTheTimeOfTheAgenda() {
    Meeting.Turn write = new Meeting.Turn(MeetingStep.WRITE, NOW, 10, "lea");
    when(meetings.turn(TEAM, 7, 4, write))
        .thenReturn(Optional.of(new Meeting(Optional.of(write), 5)));

    facilitating.turn(LEA, TEAM, 7, 4, MeetingStep.WRITE, Optional.empty());

    verify(meetings).turn(TEAM, 7, 4, write);
    assertThat(write.left(NOW.plusSeconds(660))).contains(Duration.ofMinutes(-1));
  }

  @Test
  public void aLongerStepKeepsItsStart() {
    at(MeetingStep.SHARE);
    Meeting.Turn longer = new Meeting.Turn(MeetingStep.SHARE, NOW, 15, "lea");
    when(meetings.turn(TEAM, 7, 4, longer))
        .thenReturn(Optional.of(new Meeting(Optional.of(longer), 5)));

    facilitating(Clock.fixed(NOW.plusSeconds(300), ZoneOffset.UTC))
        .turn(LEA, TEAM, 7, 4, MeetingStep.SHARE, Optional.of(15));

    verify(meetings).turn(TEAM, 7, 4, longer);
  }

  @Test
  public void theEndHasNoTime() {
    Meeting.Turn over = new Meeting.Turn(MeetingStep.OVER, NOW, 0, "lea");
    when(meetings.turn(TEAM, 7, 4, over))
        .thenReturn(Optional.of(new Meeting(Optional.of(over), 5)));

    facilitating.turn(LEA, TEAM, 7, 4, MeetingStep.OVER, Optional.of(9));

    verify(meetings).turn(TEAM, 7, 4, over);
    assertThat(over.left(NOW)).isEmpty();
  }

  @Test
  public void onlyWhoLeadsGoesOn() {
    assertThatThrownBy(
            () -> facilitating.turn(CARL, TEAM, 7, 0, MeetingStep.LOOK, Optional.empty()))
        .isInstanceOf(Refusal.Forbidden.class);
    for (int wrong : new int[] {0, 181}) {
      assertThatThrownBy(
              () -> facilitating.turn(LEA, TEAM, 7, 0, MeetingStep.LOOK, Optional.of(wrong)))
          .isInstanceOfSatisfying(
              Refusal.Invalid.class,
              refusal -> assertThat(refusal.fields()).containsOnlyKeys("minutes"));
    }
    verify(meetings, never()).turn(anyLong(), anyLong(), anyInt(), any());
  }

  @Test
  public void twoWhoLeadDoNotSkipAStep() {
    at(MeetingStep.VOTE);
    assertThatThrownBy(() -> facilitating.turn(LEA, TEAM, 7, 3, MeetingStep.VOTE, Optional.empty()))
        .isInstanceOf(Refusal.Conflict.class);
  }

  @Test
  public void aClosedCycleIsReadOnly() {
    when(company.cycles.cycle(7)).thenReturn(Optional.of(Company.cycle(CycleState.CLOSED)));
    facilitating.of(LEA, TEAM, 7);
    assertThatThrownBy(() -> facilitating.turn(LEA, TEAM, 7, 0, MeetingStep.LOOK, Optional.empty()))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.text())
                    .isEqualTo(Message.of("bearings.meeting.error.closed", "Q4 2026")));
    assertThatThrownBy(() -> facilitating.write(LEA, TEAM, 7, Optional.empty(), "x"))
        .isInstanceOf(Refusal.Invalid.class);
    assertThatThrownBy(() -> facilitating.vote(LEA, TEAM, 7, NOTE))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  public void whatHasNotBegunIsNotLookedBackAt() {
    Facilitating early =
        facilitating(Clock.fixed(Instant.parse("2026-09-30T12:00:00Z"), ZoneOffset.UTC));
    assertThatThrownBy(() -> early.turn(LEA, TEAM, 7, 0, MeetingStep.LOOK, Optional.empty()))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.text())
                    .isEqualTo(Message.of("bearings.retro.error.notBegun", "Q4 2026")));
  }

  @Test
  public void inSilenceEachSeesTheirOwnNotes() {
    notes(note(1, null, "carl"), note(2, 12L, "lea"), note(3, 13L, "lea"));
    at(MeetingStep.WRITE);

    MeetingState silent = facilitating.of(CARL, TEAM, 7);
    assertThat(ids(silent)).containsExactly(1L);
    assertThat(silent.hiddenNotes()).isEqualTo(1);
    assertThat(silent.notes().get(0).removable()).isTrue();

    at(MeetingStep.SHARE);
    MeetingState shown = facilitating.of(CARL, TEAM, 7);
    assertThat(ids(shown)).containsExactly(1L, 2L);
    assertThat(shown.hiddenNotes()).isZero();
    assertThat(shown.notes().get(1))
        .isEqualTo(new MeetingState.Shown(note(2, 12L, "lea"), false, false));
    assertThat(facilitating.of(LEA, TEAM, 7).notes())
        .extracting(MeetingState.Shown::mine, MeetingState.Shown::removable)
        .containsExactly(tuple(false, true), tuple(true, true), tuple(true, true));
  }

  @Test
  public void writesANote() {
    at(MeetingStep.WRITE);
    facilitating.write(LEA, TEAM, 7, Optional.of(12L), "  Too many\nmeetings ");
    verify(meetings).write(TEAM, 7, Optional.of(12L), "Too many\nmeetings", BY_LEA);
  }

  @Test
  public void refusesNotesThatCannotBe() {
    at(MeetingStep.WRITE);
    assertThatThrownBy(() -> facilitating.write(CARL, TEAM, 7, Optional.of(13L), " "))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> assertThat(refusal.fields()).containsOnlyKeys("text", "objectiveId"));
    assertThatThrownBy(() -> facilitating.write(EVE, TEAM, 7, Optional.empty(), "x"))
        .isInstanceOf(Refusal.Forbidden.class);
    at(MeetingStep.LOOK);
    assertThatThrownBy(() -> facilitating.write(LEA, TEAM, 7, Optional.empty(), "x"))
        .isInstanceOf(Refusal.Invalid.class);
    at(MeetingStep.OVER);
    assertThatThrownBy(() -> facilitating.write(LEA, TEAM, 7, Optional.empty(), "x"))
        .isInstanceOf(Refusal.Invalid.class);
    at(MeetingStep.SHARE);
    notes(
        Stream.iterate(1L, id -> id + 1)
            .limit(Meeting.NOTES)
            .map(id -> note(id, null, "carl"))
            .toArray(MeetingNote[]::new));
    assertThatThrownBy(() -> facilitating.write(LEA, TEAM, 7, Optional.empty(), "x"))
        .isInstanceOf(Refusal.Invalid.class);
    verify(meetings, never()).write(anyLong(), anyLong(), any(), any(), any());
  }

  @Test
  public void whoWroteOrLeadsRemovesANoteAndBringsItBack() {
    at(MeetingStep.SHARE);
    notes(note(1, null, "carl"), note(2, null, "lea"), note(3, 13L, "lea"), removed(4, "carl"));

    facilitating.remove(LEA, TEAM, 7, 1);
    verify(meetings).remove(1, BY_LEA);
    facilitating.remove(CARL, TEAM, 7, 1);
    verify(meetings).remove(1, new Objectives.Edit(CARL, NOW));
    facilitating.restore(CARL, TEAM, 7, 4);
    verify(meetings).restore(4);

    assertThatThrownBy(() -> facilitating.remove(CARL, TEAM, 7, 2))
        .isInstanceOf(Refusal.Forbidden.class);
    for (long unknown : new long[] {3, 4, 9}) {
      assertThatThrownBy(() -> facilitating.remove(CARL, TEAM, 7, unknown))
          .isInstanceOf(Refusal.NotFound.class);
    }
    assertThatThrownBy(() -> facilitating.restore(CARL, TEAM, 7, 1))
        .isInstanceOf(Refusal.NotFound.class);
    at(MeetingStep.WRITE);
    assertThatThrownBy(() -> facilitating.remove(ANNA, TEAM, 7, 1))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void nobodyIsToldHowOthersVoteUntilAllHave() {
    notes(note(1, null, "carl"), note(2, 13L, "lea"));
    when(meetings.votes(TEAM, 7))
        .thenReturn(
            List.of(
                new Meetings.Vote(CAUSE, "carl"),
                new Meetings.Vote(CAUSE, "carl"),
                new Meetings.Vote(CAUSE, "lea"),
                new Meetings.Vote(NOTE, "lea"),
                new Meetings.Vote(new VoteTopic.OfNote(2), "lea"),
                new Meetings.Vote(SECRET, "anna")));
    at(MeetingStep.VOTE);

    MeetingState voting = facilitating.of(CARL, TEAM, 7);
    assertThat(voting.votes())
        .containsExactly(new MeetingState.Counted(CAUSE, Optional.empty(), 2));
    assertThat(voting.votesLeft()).isEqualTo(1);
    assertThat(voting.voters()).isEqualTo(3);

    at(MeetingStep.DECIDE);
    assertThat(facilitating.of(CARL, TEAM, 7).votes())
        .containsExactly(
            new MeetingState.Counted(CAUSE, Optional.of(3), 2),
            new MeetingState.Counted(NOTE, Optional.of(1), 0));
  }

  @Test
  public void votesAndTakesBack() {
    notes(note(1, null, "carl"));
    at(MeetingStep.VOTE);
    when(meetings.vote(TEAM, 7, CAUSE, 3, BY_LEA)).thenReturn(true);

    facilitating.vote(LEA, TEAM, 7, CAUSE);
    facilitating.takeBack(LEA, TEAM, 7, CAUSE);

    verify(meetings).takeBack(TEAM, 7, CAUSE, BY_LEA);
    assertThatThrownBy(() -> facilitating.vote(LEA, TEAM, 7, NOTE))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.text())
                    .isEqualTo(Message.of("bearings.meeting.error.noVoteLeft", 3)));
    assertThatThrownBy(() -> facilitating.vote(CARL, TEAM, 7, SECRET))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> facilitating.vote(CARL, TEAM, 7, new VoteTopic.OfNote(9)))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> facilitating.vote(EVE, TEAM, 7, CAUSE))
        .isInstanceOf(Refusal.Forbidden.class);
    at(MeetingStep.DECIDE);
    assertThatThrownBy(() -> facilitating.takeBack(LEA, TEAM, 7, CAUSE))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  public void aTopicIsReadBackFromItsCode() {
    assertThat(VoteTopic.of(NOTE.code())).isEqualTo(NOTE);
    assertThat(VoteTopic.of(CAUSE.code())).isEqualTo(CAUSE);
    assertThat(CAUSE.code()).isEqualTo("CAUSE:12:WRONG_DRIVER");
  }

  @Test
  public void showsWhatIsDecidedAboutWhatOneMayRead() {
    Verdict.Draft says = new Verdict.Draft(Verdict.Decision.CARRY, "Words");
    Verdict.Written last = new Verdict.Written("lea", NOW);
    Verdict open = new Verdict(12, TEAM, 7, says, last, 1);
    Verdict secret = new Verdict(13, TEAM, 7, says, last, 1);
    when(company.verdicts.verdicts(TEAM, 7)).thenReturn(List.of(open, secret));
    assertThat(facilitating.of(CARL, TEAM, 7).verdicts()).containsExactly(open);
    assertThat(facilitating.of(LEA, TEAM, 7).verdicts()).containsExactly(open, secret);
  }

  @Test
  public void opensOnWhatTheKickoffFeared() {
    assertThat(facilitating.of(CARL, TEAM, 7).stillLose()).isEmpty();
    when(company.kickoffs.litmus(TEAM, 7))
        .thenReturn(Optional.of(new Litmus(new Litmus.Draft("", "Luck"), Optional.empty(), 1)));
    assertThat(facilitating.of(CARL, TEAM, 7).stillLose()).contains("Luck");
    when(company.kickoffs.litmus(TEAM, 7))
        .thenReturn(Optional.of(new Litmus(new Litmus.Draft("x", ""), Optional.empty(), 1)));
    assertThat(facilitating.of(CARL, TEAM, 7).stillLose()).isEmpty();
  }
}
