package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
  private final LinkingWork linking =
      new LinkingWork(overview, links, search, issues, backfill, Clock.fixed(NOW, ZoneOffset.UTC));

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
        linking.addQuery(ANNA, 34, " project = A ", Optional.of(" Fewer calls. "));

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
    linking.addQuery(ANNA, 34, "project = A", Optional.of("  "));

    verify(links).add(anyLong(), any(), eq(Optional.empty()), any(), any());
  }

  @Test
  public void showsFirstWhatAQueryWouldBring() {
    IssueText seven = new IssueText(7, "A-7", "Seven", "Open", Optional.empty());
    when(issues.texts(ANNA, List.of(7L, 8L))).thenReturn(Map.of(7L, seven));

    LinkingWork.Preview preview = linking.preview(ANNA, 34, "project = A");

    assertThat(preview.total()).isEqualTo(2);
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
    refused("query", () -> linking.preview(ANNA, 34, "projekt = A"));
    verify(links, never()).add(anyLong(), any(), any(), any(), any());
  }

  @Test
  public void onlyThoseWhoMayLinkDo() {
    mayLink(false);

    for (ThrowingCallable each :
        List.<ThrowingCallable>of(
            () -> add("project = A", ""),
            () -> linking.preview(ANNA, 34, "project = A"),
            () -> linking.describe(ANNA, 34, 3, Optional.of("Fewer calls.")),
            () -> linking.takeOver(ANNA, 34, 3),
            () -> linking.restore(ANNA, 34, 3),
            () -> linking.end(ANNA, 34, 3))) {
      assertThatThrownBy(each).isInstanceOf(Refusal.Forbidden.class);
    }
    verifyNoInteractions(links, search);
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
    WorkLink issue =
        new WorkLink(
            4,
            34,
            new LinkTarget.Issue(7),
            Optional.empty(),
            "anna",
            NOW,
            Optional.of(NOW),
            Optional.empty(),
            Optional.empty());
    when(links.everOf(34)).thenReturn(List.of(ended, issue));
    when(links.restore(34, 3, List.of(state(7), state(8)), BY_ANNA)).thenReturn(true, false);

    linking.restore(ANNA, 34, 3);

    for (long gone : List.of(3L, 4L, 5L)) {
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
    linking.addQuery(ANNA, 34, query, Optional.of(sentence));
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
