package io.bearings.progress;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.flow.Weights;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The work that is linked to one key result or to several, at any instant: which issues counted,
 * what they weighed and how far they were, by the history of the issues and of the links. Of
 * several key results an issue counts once, where it counts for any of them. Today's settings hold
 * for all days, so that a changed setting does not look like work.
 */
public final class WorkThroughTime {
  private final List<Linked> each;
  private final List<IssueHistory> issues;
  private final WeightBy weightBy;
  private final Settings settings;

  /**
   * @param links all links of the key result, those that were ended too
   * @param issues the whole history of every issue that one of them ever led to; others do no harm
   */
  public WorkThroughTime(
      Collection<LinkSpan> links,
      Collection<IssueHistory> issues,
      WeightBy weightBy,
      Settings settings) {
    this(List.of(new PastWork.Linked(List.copyOf(links), List.copyOf(issues))), weightBy, settings);
  }

  /**
   * @param each the work of each key result
   */
  public WorkThroughTime(Collection<PastWork.Linked> each, WeightBy weightBy, Settings settings) {
    this.each = each.stream().map(Linked::new).toList();
    Map<Long, IssueHistory> byId = new LinkedHashMap<>();
    each.forEach(one -> one.issues().forEach(issue -> byId.put(issue.issueId(), issue)));
    this.issues = List.copyOf(byId.values());
    this.weightBy = weightBy;
    this.settings = settings;
  }

  /** The links of one key result, ready to be asked which of them reach an issue. */
  private static final class Linked {
    private final List<LinkSpan> byHistory;
    private final Map<Long, List<LinkSpan>> byIssue = new HashMap<>();
    private final List<IssueHistory> issues;

    Linked(PastWork.Linked work) {
      issues = work.issues();
      byHistory = work.links().stream().filter(link -> !isByIssue(link.kind())).toList();
      for (LinkSpan link : work.links()) {
        issuesOf(link)
            .forEach(id -> byIssue.computeIfAbsent(id, key -> new ArrayList<>()).add(link));
      }
    }

    /** The issues that counted, as they were; those out of scope too. */
    private Map<Long, IssueSnapshot> counting(Instant instant, Knowledge knowledge) {
      Map<Long, IssueSnapshot> states = new LinkedHashMap<>();
      List<Reach> reached = new ArrayList<>();
      for (IssueHistory issue : issues) {
        Optional<IssueSnapshot> state = issue.at(instant);
        if (state.isPresent()) {
          List<Reach> ways = ways(issue.issueId(), state.get(), instant, knowledge);
          if (!ways.isEmpty()) {
            reached.addAll(ways);
            states.put(issue.issueId(), state.get());
          }
        }
      }
      states.keySet().retainAll(Reach.counting(reached));
      return states;
    }

    /** The links that lead to an issue, or may do so depending on where it is. */
    private Stream<LinkSpan> leadingTo(long issueId) {
      return Stream.concat(byHistory.stream(), byIssue.getOrDefault(issueId, List.of()).stream());
    }

    /** Whether a link led to an issue, as it was known then. */
    private boolean reaches(IssueHistory issue, IssueSnapshot state, Instant instant) {
      return !ways(issue.issueId(), state, instant, Knowledge.AS_KNOWN_THEN).isEmpty();
    }

    private List<Reach> ways(
        long issueId, IssueSnapshot state, Instant instant, Knowledge knowledge) {
      List<Reach> ways = new ArrayList<>();
      for (LinkSpan link : byHistory) {
        addIfReached(ways, link, issueId, state, instant, knowledge);
      }
      for (LinkSpan link : byIssue.getOrDefault(issueId, List.of())) {
        addIfReached(ways, link, issueId, state, instant, knowledge);
      }
      return ways;
    }
  }

  private static boolean isByIssue(LinkKind kind) {
    return kind == LinkKind.ISSUE || kind == LinkKind.JQL;
  }

  private static Set<Long> issuesOf(LinkSpan link) {
    return switch (link.kind()) {
      case ISSUE -> Set.of(link.targetId());
      case JQL -> {
        Set<Long> found = new HashSet<>();
        link.stays().forEach(stay -> found.add(stay.issueId()));
        yield found;
      }
      case EPIC, SPRINT, VERSION -> Set.of();
    };
  }

