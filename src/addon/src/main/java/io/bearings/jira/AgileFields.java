package io.bearings.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The sprints and the epic of an issue, from the fields that Jira Software adds to issues; without
 * it there are neither. Each reading costs what reading a custom field costs in Jira.
 */
@Component
public class AgileFields {
  private static final Logger LOG = LoggerFactory.getLogger(AgileFields.class);
  private static final String JIRA_SOFTWARE = "com.pyxis.greenhopper.jira:";
  private static final String SPRINT = JIRA_SOFTWARE + "gh-sprint";
  private static final String EPIC_LINK = JIRA_SOFTWARE + "gh-epic-link";

  private final CustomFieldManager fields;

  @Inject
  public AgileFields(@ComponentImport CustomFieldManager fields) {
    this.fields = fields;
  }

  /** The two fields as they are now; for reading many issues they are looked up once. */
  public Present present() {
    return new Present(field(SPRINT), field(EPIC_LINK));
  }

  private Optional<CustomField> field(String type) {
    return fields.getCustomFieldObjects().stream()
        .filter(field -> field.getCustomFieldType().getKey().equals(type))
        .findFirst();
  }

  /** The fields that are there. */
  public record Present(Optional<CustomField> sprint, Optional<CustomField> epicLink) {

    /** The ids of all sprints that an issue is in, completed ones included. */
    public Set<Long> sprintIds(Issue issue) {
      Object value = sprint.map(issue::getCustomFieldValue).orElse(null);
      try {
        return SprintReading.ids(value);
      } catch (Reflection.Mismatch | Reflection.Failed e) {
        LOG.warn("The sprints of {} cannot be read", issue.getKey(), e);
        return Set.of();
      }
    }

    /** The id of an issue's epic. */
    public Optional<Long> epicId(Issue issue) {
      return epicLink
          .map(issue::getCustomFieldValue)
          .filter(Issue.class::isInstance)
          .map(epic -> ((Issue) epic).getId());
    }
  }
}
