package io.bearings.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.issuetype.IssueType;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import io.bearings.flow.Boards;
import io.bearings.kpi.metric.JiraNames;
import io.bearings.okr.Access;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.WeightBy;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person calls Jira's things.
 *
 * @param who may see what they name
 */
record MetricNames(
    Person who,
    HostService services,
    Access access,
    Standpoints standpoints,
    Boards boards,
    ProjectManager projects,
    CustomFieldManager customFields)
    implements JiraNames {
  private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");
  private static final String NUMBER = "com.atlassian.jira.plugin.system.customfieldtypes:float";

  private static final Map<String, WeightBy> USUAL =
      Map.of(
          "points", WeightBy.POINTS,
          "story points", WeightBy.POINTS,
          "estimate", WeightBy.ESTIMATE,
          "timeoriginalestimate", WeightBy.ESTIMATE,
          "original estimate", WeightBy.ESTIMATE,
          "issues", WeightBy.ISSUES);

  /** Jira does not say which types are bugs. */
  private static final Set<String> BUGS =
      Set.of("bug", "defect", "fehler", "error", "bogue", "anomalie", "defecto", "incidencia");

  @Override
  public Optional<Long> project(String key) {
    return access.project(who, key.strip().toUpperCase(Locale.ROOT)).map(ProjectRef::id);
  }

  @Override
  public Optional<Long> board(String id) {
    return id(id)
        .filter(number -> boards.all(who).stream().anyMatch(board -> board.id() == number));
  }

  private static Optional<Long> id(String text) {
    return Optional.of(text.strip()).filter(it -> ID.matcher(it).matches()).map(Long::valueOf);
  }

  @Override
  public Optional<Long> unit(String idOrName) {
    List<Unit> units = standpoints.of(who).units();
    Optional<Long> byId =
        id(idOrName).filter(id -> units.stream().anyMatch(unit -> unit.id() == id));
    return byId.isPresent()
        ? byId
        : units.stream()
            .filter(unit -> !unit.archived() && isCalled(unit.name(), idOrName))
            .map(Unit::id)
            .findFirst();
  }

  @Override
  public Set<String> statuses(String name) {
    return StatusSource.called(services, name);
  }

  @Override
  public Optional<WeightBy> number(String idOrName) {
    Optional<WeightBy> usual =
        Optional.ofNullable(USUAL.get(idOrName.strip().toLowerCase(Locale.ROOT)));
    return usual.or(
        () ->
            customFields.getCustomFieldObjects().stream()
                .filter(field -> field.getCustomFieldType().getKey().equals(NUMBER))
                .filter(
                    field ->
                        field.getId().equalsIgnoreCase(idOrName.strip())
                            || isCalled(field.getName(), idOrName)
                            || isCalled(field.getUntranslatedName(), idOrName))
                .map(CustomField::getId)
                .flatMap(id -> WeightBy.of(id).stream())
                .findFirst());
  }

  @Override
  public Set<String> bugTypes() {
    Set<String> ids = new HashSet<>();
    for (Project project : projects.getProjectObjects()) {
      for (IssueType type : project.getIssueTypes()) {
        if (type.getName() != null && BUGS.contains(type.getName().toLowerCase(Locale.ROOT))) {
          ids.add(type.getId());
        }
      }
    }
    return ids;
  }

  private static boolean isCalled(String name, String wanted) {
    return name != null && name.strip().equalsIgnoreCase(wanted.strip());
  }
}
