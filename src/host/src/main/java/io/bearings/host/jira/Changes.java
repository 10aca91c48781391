package io.bearings.host.jira;

import static java.util.stream.Collectors.joining;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueConstant;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.project.version.Version;
import com.atlassian.jira.user.ApplicationUser;
import io.bearings.host.software.SprintData;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The items of a change as Jira writes them; null where there was or is nothing. */
final class Changes {
  private static final String FIX_VERSION = "Fix Version";

  private Changes() {}

  static ChangeItemBean ofConstant(String field, IssueConstant from, IssueConstant to) {
    return item(field, id(from), name(from), id(to), name(to));
  }

  private static String id(IssueConstant constant) {
    return constant == null ? null : constant.getId();
  }

  private static String name(IssueConstant constant) {
    return constant == null ? null : constant.getName();
  }

  static ChangeItemBean ofUser(String field, ApplicationUser from, ApplicationUser to) {
    return item(
        field,
        from == null ? null : from.getKey(),
        from == null ? null : from.getDisplayName(),
        to == null ? null : to.getKey(),
        to == null ? null : to.getDisplayName());
  }

  static ChangeItemBean ofText(String field, String from, String to) {
    return item(field, null, from, null, to);
  }

  static ChangeItemBean ofCustomField(String field, String from, String to) {
    return new ChangeItemBean(ChangeItemBean.CUSTOM_FIELD, field, null, from, null, to);
  }

  /** Jira names every sprint that the issue is in, also the completed ones. */
  static ChangeItemBean ofSprints(List<SprintData> from, List<SprintData> to) {
    return new ChangeItemBean(
        ChangeItemBean.CUSTOM_FIELD, "Sprint", ids(from), names(from), ids(to), names(to));
  }

  private static String ids(List<SprintData> sprints) {
    return sprints.stream().map(each -> Long.toString(each.id())).collect(joining(", "));
  }

  private static String names(List<SprintData> sprints) {
    return sprints.stream().map(SprintData::name).collect(joining(", "));
  }

  static ChangeItemBean ofEpic(Optional<Issue> from, Optional<Issue> to) {
    return new ChangeItemBean(
        ChangeItemBean.CUSTOM_FIELD,
        "Epic Link",
        from.map(epic -> epic.getId().toString()).orElse(null),
        from.map(Issue::getKey).orElse(null),
        to.map(epic -> epic.getId().toString()).orElse(null),
        to.map(Issue::getKey).orElse(null));
  }

  /** Jira writes an item for each version that an issue leaves or gets. */
  static List<ChangeItemBean> ofFixVersions(Collection<Version> from, Collection<Version> to) {
    List<ChangeItemBean> items = new ArrayList<>();
    from.stream()
        .filter(each -> !to.contains(each))
        .map(each -> item(FIX_VERSION, each.getId().toString(), each.getName(), null, null))
        .forEach(items::add);
    to.stream()
        .filter(each -> !from.contains(each))
        .map(each -> item(FIX_VERSION, null, null, each.getId().toString(), each.getName()))
        .forEach(items::add);
    return items;
  }

  static ChangeItemBean ofParent(Issue from, Issue to) {
    return item(
        "Parent Issue", from.getId().toString(), from.getKey(), to.getId().toString(), to.getKey());
  }

  static ChangeItemBean item(
      String field, String from, String fromString, String to, String toString) {
    return new ChangeItemBean(ChangeItemBean.STATIC_FIELD, field, from, fromString, to, toString);
  }
}
