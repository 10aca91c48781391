package io.bearings.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.review.CauseKind;
import io.bearings.review.Meeting;
import io.bearings.review.MeetingNote;
import io.bearings.review.MeetingStep;
import io.bearings.review.Meetings.Vote;
import io.bearings.review.VoteTopic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.After;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.junit.runners.Parameterized;
import org.junit.runners.Parameterized.Parameters;

@RunWith(Parameterized.class)
public class StoredMeetingsTest {
  private static final long UNIT = 3;
  private static final long CYCLE = 7;
  private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
  private static final Edit BY_ANNA = new Edit(new Person("anna"), AT);
  private static final Edit BY_BERT = new Edit(new Person("bert"), AT.plusSeconds(60));
  private static final VoteTopic CAUSE = new VoteTopic.OfCause(12, CauseKind.WRONG_DRIVER);

  private final TestDatabase database;
  private final StoredMeetings meetings;

  public StoredMeetingsTest(String name, Supplier<TestDatabase> start) {
    database = start.get();
    meetings = new StoredMeetings(database.database());
  }

  @Parameters(name = "{0}")
  public static List<Object[]> databases() {
    return TestDatabase.each();
  }

  @After
  public void close() {
    database.close();
  }

  private static Meeting.Turn turn(MeetingStep step) {
    return new Meeting.Turn(step, AT, 10, "anna");
  }

  @Test
  public void theTablesAreMadeTwiceWithoutHarm() {
    meetings.turn(UNIT, CYCLE, 0, turn(MeetingStep.LOOK));

    new Meetings022().upgrade(ModelVersion.valueOf("22"), database.activeObjects());

    assertThat(new Meetings022().getModelVersion()).isEqualTo(ModelVersion.valueOf("22"));
    assertThat(meetings.meeting(UNIT, CYCLE)).isPresent();
  }

  @Test
  public void goesOnOnceForAVersion() {
    assertThat(meetings.meeting(UNIT, CYCLE)).isEmpty();
    Meeting first = meetings.turn(UNIT, CYCLE, 0, turn(MeetingStep.LOOK)).orElseThrow();
    assertThat(first).isEqualTo(new Meeting(Optional.of(turn(MeetingStep.LOOK)), 1));
    Meeting second = meetings.turn(UNIT, CYCLE, 1, turn(MeetingStep.WRITE)).orElseThrow();

    assertThat(meetings.turn(UNIT, CYCLE, 1, turn(MeetingStep.SHARE))).isEmpty();
    assertThat(meetings.turn(UNIT, CYCLE, 0, turn(MeetingStep.SHARE))).isEmpty();

    assertThat(second.version()).isEqualTo(2);
    assertThat(meetings.meeting(UNIT, CYCLE)).contains(second);
    assertThat(meetings.meeting(UNIT, 8)).isEmpty();
    assertThat(meetings.meeting(4, CYCLE)).isEmpty();
  }

  @Test
  public void keepsNotes() {
    String words = "Größer \uD83D\uDE80 <b>\n" + "x".repeat(900);
    MeetingNote first = meetings.write(UNIT, CYCLE, Optional.of(12L), words, BY_ANNA);
    MeetingNote second = meetings.write(UNIT, CYCLE, Optional.empty(), "Calm", BY_BERT);
    meetings.write(UNIT, 8, Optional.empty(), "Other cycle", BY_BERT);

    assertThat(meetings.notes(UNIT, CYCLE)).containsExactly(first, second);
    assertThat(meetings.note(first.id())).contains(first);
    assertThat(meetings.note(99)).isEmpty();
    assertThat(first.text()).isEqualTo(words);
  }

  @Test
  public void aRemovedNoteComesBackWithoutItsVotes() {
    MeetingNote note = meetings.write(UNIT, CYCLE, Optional.empty(), "Calm", BY_ANNA);
    VoteTopic topic = new VoteTopic.OfNote(note.id());
    meetings.vote(UNIT, CYCLE, topic, 3, BY_BERT);
    meetings.vote(UNIT, CYCLE, CAUSE, 3, BY_BERT);

    meetings.remove(note.id(), BY_BERT);

    assertThat(meetings.notes(UNIT, CYCLE)).isEmpty();
    assertThat(meetings.note(note.id()).orElseThrow().removed()).isTrue();
    assertThat(meetings.votes(UNIT, CYCLE)).containsExactly(new Vote(CAUSE, "bert"));

    meetings.restore(note.id());
    assertThat(meetings.notes(UNIT, CYCLE)).containsExactly(note);
    assertThat(meetings.votes(UNIT, CYCLE)).hasSize(1);
  }

  @Test
  public void nobodyHasMoreVotesThanThereAre() {
    VoteTopic note = new VoteTopic.OfNote(5);
    assertThat(meetings.vote(UNIT, CYCLE, CAUSE, 3, BY_ANNA)).isTrue();
    assertThat(meetings.vote(UNIT, CYCLE, CAUSE, 3, BY_ANNA)).isTrue();
    assertThat(meetings.vote(UNIT, CYCLE, note, 3, BY_ANNA)).isTrue();
    assertThat(meetings.vote(UNIT, CYCLE, note, 3, BY_ANNA)).isFalse();
    assertThat(meetings.vote(UNIT, CYCLE, note, 3, BY_BERT)).isTrue();
    assertThat(meetings.vote(UNIT, 8, note, 3, BY_ANNA)).isTrue();

    meetings.takeBack(UNIT, CYCLE, CAUSE, BY_ANNA);
    meetings.takeBack(UNIT, CYCLE, CAUSE, BY_BERT);

    assertThat(meetings.votes(UNIT, CYCLE))
        .containsExactly(new Vote(CAUSE, "anna"), new Vote(note, "anna"), new Vote(note, "bert"));
    assertThat(meetings.vote(UNIT, CYCLE, note, 3, BY_ANNA)).isTrue();
  }

  @Test
  public void readingCostsAStatementEach() {
    meetings.turn(UNIT, CYCLE, 0, turn(MeetingStep.VOTE));
    for (int i = 0; i < 40; i++) {
      meetings.write(UNIT, CYCLE, Optional.empty(), "Note " + i, BY_ANNA);
    }
    meetings.vote(UNIT, CYCLE, CAUSE, 3, BY_ANNA);
    database.statements();
    meetings.meeting(UNIT, CYCLE);
    meetings.notes(UNIT, CYCLE);
    meetings.votes(UNIT, CYCLE);
    assertThat(database.statements()).isEqualTo(3);
  }

  @Test
  public void aFailureOfTheDatabaseIsSaid() {
    Edit nobody = new Edit(new Person("x".repeat(300)), AT);
    assertThatThrownBy(() -> meetings.write(UNIT, CYCLE, Optional.empty(), "a", nobody))
        .isInstanceOf(Refusal.Unavailable.class);
    assertThatThrownBy(() -> meetings.vote(UNIT, CYCLE, CAUSE, 3, nobody))
        .isInstanceOf(Refusal.Unavailable.class);
    Meeting.Turn broken = new Meeting.Turn(MeetingStep.LOOK, AT, 1, "x".repeat(300));
    assertThatThrownBy(() -> meetings.turn(UNIT, CYCLE, 0, broken))
        .isInstanceOf(Refusal.Unavailable.class);
  }
}
