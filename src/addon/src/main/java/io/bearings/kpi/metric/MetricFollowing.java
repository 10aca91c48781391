package io.bearings.kpi.metric;

import io.bearings.kpi.metric.MeasuredProjects.Progress;
import io.bearings.okr.NumberFields;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.Backfill;
import io.bearings.progress.IssueFollowing;
import io.bearings.progress.IssueWatch;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Follows whole projects for metric KPIs: says which are measured, keeps what is copied of their
 * issues in step with Jira, and tells whose values may have changed. Where no KPI measures anything
 * it costs nothing but a look at a short list now and then.
 */
@Named
public final class MetricFollowing implements IssueWatch {
  /** How old the list of measured projects may be, which another node may have made longer. */
  static final Duration LIST = Duration.ofSeconds(20);

  private final MeasuredProjects measured;
  private final MetricFacts facts;
  private final CurrentFacts current;
  private final Backfill backfill;
  private final IssueFollowing following;
  private final Metrics metrics;
  private final NumberFields numbers;
  private final BackfillStart start;
  private final Clock clock;
  private final List<MetricRefresh> listeners = new CopyOnWriteArrayList<>();
  private volatile Known known = new Known(Set.of(), Instant.MIN);

  @Inject
  public MetricFollowing(
      MeasuredProjects measured,
      MetricFacts facts,
      CurrentFacts current,
      Backfill backfill,
      IssueFollowing following,
      Metrics metrics,
      NumberFields numbers,
      BackfillStart start,
      Clock clock) {
    this.measured = measured;
    this.facts = facts;
    this.current = current;
    this.backfill = backfill;
    this.following = following;
    this.metrics = metrics;
    this.numbers = numbers;
    this.start = start;
    this.clock = clock;
  }

  /** The measured projects as they were at a moment. */
  private record Known(Set<Long> projectIds, Instant at) {}

  /** Tells a listener from now on whose values may have changed. */
  public void listen(MetricRefresh listener) {
    listeners.add(listener);
  }

  /**
   * A KPI has these metrics from now on. Projects that nobody measured before are read from now on,
   * in the background.
   *
   * @param owner as whom boards are looked at
   * @param specs all metrics of the KPI; none where it has no metric any more, or is put away
   * @param months of issues that are done only those that changed in so many months; 0: all
   * @return the projects that it measures
   * @throws Refusal.Invalid naming {@code board} where the owner may not see it
   * @throws Refusal.Unavailable while Jira or the database does not answer
   */
  public Set<Long> follow(
      Person owner, long kpiId, long unitId, Collection<MetricSpec> specs, int months) {
    Set<Long> projects = new HashSet<>();
    for (MetricSpec each : specs) {
      projects.addAll(metrics.projects(owner, unitId, each));
      if (each.metric() instanceof Metric.OfField of) {
        numbers.keep(of.field());
      }
    }
    measure(kpiId, projects, months);
    return projects;
  }

  private void measure(long kpiId, Set<Long> projects, int months) {
    boolean waits = measured.measure(kpiId, projects, months, clock.instant());
    known = new Known(Set.of(), Instant.MIN);
    if (waits) {
      start.begin();
    }
  }

  /**
   * Somebody asks for the past of a KPI: what of it could not be read is tried again now.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public void tryAgain(long kpiId) {
    if (measured.again(kpiId, clock.instant())) {
      start.begin();
    }
  }

  /**
   * Somebody wants to see a proposal for a project, or the velocity of one: its past is read, be it
   * measured by no KPI.
   *
   * @param months as for {@link #follow}
   */
  public void look(Set<Long> projectIds, int months) {
    measure(MeasuredProjects.NO_KPI, projectIds, months);
  }

  /** How far these projects were read; one that nobody measures is left out. One statement. */
  public List<Progress> progress(Collection<Long> projectIds) {
    return projectIds.isEmpty() ? List.of() : measured.progress(projectIds);
  }

  /** How far the projects were read that a KPI measures. One statement. */
  public List<Progress> progressOf(long kpiId) {
    return measured.progressOf(kpiId);
  }

  @Override
  public void changed(Map<Long, Set<Long>> projectIds) {
    Set<Long> projects = projects();
    if (projects.isEmpty()) {
      return;
    }
    Set<Long> candidates = new HashSet<>();
    projectIds.forEach(
        (id, in) -> {
          if (in.isEmpty() || !Collections.disjoint(in, projects)) {
            candidates.add(id);
          }
        });
    if (!candidates.isEmpty()) {
      tell(renew(candidates, projects));
    }
  }

  /** Brings what is kept of issues up to date, and says in which measured projects they are. */
  private Set<Long> renew(Set<Long> issueIds, Set<Long> projects) {
    Map<Long, Long> before = facts.projectsOf(issueIds);
    Set<Long> touched = new HashSet<>(before.values());
    List<KeptFacts> now = new ArrayList<>();
    for (KeptFacts each : current.of(issueIds)) {
      if (projects.contains(each.projectId()) || before.containsKey(each.issueId())) {
        now.add(each);
        touched.add(each.projectId());
      }
    }
    if (!now.isEmpty()) {
      backfill.fill(now.stream().map(KeptFacts::issueId).toList());
      facts.keep(now);
    }
    touched.retainAll(projects);
    return touched;
  }

  /**
   * A sprint was started, completed or deleted, which changes issues without an event for each.
   *
   * @throws Refusal.Unavailable while the database cannot be used
   */
  public void sprintChanged(long sprintId) {
    if (projects().isEmpty()) {
      return;
    }
    Set<Long> issueIds = facts.everInSprint(sprintId);
    if (!issueIds.isEmpty()) {
      following.renewPast(issueIds);
      Map<Long, Set<Long>> all = new HashMap<>();
      issueIds.forEach(id -> all.put(id, Set.of()));
      changed(all);
    }
  }

  /** The past of a project is kept now. */
  void complete(long projectId) {
    Set<Long> kpis = kpisOf(Set.of(projectId));
    if (!kpis.isEmpty()) {
      listeners.forEach(each -> each.complete(kpis));
    }
  }

  /** Says whose values may have changed; of a project that is not read yet nothing can be said. */
  private void tell(Set<Long> projects) {
    Set<Long> read = new HashSet<>();
    progress(projects).stream()
        .filter(Progress::isDone)
        .forEach(each -> read.add(each.projectId()));
    Set<Long> kpis = read.isEmpty() ? Set.of() : kpisOf(read);
    if (!kpis.isEmpty()) {
      listeners.forEach(each -> each.refresh(kpis));
    }
  }

  private Set<Long> kpisOf(Set<Long> projects) {
    Set<Long> kpis = new HashSet<>(measured.kpisOf(projects));
    kpis.remove(MeasuredProjects.NO_KPI);
    return kpis;
  }

  private Set<Long> projects() {
    Known last = known;
    Instant now = clock.instant();
    if (now.isBefore(last.at()) || !now.isBefore(last.at().plus(LIST))) {
      last = new Known(measured.all(), now);
      known = last;
    }
    return last.projectIds();
  }
}
