package io.bearings.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meeting as one person sees it. Nothing in it says who wrote a note or gave a vote.
 *
 * @param now when it was looked at
 * @param may what the person may do
 * @param notes those that are shown to the person, oldest first
 * @param hiddenNotes how many others there are, while everybody writes in silence
 * @param votes what was voted for; while votes are given only what the person voted for
 * @param votesLeft how many votes the person still has
 * @param voters how many people have voted
 * @param verdicts what is said so far about objectives that the person may read
 * @param stillLose what the unit answered at its kickoff when asked what would be missing if it hit
 *     all of its KPIs and still lost; absent where it did not answer
 */
public record MeetingState(
    Meeting meeting,
    Instant now,
    May may,
    List<Shown> notes,
    int hiddenNotes,
    List<Counted> votes,
    int votesLeft,
    int voters,
    List<Verdict> verdicts,
    Optional<String> stillLose) {
  public MeetingState {
    notes = List.copyOf(notes);
    votes = List.copyOf(votes);
    verdicts = List.copyOf(verdicts);
  }

  /**
   * What the person may do here.
   *
   * @param run take the unit from step to step
   * @param write write notes and vote
   */
  public record May(boolean run, boolean write) {}

  /**
   * A note.
   *
   * @param mine whether the person wrote it
   * @param removable whether the person may remove it
   */
  public record Shown(MeetingNote note, boolean mine, boolean removable) {}

  /**
   * What was voted for.
   *
   * @param count how often; absent until that is told
   * @param mine how often by the person
   */
  public record Counted(VoteTopic topic, Optional<Integer> count, int mine) {}
}
