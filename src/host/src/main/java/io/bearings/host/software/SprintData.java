package io.bearings.host.software;

import java.time.Instant;
import java.util.Optional;

/**
 * A sprint.
 *
 * @param goal empty text when it has none
 * @param start when it is said to begin
 * @param end when it is planned to end
 * @param activated when somebody started it
 * @param completed when somebody completed it
 */
public record SprintData(
    long id,
    long boardId,
    String name,
    String goal,
    State state,
    Optional<Instant> start,
    Optional<Instant> end,
    Optional<Instant> activated,
    Optional<Instant> completed) {

  /** Where a sprint stands. */
  public enum State {
    FUTURE,
    ACTIVE,
    CLOSED
  }

  /** Whether issues can still be put into it. */
  public boolean open() {
    return state != State.CLOSED;
  }
}
