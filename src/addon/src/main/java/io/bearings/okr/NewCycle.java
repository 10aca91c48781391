package io.bearings.okr;

import java.time.LocalDate;
import java.util.Optional;

/** A cycle that has been checked and has no id yet; it begins in planning. */
public record NewCycle(
    long unitId,
    String name,
    LocalDate first,
    LocalDate last,
    CycleKind kind,
    CycleLength length,
    Optional<Long> parentId,
    Optional<CycleBinding> binding) {}
