package io.bearings.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.history.ChangeItemBean;
import io.bearings.host.software.SprintData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The sprint and the epic of an issue, as an edit sets them: a sprint by its id, an epic by its
 * key.
 */
final class AgileFields {
  private static final String EPIC = "Epic";

  private final BoardTables boards;
  private final Issues issues;

  AgileFields(BoardTables boards, Issues issues) {
    this.boards = boards;
    this.issues = issues;
  }

  /**
   * What an edit will do.
   *
   * @param item what history will say; empty when nothing changes
   */
  record Planned(Optional<ChangeItemBean> item, Runnable write) {
    private static final Planned NOTHING = new Planned(Optional.empty(), () -> {});
  }

  /** Plans the change of a sprint or an epic; empty for a field of another kind. */
  Optional<Planned> plan(FieldReader reader, Site.Field field, HostIssue issue, Object value) {
    return switch (CustomFields.kind(field.typeKey()).orElse(CustomFields.Kind.TEXT)) {
      case SPRINTS -> Optional.of(sprint(reader, field.fullId(), issue, value));
      case EPIC -> Optional.of(epic(reader, field.fullId(), issue, value));
      case NUMBER, TEXT -> Optional.empty();
    };
  }

  private Planned sprint(FieldReader reader, String field, HostIssue issue, Object value) {
    if (value == null) {
      return moved(issue, Optional.empty());
    }
    Optional<SprintData> sprint =
        value instanceof Number id
            ? boards.sprint(id.longValue()).filter(SprintData::open)
            : Optional.empty();
    if (sprint.isEmpty()) {
      reader.wrong(field, "There is no sprint " + value + " that is not completed.");
      return Planned.NOTHING;
    }
    if (issue.isSubTask()) {
      reader.wrong(field, "A sub-task is in the sprint of its parent.");
      return Planned.NOTHING;
    }
    return moved(issue, sprint);
  }

  /**
   * An issue leaves the sprint that is not completed, and joins another one; history keeps both.
   */
  Planned moved(HostIssue issue, Optional<SprintData> sprint) {
    List<SprintData> before = boards.sprintsOfIssue(issue.getId());
    List<SprintData> after = new ArrayList<>(before);
    after.removeIf(SprintData::open);
    sprint.ifPresent(after::add);
    after.sort(Comparator.comparing(SprintData::id));
    if (after.equals(before)) {
      return Planned.NOTHING;
    }
    List<Long> ids = after.stream().map(SprintData::id).toList();
    return new Planned(
        Optional.of(Changes.ofSprints(before, after)), () -> boards.setSprints(issue.getId(), ids));
  }

  private Planned epic(FieldReader reader, String field, HostIssue issue, Object value) {
    Optional<Issue> before = boards.epicOf(issue.getId()).flatMap(issues::byId);
    Optional<Issue> after = Optional.empty();
    if (value != null) {
      after =
          Optional.of(value)
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .flatMap(issues::byKey)
              .<Issue>map(epic -> epic)
              .filter(epic -> epic.getIssueType().getName().equals(EPIC));
      if (after.isEmpty()) {
        reader.wrong(field, "There is no epic " + value + ".");
        return Planned.NOTHING;
      }
      if (issue.isSubTask() || issue.getIssueType().getName().equals(EPIC)) {
        reader.wrong(field, "Neither a sub-task nor an epic belongs to an epic.");
        return Planned.NOTHING;
      }
    }
    if (after.equals(before)) {
      return Planned.NOTHING;
    }
    Long epicId = after.map(Issue::getId).orElse(null);
    return new Planned(
        Optional.of(Changes.ofEpic(before, after)), () -> boards.setEpic(issue.getId(), epicId));
  }
}
