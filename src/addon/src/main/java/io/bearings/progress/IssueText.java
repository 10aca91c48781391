package io.bearings.progress;

import java.util.Optional;

/**
 * What a person may read of an issue that they may browse.
 *
 * @param status the name of its status
 * @param resolution the name of its resolution; absent while unresolved
 */
public record IssueText(
    long id, String key, String title, String status, Optional<String> resolution) {}
