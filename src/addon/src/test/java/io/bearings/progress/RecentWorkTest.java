package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class RecentWorkTest {
  private static final Person ANNA = new Person("anna");
  private static final Instant CREATED = Instant.parse("2026-10-01T10:00:00Z");
  private static final Instant AFTER = Instant.parse("2026-11-13T10:00:00Z");
  private static final Instant DONE = Instant.parse("2026-11-18T10:00:00Z");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final PastWork pastWork = mock(PastWork.class);
  private final Links links = mock(Links.class);
  private final Backfill backfill = mock(Backfill.class);
  private final Blocked blocked = mock(Blocked.class);
  private final Issues issues = mock(Issues.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final RecentWork work =
      new RecentWork(
          pastWork, links, backfill, blocked, issues, settings, Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void twoIssuesThatAreDone() {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    linked(2);
  }

  private void linked(int count) {
    when(pastWork.linkedTo(List.of(7L)))
        .thenReturn(
            Map.of(
                7L,
                new PastWork.Linked(
                    LongStream.rangeClosed(1, count).mapToObj(RecentWorkTest::link).toList(),
                    LongStream.rangeClosed(1, count).mapToObj(RecentWorkTest::done).toList())));
  }

  private static LinkSpan link(long issueId) {
    return new LinkSpan(LinkKind.ISSUE, issueId, CREATED, Optional.empty(), List.of());
  }

  private static IssueHistory done(long issueId) {
    return new IssueHistory(
        issueId,
        List.of(
            new IssueHistory.Moment(CREATED, state(StatusCategory.TO_DO)),
            new IssueHistory.Moment(DONE.plusSeconds(issueId), state(StatusCategory.DONE))),
        Optional.empty());
  }

  private static IssueSnapshot state(StatusCategory category) {
    return new IssueSnapshot(
        1,
        category.name(),
        category,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  private static IssueText text(long id) {
    return new IssueText(id, "A-" + id, "Issue " + id, "Done", Optional.empty());
  }

  @Test
  public void whoMayNotBrowseAnIssueLearnsOnlyThatThereIsOneMore() {
    when(links.reachedBy(List.of(7L))).thenReturn(Set.of(1L, 2L));
    when(issues.texts(ANNA, Set.of(1L, 2L))).thenReturn(Map.of(2L, text(2)));

    WorkHistory.Happened found = work.since(ANNA, 7, AFTER);

    verify(backfill).fill(Set.of(1L, 2L));
    assertThat(found)
        .isEqualTo(
            new WorkHistory.Happened(
                List.of(
                    new WorkHistory.Happening(
                        WorkHistory.Kind.DONE, "A-2", "Issue 2", DONE.plusSeconds(2))),
                1,
                0));
  }

  @Test
  public void theLatestComesFirstWhateverHappened() {
    when(blocked.since(7, AFTER))
        .thenReturn(
            List.of(new WorkHistory.Event(WorkHistory.Kind.BLOCKED, 9, NOW.minusSeconds(60))));
    when(issues.texts(any(), anyCollection()))
        .thenReturn(Map.of(1L, text(1), 2L, text(2), 9L, text(9)));

    assertThat(work.since(ANNA, 7, AFTER).happenings())
        .extracting(each -> each.kind() + " " + each.issueKey())
        .containsExactly("BLOCKED A-9", "DONE A-2", "DONE A-1");
  }

  @Test
  public void ofVeryMuchOnlyTheLatestIsLookedUp() {
    linked(RecentWork.MOST + 5);
    when(issues.texts(any(), anyCollection())).thenReturn(Map.of());

    WorkHistory.Happened found = work.since(ANNA, 7, AFTER);

    assertThat(found.hidden()).isEqualTo(RecentWork.MOST);
    assertThat(found.earlier()).isEqualTo(5);
  }

  @Test
  public void whereNothingHappenedJiraIsNotAsked() {
    assertThat(work.since(ANNA, 7, NOW)).isEqualTo(WorkHistory.Happened.NOTHING);
    assertThat(work.since(ANNA, 8, AFTER)).isEqualTo(WorkHistory.Happened.NOTHING);
    verify(issues, never()).texts(any(), anyCollection());
  }

  @Test
  public void saysWhenJiraDoesNotAnswer() {
    when(issues.texts(any(), anyCollection()))
        .thenThrow(new Refusal.Unavailable(Message.of("bearings.error.search")));

    assertThatThrownBy(() -> work.since(ANNA, 7, AFTER)).isInstanceOf(Refusal.Unavailable.class);
  }
}