  /**
   * The progress at the end of a stretch of time, and what happened in it.
   *
   * @param change what happened since the step before; for the first, since there was nothing
   */
  public record Step(Instant at, IssueProgress progress, ScopeChange change) {}

  /** How far the work was at an instant, the changes of that very instant included. */
  public IssueProgress at(Instant instant, Knowledge knowledge) {
    return progress(counting(instant, knowledge));
  }

  /**
   * The issues that counted at an instant and were in scope.
   *
   * @param done those that were Done, by when they last came into Done
   * @param open the others
   */
  record Counted(Map<Long, Instant> done, Set<Long> open) {}

  /** The issues that counted at an instant and were in scope, done or not. */
  Counted counted(Instant instant, Knowledge knowledge) {
    Map<Long, IssueSnapshot> counting = counting(instant, knowledge);
    Map<Long, Instant> done = new HashMap<>();
    Set<Long> open = new HashSet<>();
    for (IssueHistory issue : issues) {
      IssueSnapshot state = counting.get(issue.issueId());
      if (state != null && !isOutOfScope(state)) {
        if (state.category() == StatusCategory.DONE) {
          done.put(issue.issueId(), cameIntoDone(issue, instant));
        } else {
          open.add(issue.issueId());
        }
      }
    }
    return new Counted(done, open);
  }

  private static Instant cameIntoDone(IssueHistory issue, Instant until) {
    Instant came = issue.created();
    boolean done = false;
    for (IssueHistory.Moment each : issue.moments()) {
      boolean isDone = each.state().category() == StatusCategory.DONE;
      if (isDone && !done && !each.from().isAfter(until)) {
        came = each.from();
      }
      done = isDone;
    }
    return came;
  }

  /** The issues that counted at an instant, one by one. */
  List<Tally> tallies(long keyResultId, Instant instant, Knowledge knowledge) {
    Map<Long, IssueSnapshot> counting = counting(instant, knowledge);
    return issues.stream()
        .filter(issue -> counting.containsKey(issue.issueId()))
        .map(issue -> tally(keyResultId, counting.get(issue.issueId()), issue, instant))
        .toList();
  }

  private Tally tally(long keyResultId, IssueSnapshot state, IssueHistory issue, Instant until) {
    return new Tally(
        keyResultId,
        state.category(),
        state.resolutionId(),
        amount(state),
        1,
        issue.lastChange(until),
        issue.lastMove(until));
  }

  private Tally tally(IssueSnapshot state) {
    return new Tally(0, state.category(), state.resolutionId(), amount(state), 1);
  }

  /**
   * The progress at some instants, each with the work apart from the scope since the one before.
   *
   * @param instants ascending
   */
  public List<Step> steps(List<Instant> instants, Knowledge knowledge) {
    List<Step> steps = new ArrayList<>();
    List<ScopeChange.InScope> before = List.of();
    for (Instant instant : instants) {
      Map<Long, IssueSnapshot> counting = counting(instant, knowledge);
      List<ScopeChange.InScope> now = inScope(counting);
      steps.add(new Step(instant, progress(counting), ScopeChange.between(before, now)));
      before = now;
    }
    return List.copyOf(steps);
  }

  /**
   * What happened to the issues that count at the end of a stretch of time. Both ends are looked at
   * as they were known then, so that an issue that was linked since was added since. One that was
   * added and done since is both.
   *
   * @param after what happened at that very instant is left out
   * @param until what happened at that very instant is not
   */
  public List<WorkHistory.Event> events(Instant after, Instant until) {
    Set<Long> before = counting(after, Knowledge.AS_KNOWN_THEN).keySet();
    Map<Long, IssueSnapshot> now = counting(until, Knowledge.AS_KNOWN_THEN);
    List<WorkHistory.Event> events = new ArrayList<>();
    for (IssueHistory issue : issues) {
      if (now.containsKey(issue.issueId())) {
        Instant from = after;
        if (!before.contains(issue.issueId())) {
          from = added(issue, after, until);
          events.add(new WorkHistory.Event(WorkHistory.Kind.ADDED, issue.issueId(), from));
        }
        doneOrReopened(issue, from, until, now.get(issue.issueId())).ifPresent(events::add);
      }
    }
    return List.copyOf(events);
  }

