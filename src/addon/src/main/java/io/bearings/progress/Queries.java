package io.bearings.progress;

import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Keeps what queries find in step with Jira. A query is asked in full once; after that only about
 * the issues whose changes can matter to it, and always with the rights of the person who linked
 * it. One that can no longer be asked, or finds too much, keeps what it found last, says why, and
 * stops nothing else.
 */
@Named
public final class Queries {
  /** The most issues that a query of a key result may find. */
  public static final int MOST = 10_000;

  /** How the problem of a query begins that finds more; how many it finds follows. */
  public static final String TOO_MANY = "tooMany:";

  /** The problem of a query whose author is no active user of Jira any more. */
  public static final String NOBODY_ASKS = "nobodyAsks";

  private static final int PAGE = 500;

  /** More than there are threads that look at queries. */
  private static final int TURNS = 64;

  private final WorkLinks links;
  private final WorkSearch search;
  private final Issues issues;
  private final Backfill backfill;
  private final QueryNames names;
  private final Clock clock;

  /**
   * One look at a query at a time on this node: between a search and the writing of its answer
   * nobody else writes what a later search found, which the older answer would undo.
   */
  private final List<Object> turns = Stream.generate(Object::new).limit(TURNS).toList();

  @Inject
  public Queries(
      WorkLinks links,
      WorkSearch search,
      Issues issues,
      Backfill backfill,
      QueryNames names,
      Clock clock) {
    this.links = links;
    this.search = search;
    this.issues = issues;
    this.backfill = backfill;
    this.names = names;
    this.clock = clock;
  }

  /**
   * Asks every query about issues that changed, of which is not known what happened: one search for
   * each query and 1,000 issues. Writes where an answer is another one than before.
   *
   * @throws Refusal.Unavailable when a query could not be asked, after all others were
   */
  public void changed(Collection<Long> issueIds) {
    if (!issueIds.isEmpty()) {
      each(query -> lookAgain(query, issueIds));
    }
  }

  /**
   * Asks those queries about issues that changed whose answer can be another one now: one search
   * for each query and 1,000 issues. Writes where an answer is another one than before.
   *
   * @param issues what happened, by the id of the issue
   * @throws Refusal.Unavailable when a query could not be asked, after all others were
   */
  public void happened(Map<Long, WhatChanged> issues) {
    if (issues.isEmpty()) {
      return;
    }
    QueryNames.Names known = names.now();
    Map<Long, Set<Long>> found = links.finding(issues.keySet());
    each(
        query -> {
          QueryScope scope = QueryScope.of(jql(query), known);
          Set<Long> before = found.getOrDefault(query.id(), Set.of());
          Set<Long> concerned = new TreeSet<>(issues.keySet());
          concerned.removeIf(id -> !scope.canMatter(issues.get(id), before.contains(id), known));
          lookAgain(query, concerned);
        });
  }

  /**
   * Asks those queries in full whose answers can change without an event of the issue, because days
   * pass, a sprint begins, another issue changes, and those that could not be asked last.
   *
   * @throws Refusal.Unavailable when a query could not be asked, after all others were
   */
  public void lookAtUnsteady() {
    QueryNames.Names known = names.now();
    each(
        query -> {
          boolean failed = query.checkedAt().isEmpty() || query.problem().isPresent();
          if (failed || QueryScope.of(jql(query), known).isUnsteady()) {
            look(query);
          }
        });
  }

  /** One query that cannot be asked does not keep the others from being asked. */
  private void each(Consumer<WorkLink> work) {
    Optional<Refusal.Unavailable> failed = Optional.empty();
    long after = 0;
    List<WorkLink> page = links.queries(after, PAGE);
    while (!page.isEmpty()) {
      for (WorkLink query : page) {
        after = query.id();
        try {
          inTurn(query, work);
        } catch (Refusal.Unavailable e) {
          failed = failed.or(() -> Optional.of(e));
        }
      }
      page = links.queries(after, PAGE);
    }
    if (failed.isPresent()) {
      throw failed.get();
    }
  }

  private void inTurn(WorkLink query, Consumer<WorkLink> work) {
    synchronized (turns.get((int) (query.id() % TURNS))) {
      work.accept(query);
    }
  }

  private void lookAgain(WorkLink query, Collection<Long> issueIds) {
    if (issueIds.isEmpty() && query.checkedAt().isPresent()) {
      return;
    }
    if (query.checkedAt().isEmpty() || query.problem().isPresent()) {
      // What it missed meanwhile is not known.
      look(query);
      return;
    }
    WorkSearch.Answer answer = search.findAmong(author(query), jql(query), issueIds);
    if (answer instanceof WorkSearch.Hits hits) {
      write(query, links.foundAmong(query.id(), issueIds), hits.issueIds());
    } else {
      fail(query, why(answer));
    }
  }

  /**
   * Asks a query in full.
   *
   * @throws Refusal.Unavailable when it could not be asked
   */
  public void look(WorkLink query) {
    WorkSearch.Answer answer = search.find(author(query), jql(query), MOST);
    if (answer instanceof WorkSearch.Hits hits && hits.total() <= MOST) {
      write(query, links.found(query.id()), hits.issueIds());
    } else {
      fail(query, why(answer));
    }
  }

  /** Why an answer says nothing of what a query finds. */
  private static String why(WorkSearch.Answer answer) {
    if (answer instanceof WorkSearch.Hits hits) {
      return TOO_MANY + hits.total();
    }
    return answer instanceof WorkSearch.Failure failure ? failure.text() : NOBODY_ASKS;
  }

  private void fail(WorkLink query, String why) {
    if (!query.problem().equals(Optional.of(why))) {
      links.problem(query.id(), Optional.of(why), clock.instant());
    }
  }

  private void write(WorkLink query, Set<Long> before, Set<Long> now) {
    Set<Long> added = new HashSet<>(now);
    added.removeAll(before);
    Set<Long> gone = new HashSet<>(before);
    gone.removeAll(now);
    boolean first = query.checkedAt().isEmpty() || query.problem().isPresent();
    if (first || !added.isEmpty() || !gone.isEmpty()) {
      backfill.fill(added);
      links.hits(query.id(), issues.states(added), gone, clock.instant());
    }
  }

  private static Person author(WorkLink query) {
    return new Person(query.createdBy());
  }

  private static String jql(WorkLink query) {
    return ((LinkTarget.Query) query.target()).jql();
  }
}
