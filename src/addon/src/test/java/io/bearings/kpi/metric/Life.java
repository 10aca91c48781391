package io.bearings.kpi.metric;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The life of a made-up issue, told from its creation on. */
final class Life {
  private final long id;
  private final List<IssueHistory.Moment> moments = new ArrayList<>();
  private Instant at;
  private String typeId = "story";
  private String statusId = "open";
  private StatusCategory category = StatusCategory.TO_DO;
  private Optional<String> resolution = Optional.empty();
  private Optional<BigDecimal> points = Optional.empty();
  private Optional<Long> estimate = Optional.empty();
  private Set<Long> sprints = Set.of();
  private Set<Long> versions = Set.of();
  private Optional<Long> parent = Optional.empty();
  private Map<String, BigDecimal> numbers = Map.of();
  private long project = 10;
  private Optional<Instant> deleted = Optional.empty();
  private Optional<Instant> resolved = Optional.empty();
  private Optional<LocalDate> start = Optional.empty();
  private Optional<LocalDate> due = Optional.empty();
  private Set<Long> affected = Set.of();
  private Optional<String> reporter = Optional.empty();
  private Optional<List<IssueFacts.Comment>> comments = Optional.empty();
  private Optional<List<IssueFacts.Worklog>> worklogs = Optional.empty();

  private Life(long id, Instant created) {
    this.id = id;
    this.at = created;
  }

  /** An open story; what is said before the first {@link #on} belongs to its creation. */
  static Life of(long id, String created) {
    return new Life(id, instant(created));
  }

  /** A day is its midnight. */
  static Instant instant(String text) {
    return Instant.parse(text.length() == 10 ? text + "T00:00:00Z" : text);
  }

  /** What is said next happened then. */
  Life on(String when) {
    return on(instant(when));
  }

  Life on(Instant when) {
    keep();
    at = when;
    return this;
  }

  private void keep() {
    moments.add(
        new IssueHistory.Moment(
            at,
            new IssueSnapshot(
                project,
                statusId,
                category,
                resolution,
                points,
                estimate,
                sprints,
                versions,
                Optional.empty(),
                parent,
                numbers)));
  }

  Life to(String status, StatusCategory to) {
    statusId = status;
    category = to;
    return this;
  }

  Life begin() {
    return to("doing", StatusCategory.IN_PROGRESS);
  }

  Life done() {
    resolution = Optional.of("Done");
    return to("done", StatusCategory.DONE);
  }

  Life resolve(String as) {
    resolution = Optional.of(as);
    return this;
  }

  Life unresolve() {
    resolution = Optional.empty();
    return this;
  }

  Life reopen() {
    resolution = Optional.empty();
    return to("open", StatusCategory.TO_DO);
  }

  Life type(String type) {
    typeId = type;
    return this;
  }

  Life points(Number value) {
    points = Optional.of(new BigDecimal(value.toString()));
    return this;
  }

  Life withoutPoints() {
    points = Optional.empty();
    return this;
  }

  Life estimate(long seconds) {
    estimate = Optional.of(seconds);
    return this;
  }

  Life number(String field, String value) {
    numbers = Map.of(field, new BigDecimal(value));
    return this;
  }

  Life sprints(Long... ids) {
    sprints = Set.of(ids);
    return this;
  }

  Life versions(Long... ids) {
    versions = Set.of(ids);
    return this;
  }

  Life subTaskOf(long issue) {
    parent = Optional.of(issue);
    return this;
  }

  Life project(long to) {
    project = to;
    return this;
  }

  Life deleted(String when) {
    deleted = Optional.of(instant(when));
    return this;
  }

  Life resolvedInJira(Instant when) {
    resolved = Optional.of(when);
    return this;
  }

  Life planned(String from, String until) {
    start = Optional.of(LocalDate.parse(from));
    return due(until);
  }

  Life due(String day) {
    due = Optional.of(LocalDate.parse(day));
    return this;
  }

  Life affects(Long... ids) {
    affected = Set.of(ids);
    return this;
  }

  Life reporter(String who) {
    reporter = Optional.of(who);
    return this;
  }

  Life silent() {
    comments = Optional.of(comments.orElse(List.of()));
    return this;
  }

  Life comment(String when, String who) {
    List<IssueFacts.Comment> all = new ArrayList<>(comments.orElse(List.of()));
    all.add(new IssueFacts.Comment(instant(when), who));
    comments = Optional.of(all);
    return this;
  }

  Life idle() {
    worklogs = Optional.of(worklogs.orElse(List.of()));
    return this;
  }

  Life log(String when, String who, long hours) {
    List<IssueFacts.Worklog> all = new ArrayList<>(worklogs.orElse(List.of()));
    all.add(new IssueFacts.Worklog(instant(when), who, BigDecimal.valueOf(hours * 3600)));
    worklogs = Optional.of(all);
    return this;
  }

  Set<Long> sprintsNow() {
    return new HashSet<>(sprints);
  }

  boolean isDoneNow() {
    return category == StatusCategory.DONE;
  }

  Instant now() {
    return at;
  }

  /** The end of the telling. */
  IssueFacts facts() {
    keep();
    return new IssueFacts(
        new IssueHistory(id, moments, deleted),
        typeId,
        resolved,
        start,
        due,
        affected,
        reporter,
        comments,
        worklogs);
  }
}
