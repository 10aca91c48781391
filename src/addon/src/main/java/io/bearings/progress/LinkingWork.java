package io.bearings.progress;

import io.bearings.flow.IssueSnapshot;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Linking a key result to work: to an issue, an epic, what a query finds, a sprint or a version;
 * and saying what changes if that work is completed.
 */
@Named
public final class LinkingWork {
  /** The longest query. */
  public static final int QUERY_LENGTH = 4_000;

  /** The longest sentence. */
  public static final int SENTENCE_LENGTH = 255;

  /** How many of the issues that a link would bring are shown before it is made. */
  public static final int SHOWN = 20;

  /** How many links to single issues are listed, the newest of them. */
  public static final int ISSUES_LISTED = 100;

  /** How many places are offered at once. */
  public static final int OFFERED = 20;

  private final Overview overview;
  private final WorkLinks links;
  private final Links reached;
  private final WorkSearch search;
  private final Places places;
  private final Issues issues;
  private final Histories histories;
  private final Backfill backfill;
  private final Standpoints standpoints;
  private final Clock clock;

  @Inject
  public LinkingWork(
      Overview overview,
      WorkLinks links,
      Links reached,
      WorkSearch search,
      Places places,
      Issues issues,
      Histories histories,
      Backfill backfill,
      Standpoints standpoints,
      Clock clock) {
    this.overview = overview;
    this.links = links;
    this.reached = reached;
    this.search = search;
    this.places = places;
    this.issues = issues;
    this.histories = histories;
    this.backfill = backfill;
    this.standpoints = standpoints;
    this.clock = clock;
  }

  /**
   * What somebody wants to link.
   *
   * @param text a query, or what a place is asked for by: the key of an issue or an epic, the
   *     number of a sprint or a version
   */
  public record Wanted(LinkKind kind, String text) {
    /** The field of a request that holds the text. */
    String field() {
      return kind == LinkKind.JQL ? "query" : "target";
    }
  }

  /**
   * The links of a key result.
   *
   * @param mayLink whether the person may make and end links
   * @param links those whose work the person may see, and all queries; those to single issues last
   * @param hidden how many links lead to work that the person may not see
   * @param more how many links to single issues are not listed
   */
  public record Linked(
      KeyResult keyResult, boolean mayLink, List<Entry> links, int hidden, int more) {
    public Linked {
      links = List.copyOf(links);
    }
  }

  /**
   * A link as a list shows it.
   *
   * @param place absent for a query
   * @param issues how many issues it brings
   */
  public record Entry(WorkLink link, Optional<Places.PlaceText> place, int issues) {}

  /**
   * What a link would bring.
   *
   * @param total how many issues: of a query those that the person may browse, of anything else all
   * @param already how many of them the key result has by other links
   * @param shown the first of those that the person may browse
   */
  public record Preview(int total, int already, List<IssueText> shown) {
    public Preview {
      shown = List.copyOf(shown);
    }
  }

  /**
   * The links of a key result that are in force, oldest first.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   */
  public Linked of(Person who, long keyResultId) {
    Overview.Within found = overview.within(who, keyResultId);
    List<WorkLink> all = links.linksOf(keyResultId);
    List<WorkLink> toIssues = all.stream().filter(LinkingWork::isToIssue).toList();
    List<WorkLink> listed = new ArrayList<>(all.stream().filter(link -> !isToIssue(link)).toList());
    int more = Math.max(0, toIssues.size() - ISSUES_LISTED);
    listed.addAll(toIssues.subList(more, toIssues.size()));
    Map<LinkTarget, Places.PlaceText> texts =
        places.texts(who, listed.stream().map(WorkLink::target).toList());
    Map<Long, Integer> brought = all.isEmpty() ? Map.of() : links.broughtBy(keyResultId);
    List<Entry> shown =
        listed.stream()
            .filter(link -> isQuery(link) || texts.containsKey(link.target()))
            .map(
                link ->
                    new Entry(
                        link,
                        Optional.ofNullable(texts.get(link.target())),
                        brought.getOrDefault(link.id(), 0)))
            .toList();
    return new Linked(
        found.keyResult().keyResult(), found.mayLink(), shown, listed.size() - shown.size(), more);
  }

  private static boolean isToIssue(WorkLink link) {
    return link.target() instanceof LinkTarget.Issue;
  }

