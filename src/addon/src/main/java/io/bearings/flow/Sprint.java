package io.bearings.flow;

import java.time.Instant;
import java.util.Optional;

/**
 * A sprint that was started.
 *
 * @param id its id; names repeat
 * @param start when it really began
 * @param complete when it really was completed, which is not its planned end; absent while it runs
 */
public record Sprint(long id, Instant start, Optional<Instant> complete) {}
