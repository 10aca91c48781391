package io.bearings.review;

import io.bearings.talk.Subject;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that somebody should look at.
 *
 * @param subject the objective, key result or KPI
 * @param key of the subject, as people see it
 * @param title of the subject; absent where the person may not read it
 * @param ownerKey the user key of whoever is to act; absent where the person may not read the
 *     subject
 * @param since from which day on; absent where nobody can say
 * @param days how many calendar days that is, 0 or more; 0 also where nobody can say
 * @param others of how many more key results of the same objective the same can be said
 * @param waitsFor what a blocker waits for, in words; empty for everything else
 */
public record AttentionItem(
    AttentionKind kind,
    Subject subject,
    String key,
    Optional<String> title,
    long unitId,
    Optional<String> ownerKey,
    Optional<LocalDate> since,
    long days,
    int others,
    String waitsFor) {}
