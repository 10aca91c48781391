package io.bearings.progress;

import static java.util.stream.Collectors.joining;

import io.bearings.flow.EffortShares;
import io.bearings.flow.Period;
import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.WeightBy;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where the work went that a unit finished in a period: for an objective, for a KPI that was to be
 * restored, or for nothing that is written down. A unit's work is that of its Jira projects and of
 * those of the units below it. The figures count all of it, whoever may browse it; titles are for
 * those who may. Nothing is told of persons.
 */
@Named
public final class EffortAlignment {
  /** The most finished issues that are counted. */
  public static final int MOST = 5_000;

  /** The most finished issues that are weighed by their points, which cost a statement each. */
  public static final int MOST_WEIGHED = 2_000;

  /** The longest period, in days. */
  public static final int LONGEST = 400;

  /** How many issues are listed at once. */
  public static final int PAGE = 50;

  /** How many issues a query leaves out by name; with more there is none. */
  static final int NAMED = 100;

  private static final int USUAL_DAYS = 28;
  private static final int WEEK = 7;
  private static final int ONE_IN = 5;

  private final FinishedWork finished;
  private final WorkOf work;
  private final Issues issues;
  private final Standpoints standpoints;
  private final Access access;
  private final SiteSettings settings;
  private final Clock clock;

