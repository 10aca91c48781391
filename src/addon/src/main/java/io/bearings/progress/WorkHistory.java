package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Person;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the history of issues tells of the work that is linked to key results. */
public interface WorkHistory {

  /**
   * How the linked work stands, by the id of the key result; one of which nothing is known is left
   * out. Costs as many statements however many there are.
   */
  Map<Long, Work> of(Collection<KeyResult> keyResults);

  /**
   * What happened to the linked issues of a key result, whoever did it.
   *
   * @param who sees the titles of those issues only that they may browse
   * @param after only what happened later than that
   */
  Happened since(Person who, long keyResultId, Instant after);

  /**
   * The linked work of a key result.
   *
   * @param openLinks how many linked issues are not done
   * @param lastMoved when one of them last moved; absent where none ever did
   * @param output the share that is done, 0 to 1; absent where nothing is in scope
   */
  record Work(int openLinks, Optional<Instant> lastMoved, Optional<BigDecimal> output) {}

  /** What can happen to linked work. */
  enum Kind {
    DONE,
    ADDED,
    REOPENED,
    BLOCKED
  }

  /** An issue to which something happened, for somebody who may browse it. */
  record Happening(Kind kind, String issueKey, String title, Instant at) {}

  /**
   * What happened.
   *
   * @param happenings the latest first
   * @param hidden how many more there are of issues that the person may not browse
   */
  record Happened(List<Happening> happenings, int hidden) {
    /** Nothing did. */
    public static final Happened NOTHING = new Happened(List.of(), 0);

    public Happened {
      happenings = List.copyOf(happenings);
    }
  }
}
