package io.bearings.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.worklog.Worklog;
import com.atlassian.jira.issue.worklog.WorklogManager;
import io.bearings.kpi.metric.KeptFacts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The work that was logged on issues, looked up when it is needed: how it is called is not certain.
 *
 * <p>Source and confidence: Jira documentation; L.
 */
final class WorkSource {
  private final Optional<WorklogManager> manager;

  private WorkSource(Optional<WorklogManager> manager) {
    this.manager = manager;
  }

  static WorkSource find(HostService services) {
    return new WorkSource(services.find(WorklogManager.class));
  }

  /**
   * What was logged on an issue, by day and author; without an author it is left out. Costs a
   * statement in Jira.
   */
  List<KeptFacts.Logged> of(Issue issue, ZoneId zone) {
    Map<LocalDate, Map<String, Long>> seconds = new TreeMap<>();
    if (manager.isPresent()) {
      for (Worklog each : manager.get().getByIssue(issue)) {
        if (each.getAuthorKey() != null
            && each.getStartDate() != null
            && each.getTimeSpent() != null) {
          seconds
              .computeIfAbsent(
                  LocalDate.ofInstant(each.getStartDate().toInstant(), zone),
                  day -> new TreeMap<>())
              .merge(each.getAuthorKey(), each.getTimeSpent(), Long::sum);
        }
      }
    }
    List<KeptFacts.Logged> logged = new ArrayList<>();
    seconds.forEach(
        (day, of) ->
            of.forEach(
                (author, sum) ->
                    logged.add(new KeptFacts.Logged(day, author, BigDecimal.valueOf(sum)))));
    return logged;
  }
}