  private static boolean isQuery(WorkLink link) {
    return link.target() instanceof LinkTarget.Query;
  }

  /**
   * Places that a key result could be linked to, those of the projects of its unit first.
   *
   * @param kind anything but a query
   * @param text part of a name, or a key; empty finds all
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not link issues to it
   */
  public Places.Offer offer(Person who, long keyResultId, LinkKind kind, String text) {
    Overview.Within within = requireLink(who, keyResultId);
    List<Long> projectIds =
        standpoints
            .of(who)
            .unit(within.placed().objective().unitId())
            .map(Unit::projectIds)
            .orElse(List.of());
    return places.search(who, kind, text.strip(), projectIds, OFFERED);
  }

  /**
   * What somebody who looks at an issue could link: the issue itself, its epic, its sprints and its
   * fix versions, as far as they may see them. Completed sprints are left out.
   *
   * @throws Refusal.NotFound when the person may not browse the issue, or there is none
   */
  public List<Places.PlaceText> around(Person who, String issueKey) {
    IssueRef issue = issues.find(who, issueKey).orElseThrow(() -> new Refusal.NotFound(issueKey));
    List<LinkTarget> targets = new ArrayList<>(List.of(new LinkTarget.Issue(issue.id())));
    targets.addAll(places.of(List.of(issue.id())).getOrDefault(issue.id(), Set.of()));
    return places.texts(who, targets).values().stream()
        .filter(place -> place.target().kind() != LinkKind.SPRINT || !place.closed())
        .sorted(
            Comparator.comparing((Places.PlaceText place) -> place.target().kind())
                .thenComparing(Places.PlaceText::name))
        .toList();
  }

  /**
   * What a link would bring to a key result; nothing is written.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not link issues to it
   * @throws Refusal.Invalid naming {@code query} or {@code target} when it cannot be linked
   */
  public Preview preview(Person who, long keyResultId, Wanted wanted) {
    requireLink(who, keyResultId);
    Set<Long> ids = led(who, target(who, wanted), wanted.field());
    List<IssueText> shown = new ArrayList<>();
    Map<Long, IssueText> texts = issues.texts(who, first(ids));
    first(ids).forEach(id -> Optional.ofNullable(texts.get(id)).ifPresent(shown::add));
    Set<Long> already = new HashSet<>(reached.reachedBy(List.of(keyResultId)));
    already.retainAll(ids);
    return new Preview(ids.size(), already.size(), shown);
  }

  private static List<Long> first(Collection<Long> ids) {
    return ids.stream().sorted().limit(SHOWN).toList();
  }

  /**
   * Links a key result to work, as it is now and from now on. A query finds what the person may
   * browse, because others see how much it is; where it is linked already by somebody who is no
   * active user any more, the person takes it over. Of a place that the person may see, everything
   * counts.
   *
   * @param sentence what changes if that work is completed; perhaps empty
   * @return the id of the link; of the one that was there before, where the work is linked already
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not link issues to it
   * @throws Refusal.Invalid naming {@code query}, {@code target} or {@code sentence} when they
   *     cannot be taken
   */
  public WorkLinks.Added add(
      Person who, long keyResultId, Wanted wanted, Optional<String> sentence) {
    requireLink(who, keyResultId);
    LinkTarget target = target(who, wanted);
    Optional<String> said = said(sentence);
    List<IssueState> members = members(target, led(who, target, wanted.field()));
    Objectives.Edit by = new Objectives.Edit(who, clock.instant());
    WorkLinks.Added added = links.add(keyResultId, target, said, members, by);
    if (!added.isNew() && isOrphan(keyResultId, added.linkId())) {
      links.takeOver(keyResultId, added.linkId(), members, by);
    }
    return added;
  }

  /**
   * The issues that a query finds today of what the person may browse, for linking each by itself.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not link issues to it
   * @throws Refusal.Invalid naming {@code query} when it cannot be asked, or finds too much
   */
  Set<Long> findOnce(Person who, long keyResultId, String query) {
    requireLink(who, keyResultId);
    return led(who, new LinkTarget.Query(checked(query)), "query");
  }

