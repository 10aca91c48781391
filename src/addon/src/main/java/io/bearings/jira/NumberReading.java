package io.bearings.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import io.bearings.progress.Settings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The numeric custom fields that are read of issues; one that is gone is left out. Reading costs a
 * statement for each of them.
 */
record NumberReading(Optional<CustomField> points, Map<String, CustomField> others) {

  /** The fields that the settings name, looked up once for many issues. */
  static NumberReading of(Settings settings, CustomFieldManager customFields) {
    Map<String, CustomField> others = new HashMap<>();
    settings
        .numberFields()
        .forEach(
            id ->
                Optional.ofNullable(customFields.getCustomFieldObject(id))
                    .ifPresent(field -> others.put(id, field)));
    return new NumberReading(
        settings
            .storyPointField()
            .flatMap(id -> Optional.ofNullable(customFields.getCustomFieldObject(id))),
        others);
  }

  Optional<BigDecimal> points(Issue issue) {
    return points.flatMap(field -> number(issue, field));
  }

  Map<String, BigDecimal> others(Issue issue) {
    Map<String, BigDecimal> numbers = new HashMap<>();
    others.forEach(
        (id, field) -> number(issue, field).ifPresent(number -> numbers.put(id, number)));
    return numbers;
  }

  private static Optional<BigDecimal> number(Issue issue, CustomField field) {
    return Optional.ofNullable(issue.getCustomFieldValue(field))
        .filter(Number.class::isInstance)
        .map(number -> ((Number) number).doubleValue())
        .filter(Double::isFinite)
        .map(BigDecimal::valueOf);
  }
}
