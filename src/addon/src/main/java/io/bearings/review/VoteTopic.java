package io.bearings.review;

import java.util.Optional;

/** Something that can be voted for. */
public sealed interface VoteTopic {

  /** What it is called where votes are kept. */
  String code();

  /** The objective that it is about. */
  Optional<Long> objectiveId();

  /** A note. */
  record OfNote(long noteId) implements VoteTopic {
    private static final String KIND = "NOTE";

    @Override
    public String code() {
      return KIND + SEPARATOR + noteId;
    }

    @Override
    public Optional<Long> objectiveId() {
      return Optional.empty();
    }
  }

  /** A cause that the diagnosis names for an objective. */
  record OfCause(long about, CauseKind kind) implements VoteTopic {
    private static final String KIND = "CAUSE";

    @Override
    public String code() {
      return KIND + SEPARATOR + about + SEPARATOR + kind;
    }

    @Override
    public Optional<Long> objectiveId() {
      return Optional.of(about);
    }
  }

  /** Parts the words of a code. */
  String SEPARATOR = ":";

  /** What a code means. */
  static VoteTopic of(String code) {
    String[] parts = code.split(SEPARATOR);
    long id = Long.parseLong(parts[1]);
    return parts[0].equals(OfNote.KIND)
        ? new OfNote(id)
        : new OfCause(id, CauseKind.valueOf(parts[2]));
  }
}