  /** What somebody wants to link, where they may. */
  private LinkTarget target(Person who, Wanted wanted) {
    if (wanted.kind() == LinkKind.JQL) {
      return new LinkTarget.Query(checked(wanted.text()));
    }
    if (wanted.text().isBlank()) {
      throw invalid("target", Message.of("bearings.error.required"));
    }
    return places
        .find(who, wanted.kind(), wanted.text())
        .map(Places.PlaceText::target)
        .orElseThrow(() -> invalid("target", unknown(wanted)));
  }

  private static Message unknown(Wanted wanted) {
    return switch (wanted.kind()) {
      case EPIC -> Message.of("bearings.error.noSuchEpic", wanted.text());
      case SPRINT -> Message.of("bearings.error.noSuchSprint", wanted.text());
      case VERSION -> Message.of("bearings.error.noSuchVersion", wanted.text());
      case ISSUE, JQL -> Message.of("bearings.error.noSuchIssues", 1, wanted.text());
    };
  }

  /** The issues that a target leads to now. */
  private Set<Long> led(Person who, LinkTarget target, String field) {
    WorkSearch.Answer answer =
        switch (target.kind()) {
          case JQL -> search.find(who, ((LinkTarget.Query) target).jql(), Queries.MOST);
          case ISSUE -> new WorkSearch.Hits(Set.of(target.id()), 1);
          case EPIC, SPRINT, VERSION -> places.members(who, target, Queries.MOST);
        };
    return found(answer, field);
  }

  /**
   * The states of the issues that a target leads to, after their past is kept. What Jira's search
   * tells of an epic, a sprint or a version lags behind; what an issue's history says does not.
   */
  private List<IssueState> members(LinkTarget target, Set<Long> issueIds) {
    backfill.fill(issueIds);
    return switch (target.kind()) {
      case ISSUE, JQL -> issues.states(issueIds);
      case EPIC, SPRINT, VERSION -> {
        Set<Long> left = new HashSet<>();
        histories
            .latest(issueIds)
            .forEach(
                (issueId, step) -> {
                  if (!isIn(step.state(), target)) {
                    left.add(issueId);
                  }
                });
        yield issues.states(issueIds.stream().filter(id -> !left.contains(id)).toList());
      }
    };
  }

  private static boolean isIn(IssueSnapshot state, LinkTarget place) {
    return switch (place.kind()) {
      case EPIC -> state.epicId().filter(id -> id == place.id()).isPresent();
      case SPRINT -> state.sprintIds().contains(place.id());
      case VERSION -> state.versionIds().contains(place.id());
      case ISSUE, JQL -> true;
    };
  }

  private boolean isOrphan(long keyResultId, long linkId) {
    return link(links.linksOf(keyResultId), linkId)
        .flatMap(WorkLink::problem)
        .filter(Queries.NOBODY_ASKS::equals)
        .isPresent();
  }

  /**
   * Makes a query that of the person: from now on it finds what they may browse.
   *
   * @throws Refusal.NotFound when there is no such query, or the person may not see it
   * @throws Refusal.Forbidden when the person may not link issues to the key result
   * @throws Refusal.Invalid naming {@code query} when it cannot be linked by them
   */
  public void takeOver(Person who, long keyResultId, long linkId) {
    requireLink(who, keyResultId);
    LinkTarget.Query query = query(links.linksOf(keyResultId), linkId);
    List<IssueState> members = members(query, led(who, query, "query"));
    require(
        links.takeOver(keyResultId, linkId, members, new Objectives.Edit(who, clock.instant())),
        linkId);
  }

  private static LinkTarget.Query query(List<WorkLink> links, long linkId) {
    return link(links, linkId)
        .map(WorkLink::target)
        .filter(LinkTarget.Query.class::isInstance)
        .map(LinkTarget.Query.class::cast)
        .orElseThrow(() -> new Refusal.NotFound(String.valueOf(linkId)));
  }

  private static Optional<WorkLink> link(List<WorkLink> links, long linkId) {
    return links.stream().filter(each -> each.id() == linkId).findFirst();
  }

  private static String checked(String query) {
    String jql = query.strip();
    if (jql.isEmpty()) {
      throw invalid("query", Message.of("bearings.error.required"));
    }
    if (jql.length() > QUERY_LENGTH) {
      throw invalid("query", Message.of("bearings.error.tooLong", QUERY_LENGTH, jql.length()));
    }
    Set<String> own = OwnFunctions.calledIn(jql);
    if (!own.isEmpty()) {
      throw invalid("query", Message.of("bearings.error.ownFunction", own.iterator().next()));
    }
    return jql;
  }

