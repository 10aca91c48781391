package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.startsWith;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;
import org.mockito.InOrder;

public class QueriesTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Person ANNA = new Person("anna");

  private final WorkLinks links = mock(WorkLinks.class);
  private final WorkSearch search = mock(WorkSearch.class);
  private final Issues issues = mock(Issues.class);
  private final Backfill backfill = mock(Backfill.class);
  private final QueryNames names = mock(QueryNames.class);
  private final Queries queries =
      new Queries(links, search, issues, backfill, names, Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void tenProjects() {
    Map<String, Set<Long>> projects = new HashMap<>();
    for (long id = 0; id < 10; id++) {
      projects.put("p" + id, Set.of(id));
    }
    when(names.now()).thenReturn(new QueryNames.Names(projects, Map.of(), Set.of()));
  }

  @Before
  public void issuesThatCanBeRead() {
    when(issues.states(anyCollection()))
        .thenAnswer(
            call ->
                ((Collection<?>) call.getArgument(0))
                    .stream().map(id -> state((Long) id)).toList());
  }

  @Test
  public void asksOnlyAboutTheIssuesThatChanged() {
    stored(query(3, "project = A", true, ""));
    when(search.findAmong(ANNA, "project = A", Set.of(7L, 8L, 9L)))
        .thenReturn(new WorkSearch.Hits(Set.of(7L, 8L), 2));
    when(links.foundAmong(3, Set.of(7L, 8L, 9L))).thenReturn(Set.of(8L, 9L));

    queries.changed(Set.of(7L, 8L, 9L));

    verify(links).hits(3, List.of(state(7)), Set.of(9L), NOW);
    verify(backfill).fill(Set.of(7L));
    verify(search, never()).find(any(), any(), anyInt());
  }

  @Test
  public void writesNothingWhereTheAnswerIsTheSame() {
    stored(query(3, "project = A", true, ""));
    when(search.findAmong(any(), any(), anyCollection()))
        .thenReturn(new WorkSearch.Hits(Set.of(7L), 1));
    when(links.foundAmong(3, Set.of(7L))).thenReturn(Set.of(7L));

    queries.changed(Set.of(7L));

    verify(links, never()).hits(anyLong(), any(), any(), any());
  }

  @Test
  public void asksNothingWithoutAChange() {
    queries.changed(Set.of());

    verifyNoInteractions(links, search);
  }

  @Test
  public void aQueryThatJiraCannotReadKeepsWhatItFoundAndSaysWhy() {
    stored(query(3, "project = Gone", true, ""), query(4, "project = A", true, ""));
    when(search.findAmong(ANNA, "project = Gone", Set.of(7L)))
        .thenReturn(new WorkSearch.Failure("There is no project Gone."));
    when(search.findAmong(ANNA, "project = A", Set.of(7L)))
        .thenReturn(new WorkSearch.Hits(Set.of(7L), 1));

    queries.changed(Set.of(7L));

    verify(links).problem(3, Optional.of("There is no project Gone."), NOW);
    verify(links, never()).hits(eq(3L), any(), any(), any());
    verify(links).hits(4, List.of(state(7)), Set.of(), NOW);
  }

  @Test
  public void theSameProblemIsNotWrittenAgain() {
    stored(query(3, "project = Gone", true, "There is no project Gone."));
    when(search.find(ANNA, "project = Gone", Queries.MOST))
        .thenReturn(new WorkSearch.Failure("There is no project Gone."));

    queries.changed(Set.of(7L));

    verify(links, never()).problem(anyLong(), any(), any());
  }

  @Test
  public void aQueryThatCanBeReadAgainIsAskedInFull() {
    stored(query(3, "project = A", true, "There is no project A."));
    when(search.find(ANNA, "project = A", Queries.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(7L, 8L), 2));
    when(links.found(3)).thenReturn(Set.of(8L));

    queries.changed(Set.of(7L));

    verify(links).hits(3, List.of(state(7)), Set.of(), NOW);
  }

  @Test
  public void theFirstLookIsWrittenAlsoWhereNothingIsFound() {
    stored(query(3, "project = A", false, ""));
    when(search.find(ANNA, "project = A", Queries.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(), 0));

    queries.lookAtUnsteady();

    verify(links).hits(3, List.of(), Set.of(), NOW);
  }

  @Test
  public void aQueryThatFindsTooMuchKeepsWhatItFound() {
    stored(query(3, "order by key", false, ""));
    when(search.find(ANNA, "order by key", Queries.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(), 200_000));

    queries.lookAtUnsteady();

    verify(links).problem(3, Optional.of("tooMany:200000"), NOW);
    verify(links, never()).hits(anyLong(), any(), any(), any());
  }

  @Test
  public void aQueryWhoseAuthorIsGoneKeepsWhatItFoundAndStopsNoOther() {
    stored(query(3, "project = A", true, ""), query(4, "project = B", true, ""));
    when(search.findAmong(ANNA, "project = A", Set.of(7L))).thenReturn(new WorkSearch.NobodyAsks());
    when(search.findAmong(ANNA, "project = B", Set.of(7L)))
        .thenReturn(new WorkSearch.Hits(Set.of(7L), 1));

    queries.changed(Set.of(7L));

    verify(links).problem(3, Optional.of(Queries.NOBODY_ASKS), NOW);
    verify(links, never()).hits(eq(3L), any(), any(), any());
    verify(links).hits(4, List.of(state(7)), Set.of(), NOW);
  }

  @Test
  public void aFullLookAlsoNeedsItsAuthor() {
    stored(query(3, "project = A", false, ""));
    when(search.find(ANNA, "project = A", Queries.MOST)).thenReturn(new WorkSearch.NobodyAsks());

    queries.lookAtUnsteady();

    verify(links).problem(3, Optional.of(Queries.NOBODY_ASKS), NOW);
    verify(links, never()).hits(anyLong(), any(), any(), any());
  }

  @Test
  public void aSearchThatDoesNotAnswerStopsNoOtherQuery() {
    stored(query(3, "project = A", true, ""), query(4, "project = B", true, ""));
    when(search.findAmong(ANNA, "project = A", Set.of(7L)))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.search")));
    when(search.findAmong(ANNA, "project = B", Set.of(7L)))
        .thenReturn(new WorkSearch.Hits(Set.of(7L), 1));

    assertThatThrownBy(() -> queries.changed(Set.of(7L))).isInstanceOf(Refusal.Unavailable.class);

    verify(links).hits(4, List.of(state(7)), Set.of(), NOW);
    verify(links, never()).problem(anyLong(), any(), any());
  }

  /**
   * A hundred queries over ten projects: one change is worth a search for those it can matter to.
   */
  @Test
  public void asksOnlyThoseQueriesToWhichAChangeCanMatter() {
    stored(
        LongStream.range(0, 100)
            .mapToObj(id -> query(id + 1, "project = P" + id % 10 + CONDITIONS.get((int) id / 10)))
            .toArray(WorkLink[]::new));
    when(search.findAmong(any(), any(), anyCollection()))
        .thenReturn(new WorkSearch.Hits(Set.of(), 0));

    queries.happened(Map.of(7L, changed(3, "status")));
    verify(search, times(4)).findAmong(eq(ANNA), startsWith("project = P3 "), eq(Set.of(7L)));
    verify(search, times(4)).findAmong(any(), any(), any());

    queries.happened(Map.of(7L, changed(3, "labels", "description")));
    verify(search, times(4 + 3)).findAmong(any(), any(), any());

    // A comment, or what else leaves no record.
    queries.happened(Map.of(7L, new WhatChanged(Optional.of(Set.of(3L)), Optional.empty())));
    verify(search, times(4 + 3 + 10)).findAmong(any(), any(), any());

    queries.happened(Map.of(7L, WhatChanged.UNKNOWN));
    verify(search, times(4 + 3 + 10 + 100)).findAmong(any(), any(), any());
  }

  private static final List<String> CONDITIONS =
      List.of(
          " AND status = Done",
          " AND statusCategory != Done",
          " AND priority = High AND status in (Open, \"In Progress\")",
          " AND (labels = x OR NOT fixVersion = 1)",
          " AND resolution is EMPTY",
          " AND issuetype = Bug",
          " AND component in (A, B)",
          " AND due < 2026-12-01",
          " AND labels = y",
          " AND due < 7d");

  private static WhatChanged changed(long projectId, String... fields) {
    return new WhatChanged(Optional.of(Set.of(projectId)), Optional.of(Set.of(fields)));
  }

  @Test
  public void anIssueThatLeftTheProjectOfAQueryIsAskedForWhereItWasFound() {
    stored(query(1, "project = P1"), query(2, "project = P2"), query(3, "project = P1"));
    when(links.finding(Set.of(7L))).thenReturn(Map.of(1L, Set.of(7L)));
    when(links.foundAmong(1, Set.of(7L))).thenReturn(Set.of(7L));
    when(search.findAmong(any(), any(), anyCollection()))
        .thenReturn(new WorkSearch.Hits(Set.of(), 0));

    queries.happened(Map.of(7L, changed(5, "project", "key")));

    verify(links).hits(1, List.of(), Set.of(7L), NOW);
    verify(search, times(1)).findAmong(any(), any(), anyCollection());
  }

  @Test
  public void eachQueryIsAskedAboutTheIssuesThatConcernIt() {
    stored(query(1, "project = P1"), query(2, "status = Done"), query(3, "project = P4"));
    when(search.findAmong(any(), any(), anyCollection()))
        .thenReturn(new WorkSearch.Hits(Set.of(), 0));

    queries.happened(Map.of(7L, changed(1, "assignee"), 8L, changed(2, "assignee")));

    verify(search).findAmong(ANNA, "project = P1", Set.of(7L));
    verify(search).findAmong(ANNA, "status = Done", Set.of(7L, 8L));
    verify(search, times(2)).findAmong(any(), any(), anyCollection());
  }

  @Test
  public void aQueryThatCouldNotBeAskedIsAskedInFullWhereAChangeCanMatterToIt() {
    stored(
        query(1, "project = P1 AND gone = 1", true, "There is no field gone."),
        query(2, "project = P2 AND gone = 1", true, "There is no field gone."));
    when(search.find(any(), any(), anyInt()))
        .thenReturn(new WorkSearch.Failure("There is no field gone."));

    queries.happened(Map.of(7L, changed(2, "status")));

    verify(search).find(ANNA, "project = P2 AND gone = 1", Queries.MOST);
    verify(search, times(1)).find(any(), any(), anyInt());
  }

  @Test
  public void whatNoEventTellsOfIsAskedForFromTimeToTime() {
    stored(
        query(1, "project = P1 AND status = Done"),
        query(2, "due < 1d"),
        query(3, "sprint in openSprints()"),
        query(4, "project = P1", true, "There is no project P1."));
    when(search.find(any(), any(), anyInt())).thenReturn(new WorkSearch.Hits(Set.of(7L), 1));
    when(links.found(anyLong())).thenReturn(Set.of());

    queries.lookAtUnsteady();

    verify(search, never()).find(ANNA, "project = P1 AND status = Done", Queries.MOST);
    for (long id = 2; id <= 4; id++) {
      verify(links).hits(id, List.of(state(7)), Set.of(), NOW);
    }
  }

  @Test
  public void withoutAnIssueThatChangedNothingIsAsked() {
    queries.happened(Map.of());

    verifyNoInteractions(links, search, names);
  }

  /** Else what the first one found would undo what the second one knows better. */
  @Test(timeout = 20_000)
  public void whoLooksLaterWaitsUntilTheAnswerBeforeIsWritten() throws Exception {
    stored(query(3, "project = A"));
    CountDownLatch searched = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    when(search.findAmong(any(), any(), anyCollection()))
        .thenAnswer(
            call -> {
              searched.countDown();
              goOn.await();
              return new WorkSearch.Hits(Set.of(), 0);
            })
        .thenReturn(new WorkSearch.Hits(Set.of(7L), 1));
    when(links.foundAmong(3, Set.of(7L))).thenReturn(Set.of(7L)).thenReturn(Set.of());
    Thread first = new Thread(() -> queries.changed(Set.of(7L)));
    Thread second = new Thread(() -> queries.changed(Set.of(7L)));
    first.start();
    searched.await();
    second.start();
    while (second.getState() != Thread.State.BLOCKED) {
      Thread.sleep(1);
    }
    goOn.countDown();
    first.join();
    second.join();

    InOrder order = inOrder(search, links);
    order.verify(search).findAmong(ANNA, "project = A", Set.of(7L));
    order.verify(links).hits(3, List.of(), Set.of(7L), NOW);
    order.verify(search).findAmong(ANNA, "project = A", Set.of(7L));
    order.verify(links).hits(3, List.of(state(7)), Set.of(), NOW);
  }

  private static WorkLink query(long id, String jql) {
    return query(id, jql, true, "");
  }

  private void stored(WorkLink... all) {
    when(links.queries(anyLong(), anyInt()))
        .thenAnswer(
            call -> {
              long after = call.getArgument(0);
              return List.of(all).stream().filter(each -> each.id() > after).limit(1).toList();
            });
  }

  private static WorkLink query(long id, String jql, boolean checked, String problem) {
    return new WorkLink(
        id,
        34,
        new LinkTarget.Query(jql),
        Optional.empty(),
        "anna",
        NOW,
        Optional.empty(),
        checked ? Optional.of(NOW) : Optional.empty(),
        Optional.of(problem).filter(text -> !text.isEmpty()));
  }

  private static IssueState state(long id) {
    return new IssueState(
        id, "A-" + id, 1, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), NOW);
  }
}
