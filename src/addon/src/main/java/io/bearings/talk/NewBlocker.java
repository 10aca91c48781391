package io.bearings.talk;

import java.time.LocalDate;
import java.util.Optional;

/** A blocker that has been checked and has no id yet. */
public record NewBlocker(
    Item about,
    String text,
    String ownerKey,
    String neededFrom,
    LocalDate since,
    Optional<Long> issueId) {}