  private static Optional<String> said(Optional<String> sentence) {
    Optional<String> said = sentence.map(String::strip).filter(text -> !text.isEmpty());
    if (said.filter(text -> text.length() > SENTENCE_LENGTH).isPresent()) {
      throw invalid(
          "sentence",
          Message.of("bearings.error.tooLong", SENTENCE_LENGTH, said.orElseThrow().length()));
    }
    return said;
  }

  private static Set<Long> found(WorkSearch.Answer answer, String field) {
    if (answer instanceof WorkSearch.Failure failure) {
      throw invalid(field, Message.of("bearings.error.query", failure.text()));
    }
    if (!(answer instanceof WorkSearch.Hits hits)) {
      throw new Refusal.Forbidden();
    }
    if (hits.total() > Queries.MOST) {
      throw invalid(field, Message.of("bearings.error.queryTooMany", hits.total(), Queries.MOST));
    }
    return hits.issueIds();
  }

  private static Refusal invalid(String field, Message problem) {
    return new Refusal.Invalid(Map.of(field, problem));
  }

  /**
   * Says what changes if the work of a link is completed.
   *
   * @param sentence empty: nothing is said any more
   * @throws Refusal.NotFound when there is no such link, or the person may not see it
   * @throws Refusal.Forbidden when the person may not link issues to the key result
   * @throws Refusal.Invalid naming {@code sentence} when it is too long
   */
  public void describe(Person who, long keyResultId, long linkId, Optional<String> sentence) {
    requireLink(who, keyResultId);
    require(links.describe(keyResultId, linkId, said(sentence)), linkId);
  }

  /**
   * Ends a link.
   *
   * @throws Refusal.NotFound when there is no such link, or the person may not see it
   * @throws Refusal.Forbidden when the person may not link issues to the key result
   */
  public void end(Person who, long keyResultId, long linkId) {
    requireLink(who, keyResultId);
    require(links.end(keyResultId, linkId, new Objectives.Edit(who, clock.instant())), linkId);
  }

  /**
   * Puts a link that was ended in force again, as if it had never been ended. A query finds what
   * whoever linked it may browse; where that is no active user any more, it keeps what it found
   * last.
   *
   * @throws Refusal.NotFound when there is no such ended link, its work is gone or is linked
   *     meanwhile, or the person may not see it
   * @throws Refusal.Forbidden when the person may not link issues to the key result
   * @throws Refusal.Invalid naming {@code query} or {@code target} when it can no longer be linked
   */
  public void restore(Person who, long keyResultId, long linkId) {
    requireLink(who, keyResultId);
    Refusal gone = new Refusal.NotFound(String.valueOf(linkId));
    WorkLink ended = link(links.everOf(keyResultId), linkId).orElseThrow(() -> gone);
    Objectives.Edit by = new Objectives.Edit(who, clock.instant());
    if (ended.target() instanceof LinkTarget.Query query) {
      restore(ended, query, by);
      return;
    }
    if (places.texts(who, List.of(ended.target())).isEmpty()) {
      throw gone;
    }
    Set<Long> ids = led(who, ended.target(), "target");
    require(links.restore(keyResultId, linkId, members(ended.target(), ids), by), linkId);
  }

  private void restore(WorkLink ended, LinkTarget.Query query, Objectives.Edit by) {
    WorkSearch.Answer answer =
        search.find(new Person(ended.createdBy()), query.jql(), Queries.MOST);
    boolean asked = !(answer instanceof WorkSearch.NobodyAsks);
    Set<Long> ids = asked ? found(answer, "query") : links.found(ended.id());
    require(links.restore(ended.keyResultId(), ended.id(), members(query, ids), by), ended.id());
    if (!asked) {
      links.problem(ended.id(), Optional.of(Queries.NOBODY_ASKS), by.when());
    }
  }

  private static void require(boolean found, long linkId) {
    if (!found) {
      throw new Refusal.NotFound(String.valueOf(linkId));
    }
  }

  private Overview.Within requireLink(Person who, long keyResultId) {
    Overview.Within within = overview.within(who, keyResultId);
    if (!within.mayLink()) {
      throw new Refusal.Forbidden();
    }
    return within;
  }
}
