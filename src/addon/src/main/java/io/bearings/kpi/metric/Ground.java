package io.bearings.kpi.metric;

import io.bearings.flow.Releases;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Period;
import io.bearings.kpi.Periods;
import io.bearings.kpi.metric.Territories.Dated;
import io.bearings.kpi.metric.Territories.OnBoard;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.TeamBoards;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongPredicate;

/** What one count looks up: places, sprints, versions and queries, each once however many ask. */
final class Ground {
  private final Territories territories;
  private final Standpoints standpoints;
  private final ZoneId zone;
  private final Instant now;
  private final Map<Person, Standpoint> standpointOf = new HashMap<>();
  private final Map<List<Object>, Object> known = new HashMap<>();

  Ground(Territories territories, Standpoints standpoints, ZoneId zone, Instant now) {
    this.territories = territories;
    this.standpoints = standpoints;
    this.zone = zone;
    this.now = now;
  }

  /** Takes over what is known of a person already. */
  Ground knowing(Standpoint standpoint) {
    standpointOf.put(standpoint.who(), standpoint);
    return this;
  }

  /** Whose work is meant: the place of a metric, or that of its unit. */
  record Whose(Person who, long unitId, Optional<Place> place) {}

  /** Something that is asked once. */
  private <T> T once(Function<Territories, T> question, Class<T> type, Object... key) {
    List<Object> all = new ArrayList<>(List.of(type));
    all.addAll(List.of(key));
    Object found = known.get(all);
    if (found == null) {
      found = question.apply(territories);
      known.put(all, found);
    }
    return type.cast(found);
  }

  /**
   * The projects whose issues a metric is over. Sums of the sprint report of a unit are over what
   * is on the boards that it names too, whether the unit has those projects or not.
   */
  Set<Long> projects(Whose whose, Metric metric) {
    Set<Long> own = projects(whose);
    if (!metric.isOfSprints() || !(place(whose) instanceof Place.OfUnit)) {
      return own;
    }
    Set<Long> all = new HashSet<>(own);
    all.addAll(ofNamedBoards(whose));
    return all;
  }

  @SuppressWarnings("unchecked")
  private Set<Long> ofNamedBoards(Whose whose) {
    Set<Long> boards = teams(whose).boardIds();
    return boards.isEmpty()
        ? Set.of()
        : once(
            all -> all.projectsOfBoards(whose.who(), boards),
            Set.class,
            whose.who(),
            boards,
            "projects");
  }

  private static Place place(Whose whose) {
    return whose.place().orElse(new Place.OfUnit(whose.unitId()));
  }

  private Standpoint standpoint(Person who) {
    return standpointOf.computeIfAbsent(who, standpoints::of);
  }

  /** The projects of a place, in which its issues are. */
  private Set<Long> projects(Whose whose) {
    Place place = place(whose);
    if (place instanceof Place.OfProject project) {
      return Set.of(project.id());
    }
    if (place instanceof Place.OfBoard board) {
      return board(whose.who(), board.id()).projectIds();
    }
    return standpoint(whose.who()).projectsOfBranch(((Place.OfUnit) place).id());
  }

  private OnBoard board(Person who, long id) {
    return once(
        all ->
            all.board(who, id)
                .orElseThrow(
                    () ->
                        new Refusal.Invalid(
                            Map.of(
                                "board",
                                Message.of("bearings.error.notFound", String.valueOf(id))))),
        OnBoard.class,
        who,
        id);
  }

  /** Which issues a metric is over, as its owner finds them. */
  Reach reach(Metrics.Question question) {
    return question
        .spec()
        .reach(
            new Territory() {
              @Override
              public Reach of(Optional<Place> place) {
                Whose whose = new Whose(question.owner(), question.unitId(), place);
                return place.isPresent() && place.get() instanceof Place.OfBoard board
                    ? Reach.ALL.among(board(question.owner(), board.id()).issueIds()::contains)
                    : Reach.ofProjects(projects(whose, question.spec().metric()));
              }

              @Override
              public LongPredicate found(String jql) {
                return Ground.this.found(question.owner(), jql)::contains;
              }
            });
  }

