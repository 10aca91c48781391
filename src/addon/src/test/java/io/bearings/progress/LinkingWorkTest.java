package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Test;

public class LinkingWorkTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Person ANNA = new Person("anna");
  private static final Edit BY_ANNA = new Edit(ANNA, NOW);

  private final Overview overview = mock(Overview.class);
  private final WorkLinks links = mock(WorkLinks.class);
  private final WorkSearch search = mock(WorkSearch.class);
  private final Issues issues = mock(Issues.class);
  private final Backfill backfill = mock(Backfill.class);
  private final Links reached = mock(Links.class);
  private final Places places = mock(Places.class);
  private final Histories histories = mock(Histories.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final LinkingWork linking =
      new LinkingWork(
          overview,
          links,
          reached,
          search,
          places,
          issues,
          histories,
          backfill,
          standpoints,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void aQueryThatFindsTwoIssues() {
    mayLink(true);
    when(search.find(ANNA, "project = A", Queries.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(7L, 8L), 2));
    when(issues.states(Set.of(7L, 8L))).thenReturn(List.of(state(7), state(8)));
    when(links.add(anyLong(), any(), any(), anyCollection(), any()))
        .thenReturn(new WorkLinks.Added(3, true));
  }

  @Test
  public void linksWhatAQueryFinds() {
    WorkLinks.Added added =
        linking.add(ANNA, 34, jql(" project = A "), Optional.of(" Fewer calls. "));

    assertThat(added.linkId()).isEqualTo(3);
    verify(backfill).fill(Set.of(7L, 8L));
    verify(links)
        .add(
            34,
            new LinkTarget.Query("project = A"),
            Optional.of("Fewer calls."),
            List.of(state(7), state(8)),
            BY_ANNA);
  }

  @Test
  public void anEmptySentenceSaysNothing() {
    linking.add(ANNA, 34, jql("project = A"), Optional.of("  "));

    verify(links).add(anyLong(), any(), eq(Optional.empty()), any(), any());
  }

  @Test
  public void showsFirstWhatAQueryWouldBring() {
    IssueText seven = new IssueText(7, "A-7", "Seven", "Open", Optional.empty());
    when(issues.texts(ANNA, List.of(7L, 8L))).thenReturn(Map.of(7L, seven));

    when(reached.reachedBy(List.of(34L))).thenReturn(Set.of(8L, 9L));

    LinkingWork.Preview preview = linking.preview(ANNA, 34, jql("project = A"));

    assertThat(preview.total()).isEqualTo(2);
    assertThat(preview.already()).isEqualTo(1);
    assertThat(preview.shown()).containsExactly(seven);
    verifyNoInteractions(links);
  }

  @Test
  public void refusesWhatCannotBeLinkedAndNamesTheField() {
    when(search.find(ANNA, "projekt = A", Queries.MOST))
        .thenReturn(new WorkSearch.Failure("No field projekt."));
    when(search.find(ANNA, "order by key", Queries.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(), 200_000));

    refused("query", () -> add("projekt = A", ""));
    refused("query", () -> add("order by key", ""));
    refused("query", () -> add("  ", ""));
    refused("query", () -> add("x".repeat(LinkingWork.QUERY_LENGTH + 1), ""));
    refused("query", () -> add("key in issuesOfKeyResult('KR-34')", ""));
    refused("sentence", () -> add("project = A", "x".repeat(LinkingWork.SENTENCE_LENGTH + 1)));
    refused("query", () -> linking.preview(ANNA, 34, jql("projekt = A")));
    verify(links, never()).add(anyLong(), any(), any(), any(), any());
  }

  @Test
  public void onlyThoseWhoMayLinkDo() {
    mayLink(false);

    for (ThrowingCallable each :
        List.<ThrowingCallable>of(
            () -> add("project = A", ""),
            () -> linking.preview(ANNA, 34, jql("project = A")),
            () -> linking.describe(ANNA, 34, 3, Optional.of("Fewer calls.")),
            () -> add(LinkKind.SPRINT, "12"),
            () -> linking.offer(ANNA, 34, LinkKind.SPRINT, ""),
            () -> linking.takeOver(ANNA, 34, 3),
            () -> linking.restore(ANNA, 34, 3),
            () -> linking.end(ANNA, 34, 3))) {
      assertThatThrownBy(each).isInstanceOf(Refusal.Forbidden.class);
    }
    verifyNoInteractions(links, search, places);
    when(links.linksOf(34)).thenReturn(List.of());
    assertThat(linking.of(ANNA, 34).mayLink()).isFalse();
  }

  @Test
  public void aLinkThatIsGoneIsNotFound() {
    assertThatThrownBy(() -> linking.end(ANNA, 34, 3)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> linking.describe(ANNA, 34, 3, Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    when(links.end(34, 3, BY_ANNA)).thenReturn(true);
    when(links.describe(34, 3, Optional.of("Fewer calls."))).thenReturn(true);
    linking.end(ANNA, 34, 3);
    linking.describe(ANNA, 34, 3, Optional.of(" Fewer calls. "));
  }

  @Test
  public void whatWasEndedCanBeTakenBack() {
    WorkLink ended =
        new WorkLink(
            3,
            34,
            new LinkTarget.Query("project = A"),
            Optional.empty(),
            "anna",
            NOW,
            Optional.of(NOW),
            Optional.of(NOW),
            Optional.empty());
    when(links.everOf(34)).thenReturn(List.of(ended));
    when(links.restore(34, 3, List.of(state(7), state(8)), BY_ANNA)).thenReturn(true, false);

    linking.restore(ANNA, 34, 3);

    for (long gone : List.of(3L, 5L)) {
      assertThatThrownBy(() -> linking.restore(ANNA, 34, gone))
          .isInstanceOf(Refusal.NotFound.class);
    }
  }

  @Test
  public void aQueryThatComesBackIsAskedWithTheRightsOfWhoLinkedIt() {
    Person bert = new Person("bert");
    mayLink(bert);
    when(links.everOf(34)).thenReturn(List.of(query(Optional.empty())));
    when(links.restore(34, 3, List.of(state(7), state(8)), new Edit(bert, NOW))).thenReturn(true);

    linking.restore(bert, 34, 3);

    verify(search).find(ANNA, "project = A", Queries.MOST);
    verify(links, never()).problem(anyLong(), any(), any());
  }

  @Test
  public void aQueryThatComesBackWithoutItsAuthorKeepsWhatItFound() {
    when(search.find(ANNA, "project = A", Queries.MOST)).thenReturn(new WorkSearch.NobodyAsks());
    when(links.everOf(34)).thenReturn(List.of(query(Optional.empty())));
    when(links.found(3)).thenReturn(Set.of(7L, 8L));
    when(links.restore(34, 3, List.of(state(7), state(8)), BY_ANNA)).thenReturn(true);

    linking.restore(ANNA, 34, 3);

    verify(links).problem(3, Optional.of(Queries.NOBODY_ASKS), NOW);
  }

  @Test
  public void aQueryCanBeTakenOver() {
    WorkLink issue =
        new WorkLink(
            4,
            34,
            new LinkTarget.Issue(7),
            Optional.empty(),
            "anna",
            NOW,
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    when(links.linksOf(34)).thenReturn(List.of(query(Optional.empty()), issue));
    when(links.takeOver(34, 3, List.of(state(7), state(8)), BY_ANNA)).thenReturn(true, false);

    linking.takeOver(ANNA, 34, 3);

    verify(backfill).fill(Set.of(7L, 8L));
    for (long gone : List.of(3L, 4L, 5L)) {
      assertThatThrownBy(() -> linking.takeOver(ANNA, 34, gone))
          .isInstanceOf(Refusal.NotFound.class);
    }
  }

  @Test
  public void whoLinksAQueryWithoutAnAuthorAgainTakesItOver() {
    when(links.add(anyLong(), any(), any(), anyCollection(), any()))
        .thenReturn(new WorkLinks.Added(3, false));
    when(links.linksOf(34)).thenReturn(List.of(query(Optional.of(Queries.NOBODY_ASKS))));

    add("project = A", "");
    when(links.linksOf(34)).thenReturn(List.of(query(Optional.empty())));
    add("project = A", "");

    verify(links).takeOver(34, 3, List.of(state(7), state(8)), BY_ANNA);
  }

  @Test
  public void nobodyLinksWhatTheyCannotAskFor() {
    when(search.find(ANNA, "project = A", Queries.MOST)).thenReturn(new WorkSearch.NobodyAsks());

    assertThatThrownBy(() -> add("project = A", "")).isInstanceOf(Refusal.Forbidden.class);
  }

  @Test
  public void linksWhatIsInASprintAsItsHistorySays() {
    LinkTarget.Sprint sprint = new LinkTarget.Sprint(12);
    place(LinkKind.SPRINT, "12", sprint);
    when(places.members(ANNA, sprint, Queries.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(7L, 8L, 9L), 3));
    when(histories.latest(Set.of(7L, 8L, 9L)))
        .thenReturn(Map.of(7L, inSprint(12), 8L, inSprint(13)));
    when(issues.states(anyCollection())).thenReturn(List.of(state(7), state(9)));

    add(LinkKind.SPRINT, "12");

    verify(backfill).fill(Set.of(7L, 8L, 9L));
    verify(issues).states(argThat(ids -> ids.size() == 2 && !ids.contains(8L)));
    verify(links).add(34, sprint, Optional.empty(), List.of(state(7), state(9)), BY_ANNA);
  }

  @Test
  public void knowsWhoIsInAnEpicAndAVersion() {
    KeptHistory.Step in = step(Set.of(), Set.of(6L), Optional.of(5L));
    when(histories.latest(Set.of(7L))).thenReturn(Map.of(7L, in));
    for (LinkTarget target : List.of(new LinkTarget.Epic(5), new LinkTarget.Version(6))) {
      place(target.kind(), "X", target);
      when(places.members(ANNA, target, Queries.MOST))
          .thenReturn(new WorkSearch.Hits(Set.of(7L), 1));
      add(target.kind(), "X");
    }
    verify(issues, times(2)).states(List.of(7L));
  }

  @Test
  public void linksASingleIssue() {
    place(LinkKind.ISSUE, "A-7", new LinkTarget.Issue(7));
    when(issues.states(Set.of(7L))).thenReturn(List.of(state(7)));

    add(LinkKind.ISSUE, "A-7");

    verify(links).add(34, new LinkTarget.Issue(7), Optional.empty(), List.of(state(7)), BY_ANNA);
  }

  @Test
  public void whatThePersonMayNotSeeCannotBeLinked() {
    for (LinkKind kind :
        List.of(LinkKind.ISSUE, LinkKind.EPIC, LinkKind.SPRINT, LinkKind.VERSION)) {
      when(places.find(ANNA, kind, "12")).thenReturn(Optional.empty());
      refused("target", () -> add(kind, "12"));
      refused("target", () -> add(kind, " "));
    }
    LinkTarget.Version large = new LinkTarget.Version(6);
    place(LinkKind.VERSION, "6", large);
    when(places.members(ANNA, large, Queries.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(), 10_001));
    refused("target", () -> add(LinkKind.VERSION, "6"));
    verify(links, never()).add(anyLong(), any(), any(), any(), any());
  }

  @Test
  public void listsWhatThePersonMaySeeAndCountsTheRest() {
    WorkLink sprint = link(5, new LinkTarget.Sprint(12));
    WorkLink hidden = link(6, new LinkTarget.Epic(50));
    List<WorkLink> all = new ArrayList<>(List.of(query(Optional.empty()), sprint, hidden));
    for (int i = 0; i < LinkingWork.ISSUES_LISTED + 2; i++) {
      all.add(link(100 + i, new LinkTarget.Issue(1_000 + i)));
    }
    when(links.linksOf(34)).thenReturn(all);
    when(links.broughtBy(34)).thenReturn(Map.of(3L, 2, 5L, 4));
    when(places.texts(eq(ANNA), anyCollection()))
        .thenReturn(
            Map.of(
                sprint.target(),
                text(sprint.target(), "Sprint 12"),
                new LinkTarget.Issue(1_101),
                text(new LinkTarget.Issue(1_101), "Last")));

    LinkingWork.Linked linked = linking.of(ANNA, 34);

    assertThat(linked.links()).extracting(it -> it.link().id()).containsExactly(3L, 5L, 201L);
    assertThat(linked.links()).extracting(LinkingWork.Entry::issues).containsExactly(2, 4, 0);
    assertThat(linked.hidden()).isEqualTo(LinkingWork.ISSUES_LISTED);
    assertThat(linked.more()).isEqualTo(2);
  }

  @Test
  public void fromAnIssueItsPlacesCanBeLinkedWhereTheyAreOpenAndSeen() {
    LinkTarget issue = new LinkTarget.Issue(7);
    LinkTarget epic = new LinkTarget.Epic(50);
    LinkTarget open = new LinkTarget.Sprint(12);
    LinkTarget closed = new LinkTarget.Sprint(11);
    LinkTarget hidden = new LinkTarget.Version(6);
    when(issues.find(ANNA, "A-7")).thenReturn(Optional.of(new IssueRef(7, "A-7", 1)));
    when(places.of(List.of(7L))).thenReturn(Map.of(7L, Set.of(open, closed, epic, hidden)));
    when(places.texts(eq(ANNA), argThat(all -> all.size() == 5)))
        .thenReturn(
            Map.of(
                open,
                text(open, "Sprint 12"),
                closed,
                new Places.PlaceText(closed, "11", "Sprint 11", "", true),
                epic,
                text(epic, "Sign-up"),
                issue,
                text(issue, "Seven")));

    assertThat(linking.around(ANNA, "A-7"))
        .extracting(Places.PlaceText::target)
        .containsExactly(issue, epic, open);
    assertThatThrownBy(() -> linking.around(ANNA, "A-8")).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void aSprintThatWasEndedComesBackToThoseWhoMaySeeIt() {
    WorkLink ended = link(5, new LinkTarget.Sprint(12));
    when(links.everOf(34)).thenReturn(List.of(ended));
    assertThatThrownBy(() -> linking.restore(ANNA, 34, 5)).isInstanceOf(Refusal.NotFound.class);

    when(places.texts(ANNA, List.of(ended.target())))
        .thenReturn(Map.of(ended.target(), text(ended.target(), "Sprint 12")));
    when(places.members(ANNA, ended.target(), Queries.MOST))
        .thenReturn(new WorkSearch.Hits(Set.of(7L, 8L), 2));
    when(issues.states(anyCollection())).thenReturn(List.of(state(7), state(8)));
    when(links.restore(34, 5, List.of(state(7), state(8)), BY_ANNA)).thenReturn(true);

    linking.restore(ANNA, 34, 5);

    verify(links).restore(34, 5, List.of(state(7), state(8)), BY_ANNA);
  }

  private void place(LinkKind kind, String key, LinkTarget target) {
    when(places.find(ANNA, kind, key)).thenReturn(Optional.of(text(target, "Name")));
  }

  private static Places.PlaceText text(LinkTarget target, String name) {
    return new Places.PlaceText(target, String.valueOf(target.id()), name, "", false);
  }

  private static KeptHistory.Step inSprint(long sprintId) {
    return step(Set.of(sprintId), Set.of(), Optional.empty());
  }

  private static KeptHistory.Step step(
      Set<Long> sprintIds, Set<Long> versionIds, Optional<Long> epicId) {
    return new KeptHistory.Step(
        0,
        NOW,
        new IssueSnapshot(
            1,
            "1",
            StatusCategory.TO_DO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            sprintIds,
            versionIds,
            epicId,
            Optional.empty()),
        "1");
  }

  private static WorkLink link(long id, LinkTarget target) {
    return new WorkLink(
        id,
        34,
        target,
        Optional.empty(),
        "anna",
        NOW,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static LinkingWork.Wanted jql(String query) {
    return new LinkingWork.Wanted(LinkKind.JQL, query);
  }

  private void add(LinkKind kind, String key) {
    linking.add(ANNA, 34, new LinkingWork.Wanted(kind, key), Optional.empty());
  }

  private static WorkLink query(Optional<String> problem) {
    return new WorkLink(
        3,
        34,
        new LinkTarget.Query("project = A"),
        Optional.empty(),
        "anna",
        NOW,
        Optional.empty(),
        Optional.of(NOW),
        problem);
  }

  private void mayLink(Person who) {
    when(overview.within(who, 34))
        .thenReturn(new Overview.Within(null, mock(KeyResultFigures.class), true));
  }

  private void add(String query, String sentence) {
    linking.add(ANNA, 34, jql(query), Optional.of(sentence));
  }

  private static void refused(String field, ThrowingCallable work) {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(work)
        .satisfies(it -> assertThat(it.fields()).containsOnlyKeys(field));
  }

  private void mayLink(boolean may) {
    KeyResultFigures figures = mock(KeyResultFigures.class);
    when(overview.within(ANNA, 34)).thenReturn(new Overview.Within(null, figures, may));
  }

  private static IssueState state(long id) {
    return new IssueState(
        id, "A-" + id, 1, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), NOW);
  }
}
