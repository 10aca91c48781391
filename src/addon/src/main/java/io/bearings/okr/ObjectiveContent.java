package io.bearings.okr;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody wrote about an objective, after it was checked.
 *
 * @param why what is to change, for whom; perhaps empty in a draft
 * @param ownerKey the Jira user key of the one person who owns it
 * @param reviewOn when it is looked at next
 * @param fields custom fields, in the order in which they were given
 * @param projectIds the Jira projects that it touches, beside those of its unit
 * @param contributingUnitIds the units that help
 */
public record ObjectiveContent(
    String title,
    String why,
    String ownerKey,
    ObjectiveKind kind,
    Visibility visibility,
    Optional<LocalDate> reviewOn,
    List<String> labels,
    Map<String, String> fields,
    List<Long> projectIds,
    List<Long> contributingUnitIds) {
  public ObjectiveContent {
    labels = List.copyOf(labels);
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    projectIds = List.copyOf(projectIds);
    contributingUnitIds = List.copyOf(contributingUnitIds);
  }

  /** An ambitious objective that whoever sees the unit may read. */
  public static ObjectiveContent of(String title, String why, String ownerKey) {
    return new ObjectiveContent(
        title,
        why,
        ownerKey,
        ObjectiveKind.ASPIRATIONAL,
        Visibility.UNIT_VIEWERS,
        Optional.empty(),
        List.of(),
        Map.of(),
        List.of(),
        List.of());
  }

  /** The same with another kind. */
  ObjectiveContent with(ObjectiveKind other) {
    return new ObjectiveContent(
        title,
        why,
        ownerKey,
        other,
        visibility,
        reviewOn,
        labels,
        fields,
        projectIds,
        contributingUnitIds);
  }
}
