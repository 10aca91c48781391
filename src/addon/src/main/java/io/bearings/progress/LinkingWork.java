package io.bearings.progress;

import io.bearings.okr.KeyResult;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Linking a key result to what a query finds, and saying what changes if linked work is completed.
 */
@Named
public final class LinkingWork {
  /** The longest query. */
  public static final int QUERY_LENGTH = 4_000;

  /** The longest sentence. */
  public static final int SENTENCE_LENGTH = 255;

  /** How many of the issues that a query finds are shown before it is linked. */
  public static final int SHOWN = 20;

  private final Overview overview;
  private final WorkLinks links;
  private final WorkSearch search;
  private final Issues issues;
  private final Backfill backfill;
  private final Clock clock;

  @Inject
  public LinkingWork(
      Overview overview,
      WorkLinks links,
      WorkSearch search,
      Issues issues,
      Backfill backfill,
      Clock clock) {
    this.overview = overview;
    this.links = links;
    this.search = search;
    this.issues = issues;
    this.backfill = backfill;
    this.clock = clock;
  }

  /**
   * The links of a key result.
   *
   * @param mayLink whether the person may make and end links
   */
  public record Linked(KeyResult keyResult, boolean mayLink, List<WorkLink> links) {
    public Linked {
      links = List.copyOf(links);
    }
  }

  /**
   * What a query would bring.
   *
   * @param total how many issues it finds of those that the person may browse
   * @param shown the first of those that the person may browse
   */
  public record Preview(int total, List<IssueText> shown) {
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
    return new Linked(found.keyResult().keyResult(), found.mayLink(), links.linksOf(keyResultId));
  }

  /**
   * What a query would bring to a key result; nothing is written.
   *
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not link issues to it
   * @throws Refusal.Invalid naming {@code query} when it cannot be linked
   */
  public Preview preview(Person who, long keyResultId, String query) {
    requireLink(who, keyResultId);
    Set<Long> ids = found(who, checked(query));
    List<IssueText> shown = new ArrayList<>();
    Map<Long, IssueText> texts = issues.texts(who, first(ids));
    first(ids).forEach(id -> Optional.ofNullable(texts.get(id)).ifPresent(shown::add));
    return new Preview(ids.size(), shown);
  }

  private static List<Long> first(Collection<Long> ids) {
    return ids.stream().sorted().limit(SHOWN).toList();
  }

  /**
   * Links a key result to what a query finds, now and from now on: of what the person may browse,
   * because others see how much it is. Where the query is linked already by somebody who is no
   * active user any more, the person takes it over.
   *
   * @param sentence what changes if that work is completed; perhaps empty
   * @return the id of the link; of the one that was there before, where the query is linked already
   * @throws Refusal.NotFound when the person may not see the key result, or there is none
   * @throws Refusal.Forbidden when the person may not link issues to it
   * @throws Refusal.Invalid naming {@code query} or {@code sentence} when they cannot be taken
   */
  public WorkLinks.Added addQuery(
      Person who, long keyResultId, String query, Optional<String> sentence) {
    requireLink(who, keyResultId);
    String jql = checked(query);
    Optional<String> said = said(sentence);
    Set<Long> ids = found(who, jql);
    backfill.fill(ids);
    List<IssueState> members = issues.states(ids);
    Objectives.Edit by = new Objectives.Edit(who, clock.instant());
    WorkLinks.Added added = links.add(keyResultId, new LinkTarget.Query(jql), said, members, by);
    if (!added.isNew() && isOrphan(keyResultId, added.linkId())) {
      links.takeOver(keyResultId, added.linkId(), members, by);
    }
    return added;
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
    Set<Long> ids = found(who, query.jql());
    backfill.fill(ids);
    require(
        links.takeOver(
            keyResultId, linkId, issues.states(ids), new Objectives.Edit(who, clock.instant())),
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

  private Set<Long> found(Person who, String jql) {
    return found(search.find(who, jql, Queries.MOST));
  }

  private static Set<Long> found(WorkSearch.Answer answer) {
    if (answer instanceof WorkSearch.Failure failure) {
      throw invalid("query", Message.of("bearings.error.query", failure.text()));
    }
    if (!(answer instanceof WorkSearch.Hits hits)) {
      throw new Refusal.Forbidden();
    }
    if (hits.total() > Queries.MOST) {
      throw invalid("query", Message.of("bearings.error.queryTooMany", hits.total(), Queries.MOST));
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
   * Puts a query that was ended in force again, as if it had never been ended: it finds what
   * whoever linked it may browse. Where that is no active user any more, it keeps what it found
   * last.
   *
   * @throws Refusal.NotFound when there is no such ended query, its work is linked meanwhile, or
   *     the person may not see it
   * @throws Refusal.Forbidden when the person may not link issues to the key result
   * @throws Refusal.Invalid naming {@code query} when it can no longer be linked
   */
  public void restore(Person who, long keyResultId, long linkId) {
    requireLink(who, keyResultId);
    List<WorkLink> ever = links.everOf(keyResultId);
    LinkTarget.Query query = query(ever, linkId);
    Person author = new Person(link(ever, linkId).orElseThrow().createdBy());
    WorkSearch.Answer answer = search.find(author, query.jql(), Queries.MOST);
    boolean asked = !(answer instanceof WorkSearch.NobodyAsks);
    Set<Long> ids = asked ? found(answer) : links.found(linkId);
    Instant now = clock.instant();
    require(
        links.restore(keyResultId, linkId, issues.states(ids), new Objectives.Edit(who, now)),
        linkId);
    if (!asked) {
      links.problem(linkId, Optional.of(Queries.NOBODY_ASKS), now);
    }
  }

  private static void require(boolean found, long linkId) {
    if (!found) {
      throw new Refusal.NotFound(String.valueOf(linkId));
    }
  }

  private void requireLink(Person who, long keyResultId) {
    if (!overview.within(who, keyResultId).mayLink()) {
      throw new Refusal.Forbidden();
    }
  }
}
