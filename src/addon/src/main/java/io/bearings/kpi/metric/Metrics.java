package io.bearings.kpi.metric;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.Releases;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Period;
import io.bearings.kpi.Periods;
import io.bearings.kpi.metric.MetricFacts.Since;
import io.bearings.okr.Decimals;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counts metrics over the issues of real projects, from what is kept of them: Jira is asked for
 * boards, sprints, versions and queries, never for issues. How many statements that takes depends
 * neither on how many metrics of one territory are counted nor on how many windows.
 */
@Named
public final class Metrics {
  /** How many sprints the velocity of a team is told of. */
  public static final int SPRINTS = 12;

  /** How many months a proposal looks at. */
  public static final int MONTHS = 12;

  private final Territories territories;
  private final Standpoints standpoints;
  private final MetricFacts facts;
  private final SiteSettings settings;
  private final Clock clock;

  @Inject
  public Metrics(
      Territories territories,
      Standpoints standpoints,
      MetricFacts facts,
      SiteSettings settings,
      Clock clock) {
    this.territories = territories;
    this.standpoints = standpoints;
    this.facts = facts;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * A metric of a KPI.
   *
   * @param owner as whom queries are asked and boards are looked at
   * @param unitId whose work it is where the metric names no place
   * @param inputs what Jira does not tell; {@link Inputs#NONE} where nothing was given
   * @param periods those of the KPI: of the calendar, or what {@link Metrics#periods} gave
   */
  public record Question(
      Person owner,
      long unitId,
      MetricSpec spec,
      Inputs inputs,
      Frequency frequency,
      Periods periods) {
    Ground.Whose whose() {
      return new Ground.Whose(owner, unitId, spec.place());
    }
  }

  /**
   * What a metric came to in a period.
   *
   * @param period of the KPI; of a sum of the sprint report the sprint, which ended on its last day
   */
  public record Counted(Period period, MetricResult result) {}

  /**
   * Counts metrics in one pass over the issues of their territories, of which only those are read
   * that can matter from the first of the days on.
   *
   * @param from a day of the first period
   * @param until a day of the last period; a period that runs has its value to date
   * @return in the order of the questions; of each one result for each period that has begun, the
   *     earliest first. Of a sum of the sprint report one for each sprint that ended between the
   *     days, or runs, whatever the periods are
   * @throws Refusal.Invalid naming {@code jql} or {@code board} where the owner's Jira knows it no
   *     more
   * @throws Refusal.Unavailable while Jira or the database does not answer
   */
  public List<List<Counted>> values(List<Question> questions, LocalDate from, LocalDate until) {
    return values(questions.stream().map(each -> new Begun(each, from)).toList(), until);
  }

  /**
   * A question with the past that it is about.
   *
   * @param from a day of the first period
   */
  public record Begun(Question question, LocalDate from) {}

  /**
   * Counts metrics that begin on different days, in one pass as {@link #values(List, LocalDate,
   * LocalDate)} does.
   */
  public List<List<Counted>> values(List<Begun> questions, LocalDate until) {
    Ground ground = ground();
    List<Column> columns = new ArrayList<>();
    for (Begun each : questions) {
      Question question = each.question();
      columns.add(new Column(question, ground.windows(question, each.from(), until), false));
    }
    return count(columns, ground);
  }

  /**
   * The sprints or releases of a KPI whose metric names a place, or none for that of its unit.
   *
   * @param frequency per sprint or per release
   */
  public Periods dated(Person owner, long unitId, Optional<Place> place, Frequency frequency) {
    return ground().dated(new Ground.Whose(owner, unitId, place), frequency);
  }

  /**
   * The projects whose issues a metric is over. Of a board those of the issues that it shows to the
   * person; of sums of the sprint report of a unit also those that the boards of the unit name.
   *
   * @throws Refusal.Invalid naming {@code board} where the person may not see it
   */
  public Set<Long> projects(Person owner, long unitId, MetricSpec spec) {
    return ground().projects(new Ground.Whose(owner, unitId, spec.place()), spec.metric());
  }

  /** The projects whose issues the velocity of a unit counts, for the person who asks. */
  public Set<Long> projectsOfVelocity(Standpoint standpoint, long unitId) {
    return ground()
        .knowing(standpoint)
        .projects(
            new Ground.Whose(standpoint.who(), unitId, Optional.empty()),
            new Metric.OfSprint(Metric.OfSprint.Sum.VELOCITY, true));
  }

  /**
   * Why a value changed.
   *
   * @param earlier absent where the earlier period has no result
   * @param movers the issues that changed it most, whoever may browse them
   */
  public record Moved(
      Optional<MetricResult> earlier, Optional<MetricResult> later, List<WhatMoved.Mover> movers) {
    public Moved {
      movers = List.copyOf(movers);
    }
  }

  /**
   * Which issues changed a value most between two periods.
   *
   * @param most how many at most
   * @throws Refusal as {@link #values} does
   */
  public Moved whatMoved(Question question, Period earlier, Period later, int most) {
    Ground ground = ground();
    List<Ground.Placing> windows = new ArrayList<>();
    last(ground.windows(question, earlier.first(), earlier.last()), earlier)
        .ifPresent(windows::add);
    boolean both = !windows.isEmpty();
    last(ground.windows(question, later.first(), later.last()), later).ifPresent(windows::add);
    List<MetricResult> results =
        count(List.of(new Column(question, windows, true)), ground).get(0).stream()
            .map(Counted::result)
            .toList();
    if (results.size() == 2) {
      return new Moved(
          Optional.of(results.get(0)),
          Optional.of(results.get(1)),
          WhatMoved.between(results.get(0), results.get(1), most));
    }
    Optional<MetricResult> only = results.stream().findFirst();
    return both
        ? new Moved(only, Optional.empty(), List.of())
        : new Moved(Optional.empty(), only, List.of());
  }

  /** The window of a period; of sums of sprints that of the last sprint that ended in it. */
  private static Optional<Ground.Placing> last(List<Ground.Placing> windows, Period period) {
    return windows.stream()
        .filter(each -> each.period().equals(period))
        .findFirst()
        .or(() -> windows.stream().reduce((one, next) -> next));
  }

  /**
   * What a team committed to and completed in its last sprints.
   *
   * @param inPoints else in issues
   * @param sprints the oldest first
   * @param mean of what was completed, over the sprints of which that is known
   */
  public record Velocity(boolean inPoints, List<OfSprint> sprints, Optional<BigDecimal> mean) {
    public Velocity {
      sprints = List.copyOf(sprints);
    }

    /**
     * A sprint that was completed.
     *
     * @param sayDo how much of what was committed was completed, 0 to 1
     */
    public record OfSprint(
        Period period, MetricResult committed, MetricResult completed, MetricResult sayDo) {}
  }

  /**
   * The velocity of a unit and of those below it, on the boards that they name and else on those of
   * their projects, over the last {@value #SPRINTS} completed sprints.
   *
   * @param inPoints else in issues, for a team that does not estimate
   * @throws Refusal.Unavailable while Jira or the database does not answer
   */
  public Velocity velocity(Person who, long unitId, boolean inPoints) {
    Ground ground = ground();
    Ground.Whose whose = new Ground.Whose(who, unitId, Optional.empty());
    List<Ground.Placing> sprints = completed(ground, whose);
    List<Ground.Placing> last =
        sprints.subList(Math.max(0, sprints.size() - SPRINTS), sprints.size());
    List<Column> columns = new ArrayList<>();
    for (Metric.OfSprint.Sum sum :
        List.of(
            Metric.OfSprint.Sum.COMMITMENT,
            Metric.OfSprint.Sum.VELOCITY,
            Metric.OfSprint.Sum.SAY_DO)) {
      columns.add(
          new Column(
              ofUnit(whose, new Metric.OfSprint(sum, inPoints), Frequency.PER_SPRINT),
              last,
              false));
    }
    List<List<Counted>> counted = count(columns, ground);
    List<Velocity.OfSprint> told = new ArrayList<>();
    for (int i = 0; i < last.size(); i++) {
      told.add(
          new Velocity.OfSprint(
              last.get(i).period(),
              counted.get(0).get(i).result(),
              counted.get(1).get(i).result(),
              counted.get(2).get(i).result()));
    }
    return new Velocity(inPoints, told, mean(told));
  }

  private static Optional<BigDecimal> mean(List<Velocity.OfSprint> sprints) {
    List<BigDecimal> known =
        sprints.stream().flatMap(each -> each.completed().value().stream()).toList();
    return known.stream()
        .reduce(BigDecimal::add)
        .map(sum -> Decimals.quotient(sum, BigDecimal.valueOf(known.size())));
  }

  private static Question ofUnit(Ground.Whose whose, Metric metric, Frequency frequency) {
    return new Question(
        whose.who(),
        whose.unitId(),
        new MetricSpec(metric, whose.place(), Optional.empty(), Set.of(), Optional.empty()),
        Inputs.NONE,
        frequency,
        Periods.sprints(List.of(), LocalDate.EPOCH));
  }

  /** The completed sprints of a place, the one that was completed first first. */
  private List<Ground.Placing> completed(Ground ground, Ground.Whose whose) {
    Question any =
        ofUnit(
            whose, new Metric.OfSprint(Metric.OfSprint.Sum.VELOCITY, true), Frequency.PER_SPRINT);
    return ground.windows(any, LocalDate.EPOCH, ground.day(clock.instant())).stream()
        .filter(each -> completion(each).isPresent())
        .sorted(Comparator.comparing(each -> completion(each).orElseThrow()))
        .toList();
  }

  private static Optional<Instant> completion(Ground.Placing sprint) {
    return ((MetricWindow.InSprint) sprint.window()).sprint().complete();
  }

  /**
   * At most five KPIs from a year of a project's own history.
   *
   * @param inputs what is known of the unit; without, nothing is proposed that needs it
   * @return in the order of the categories; none where too little happened, or while the past of
   *     the project is not kept
   * @throws Refusal.Unavailable while Jira or the database does not answer
   */
  public List<Proposal> propose(Person who, long unitId, long projectId, Inputs inputs) {
    Ground ground = ground();
    Ground.Whose whose = new Ground.Whose(who, unitId, Optional.of(new Place.OfProject(projectId)));
    LocalDate month = ground.day(clock.instant()).withDayOfMonth(1);
    LocalDate first = month.minusMonths(MONTHS);
    ZoneId zone = clock.getZone();
    List<MetricWindow> months =
        Periods.calendar(Frequency.MONTHLY, DayOfWeek.MONDAY, first)
            .between(first, month.minusDays(1))
            .stream()
            .<MetricWindow>map(period -> new MetricWindow.Days(period.in(zone)))
            .toList();
    List<MetricWindow> sprints =
        completed(ground, whose).stream()
            .filter(each -> !each.period().last().isBefore(first))
            .map(Ground.Placing::window)
            .toList();
    List<Wanted> wanted =
        Proposal.wanted(
            Reach.ofProjects(Set.of(projectId)),
            inputs,
            months,
            sprints,
            territories.names(who).bugTypes(),
            AsOf.at(clock.instant()));
    MetricRun run = new MetricRun(wanted, site(ground.releases(Set.of(projectId))));
    List<Instant> begun = new ArrayList<>();
    facts.read(
        new MetricFacts.Asked(Set.of(projectId), Optional.of(since(first)), ids(sprints), Set.of()),
        issue -> {
          run.take(issue);
          cameTo(projectId, issue.history())
              .filter(at -> begun.isEmpty() || at.isBefore(begun.get(0)))
              .ifPresent(at -> begun.add(0, at));
        });
    return Proposal.of(run.results(), begun.stream().findFirst());
  }

  /** When an issue was first in a project. */
  private static Optional<Instant> cameTo(long projectId, IssueHistory issue) {
    return issue.moments().stream()
        .filter(each -> each.state().projectId() == projectId)
        .map(IssueHistory.Moment::from)
        .findFirst();
  }

  private Since since(LocalDate day) {
    return new Since(day.atStartOfDay(clock.getZone()).toInstant(), day);
  }

  private static Set<Long> ids(Collection<MetricWindow> sprints) {
    Set<Long> ids = new HashSet<>();
    for (MetricWindow each : sprints) {
      if (each instanceof MetricWindow.InSprint in) {
        ids.add(in.sprint().id());
      }
    }
    return ids;
  }

  private Ground ground() {
    return new Ground(territories, standpoints, clock.getZone(), clock.instant());
  }

  private Site site(Releases releases) {
    Settings current = settings.current();
    return new Site(
        clock.getZone(),
        current.rules().workingDays(),
        current.outOfScopeResolutionIds(),
        releases);
  }

  /** A metric in its windows. */
  private record Column(Question question, List<Ground.Placing> windows, boolean tracing) {
    List<MetricWindow> all() {
      return windows.stream().map(Ground.Placing::window).toList();
    }
  }

  private List<List<Counted>> count(List<Column> columns, Ground ground) {
    AsOf asOf = AsOf.at(clock.instant());
    Set<Long> projects = new HashSet<>();
    boolean releases = false;
    List<Wanted> wanted = new ArrayList<>();
    for (Column each : columns) {
      Question question = each.question();
      projects.addAll(ground.projects(question.whose(), question.spec().metric()));
      releases |= needsReleases(question.spec().metric());
      wanted.add(
          new Wanted(
              question.spec().metric(),
              ground.reach(question),
              question.inputs(),
              each.all(),
              asOf,
              each.tracing()));
    }
    MetricRun run =
        new MetricRun(wanted, site(releases ? ground.releases(projects) : Releases.NONE));
    if (wanted.stream().anyMatch(each -> !each.windows().isEmpty())) {
      facts.read(asked(projects, wanted), run::take);
    }
    return paired(columns, run.results());
  }

  private static boolean needsReleases(Metric metric) {
    return metric instanceof Metric.ScheduleDelay || metric instanceof Metric.BugRate;
  }

  /** The issues that can matter to any of the windows. */
  private MetricFacts.Asked asked(Set<Long> projects, List<Wanted> wanted) {
    Optional<LocalDate> first = Optional.of(LocalDate.MAX);
    Set<Long> sprints = new HashSet<>();
    Set<Long> versions = new HashSet<>();
    for (Wanted each : wanted) {
      boolean all = countsWhatRests(each.metric());
      for (MetricWindow window : each.windows()) {
        sprints.addAll(ids(List.of(window)));
        if (window instanceof MetricWindow.InRelease in) {
          versions.add(in.release().id());
        }
        Optional<LocalDate> day = all ? Optional.empty() : firstDay(window);
        first = first.flatMap(one -> day.map(other -> one.isBefore(other) ? one : other));
      }
    }
    return new MetricFacts.Asked(projects, first.map(this::since), sprints, versions);
  }

  /** Whether issues count that have not changed since before a window. */
  private static boolean countsWhatRests(Metric metric) {
    Optional<Placed> placed = Optional.empty();
    if (metric instanceof Metric.Count it) {
      placed = Optional.of(it.placed());
    } else if (metric instanceof Metric.OfField it) {
      placed = Optional.of(it.placed());
    } else if (metric instanceof Metric.Share it) {
      placed = Optional.of(it.placed());
    }
    return placed.filter(Placed.PRESENT::equals).isPresent();
  }

  /** From when on an issue can matter that the window does not hold; absent: since ever. */
  private Optional<LocalDate> firstDay(MetricWindow window) {
    if (window instanceof MetricWindow.Days days) {
      return Optional.of(days.period().first());
    }
    if (window instanceof MetricWindow.InSprint in) {
      return Optional.of(LocalDate.ofInstant(in.sprint().start(), clock.getZone()));
    }
    return ((MetricWindow.InRelease) window)
        .release()
        .day()
        .or(() -> Optional.of(LocalDate.now(clock)));
  }

  private static List<List<Counted>> paired(
      List<Column> columns, List<List<MetricResult>> results) {
    List<List<Counted>> counted = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      List<Counted> own = new ArrayList<>();
      for (int j = 0; j < columns.get(i).windows().size(); j++) {
        own.add(new Counted(columns.get(i).windows().get(j).period(), results.get(i).get(j)));
      }
      counted.add(own);
    }
    return counted;
  }
}