  /** When an issue that is reached at the end began to be, for the last time. */
  private Instant added(IssueHistory issue, Instant after, Instant until) {
    SortedSet<Instant> possible = new TreeSet<>();
    issue.moments().forEach(moment -> possible.add(moment.from()));
    each.stream()
        .flatMap(one -> one.leadingTo(issue.issueId()))
        .forEach(
            link -> {
              possible.add(link.made());
              link.ended().ifPresent(possible::add);
              link.stays().stream()
                  .filter(stay -> stay.issueId() == issue.issueId())
                  .forEach(
                      stay -> {
                        stay.from().ifPresent(possible::add);
                        stay.until().ifPresent(possible::add);
                      });
            });
    possible.removeIf(at -> !at.isAfter(after) || at.isAfter(until));
    Instant added = until;
    boolean reached = false;
    for (Instant at : possible) {
      boolean now = isReached(issue, at);
      added = now && !reached ? at : added;
      reached = now;
    }
    return added;
  }

  private boolean isReached(IssueHistory issue, Instant instant) {
    return issue
        .at(instant)
        .filter(state -> each.stream().anyMatch(one -> one.reaches(issue, state, instant)))
        .isPresent();
  }

  /** The last time that an issue came into Done or left it, where it stayed so. */
  private Optional<WorkHistory.Event> doneOrReopened(
      IssueHistory issue, Instant after, Instant until, IssueSnapshot now) {
    Optional<WorkHistory.Event> last = Optional.empty();
    boolean done = false;
    for (IssueHistory.Moment each : issue.moments()) {
      boolean isDone = each.state().category() == StatusCategory.DONE;
      if (isDone != done && each.from().isAfter(after) && !each.from().isAfter(until)) {
        WorkHistory.Kind kind = isDone ? WorkHistory.Kind.DONE : WorkHistory.Kind.REOPENED;
        last = Optional.of(new WorkHistory.Event(kind, issue.issueId(), each.from()));
      }
      done = isDone;
    }
    return last.filter(event -> event.kind() != WorkHistory.Kind.DONE || !isOutOfScope(now));
  }

  /** The issues that counted, each once, as they were; those out of scope too. */
  private Map<Long, IssueSnapshot> counting(Instant instant, Knowledge knowledge) {
    Map<Long, IssueSnapshot> states = new LinkedHashMap<>();
    each.forEach(one -> states.putAll(one.counting(instant, knowledge)));
    return states;
  }

  private static void addIfReached(
      List<Reach> ways,
      LinkSpan link,
      long issueId,
      IssueSnapshot state,
      Instant instant,
      Knowledge knowledge) {
    if (link.reaches(issueId, state, instant, knowledge)) {
      ways.add(new Reach(issueId, state.parentId(), link.kind()));
    }
  }

  private IssueProgress progress(Map<Long, IssueSnapshot> counting) {
    return IssueProgress.of(
        counting.values().stream().map(this::tally).toList(), weightBy, settings);
  }

  private List<ScopeChange.InScope> inScope(Map<Long, IssueSnapshot> counting) {
    Map<Long, IssueSnapshot> inScope = new LinkedHashMap<>(counting);
    inScope.values().removeIf(this::isOutOfScope);
    Weights weights =
        weightBy.equals(WeightBy.ISSUES) ? Weights.ONE_EACH : Weights.byEstimate(amounts(inScope));
    List<ScopeChange.InScope> all = new ArrayList<>();
    inScope.forEach(
        (id, state) ->
            all.add(
                new ScopeChange.InScope(
                    id, state.category() == StatusCategory.DONE, weights.of(amount(state)))));
    return all;
  }

  private boolean isOutOfScope(IssueSnapshot state) {
    return state.resolutionId().filter(settings.outOfScopeResolutionIds()::contains).isPresent();
  }

  private Optional<BigDecimal> amount(IssueSnapshot state) {
    return Amounts.of(weightBy, state.points(), state.originalEstimate(), state.numbers());
  }

  private List<BigDecimal> amounts(Map<Long, IssueSnapshot> inScope) {
    return inScope.values().stream().flatMap(each -> amount(each).stream()).toList();
  }
}
