package io.bearings.review;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How far the meeting is in which a unit looks back at a cycle.
 *
 * @param turn absent until somebody started it
 * @param version 0 until somebody started it
 */
public record Meeting(Optional<Turn> turn, int version) {
  /** The longest that a step may take, in minutes. */
  public static final int LONGEST = 180;

  /** How many votes each person has. */
  public static final int VOTES = 3;

  /** The longest note, in UTF-16 units. */
  public static final int NOTE_LENGTH = 1_000;

  /** The most notes that a meeting keeps. */
  public static final int NOTES = 500;

  /** Nobody has started it. */
  public static final Meeting NONE = new Meeting(Optional.empty(), 0);

  /**
   * A step that goes on.
   *
   * @param startedAt when its time began to run
   * @param minutes how long it may take; 0 is without end
   * @param byKey the user key of the person who started it
   */
  public record Turn(MeetingStep step, Instant startedAt, int minutes, String byKey) {

    /** The time that is left; negative when it is up, absent where there is no end. */
    public Optional<Duration> left(Instant now) {
      return Optional.of(minutes)
          .filter(it -> it > 0)
          .map(it -> Duration.between(now, startedAt.plus(Duration.ofMinutes(it))));
    }
  }

  /** Whether notes are taken now. */
  public boolean takesNotes() {
    return turn.filter(it -> it.step().takesNotes()).isPresent();
  }

  /** Whether votes are given now. */
  public boolean takesVotes() {
    return turn.filter(it -> it.step() == MeetingStep.VOTE).isPresent();
  }

  /** Whether each person sees their own notes only. */
  public boolean isSilent() {
    return turn.map(it -> it.step().isSilent()).orElse(true);
  }

  /** Whether it is told how often something was voted for. */
  boolean showsVotes() {
    return turn.filter(it -> it.step().showsVotes()).isPresent();
  }
}
