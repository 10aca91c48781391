package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.Boards;
import io.bearings.flow.Boards.BoardSprint;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.Before;
import org.junit.Test;

public class BoardWorkTest {
  private static final Person ANNA = new Person("anna");
  private static final Boards.Board BOARD = new Boards.Board(7, "Team board", true);
  private static final Unit TEAM = Okrs.team(3, "Team", Optional.empty(), 100L);
  private static final Unit OTHER = Okrs.team(5, "Other", Optional.empty(), 200L);
  private static final Unit SECURITY = Okrs.team(9, "Security", Optional.empty(), 300L);
  private static final KeyResult KEY_RESULT =
      Okrs.keyResult(34, 1, "Fewer alarms", BigDecimal.ONE, WeightBy.ISSUES, 1);
  private static final KeyResult HIDDEN =
      Okrs.keyResult(35, 2, "Secret", BigDecimal.ONE, WeightBy.ISSUES, 1);
  private static final Objective OBJECTIVE = Okrs.objective(1, 3, "O", "why", "bert", 1);
  private static final Objective SECRET = Okrs.objective(2, 9, "S", "why", "bert", 1);

  private final Boards boards = mock(Boards.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Places places = mock(Places.class);
  private final Histories histories = mock(Histories.class);
  private final Backfill backfill = mock(Backfill.class);
  private final SprintWork sprints = mock(SprintWork.class);
  private final Issues issues = mock(Issues.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final BoardWork work =
      new BoardWork(boards, standpoints, places, histories, backfill, sprints, issues, settings);

  @Before
  public void aBoardWithAnActiveSprint() {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Set.of(100L, 200L), Set.of(100L), TEAM, OTHER, SECURITY));
    when(boards.presence()).thenReturn(Boards.Presence.THERE);
    when(boards.shown(eq(ANNA), eq(7L), any()))
        .thenReturn(
            Optional.of(
                new Boards.Shown(
                    BOARD,
                    Set.of(100L, 300L),
                    List.of(
                        sprint(11, BoardSprint.State.CLOSED),
                        sprint(12, BoardSprint.State.ACTIVE),
                        sprint(13, BoardSprint.State.FUTURE)))));
    hits(Set.of(1L, 2L, 3L), 3);
    when(histories.without(any())).thenReturn(Set.of());
    when(sprints.in(List.of(12L)))
        .thenReturn(Map.of(12L, List.of(issue(1, 34L), issue(2, 35L), issue(3))));
    when(sprints.keyResults(Set.of(34L, 35L), ANNA))
        .thenReturn(
            Map.of(
                34L,
                new SprintWork.Of(KEY_RESULT, Okrs.placed(OBJECTIVE)),
                35L,
                new SprintWork.Of(HIDDEN, Okrs.placed(SECRET))));
  }

  private void hits(Set<Long> ids, int total) {
    when(places.members(ANNA, new LinkTarget.Sprint(12), BoardWork.MOST))
        .thenReturn(new WorkSearch.Hits(ids, total));
  }

  private static BoardSprint sprint(long id, BoardSprint.State state) {
    return new BoardSprint(
        id,
        Optional.of(7L),
        "Sprint " + id,
        state,
        Optional.of(Instant.EPOCH),
        Optional.empty(),
        Optional.empty());
  }

