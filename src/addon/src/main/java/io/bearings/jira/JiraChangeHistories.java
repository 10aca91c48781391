package io.bearings.jira;

import com.atlassian.jira.issue.CustomFieldManager;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.bearings.flow.StatusCategory;
import io.bearings.progress.ChangeHistories;
import io.bearings.progress.KeptHistory;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Jira's change history, read through its own services. */
@Component
class JiraChangeHistories implements ChangeHistories {
  private static final Logger LOG = LoggerFactory.getLogger(JiraChangeHistories.class);

  private final IssueManager issueManager;
  private final CustomFieldManager customFields;
  private final SiteSettings settings;
  private final AgileFields agileFields;
  private final HostService services;

  /** Statuses that were asked for and are not there any more. */
  private final Set<String> unknownStatuses = ConcurrentHashMap.newKeySet();

  @Inject
  JiraChangeHistories(
      @ComponentImport IssueManager issueManager,
      @ComponentImport CustomFieldManager customFields,
      SiteSettings settings,
      AgileFields agileFields,
      HostService services) {
    this.issueManager = issueManager;
    this.customFields = customFields;
    this.settings = settings;
    this.agileFields = agileFields;
    this.services = services;
  }

  @Override
  public List<KeptHistory> of(Collection<Long> issueIds) {
    return read(issueIds, Map.of()).stream().map(Recent::history).toList();
  }

  @Override
  public List<Recent> since(Map<Long, Instant> since) {
    return read(since.keySet(), since);
  }

  private List<Recent> read(Collection<Long> issueIds, Map<Long, Instant> since) {
    if (issueIds.isEmpty()) {
      return List.of();
    }
    try {
      Optional<ChangeSource> changes = ChangeSource.find(services);
      return changes.isPresent() ? read(issueIds, since, changes.get()) : List.of();
    } catch (LinkageError e) {
      LOG.warn("This Jira does not tell what changed: past days cannot be asked for", e);
      return List.of();
    }
  }

  private List<Recent> read(
      Collection<Long> issueIds, Map<Long, Instant> since, ChangeSource changes) {
    NumberReading numbers = NumberReading.of(settings.current(), customFields);
    AgileFields.Present agile = agileFields.present();
    VersionSource versions = VersionSource.find(services);
    Map<String, StatusCategory> categories = StatusSource.categories(services);
    PastReading past =
        new PastReading(
            new PastReading.FieldNames(
                named(numbers.points(), Set.of()),
                named(agile.sprint(), Set.of("sprint")),
                named(agile.epicLink(), Set.of("epic link")),
                named(numbers.others())),
            id -> categoryOf(id, categories));
    List<Recent> histories = new ArrayList<>();
    for (Issue issue : issueManager.getIssueObjects(List.copyOf(issueIds))) {
      PastReading.Present present = IssueReading.present(issue, numbers, agile, versions);
      List<PastReading.Group> groups = changes.of(issue);
      histories.add(
          new Recent(
              past.history(present, groups),
              Optional.ofNullable(since.get(issue.getId()))
                  .flatMap(moment -> changed(present.created(), groups, moment))));
    }
    return histories;
  }

  private static Optional<Set<String>> changed(
      Instant created, List<PastReading.Group> groups, Instant since) {
    Set<String> fields = new HashSet<>();
    groups.stream()
        .filter(group -> !group.at().isBefore(since))
        .flatMap(group -> group.items().stream())
        .forEach(item -> fields.add(item.field().strip().toLowerCase(Locale.ROOT)));
    return Optional.of(fields).filter(all -> !all.isEmpty() && created.isBefore(since));
  }

  private static Map<String, Set<String>> named(Map<String, CustomField> fields) {
    Map<String, Set<String>> named = new HashMap<>();
    fields.forEach((id, field) -> named.put(id, named(Optional.of(field), Set.of())));
    return named;
  }

  /** The name of a field now, and those it has where nobody renamed it. */
  private static Set<String> named(Optional<CustomField> field, Set<String> usual) {
    Set<String> names = new HashSet<>(usual);
    field
        .flatMap(it -> Optional.ofNullable(it.getUntranslatedName()).or(() -> name(it)))
        .ifPresent(name -> names.add(name.toLowerCase(Locale.ROOT)));
    return names;
  }

  private static Optional<String> name(CustomField field) {
    return Optional.ofNullable(field.getName());
  }

  /** A status that was deleted counts as not begun. */
  private StatusCategory categoryOf(String statusId, Map<String, StatusCategory> categories) {
    StatusCategory category = categories.get(statusId);
    if (category == null) {
      if (unknownStatuses.add(statusId)) {
        LOG.warn(
            "Issues were in the status {}, which this Jira does not have: it counts as To Do."
                + " Such statuses so far: {}",
            statusId,
            unknownStatuses.size());
      }
      return StatusCategory.TO_DO;
    }
    return category;
  }
}
