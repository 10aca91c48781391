package io.bearings.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.progress.QueryNames;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The names of Jira's projects and custom fields, which Jira keeps in memory. */
@Component
class JiraQueryNames implements QueryNames {
  private static final Logger LOG = LoggerFactory.getLogger(JiraQueryNames.class);
  private static final String SYSTEM = "com.atlassian.jira.plugin.system.customfieldtypes:";
  private static final String JIRA_SOFTWARE = "com.pyxis.greenhopper.jira:";

  /** A sub-task is where its parent is. */
  private static final Set<String> WITH_THE_PARENT = Set.of("parent", "parent issue", "issuetype");

  /** Fields that hold what somebody entered, and not what was calculated. */
  private static final Set<String> STORED =
      Stream.of(
              "cascadingselect",
              "datepicker",
              "datetime",
              "float",
              "labels",
              "multicheckboxes",
              "multiselect",
              "radiobuttons",
              "select",
              "textarea",
              "textfield",
              "url")
          .map(SYSTEM::concat)
          .collect(Collectors.toUnmodifiableSet());

  /**
   * The fields of Jira Software, with the name that their changes have whatever they are called.
   */
  private static final Map<String, String> AGILE =
      Map.of(
          JIRA_SOFTWARE + "gh-sprint", "sprint",
          JIRA_SOFTWARE + "gh-epic-link", "epic link",
          JIRA_SOFTWARE + "gh-epic-label", "epic name",
          JIRA_SOFTWARE + "gh-lexo-rank", "rank");

  private final ProjectManager projects;
  private final CustomFieldManager customFields;

  @Inject
  JiraQueryNames(
      @ComponentImport ProjectManager projects, @ComponentImport CustomFieldManager customFields) {
    this.projects = projects;
    this.customFields = customFields;
  }

  @Override
  public Names now() {
    try {
      Map<String, Set<Long>> meant = new HashMap<>();
      projects.getProjectObjects().forEach(project -> names(project, meant));
      Map<String, Set<String>> fields = new HashMap<>();
      Set<String> others = new HashSet<>();
      customFields.getCustomFieldObjects().forEach(field -> names(field, fields, others));
      return new Names(meant, fields, others);
    } catch (LinkageError e) {
      LOG.warn("This Jira does not tell its projects and fields: queries are asked each time", e);
      return Names.NONE;
    }
  }

  private static void names(Project project, Map<String, Set<Long>> meant) {
    Stream.of(project.getKey(), project.getName(), String.valueOf(project.getId()))
        .filter(name -> name != null)
        .forEach(
            name -> meant.computeIfAbsent(small(name), it -> new HashSet<>()).add(project.getId()));
  }

  private static void names(
      CustomField field, Map<String, Set<String>> fields, Set<String> others) {
    String type = field.getCustomFieldType().getKey();
    Set<String> called =
        Stream.of(field.getName(), field.getUntranslatedName())
            .filter(name -> name != null)
            .map(JiraQueryNames::small)
            .collect(Collectors.toSet());
    boolean agile = AGILE.containsKey(type);
    if (!agile && !STORED.contains(type)) {
      others.addAll(called);
      return;
    }
    if (agile) {
      called.add(AGILE.get(type));
    }
    Set<String> changes = new HashSet<>(called);
    if (agile) {
      changes.addAll(WITH_THE_PARENT);
    }
    called.add("cf[" + field.getIdAsLong() + "]");
    called.forEach(name -> fields.computeIfAbsent(name, it -> new HashSet<>()).addAll(changes));
  }

  private static String small(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
