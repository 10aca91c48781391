package io.bearings.okr;

import java.time.Instant;
import java.util.Optional;

/**
 * A change of a field that moves a score, as it is remembered.
 *
 * @param by the Jira user key of the person who made it
 * @param consentBy the user key of the lead who agreed; absent while nobody has
 */
public record Change(long id, NewChange what, String by, Instant at, Optional<String> consentBy) {}
