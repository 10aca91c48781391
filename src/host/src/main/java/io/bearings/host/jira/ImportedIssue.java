package io.bearings.host.jira;

import com.atlassian.jira.issue.history.ChangeItemBean;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One issue of a file, while it is read; what the file does not say stays as it is here. */
final class ImportedIssue {
  /** A change that the file tells of; the author is null where the file names nobody. */
  record Change(String authorKey, Instant created, List<ChangeItemBean> items) {}

  String externalId;
  String key;
  String summary;
  String description;
  String typeId;
  String statusId;
  String resolutionId;
  String priorityId;
  String reporterKey;
  String assigneeKey;
  Instant created;
  Instant updated;
  Instant resolved;
  LocalDate due;
  Long originalEstimate;
  Long estimate;
  Long timeSpent;
  Long levelId;
  String epic;
  final Set<Long> sprints = new LinkedHashSet<>();
  final Set<String> labels = new LinkedHashSet<>();
  final Set<Long> fixVersions = new LinkedHashSet<>();
  final Set<Long> affectedVersions = new LinkedHashSet<>();
  final Set<Long> components = new LinkedHashSet<>();
  final Map<Long, Object> customValues = new LinkedHashMap<>();
  final List<Change> history = new ArrayList<>();
}
