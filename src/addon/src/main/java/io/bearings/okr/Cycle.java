package io.bearings.okr;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The time in which objectives are worked on. It belongs to a unit and serves all units below.
 *
 * @param first its first day, in the time zone of the site
 * @param last its last day, inclusive; not before the first
 * @param parentId the longer cycle that it is a part of
 * @param binding what a project cycle is bound to; absent for a calendar cycle
 * @param version counts the changes; somebody who saves names the version that they saw
 */
public record Cycle(
    long id,
    long unitId,
    String name,
    LocalDate first,
    LocalDate last,
    CycleState state,
    CycleKind kind,
    CycleLength length,
    Optional<Long> parentId,
    Optional<CycleBinding> binding,
    int version) {}
