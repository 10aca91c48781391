package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class CatchingUpTest {
  private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

  private final RecentIssues recent = mock(RecentIssues.class);
  private final Followed followed = new Followed();
  private final IssueFollowing following = mock(IssueFollowing.class);
  private final IssueWatch watch = mock(IssueWatch.class);
  private final Queries queries = mock(Queries.class);
  private final Links links = mock(Links.class);
  private final Issues issues = mock(Issues.class);
  private final Histories histories = mock(Histories.class);
  private final Backfill backfill = mock(Backfill.class);
  private final Workflows workflows = mock(Workflows.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final RememberedInMemory remembered = new RememberedInMemory();
  private final Rebuilding rebuilding = mock(Rebuilding.class);
  private final Ticking clock = new Ticking();
  private final CatchingUp catchingUp =
      new CatchingUp(
          recent,
          followed,
          following,
          watch,
          queries,
          links,
          issues,
          histories,
          backfill,
          workflows,
          settings,
          remembered,
          rebuilding,
          clock);

  /** A clock that tests move. */
  private static final class Ticking extends Clock {
    private Instant now = START;

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Before
  public void aQuietSite() {
    when(recent.changedWithin(anyLong(), anyInt(), anyInt()))
        .thenReturn(new RecentIssues.Page(List.of(), 0));
    when(links.linkedIssuesAfter(anyLong(), anyInt())).thenReturn(Map.of());
    readBy("points", "1");
  }

  private void readBy(String field, String... resolutions) {
    when(settings.current())
        .thenReturn(new Settings(Optional.of(field), Set.of(), BigDecimal.ZERO));
    when(settings.resolutions())
        .thenReturn(Arrays.stream(resolutions).map(id -> new SiteSettings.Choice(id, id)).toList());
  }

  private void minutesPass(long minutes) {
    clock.now = clock.now.plusSeconds(60 * minutes);
  }

  private void found(RecentIssues.Found... all) {
    when(recent.changedWithin(anyLong(), anyInt(), anyInt()))
        .thenReturn(new RecentIssues.Page(List.of(all), all.length));
  }

  @Test
  public void theFirstRoundOnlyRemembersThatItWas() {
    assertThat(catchingUp.until()).isEmpty();
    assertThat(catchingUp.round().isQuiet()).isTrue();

    verify(recent, never()).changedWithin(anyLong(), anyInt(), anyInt());
    assertThat(catchingUp.until()).contains(START);
  }

  @Test
  public void followsWhatChangedSinceTheLastRoundAndNobodyFollowed() {
    catchingUp.round();
    minutesPass(10);
    followed.add(8, START.plusSeconds(30));
    found(
        new RecentIssues.Found(7, START.plusSeconds(20)),
        new RecentIssues.Found(8, START.plusSeconds(30)),
        new RecentIssues.Found(9, START.plusSeconds(40)));

    assertThat(catchingUp.round()).isEqualTo(new CatchingUp.Round(2, 0, 0, 0));
    verify(recent).changedWithin(16, 0, CatchingUp.PAGE);
    verify(following).changed(7);
    verify(following).changed(9);
    verify(following).renewPast(Set.of(7L, 9L));
    verify(watch).changed(Map.of(7L, Set.of(), 9L, Set.of()));
    verify(queries).changed(Set.of(7L, 9L));

    assertThat(catchingUp.round().isQuiet()).isTrue();
  }

  @Test
  public void asksAgainWhereJiraBeganToSearchTooLate() {
    catchingUp.round();
    minutesPass(1);
    when(recent.changedWithin(anyLong(), anyInt(), anyInt()))
        .thenAnswer(
            call -> {
              minutesPass(115);
              return new RecentIssues.Page(List.of(), 0);
            })
        .thenReturn(
            new RecentIssues.Page(List.of(new RecentIssues.Found(7, START.plusSeconds(20))), 1));
    assertThat(catchingUp.round().changed()).isEqualTo(1);
    verify(recent).changedWithin(7, 0, CatchingUp.PAGE);
    verify(recent).changedWithin(122, 0, CatchingUp.PAGE);
    assertThat(catchingUp.until()).contains(START.plusSeconds(60));
  }

  @Test
  public void aRoundThatNeverHearsInTimeIsMadeUpForByTheNext() {
    catchingUp.round();
    when(recent.changedWithin(anyLong(), anyInt(), anyInt()))
        .thenAnswer(
            call -> {
              minutesPass(6);
              return new RecentIssues.Page(List.of(), 0);
            });
    assertThatThrownBy(catchingUp::round).hasMessageContaining("not found in time");
    verify(recent, times(CatchingUp.MOST_TRIES)).changedWithin(anyLong(), anyInt(), anyInt());
    assertThat(catchingUp.until()).contains(START);
  }

  @Test
  public void goesOnUntilAllPagesAreRead() {
    catchingUp.round();
    when(recent.changedWithin(anyLong(), anyInt(), anyInt()))
        .thenReturn(new RecentIssues.Page(List.of(), 2 * CatchingUp.STEP + 1));
    catchingUp.round();

    verify(recent).changedWithin(6, 2 * CatchingUp.STEP, CatchingUp.PAGE);
    verify(recent, times(3)).changedWithin(anyLong(), anyInt(), anyInt());
  }

  @Test
  public void whatCouldNotBeFollowedIsFollowedInTheNextRound() {
    catchingUp.round();
    minutesPass(10);
    found(new RecentIssues.Found(7, START.plusSeconds(20)));
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.search")))
        .doNothing()
        .when(queries)
        .changed(any());

    assertThatThrownBy(catchingUp::round).isInstanceOf(Refusal.Unavailable.class);
    assertThat(catchingUp.until()).contains(START);
    assertThat(catchingUp.round().changed()).isOne();
    assertThat(catchingUp.until()).contains(clock.now);
  }

  @Test
  public void linkedIssuesThatAreNotThereAreTakenOff() {
    when(links.linkedIssuesAfter(0, CatchingUp.PAGE)).thenReturn(Map.of(7L, 1, 8L, 2));
    when(issues.existing(Set.of(7L, 8L))).thenReturn(Set.of(8L));

    assertThat(catchingUp.round().gone()).isOne();
    verify(following).gone(7);
    verify(following, never()).gone(8);
  }

  @Test
  public void aRoundLooksForSomeLinkedIssuesAndTheNextOneGoesOn() {
    Map<Long, Integer> page = new LinkedHashMap<>();
    LongStream.rangeClosed(1, CatchingUp.PAGE).forEach(id -> page.put(id, 1));
    when(links.linkedIssuesAfter(anyLong(), anyInt())).thenReturn(page);
    when(issues.existing(any())).thenReturn(page.keySet());
    catchingUp.round();
    verify(issues, times(CatchingUp.PAGES_LOOKED_FOR)).existing(any());

    catchingUp.round();
    verify(links, times(1)).linkedIssuesAfter(0, CatchingUp.PAGE);
  }

  @Test
  public void aStatusThatGotAnotherCategoryOrIsGoneChangesAllThatIsKept() {
    when(workflows.categories())
        .thenReturn(Map.of("1", StatusCategory.TO_DO, "2", StatusCategory.IN_PROGRESS));
    catchingUp.round();
    verify(histories, never()).recategorise(any());

    when(workflows.categories())
        .thenReturn(Map.of("1", StatusCategory.DONE, "3", StatusCategory.DONE));
    when(histories.recategorise(Map.of("1", StatusCategory.DONE, "2", StatusCategory.TO_DO)))
        .thenReturn(5);
    verify(rebuilding, never()).start();
    assertThat(catchingUp.round().recategorised()).isEqualTo(5);
    verify(rebuilding).start();
    assertThat(catchingUp.round().isQuiet()).isTrue();

    when(workflows.categories()).thenReturn(Map.of());
    assertThat(catchingUp.round().isQuiet()).isTrue();
  }

  @Test
  public void anotherFieldOrAResolutionLessMeansReadingAllAnew() {
    when(histories.keptAfter(0, CatchingUp.READ_AT_ONCE)).thenReturn(List.of(7L, 9L));
    catchingUp.round();
    readBy("points", "1", "2");
    assertThat(catchingUp.round().readAnew()).isZero();

    readBy("points", "2");
    assertThat(catchingUp.round().readAnew()).isEqualTo(2);
    verify(following).changed(9);
    verify(backfill).read(Set.of(7L, 9L));

    readBy("other", "2");
    assertThat(catchingUp.round().readAnew()).isEqualTo(2);
    assertThat(catchingUp.round().readAnew()).isZero();
  }

  @Test
  public void aFieldMoreThatIsWeighedByMeansReadingAllAnew() {
    when(histories.keptAfter(0, CatchingUp.READ_AT_ONCE)).thenReturn(List.of(7L));
    catchingUp.round();
    Settings before = settings.current();
    when(settings.current()).thenReturn(before.keeping(Set.of("customfield_1", "customfield_2")));
    assertThat(catchingUp.round().readAnew()).isEqualTo(1);
    assertThat(catchingUp.round().readAnew()).isZero();

    when(settings.current()).thenReturn(before.keeping(Set.of("customfield_2")));
    assertThat(catchingUp.round().readAnew()).isZero();
  }

  @Test
  public void whatWasRememberedBeforeFieldsWereKeptIsNoReasonToReadAnew() {
    remembered.write("issuesReadBy", Optional.empty(), "points;1");
    assertThat(catchingUp.round().readAnew()).isZero();
  }

  @Test
  public void readingAnewGoesOnWhereItStopped() {
    List<Long> page = LongStream.rangeClosed(1, CatchingUp.READ_AT_ONCE).boxed().toList();
    long last = page.get(page.size() - 1);
    when(histories.keptAfter(0, CatchingUp.READ_AT_ONCE)).thenReturn(page);
    when(histories.keptAfter(last, CatchingUp.READ_AT_ONCE)).thenReturn(List.of(last + 1));
    when(backfill.read(any()))
        .thenAnswer(
            call -> {
              clock.now = clock.now.plus(CatchingUp.READING);
              return 0;
            });
    catchingUp.round();
    readBy("other", "1");

    assertThat(catchingUp.round().readAnew()).isEqualTo(CatchingUp.READ_AT_ONCE);
    assertThat(catchingUp.round().readAnew()).isOne();
    assertThat(catchingUp.round().readAnew()).isZero();
  }
}
