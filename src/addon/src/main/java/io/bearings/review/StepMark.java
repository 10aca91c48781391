package io.bearings.review;

import java.time.Instant;

/**
 * What somebody said about a step.
 *
 * @param byKey the user key of that person
 */
public record StepMark(KickoffStep step, StepState state, String byKey, Instant at) {}
