package io.bearings.progress;

import io.bearings.okr.Person;
import java.time.Instant;
import java.util.List;

/** What the history of issues tells of the work that is linked to key results. */
public interface WorkHistory {

  /**
   * What happened to the linked issues of a key result, whoever did it.
   *
   * @param who sees the titles of those issues only that they may browse
   * @param after only what happened later than that
   */
  Happened since(Person who, long keyResultId, Instant after);

  /** What can happen to linked work. */
  enum Kind {
    /** It is done, and was not when it began to count. */
    DONE,
    /** It counts, and did not. */
    ADDED,
    /** It was done, and is no longer. */
    REOPENED,
    /** Somebody said that it keeps the key result from moving, and it still does. */
    BLOCKED
  }

  /** Something that happened to an issue. */
  record Event(Kind kind, long issueId, Instant at) {}

  /** An issue to which something happened, for somebody who may browse it. */
  record Happening(Kind kind, String issueKey, String title, Instant at) {}

  /**
   * What happened.
   *
   * @param happenings the latest first
   * @param hidden how many more there are of issues that the person may not browse
   * @param earlier how many more there are that were not looked up
   */
  record Happened(List<Happening> happenings, int hidden, int earlier) {
    /** Nothing did. */
    public static final Happened NOTHING = new Happened(List.of(), 0, 0);

    public Happened {
      happenings = List.copyOf(happenings);
    }
  }
}
