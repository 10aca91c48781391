package io.bearings.okr;

import java.time.Instant;

/**
 * A change of a cycle's state, kept for good.
 *
 * @param byKey the user key of the person who made it
 */
public record CycleStep(CycleState from, CycleState to, String byKey, Instant at) {}
