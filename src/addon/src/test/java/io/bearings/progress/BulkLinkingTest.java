package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.progress.BulkLinking.State;
import io.bearings.progress.BulkLinking.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class BulkLinkingTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Person ANNA = new Person("anna");
  private static final String QUERY = "project = A";

  private final Overview overview = mock(Overview.class);
  private final LinkingWork linking = mock(LinkingWork.class);
  private final WorkSearch search = mock(WorkSearch.class);
  private final Issues issues = mock(Issues.class);
  private final Links links = mock(Links.class);
  private final Backfill backfill = mock(Backfill.class);
  private final Background background = mock(Background.class);
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private final List<Long> linked = new ArrayList<>();
  private final BulkLinking bulk =
      new BulkLinking(
          overview,
          linking,
          search,
          issues,
          links,
          backfill,
          waiting::add,
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void aQueryThatFindsTwoHundredAndFiftyIssues() {
    mayLink(true);
    finds(250);
    when(search.findAmong(eq(ANNA), eq(""), anyCollection()))
        .thenAnswer(
            call -> new WorkSearch.Hits(Set.copyOf(call.<Collection<Long>>getArgument(2)), 0));
    when(issues.states(anyCollection()))
        .thenAnswer(
            call ->
                call.<Collection<Long>>getArgument(0).stream()
                    .map(BulkLinkingTest::state)
                    .toList());
    when(links.attach(eq(34L), anyCollection(), any()))
        .thenAnswer(
            call -> {
              List<Long> ids =
                  call.<Collection<IssueState>>getArgument(1).stream().map(IssueState::id).toList();
              linked.addAll(ids);
              Map<Long, Long> attached =
                  ids.stream()
                      .filter(id -> id > 20)
                      .collect(Collectors.toMap(Function.identity(), id -> id + 1_000));
              return new Links.Outcome(
                  attached, ids.stream().filter(id -> id <= 20).collect(Collectors.toSet()));
            });
  }

  @Test
  public void linksEveryIssueWithItsPastAndSaysHowFarItIs() {
    assertThat(bulk.of(ANNA, 34).state()).isEqualTo(State.NONE);

    assertThat(bulk.start(ANNA, 34, QUERY)).isEqualTo(new Status(State.RUNNING, 250, 0, 0, 0));
    waiting.remove().run();

    assertThat(bulk.of(ANNA, 34)).isEqualTo(new Status(State.DONE, 250, 250, 230, 20));
    assertThat(bulk.of(ANNA, 35).state()).isEqualTo(State.NONE);
    assertThat(bulk.of(new Person("bert"), 34).state()).isEqualTo(State.NONE);
    assertThat(linked).hasSize(250).doesNotHaveDuplicates();
    verify(backfill, times(3)).fill(any());
    verify(links, times(3)).rewrite(any(Collection.class));
  }

  @Test
  public void whatCanNoLongerBeBrowsedIsNotLinked() {
    when(search.findAmong(eq(ANNA), eq(""), anyCollection()))
        .thenReturn(new WorkSearch.Hits(Set.of(7L), 1))
        .thenReturn(new WorkSearch.NobodyAsks());

    bulk.start(ANNA, 34, QUERY);
    waiting.remove().run();

    assertThat(linked).containsExactly(7L);
  }

  @Test
  public void onePersonLinksOneThingAtATime() {
    bulk.start(ANNA, 34, QUERY);

    assertThatThrownBy(() -> bulk.start(ANNA, 35, QUERY)).isInstanceOf(Refusal.Invalid.class);
    waiting.remove().run();
    assertThat(bulk.start(ANNA, 35, QUERY).state()).isEqualTo(State.RUNNING);
    assertThat(bulk.of(ANNA, 34).state()).isEqualTo(State.NONE);
  }

  @Test
  public void stopsWhenItIsToldTo() {
    bulk.start(ANNA, 34, QUERY);
    bulk.cancel(ANNA, 35);
    when(overview.within(ANNA, 34))
        .thenAnswer(
            call -> {
              bulk.cancel(ANNA, 34);
              return new Overview.Within(null, mock(KeyResultFigures.class), true);
            });

    waiting.remove().run();

    assertThat(bulk.of(ANNA, 34)).isEqualTo(new Status(State.CANCELLED, 250, 100, 80, 20));
  }

  @Test
  public void failsWhereTheRightsAreTakenAwayAndCanBeBegunAgain() {
    bulk.start(ANNA, 34, QUERY);
    mayLink(false);
    Runnable work = waiting.remove();

    assertThatThrownBy(work::run).isInstanceOf(Refusal.Forbidden.class);

    assertThat(bulk.of(ANNA, 34)).isEqualTo(new Status(State.FAILED, 250, 0, 0, 0));
    assertThat(linked).isEmpty();
    assertThat(bulk.start(ANNA, 34, QUERY).state()).isEqualTo(State.RUNNING);
  }

  @Test
  public void whereTooMuchWaitsNothingIsBegun() {
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.busy"))).when(background).run(any());
    BulkLinking full =
        new BulkLinking(
            overview,
            linking,
            search,
            issues,
            links,
            backfill,
            background,
            Clock.fixed(NOW, ZoneOffset.UTC));

    assertThatThrownBy(() -> full.start(ANNA, 34, QUERY)).isInstanceOf(Refusal.Unavailable.class);
    assertThat(full.of(ANNA, 34).state()).isEqualTo(State.NONE);
  }

  @Test
  public void aQueryThatFindsNothingIsDoneAtOnce() {
    finds(0);
    bulk.start(ANNA, 34, QUERY);
    waiting.remove().run();
    assertThat(bulk.of(ANNA, 34)).isEqualTo(new Status(State.DONE, 0, 0, 0, 0));
  }

  private void finds(int count) {
    when(linking.findOnce(ANNA, 34, QUERY))
        .thenReturn(LongStream.rangeClosed(1, count).boxed().collect(Collectors.toSet()));
  }

  private void mayLink(boolean may) {
    when(overview.within(ANNA, 34))
        .thenReturn(new Overview.Within(null, mock(KeyResultFigures.class), may));
  }

  private static IssueState state(long id) {
    return new IssueState(
        id, "A-" + id, 1, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), NOW);
  }
}
