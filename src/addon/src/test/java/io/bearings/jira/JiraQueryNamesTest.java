package io.bearings.jira;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.customfields.CustomFieldType;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import io.bearings.progress.QueryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class JiraQueryNamesTest {
  private static final String SYSTEM = "com.atlassian.jira.plugin.system.customfieldtypes:";

  private final ProjectManager projects = mock(ProjectManager.class);
  private final CustomFieldManager customFields = mock(CustomFieldManager.class);
  private final List<CustomField> fields = new ArrayList<>();
  private final JiraQueryNames names = new JiraQueryNames(projects, customFields);

  @Before
  public void aSite() {
    List<Project> all = List.of(project(1, "OPS", "Operations"), project(2, "DEMO", "Ops"));
    when(projects.getProjectObjects()).thenReturn(all);
    when(customFields.getCustomFieldObjects()).thenReturn(fields);
  }

  private static Project project(long id, String key, String name) {
    Project project = mock(Project.class);
    when(project.getId()).thenReturn(id);
    when(project.getKey()).thenReturn(key);
    when(project.getName()).thenReturn(name);
    return project;
  }

  private void field(long id, String name, String untranslated, String type) {
    CustomFieldType<?, ?> fieldType = mock(CustomFieldType.class);
    when(fieldType.getKey()).thenReturn(type);
    CustomField field = mock(CustomField.class);
    doReturn(fieldType).when(field).getCustomFieldType();
    when(field.getIdAsLong()).thenReturn(id);
    when(field.getName()).thenReturn(name);
    when(field.getUntranslatedName()).thenReturn(untranslated);
    fields.add(field);
  }

  @Test
  public void aWordMeansEveryProjectThatHasItAsKeyNameOrId() {
    assertThat(names.now().projects())
        .isEqualTo(
            Map.of(
                "ops", Set.of(1L, 2L),
                "operations", Set.of(1L),
                "demo", Set.of(2L),
                "1", Set.of(1L),
                "2", Set.of(2L)));
  }

  @Test
  public void aFieldIsKnownByItsNamesAndItsNumber() {
    field(7, "Nutzen", "Benefit", SYSTEM + "float");
    field(8, "Iteration", "Iteration", "com.pyxis.greenhopper.jira:gh-sprint");
    field(9, "Approver", "Approver", SYSTEM + "userpicker");
    field(10, "Progress", null, "com.example:calculated");
    QueryNames.Names now = names.now();

    Set<String> benefit = Set.of("nutzen", "benefit");
    Set<String> sprint = Set.of("iteration", "sprint", "parent", "parent issue", "issuetype");
    assertThat(now.fields())
        .isEqualTo(
            Map.of(
                "nutzen", benefit,
                "benefit", benefit,
                "cf[7]", benefit,
                "iteration", sprint,
                "sprint", sprint,
                "cf[8]", sprint));
    assertThat(now.others()).containsExactlyInAnyOrder("approver", "progress");
  }

  @Test
  public void whereJiraDoesNotTellThemNothingIsKnown() {
    when(projects.getProjectObjects()).thenThrow(new NoSuchMethodError("getProjectObjects"));

    assertThat(names.now()).isEqualTo(QueryNames.Names.NONE);
  }
}
