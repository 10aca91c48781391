package io.bearings.progress;

import static java.util.stream.Collectors.toSet;

import io.bearings.flow.IssueSnapshot;
import io.bearings.okr.Access;
import io.bearings.okr.Drafts;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.RememberedPeople;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.Visibility;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Offers key results that an issue could be attached to, the likely ones first. */
@Named
public final class Offering {
  /** The most key results that are offered at once. */
  public static final int LIMIT = 100;

  /** How long ago something still was lately. */
  static final Duration LATELY = Duration.ofDays(90);

  private final Links links;
  private final Issues issues;
  private final Places places;
  private final Histories histories;
  private final Standpoints standpoints;
  private final Access access;
  private final People people;
  private final Clock clock;

  @Inject
  public Offering(
      Links links,
      Issues issues,
      Places places,
      Histories histories,
      Standpoints standpoints,
      Access access,
      People people,
      Clock clock) {
    this.links = links;
    this.issues = issues;
    this.places = places;
    this.histories = histories;
    this.standpoints = standpoints;
    this.access = access;
    this.people = people;
    this.clock = clock;
  }

  /**
   * Key results that the person could attach an issue to, as {@link Likeliness} orders them, and
   * the newest first of those that are equally likely.
   *
   * @param query part of a title, an owner's name, a unit's name, or a key; empty finds all
   * @param limit how many at most, 1 to {@value #LIMIT}
   * @throws Refusal.NotFound when the person may not browse the issue, or there is none
   */
  public List<Candidate> candidates(Person who, String issueKey, String query, int limit) {
    IssueRef issue = issues.find(who, issueKey).orElseThrow(() -> new Refusal.NotFound(issueKey));
    Standpoint standpoint = standpoints.of(who);
    Set<Long> team = unitIds(standpoint, unit -> unit.projectIds().contains(issue.projectId()));
    String text = searchable(query);
    People names = new RememberedPeople(people);
    return links
        .search(
            new Links.Search(
                text,
                unitIds(standpoint, unit -> standpoint.may(Operation.LINK_ISSUES, unit.id())),
                unitIds(standpoint, unit -> !unit.archived()),
                unitIds(
                    standpoint,
                    unit -> standpoint.maySeeContent(unit.id(), Visibility.PRIVATE, "", false)),
                who.key(),
                named(text, names),
                unitIds(standpoint, unit -> !text.isEmpty() && contains(unit.name(), text)),
                issue.id(),
                around(issue.id()),
                clock.instant().minus(LATELY),
                team,
                Math.max(1, Math.min(limit, LIMIT))))
        .stream()
        .filter(found -> standpoint.mayRead(found.objective(), false))
        .map(found -> candidate(standpoint, found, team, names))
        .sorted(Comparator.comparing(Candidate::why))
        .toList();
  }

  private static Set<Long> unitIds(Standpoint standpoint, Predicate<Unit> wanted) {
    return standpoint.units().stream().filter(wanted).map(Unit::id).collect(toSet());
  }

  /** The owners whose names have the text in them: names are Jira's, and in no table of ours. */
  private Set<String> named(String text, People names) {
    return text.isEmpty()
        ? Set.of()
        : links.owners().stream()
            .filter(key -> names.nameOf(key).filter(name -> contains(name, text)).isPresent())
            .collect(toSet());
  }

  private static boolean contains(String name, String text) {
    return name.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
  }

  /** Where the issue is: from what is kept of it, or from Jira where nothing is. */
  private Links.Around around(long issueId) {
    Map<Long, KeptHistory.Step> kept = histories.latest(List.of(issueId));
    if (kept.containsKey(issueId)) {
      IssueSnapshot state = kept.get(issueId).state();
      Set<LinkTarget> in = new HashSet<>();
      state.epicId().ifPresent(id -> in.add(new LinkTarget.Epic(id)));
      state.sprintIds().forEach(id -> in.add(new LinkTarget.Sprint(id)));
      state.versionIds().forEach(id -> in.add(new LinkTarget.Version(id)));
      return new Links.Around(in, state.parentId());
    }
    return new Links.Around(
        places.of(List.of(issueId)).getOrDefault(issueId, Set.of()), Optional.empty());
  }

  private Candidate candidate(
      Standpoint standpoint, Links.Found found, Set<Long> team, People names) {
    long unitId = found.objective().unitId();
    Unit unit =
        standpoint.unit(unitId).orElseThrow(() -> new Refusal.NotFound(found.keyResult().key()));
    Optional<ProjectRef> project =
        unit.projectIds().stream().findFirst().flatMap(id -> access.project(standpoint.who(), id));
    String who = standpoint.who().key();
    boolean own =
        found.keyResult().ownerKey().equals(who) || found.objective().ownerKey().equals(who);
    return new Candidate(
        found.keyResult(),
        found.objective(),
        names.nameOrKey(found.keyResult().ownerKey()),
        unit,
        project,
        found.attached(),
        Likeliness.of(
            new Likeliness.Signals(
                found.around(), found.lately(), own, team.contains(unitId), found.running())));
  }

  /** What a title can hold: one line, and no longer than the longest. */
  private static String searchable(String query) {
    String line = query.replaceAll("\\p{Cntrl}", " ").strip();
    return line.substring(0, Math.min(line.length(), Drafts.TITLE_LENGTH));
  }
}
