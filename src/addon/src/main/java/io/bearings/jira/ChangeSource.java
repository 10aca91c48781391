package io.bearings.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The changes of issues from Jira's change history, looked up when it is needed: its package is not
 * among those that are known to be there.
 */
final class ChangeSource {
  private final ChangeHistoryManager manager;

  private ChangeSource(ChangeHistoryManager manager) {
    this.manager = manager;
  }

  /** Absent where this Jira does not offer it. */
  static Optional<ChangeSource> find(HostService services) {
    return services.find(ChangeHistoryManager.class).map(ChangeSource::new);
  }

  /** All changes of an issue. Costs two statements in Jira. */
  List<PastReading.Group> of(Issue issue) {
    List<PastReading.Group> groups = new ArrayList<>();
    for (ChangeHistory each : manager.getChangeHistories(issue)) {
      groups.add(
          new PastReading.Group(
              each.getId(),
              each.getTimePerformed().toInstant(),
              each.getChangeItemBeans().stream().map(ChangeSource::item).toList()));
    }
    return groups;
  }

  private static PastReading.Item item(ChangeItemBean bean) {
    return new PastReading.Item(
        ChangeItemBean.CUSTOM_FIELD.equals(bean.getFieldType()),
        bean.getField(),
        text(bean.getFrom()),
        text(bean.getFromString()),
        text(bean.getTo()));
  }

  /** Jira writes nothing where a field was or is empty; some databases make it an empty text. */
  private static Optional<String> text(String value) {
    return Optional.ofNullable(value).filter(it -> !it.isBlank());
  }
}
