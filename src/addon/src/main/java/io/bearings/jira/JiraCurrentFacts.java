package io.bearings.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.flow.StatusCategory;
import io.bearings.kpi.metric.CurrentFacts;
import io.bearings.kpi.metric.KeptFacts;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What metrics need of Jira's issues, read through its own services. */
@Component
class JiraCurrentFacts implements CurrentFacts {
  private static final String DATE = "com.atlassian.jira.plugin.system.customfieldtypes:datepicker";
  private static final String TARGET_START = "com.atlassian.jpo:jpo-custom-field-baseline-start";

  /** What sites call the date on which work is planned to begin; Jira itself has none. */
  private static final Set<String> START = Set.of("start date", "target start", "planned start");

  private static final int DAYS_OF_MONTH = 31;

  private final IssueManager issueManager;
  private final CustomFieldManager customFields;
  private final HostService services;
  private final Clock clock;

  @Inject
  JiraCurrentFacts(
      @ComponentImport IssueManager issueManager,
      @ComponentImport CustomFieldManager customFields,
      HostService services,
      Clock clock) {
    this.issueManager = issueManager;
    this.customFields = customFields;
    this.services = services;
    this.clock = clock;
  }

  @Override
  public List<KeptFacts> of(Collection<Long> issueIds) {
    if (issueIds.isEmpty()) {
      return List.of();
    }
    try {
      Reading reading =
          new Reading(
              startField(),
              VersionSource.find(services),
              TalkSource.find(services),
              WorkSource.find(services),
              clock.getZone());
      List<KeptFacts> facts = new ArrayList<>();
      for (Issue issue : issueManager.getIssueObjects(List.copyOf(issueIds))) {
        facts.add(reading.of(issue));
      }
      return facts;
    } catch (LinkageError e) {
      throw missing(e);
    }
  }

  private static Refusal missing(LinkageError e) {
    return new Refusal.Unavailable(Message.of("bearings.error.missing", e.getMessage()), e);
  }

  private Optional<CustomField> startField() {
    return customFields.getCustomFieldObjects().stream()
        .filter(JiraCurrentFacts::isStart)
        .findFirst();
  }

  private static boolean isStart(CustomField field) {
    String type = field.getCustomFieldType().getKey();
    String name = Optional.ofNullable(field.getUntranslatedName()).orElse("");
    return type.equals(TARGET_START)
        || type.equals(DATE) && START.contains(name.strip().toLowerCase(Locale.ROOT));
  }

  /** Where the facts of many issues come from, looked up once. */
  private record Reading(
      Optional<CustomField> start,
      VersionSource versions,
      TalkSource talk,
      WorkSource work,
      ZoneId zone) {
    KeptFacts of(Issue issue) {
      return new KeptFacts(
          issue.getId(),
          issue.getProjectId(),
          Optional.ofNullable(issue.getIssueTypeId()).orElse(""),
          Optional.ofNullable(issue.getReporterId()),
          Optional.ofNullable(issue.getResolutionDate()).map(Timestamp::toInstant),
          start
              .map(issue::getCustomFieldValue)
              .filter(Date.class::isInstance)
              .map(date -> dayOf((Date) date)),
          Optional.ofNullable(issue.getDueDate()).map(Reading::dayOf),
          versions.affectedBy(issue),
          talk.firstOfEach(issue),
          work.of(issue, zone),
          IssueReading.updated(issue),
          IssueReading.category(issue.getStatus()) != StatusCategory.DONE);
    }

    /** Jira keeps days as midnights of its server, whatever its default time zone is. */
    private static LocalDate dayOf(Date midnight) {
      return new Timestamp(midnight.getTime()).toLocalDateTime().toLocalDate();
    }
  }

  @Override
  public Page ofProject(long projectId, int months, int from, int most) {
    String jql =
        "project = "
            + projectId
            + (months == 0
                ? ""
                : " AND (statusCategory != Done OR updated >= -" + months * DAYS_OF_MONTH + "d)")
            + " ORDER BY created ASC, key ASC";
    try {
      return IssuePages.all(services, jql, from, most);
    } catch (LinkageError e) {
      throw missing(e);
    }
  }
}
