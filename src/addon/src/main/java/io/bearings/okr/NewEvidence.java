package io.bearings.okr;

import java.time.LocalDate;
import java.util.Optional;

/** A piece of evidence that has been checked and has no id yet. */
public record NewEvidence(long keyResultId, String text, Optional<String> url, LocalDate on) {}
