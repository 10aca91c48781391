package io.bearings.review;

import io.bearings.okr.Objectives.Edit;
import java.util.List;
import java.util.Optional;

/**
 * Where is kept how units look back together. Every call is one transaction; a list costs one
 * statement however long it is. All calls throw {@link io.bearings.okr.Refusal.Unavailable} while
 * the database cannot be used.
 */
public interface Meetings {

  /** How far the meeting of a unit on a cycle is; absent until somebody started it. */
  Optional<Meeting> meeting(long unitId, long cycleId);

  /**
   * Goes to a step if the stored version is still that which somebody saw; it is then one higher.
   *
   * @param version 0: nobody has started it yet
   * @return absent when the version is another one
   */
  Optional<Meeting> turn(long unitId, long cycleId, int version, Meeting.Turn turn);

  /** The notes that nobody removed, oldest first. */
  List<MeetingNote> notes(long unitId, long cycleId);

  /** The note with this id, even if somebody removed it. */
  Optional<MeetingNote> note(long id);

  /** Writes a note. */
  MeetingNote write(long unitId, long cycleId, Optional<Long> objectiveId, String text, Edit by);

  /** Removes a note, and the votes for it for good. */
  void remove(long noteId, Edit by);

  /** Brings back a note that was removed. */
  void restore(long noteId);

  /** The votes, oldest first. */
  List<Vote> votes(long unitId, long cycleId);

  /**
   * Votes for something, perhaps once more.
   *
   * @param most how many votes a person has
   * @return whether the person had one left
   */
  boolean vote(long unitId, long cycleId, VoteTopic topic, int most, Edit by);

  /** Takes one vote of a person for something back; does nothing where there is none. */
  void takeBack(long unitId, long cycleId, VoteTopic topic, Edit by);

  /**
   * A vote.
   *
   * @param byKey the user key of the person who gave it
   */
  record Vote(VoteTopic topic, String byKey) {}
}
