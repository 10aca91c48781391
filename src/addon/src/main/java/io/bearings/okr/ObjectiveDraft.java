package io.bearings.okr;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An objective as somebody wrote it; nothing in it is checked yet. What is absent keeps the value
 * that it has, or gets the usual one in a new objective.
 *
 * @param ownerKey the user key of the owner; a new objective is the writer's
 * @param projectKeys keys of Jira projects that it touches
 * @param keyResults key results to create with a new objective; an edit takes none
 * @param reason why a field that moves the score is changed
 */
public record ObjectiveDraft(
    Optional<String> title,
    Optional<String> why,
    Optional<String> ownerKey,
    Optional<ObjectiveKind> kind,
    Optional<Visibility> visibility,
    Field<LocalDate> reviewOn,
    Optional<List<String>> labels,
    Optional<Map<String, String>> fields,
    Optional<List<String>> projectKeys,
    Optional<List<Long>> contributingUnitIds,
    List<KeyResultDraft> keyResults,
    Optional<String> reason) {
  public ObjectiveDraft {
    keyResults = List.copyOf(keyResults);
  }

  /** The words of an objective, and nothing else. */
  public static ObjectiveDraft of(String title, String why, List<KeyResultDraft> keyResults) {
    return new ObjectiveDraft(
        Optional.of(title),
        Optional.of(why),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Field.absent(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        keyResults,
        Optional.empty());
  }

  /** The same with an owner. */
  public ObjectiveDraft ownedBy(String userKey) {
    return new ObjectiveDraft(
        title,
        why,
        Optional.of(userKey),
        kind,
        visibility,
        reviewOn,
        labels,
        fields,
        projectKeys,
        contributingUnitIds,
        keyResults,
        reason);
  }
}
