package io.bearings.okr;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An objective as somebody wrote it; nothing in it is checked yet.
 *
 * @param title as typed, perhaps empty
 * @param why as typed, perhaps empty
 * @param ownerKey the user key of the owner; absent: the writer for a new objective, unchanged for
 *     an edited one
 * @param keyResults key results to create with a new objective; an edit takes none
 */
public record ObjectiveDraft(
    String title, String why, Optional<String> ownerKey, List<KeyResultDraft> keyResults) {
  public ObjectiveDraft {
    title = Objects.requireNonNullElse(title, "");
    why = Objects.requireNonNullElse(why, "");
    keyResults = List.copyOf(keyResults);
  }
}