  @SuppressWarnings("unchecked")
  private Set<Long> found(Person who, String jql) {
    return once(all -> all.found(who, jql), Set.class, who, jql);
  }

  /** The sprints of a place that have begun, the oldest first. */
  @SuppressWarnings("unchecked")
  List<Dated> sprints(Whose whose) {
    TeamBoards teams = teams(whose);
    return once(
        all -> all.sprintsOf(whose.who(), teams), List.class, whose.who(), teams, "sprints");
  }

  /** The boards that the sprints of a place are on. */
  private TeamBoards teams(Whose whose) {
    Place place = place(whose);
    if (place instanceof Place.OfBoard board) {
      return new TeamBoards(Set.of(board.id()), Set.of());
    }
    if (place instanceof Place.OfProject project) {
      return new TeamBoards(Set.of(), Set.of(project.id()));
    }
    return standpoint(whose.who()).boardsOfBranch(((Place.OfUnit) place).id());
  }

  @SuppressWarnings("unchecked")
  List<Territories.Version> versions(Set<Long> projects) {
    return once(all -> all.versions(projects), List.class, projects, "versions");
  }

  Releases releases(Set<Long> projects) {
    return new Releases(versions(projects).stream().map(Territories.Version::release).toList());
  }

  /** The days of the sprints of a place, or of its releases. */
  Periods dated(Whose whose, Frequency frequency) {
    if (frequency == Frequency.PER_SPRINT) {
      return Periods.sprints(
          sprints(whose).stream()
              .map(
                  each ->
                      new Periods.Span(
                          String.valueOf(each.sprint().id()),
                          each.sprint().name(),
                          each.sprint().start().map(this::day).orElseThrow(),
                          each.sprint().complete().map(this::day)))
              .toList(),
          day(now));
    }
    return Periods.releases(
        versions(projects(whose)).stream()
            .filter(each -> Releases.isOut(each.release()))
            .map(
                each ->
                    new Periods.Release(
                        String.valueOf(each.release().id()),
                        each.name(),
                        each.release().day().orElseThrow()))
            .toList(),
        day(now));
  }

  LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** What a metric is counted in, for the period of its KPI. */
  record Placing(Period period, MetricWindow window) {}

  /**
   * The windows of a metric in the periods that have a day between two, in their order. The sums of
   * a sprint report are those of the sprints that ended, or run, until the last of these days.
   */
  List<Placing> windows(Metrics.Question question, LocalDate from, LocalDate until) {
    if (question.spec().metric().isOfSprints()) {
      return ofSprints(
          question,
          dated(question.whose(), Frequency.PER_SPRINT).between(from, until).stream()
              .filter(period -> !period.last().isAfter(until))
              .toList());
    }
    List<Period> periods = question.periods().between(from, until);
    if (!question.frequency().isDatedByEvents() || question.spec().rollingDays().isPresent()) {
      return periods.stream()
          .map(period -> new Placing(period, question.spec().days(period, zone)))
          .toList();
    }
    return question.frequency() == Frequency.PER_SPRINT
        ? ofSprints(question, periods)
        : ofReleases(question, periods);
  }

  private List<Placing> ofSprints(Metrics.Question question, List<Period> periods) {
    Map<String, MetricWindow> byId = new HashMap<>();
    for (Dated each : sprints(question.whose())) {
      each.sprint()
          .begun()
          .ifPresent(
              sprint ->
                  byId.put(
                      String.valueOf(sprint.id()), new MetricWindow.InSprint(sprint, each.done())));
    }
    return named(periods, byId);
  }

  private List<Placing> ofReleases(Metrics.Question question, List<Period> periods) {
    Map<String, MetricWindow> byId = new HashMap<>();
    for (Territories.Version each : versions(projects(question.whose()))) {
      byId.put(String.valueOf(each.release().id()), new MetricWindow.InRelease(each.release()));
    }
    return named(periods, byId);
  }

  private static List<Placing> named(List<Period> periods, Map<String, MetricWindow> byId) {
    List<Placing> windows = new ArrayList<>();
    for (Period period : periods) {
      period
          .of()
          .map(Period.Named::id)
          .map(byId::get)
          .ifPresent(window -> windows.add(new Placing(period, window)));
    }
    return windows;
  }
}
