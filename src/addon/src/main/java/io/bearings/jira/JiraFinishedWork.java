package io.bearings.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.flow.Period;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.FinishedWork;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What projects finished, by one search for issues that were resolved. */
@Component
class JiraFinishedWork implements FinishedWork {
  private final HostService services;
  private final JiraPeople people;
  private final CustomFieldManager customFields;
  private final SiteSettings settings;

  @Inject
  JiraFinishedWork(
      HostService services,
      JiraPeople people,
      @ComponentImport CustomFieldManager customFields,
      SiteSettings settings) {
    this.services = services;
    this.people = people;
    this.customFields = customFields;
    this.settings = settings;
  }

  @Override
  public Answer between(
      Person who, Collection<Long> projectIds, Period period, boolean points, int most) {
    // Days of a search are days of whoever asks, ours are those of the site: a day more at each end
    // holds both.
    String jql =
        done(projectIds)
            + " AND resolved >= \""
            + period.first().minusDays(1)
            + "\" AND resolved < \""
            + period.last().plusDays(2)
            + "\"";
    Optional<CustomField> pointField = points ? pointField() : Optional.empty();
    FinishedSearch.Page page = find(who, jql, most);
    return new Answer(
        page.issues().stream().flatMap(issue -> finished(issue, pointField)).toList(),
        page.total());
  }

  @Override
  public int undated(Person who, Collection<Long> projectIds, Period period) {
    String jql =
        done(projectIds)
            + " AND resolution is EMPTY AND updated >= \""
            + period.first().minusDays(1)
            + "\"";
    return find(who, jql, 0).total();
  }

  @Override
  public int count(
      Person who, Collection<Long> projectIds, Period period, Set<String> outOfScopeIds) {
    String jql =
        done(projectIds)
            + " AND issuetype in standardIssueTypes() AND resolved >= \""
            + period.first()
            + "\" AND resolved < \""
            + period.last().plusDays(1)
            + "\""
            + (outOfScopeIds.isEmpty()
                ? ""
                : " AND resolution not in ("
                    + outOfScopeIds.stream().sorted().collect(Collectors.joining(", "))
                    + ")");
    return find(who, jql, 0).total();
  }

  private static String done(Collection<Long> projectIds) {
    return "project in ("
        + projectIds.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "))
        + ") AND statusCategory = Done";
  }

  private Optional<CustomField> pointField() {
    return settings
        .current()
        .storyPointField()
        .flatMap(id -> Optional.ofNullable(customFields.getCustomFieldObject(id)));
  }

  private static Stream<Finished> finished(Issue issue, Optional<CustomField> pointField) {
    return Stream.ofNullable(issue.getResolutionDate())
        .map(Timestamp::toInstant)
        .map(
            resolved ->
                new Finished(
                    issue.getId(),
                    issue.isSubTask(),
                    resolved,
                    Optional.ofNullable(issue.getResolutionId()),
                    new NumberReading(pointField, Map.of()).points(issue)));
  }

  private FinishedSearch.Page find(Person who, String jql, int most) {
    try {
      return FinishedSearch.find(services, people.user(who).orElse(null), jql, most);
    } catch (LinkageError e) {
      throw new Refusal.Unavailable(Message.of("bearings.error.missing", e.getMessage()), e);
    }
  }
}