  @Inject
  public EffortAlignment(
      FinishedWork finished,
      WorkOf work,
      Issues issues,
      Standpoints standpoints,
      Access access,
      SiteSettings settings,
      Clock clock) {
    this.finished = finished;
    this.work = work;
    this.issues = issues;
    this.standpoints = standpoints;
    this.access = access;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What to look at.
   *
   * @param from absent: four weeks until the last day
   * @param to absent: today
   */
  public record Wanted(Optional<LocalDate> from, Optional<LocalDate> to, WeightBy weightBy) {}

  /**
   * A unit's effort in a period.
   *
   * @param from the first day
   * @param to the last day, today at the latest
   * @param mayWeigh whether the site has a field of story points
   * @param work which issues are meant
   * @param undated how many issues are Done without a resolution, so that nobody knows since when
   * @param weeks in sevens from the first day on, weighed as in the whole period
   */
  public record Report(
      Unit unit,
      LocalDate from,
      LocalDate to,
      WeightBy weightBy,
      boolean mayWeigh,
      Work work,
      EffortShares shares,
      int undated,
      List<Week> weeks) {
    public Report {
      weeks = List.copyOf(weeks);
    }

    /** Whether more than 20 % of the issues got the median weight of the others. */
    public boolean mostlyNotEstimated() {
      return shares.imputed() * ONE_IN > shares.issues();
    }
  }

  /**
   * The work of a unit.
   *
   * @param projects those of its Jira projects that the person may browse
   * @param hiddenProjects how many others there are
   * @param unlinkedJql finds in Jira what is for nothing; absent where the person may browse no
   *     project, or too many issues would have to be named that a breach created
   */
  public record Work(List<ProjectRef> projects, int hiddenProjects, Optional<String> unlinkedJql) {
    public Work {
      projects = List.copyOf(projects);
    }
  }

  /** Up to seven days of a period. */
  public record Week(LocalDate first, LocalDate last, EffortShares shares) {}

  /**
   * Work that is for nothing that is written down: a part of the list.
   *
   * @param issues those of this part that the person may browse
   * @param hidden how many others there are in this part
   * @param total how many there are in all
   * @param next how many to skip for the part after this one; absent at the end
   */
  public record Unlinked(
      List<UnlinkedIssue> issues, int hidden, int total, Optional<Integer> next) {
    public Unlinked {
      issues = List.copyOf(issues);
    }
  }

  /** An issue that was finished and is for nothing that is written down. */
  public record UnlinkedIssue(IssueText text, LocalDate resolved, EffortShares.Weighed weighed) {}

  /**
   * Where a unit's work went.
   *
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   * @throws Refusal.Invalid naming {@code from} when the days are in the wrong order, too far apart
   *     or in the future, or when more was finished than can be counted
   */
  public Report of(Person who, long unitId, Wanted wanted) {
    Scope scope = scope(who, unitId, wanted);
    Done found = done(scope);
    List<EffortShares.Weighed> done = found.work();
    int undated =
        scope.projectIds().isEmpty()
            ? 0
            : finished.undated(who, scope.projectIds(), scope.period());
    return new Report(
        scope.unit(),
        scope.period().first(),
        scope.period().last(),
        scope.weightBy(),
        settings.current().storyPointField().isPresent(),
        work(scope, found),
        EffortShares.of(done),
        undated,
        weeks(scope.period(), done));
  }

  /**
   * What is for nothing: the heaviest first, and of those that weigh the same the latest.
   *
   * @param week only what was finished in the seven days from this one on; absent: in all
   * @param skip how many to leave out, 0 or more
   * @throws Refusal as {@link #of} does
   */
  public Unlinked unlinked(
      Person who, long unitId, Wanted wanted, Optional<LocalDate> week, int skip) {
    Scope scope = scope(who, unitId, wanted);
    Period period = scope.period();
    Period shown =
        week.map(first -> new Period(first, first.plusDays(WEEK - 1), period.zone()))
            .orElse(period);
    List<EffortShares.Weighed> unlinked =
        done(scope).work().stream()
            .filter(each -> !each.work().servesObjective() && !each.work().restoresKpi())
            .filter(each -> shown.contains(each.resolved()))
            .sorted(
                Comparator.comparing(EffortShares.Weighed::weight)
                    .thenComparing(EffortShares.Weighed::resolved)
                    .reversed()
                    .thenComparing(each -> each.work().issueId()))
            .toList();
    List<EffortShares.Weighed> page = unlinked.stream().skip(skip).limit(PAGE).toList();
    Map<Long, IssueText> texts =
        page.isEmpty()
            ? Map.of()
            : issues.texts(who, page.stream().map(each -> each.work().issueId()).toList());
    List<UnlinkedIssue> visible =
        page.stream()
            .flatMap(
                each ->
                    Stream.ofNullable(texts.get(each.work().issueId()))
                        .map(text -> new UnlinkedIssue(text, period.dayOf(each.resolved()), each)))
            .toList();
    int end = skip + page.size();
    return new Unlinked(
        visible,
        page.size() - visible.size(),
        unlinked.size(),
        end < unlinked.size() ? Optional.of(end) : Optional.empty());
  }

  /** All that a question is about. */
  private record Scope(
      Person who, Unit unit, Set<Long> projectIds, Period period, WeightBy weightBy) {
    boolean byPoints() {
      return weightBy.equals(WeightBy.POINTS);
    }
  }

  private Scope scope(Person who, long unitId, Wanted wanted) {
    Standpoint standpoint = standpoints.of(who);
    Unit unit =
        standpoint.unit(unitId).orElseThrow(() -> new Refusal.NotFound(String.valueOf(unitId)));
    return new Scope(
        who, unit, standpoint.projectsOfBranch(unitId), period(wanted), wanted.weightBy());
  }

  private Period period(Wanted wanted) {
    LocalDate today = LocalDate.now(clock);
    LocalDate last = wanted.to().filter(today::isAfter).orElse(today);
    LocalDate first = wanted.from().orElse(last.minusDays(USUAL_DAYS - 1));
    if (first.isAfter(today)) {
      throw wrong(Message.of("bearings.error.inTheFuture", today.toString()));
    }
    if (first.isAfter(last)) {
      throw wrong(Message.of("bearings.error.lastBeforeFirst"));
    }
    if (first.plusDays(LONGEST).isBefore(last)) {
      throw wrong(Message.of("bearings.error.tooManyDays", LONGEST));
    }
    return new Period(first, last, clock.getZone());
  }

  private static Refusal.Invalid wrong(Message message) {
    return new Refusal.Invalid(Map.of("from", message));
  }

  /**
   * What was done.
   *
   * @param purposes what each of it is for
   */
  private record Done(List<EffortShares.Weighed> work, WorkOf.Purposes purposes) {}

  private Done done(Scope scope) {
    if (scope.projectIds().isEmpty()) {
      return new Done(List.of(), WorkOf.Purposes.NONE);
    }
    int most = scope.byPoints() ? MOST_WEIGHED : MOST;
    FinishedWork.Answer answer =
        finished.between(scope.who(), scope.projectIds(), scope.period(), scope.byPoints(), most);
    if (answer.total() > most) {
      String key =
          scope.byPoints() && answer.total() <= MOST
              ? "bearings.error.effort.tooManyWeighed"
              : "bearings.error.effort.tooMany";
      throw wrong(Message.of(key, answer.total(), most));
    }
    WorkOf.Purposes purposes =
        answer.issues().isEmpty()
            ? WorkOf.Purposes.NONE
            : work.purposes(answer.issues().stream().map(FinishedWork.Finished::issueId).toList());
    List<EffortShares.Work> all =
        answer.issues().stream()
            // A sub-task is work of its parent, unless it is linked instead of it.
            .filter(each -> !each.isSubTask() || purposes.has(each.issueId()))
            .map(
                each ->
                    new EffortShares.Work(
                        each.issueId(),
                        true,
                        Optional.of(each.resolved()),
                        each.resolutionId(),
                        each.points(),
                        purposes.serves(each.issueId()),
                        purposes.restores(each.issueId())))
            .toList();
    return new Done(
        EffortShares.done(
            all, scope.period(), settings.current().outOfScopeResolutionIds(), scope.byPoints()),
        purposes);
  }

  private Work work(Scope scope, Done done) {
    List<ProjectRef> projects =
        scope.projectIds().isEmpty()
            ? List.of()
            : access.projects(scope.who(), scope.projectIds()).values().stream()
                .sorted(Comparator.comparing(ProjectRef::key))
                .toList();
    return new Work(
        projects,
        scope.projectIds().size() - projects.size(),
        projects.isEmpty()
            ? Optional.empty()
            : answering(scope.who(), done).map(keys -> jql(scope, projects, keys)));
  }

  /**
   * The keys of what a breach created and serves no objective, as far as the person may browse it;
   * absent where that is too much to be named.
   */
  private Optional<List<String>> answering(Person who, Done done) {
    List<Long> ids =
        done.work().stream()
            .filter(each -> !each.work().servesObjective())
            .map(each -> each.work().issueId())
            .filter(done.purposes().answering()::contains)
            .toList();
    if (ids.size() > NAMED) {
      return Optional.empty();
    }
    return Optional.of(
        ids.isEmpty()
            ? List.of()
            : issues.texts(who, ids).values().stream().map(IssueText::key).sorted().toList());
  }

  /**
   * What is for nothing, as Jira's issue navigator finds it.
   *
   * @param answering the keys of what a breach created
   */
  private String jql(Scope scope, List<ProjectRef> projects, List<String> answering) {
    List<String> conditions = new ArrayList<>();
    conditions.add(
        "project in ("
            + projects.stream().map(each -> "\"" + each.key() + "\"").collect(joining(", "))
            + ")");
    conditions.add("statusCategory = Done");
    conditions.add("resolved >= \"" + scope.period().first() + "\"");
    conditions.add("resolved < \"" + scope.period().last().plusDays(1) + "\"");
    Set<String> outOfScope = settings.current().outOfScopeResolutionIds();
    if (!outOfScope.isEmpty()) {
      conditions.add(
          "resolution not in (" + outOfScope.stream().sorted().collect(joining(", ")) + ")");
    }
    conditions.add("issuetype in standardIssueTypes()");
    projects.forEach(
        each -> conditions.add("issue not in issuesWithObjective(\"" + each.key() + "\")"));
    if (!answering.isEmpty()) {
      conditions.add(
          "issuekey not in ("
              + answering.stream().map(key -> "\"" + key + "\"").collect(joining(", "))
              + ")");
    }
    return String.join(" AND ", conditions) + " ORDER BY resolved DESC";
  }

  private static List<Week> weeks(Period period, List<EffortShares.Weighed> done) {
    List<Week> weeks = new ArrayList<>();
    for (LocalDate first = period.first();
        !first.isAfter(period.last());
        first = first.plusDays(WEEK)) {
      LocalDate seventh = first.plusDays(WEEK - 1);
      LocalDate last = seventh.isAfter(period.last()) ? period.last() : seventh;
      Period week = new Period(first, last, period.zone());
      weeks.add(
          new Week(
              first,
              last,
              EffortShares.of(
                  done.stream().filter(each -> week.contains(each.resolved())).toList())));
    }
    return weeks;
  }
}