  private static SprintAlignment.InSprint issue(long id, Long... keyResultIds) {
    return new SprintAlignment.InSprint(
        id, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), false, Set.of(keyResultIds));
  }

  @Test
  public void tellsWhoseBoardItIsAndWhatTheActiveSprintServes() {
    BoardWork.OfBoard board = work.of(ANNA, 7);

    assertThat(board.board()).isEqualTo(BOARD);
    assertThat(board.units())
        .as("what she may not see is not told")
        .containsExactly(new BoardWork.BoardUnit(TEAM, board.units().get(0).mayManage()));
    assertThat(board.mayAttach()).isTrue();
    assertThat(board.active()).hasSize(1);
    BoardWork.ActiveSprint active = board.active().get(0);
    assertThat(active.sprint().id()).isEqualTo(12);
    assertThat(active.serves()).extracting(BoardWork.Served::keyResult).containsExactly(KEY_RESULT);
    assertThat(active.hidden()).isEqualTo(1);
    assertThat(active.alignment().whole().issues()).isEqualTo(3);
    assertThat(active.alignment().none().issues()).isEqualTo(1);
    verify(places, never()).members(any(), any(), anyInt());
  }

  @Test
  public void aUnitThatNamesTheBoardGoesBeforeThoseOfItsProjects() {
    stands(TEAM, Okrs.naming(OTHER, 7L));
    assertThat(work.of(ANNA, 7).units()).extracting(each -> each.unit().id()).containsExactly(5L);
    verify(boards).shown(ANNA, 7, Set.of());
  }

  @Test
  public void aUnitThatNamesOtherBoardsHasNotThoseOfItsProjects() {
    stands(Okrs.naming(TEAM, 8L), OTHER);
    assertThat(work.of(ANNA, 7).units()).isEmpty();
  }

  @Test
  public void aBoardThatAHiddenUnitNamesIsNotDealtOutAnew() {
    stands(TEAM, Okrs.naming(SECURITY, 7L));
    assertThat(work.of(ANNA, 7).units()).isEmpty();
  }

  private void stands(Unit... units) {
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Set.of(100L, 200L), Set.of(100L), units));
  }

  @Test
  public void offersBoardsByName() {
    when(boards.all(ANNA))
        .thenReturn(
            List.of(
                new Boards.Board(3, "web", true),
                new Boards.Board(2, "Apps", false),
                new Boards.Board(1, "Web", true)));
    assertThat(work.hasSoftware()).isTrue();
    assertThat(work.offered(ANNA, "")).extracting(Boards.Board::id).containsExactly(2L, 1L, 3L);
    assertThat(work.offered(ANNA, "WE")).extracting(Boards.Board::id).containsExactly(1L, 3L);
    when(boards.presence()).thenReturn(Boards.Presence.ABSENT);
    assertThat(work.hasSoftware()).isFalse();
  }

  @Test
  public void historiesThatAreNotKeptAreReadAFewAtATime() {
    Set<Long> many = LongStream.rangeClosed(1, 250).boxed().collect(Collectors.toUnmodifiableSet());
    hits(many, 1_250);
    when(histories.without(many)).thenReturn(many);
    when(backfill.read(any())).thenReturn(BoardWork.MOST_READ);

    assertThat(work.read(ANNA, 7, 12))
        .isEqualTo(new BoardWork.Reading(BoardWork.MOST_READ, 1_250 - BoardWork.MOST_READ));
  }

  @Test
  public void whatIsKeptIsNotReadAgain() {
    assertThat(work.read(ANNA, 7, 12)).isEqualTo(new BoardWork.Reading(0, 0));
    verify(backfill, never()).read(any());
  }

  @Test
  public void whatJiraDoesNotAnswerIsNotRead() {
    when(places.members(any(), any(), anyInt())).thenReturn(new WorkSearch.NobodyAsks());

    assertThat(work.read(ANNA, 7, 12)).isEqualTo(new BoardWork.Reading(0, 0));
  }

  @Test
  public void aBoardThatOneMayNotSeeIsNotKnown() {
    when(boards.shown(any(), anyLong(), any())).thenReturn(Optional.empty());

    assertThatThrownBy(() -> work.of(ANNA, 8)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> work.unserved(ANNA, 8, 12, 0)).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void withoutJiraSoftwareItSaysSo() {
    when(boards.presence()).thenReturn(Boards.Presence.ABSENT);

    assertThatThrownBy(() -> work.of(ANNA, 7))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            e -> assertThat(e.text().key()).isEqualTo("bearings.error.board.noSoftware"));
  }

  @Test
  public void listsWhatServesNothingAsFarAsOneMayBrowseIt() {
    when(sprints.in(List.of(12L)))
        .thenReturn(Map.of(12L, LongStream.rangeClosed(1, 60).mapToObj(id -> issue(id)).toList()));
    IssueText text = new IssueText(2, "DEMO-2", "Two", "To Do", Optional.empty());
    when(issues.texts(eq(ANNA), any())).thenReturn(Map.of(2L, text));

    BoardWork.Unserved first = work.unserved(ANNA, 7, 12, 0);
    assertThat(first).isEqualTo(new BoardWork.Unserved(List.of(text), 49, 60, Optional.of(50)));

    BoardWork.Unserved last = work.unserved(ANNA, 7, 12, 50);
    assertThat(last).isEqualTo(new BoardWork.Unserved(List.of(), 10, 60, Optional.empty()));
  }

  @Test
  public void onlyAnActiveSprintOfTheBoardIsListed() {
    assertThatThrownBy(() -> work.unserved(ANNA, 7, 13, 0)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> work.unserved(ANNA, 7, 99, 0)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> work.read(ANNA, 7, 13)).isInstanceOf(Refusal.NotFound.class);
  }
}
