package io.bearings.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.bearings.okr.People;
import io.bearings.review.Meeting;
import io.bearings.review.MeetingState;
import io.bearings.review.MeetingStep;
import io.bearings.review.VoteTopic;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The meeting in which a unit looks back at a cycle. It never says who wrote a note or gave a vote.
 *
 * @param version 0 until somebody started it
 * @param step LOOK, WRITE, SHARE, VOTE, DECIDE or OVER; null until somebody started it
 * @param minutes how long the step may take; null without an end
 * @param secondsLeft negative when the time is up; null without an end
 * @param by who started the step; null until somebody started it
 * @param may RUN and WRITE as far as the person may
 * @param agenda all steps with how long they take where nobody says otherwise
 * @param takesNotes whether notes are taken now
 * @param silent whether each person sees their own notes only
 * @param notes oldest first
 * @param hiddenNotes how many others there are while everybody writes in silence
 * @param takesVotes whether votes are given now
 * @param votes what was voted for; while votes are given only what the person voted for
 * @param votesEach how many votes each person has
 * @param votesLeft how many of them the person still has
 * @param voters how many people have voted
 * @param stillLose what the unit answered at its kickoff when asked what would be missing if it hit
 *     all of its KPIs and still lost; null where it did not answer
 * @param verdicts a learning and a decision for each objective of which they are written
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MeetingView(
    @JsonProperty("version") int version,
    @JsonProperty("step") String step,
    @JsonProperty("minutes") Integer minutes,
    @JsonProperty("secondsLeft") Long secondsLeft,
    @JsonProperty("by") PersonView by,
    @JsonProperty("may") List<String> may,
    @JsonProperty("agenda") List<AgendaView> agenda,
    @JsonProperty("takesNotes") boolean takesNotes,
    @JsonProperty("silent") boolean silent,
    @JsonProperty("notes") List<NoteView> notes,
    @JsonProperty("hiddenNotes") int hiddenNotes,
    @JsonProperty("takesVotes") boolean takesVotes,
    @JsonProperty("votes") List<VotesView> votes,
    @JsonProperty("votesEach") int votesEach,
    @JsonProperty("votesLeft") int votesLeft,
    @JsonProperty("voters") int voters,
    @JsonProperty("stillLose") String stillLose,
    @JsonProperty("verdicts") List<VerdictView> verdicts)
    implements Versioned {

  static MeetingView of(MeetingState state, People people) {
    Optional<Meeting.Turn> turn = state.meeting().turn();
    return new MeetingView(
        state.meeting().version(),
        turn.map(it -> it.step().name()).orElse(null),
        turn.map(Meeting.Turn::minutes).filter(it -> it > 0).orElse(null),
        turn.flatMap(it -> it.left(state.now())).map(Duration::toSeconds).orElse(null),
        turn.map(it -> PersonView.of(it.byKey(), people)).orElse(null),
        Stream.of(
                state.may().run() ? Optional.of("RUN") : Optional.<String>empty(),
                state.may().write() ? Optional.of("WRITE") : Optional.<String>empty())
            .flatMap(Optional::stream)
            .toList(),
        Arrays.stream(MeetingStep.values())
            .map(each -> new AgendaView(each.name(), each.minutes()))
            .toList(),
        state.meeting().takesNotes(),
        state.meeting().isSilent(),
        state.notes().stream().map(NoteView::of).toList(),
        state.hiddenNotes(),
        state.meeting().takesVotes(),
        state.votes().stream().map(VotesView::of).toList(),
        Meeting.VOTES,
        state.votesLeft(),
        state.voters(),
        state.stillLose().orElse(null),
        state.verdicts().stream().map(each -> VerdictView.of(each, people)).toList());
  }

  /**
   * A step of the agenda.
   *
   * @param minutes 0 is without end
   */
  public record AgendaView(
      @JsonProperty("step") String step, @JsonProperty("minutes") int minutes) {}

  /**
   * A note.
   *
   * @param objectiveId the objective that it is about; null where it is about the whole
   * @param mine whether the person wrote it
   * @param removable whether the person may remove it
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record NoteView(
      @JsonProperty("id") long id,
      @JsonProperty("objectiveId") Long objectiveId,
      @JsonProperty("text") String text,
      @JsonProperty("mine") boolean mine,
      @JsonProperty("removable") boolean removable) {
    private static NoteView of(MeetingState.Shown shown) {
      return new NoteView(
          shown.note().id(),
          shown.note().objectiveId().orElse(null),
          shown.note().text(),
          shown.mine(),
          shown.removable());
    }
  }

  /**
   * Votes for a note, or for a cause of an objective.
   *
   * @param noteId null for a cause
   * @param objectiveId null for a note
   * @param cause null for a note
   * @param count how often it was voted for; null until that is told
   * @param mine how often by the person
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VotesView(
      @JsonProperty("noteId") Long noteId,
      @JsonProperty("objectiveId") Long objectiveId,
      @JsonProperty("cause") String cause,
      @JsonProperty("count") Integer count,
      @JsonProperty("mine") int mine) {
    private static VotesView of(MeetingState.Counted counted) {
      VoteTopic topic = counted.topic();
      return new VotesView(
          topic instanceof VoteTopic.OfNote note ? (Long) note.noteId() : null,
          topic.objectiveId().orElse(null),
          topic instanceof VoteTopic.OfCause cause ? cause.kind().name() : null,
          counted.count().orElse(null),
          counted.mine());
    }
  }
}
