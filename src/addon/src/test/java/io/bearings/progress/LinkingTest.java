package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Access;
import io.bearings.okr.Alignments;
import io.bearings.okr.Cycles;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.Units;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.mockito.InOrder;

public class LinkingTest {
  private static final Settings SETTINGS =
      new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO);
  private static final LinkTarget ITSELF = new LinkTarget.Issue(1);
  private static final Person ANNA = new Person("anna");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final ProjectRef PROJECT = new ProjectRef(100, "DEMO", "Mobile app");
  private static final ProjectRef SECRET = new ProjectRef(300, "SEC", "Security");
  private static final Objective OBJECTIVE = Okrs.objective(1, 3, "O", "why", "bert", 1);
  private static final Objective HIDDEN = Okrs.objective(3, 9, "H", "why", "bert", 1);
  private static final Placed PLACED = Okrs.placed(OBJECTIVE);
  private static final Unit TEAM = Okrs.team(3, "Team", Optional.empty(), 100L);
  private static final Unit SECURITY = Okrs.team(9, "Security", Optional.empty(), 300L);
  private static final KeyResult KEY_RESULT = keyResult(11, 1);
  private static final KeyResult HIDDEN_KEY_RESULT = keyResult(31, 3);
  private static final IssueState ISSUE_1 = state(1, "DEMO-1");
  private static final IssueState ISSUE_2 = state(2, "DEMO-2");

  private final Objectives objectives = mock(Objectives.class);
  private final Links links = mock(Links.class);
  private final Issues issues = mock(Issues.class);
  private final Access access = mock(Access.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final Alignments alignments = mock(Alignments.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final People people = key -> Optional.of("Anna");
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  private final Gathering gathering =
      new Gathering(objectives, alignments, links, mock(OutsideValues.class));
  private final Overview overview =
      new Overview(
          objectives,
          alignments,
          gathering,
          new Figuring(
              gathering,
              mock(Hindsight.class),
              mock(Cycles.class),
              mock(Units.class),
              access,
              settings,
              people,
              clock),
          standpoints,
          access,
          people);
  private final Places places = mock(Places.class);
  private final Backfill backfill = mock(Backfill.class);
  private final Linking linking =
      new Linking(
          objectives, links, issues, places, standpoints, access, overview, backfill, clock);

  @Before
  public void annaMayEditTheProject() {
    when(settings.current()).thenReturn(SETTINGS);
    when(objectives.keyResult(11)).thenReturn(Optional.of(KEY_RESULT));
    when(objectives.keyResult(31)).thenReturn(Optional.of(HIDDEN_KEY_RESULT));
    when(objectives.placed(1, ANNA)).thenReturn(Optional.of(PLACED));
    when(objectives.placed(3, ANNA)).thenReturn(Optional.of(Okrs.placed(HIDDEN)));
    when(objectives.keyResultsOf(Set.of(1L))).thenReturn(List.of(KEY_RESULT));
    stand(Set.of(100L), Set.of(100L));
    when(access.project(ANNA, 100)).thenReturn(Optional.of(PROJECT));
    when(access.project(ANNA, 300)).thenReturn(Optional.empty());
    when(access.projects(eq(ANNA), any())).thenReturn(Map.of(100L, PROJECT));
    when(issues.find(ANNA, "DEMO-1")).thenReturn(Optional.of(new IssueRef(1, "DEMO-1", 100)));
    when(issues.visible(eq(ANNA), anyCollection()))
        .thenReturn(Map.of("DEMO-1", ISSUE_1, "DEMO-2", ISSUE_2));
  }

  /** A link that reaches an issue which is done and all that its key result has. */
  private static Links.LinkPlace reaching(
      long id, LinkTarget target, KeyResult keyResult, Placed placed) {
    return new Links.LinkPlace(
        id,
        target,
        Optional.of("Calmer nights"),
        keyResult,
        placed,
        Optional.of(
            new IssuePart(
                StatusCategory.DONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                true)),
        LinkedWork.of(
            List.of(
                new Tally(
                    keyResult.id(), StatusCategory.DONE, Optional.empty(), Optional.empty(), 1)),
            WeightBy.ISSUES,
            SETTINGS));
  }

  private void stand(Set<Long> browsable, Set<Long> editable) {
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, browsable, editable, TEAM, SECURITY));
  }

  @Test
  public void showsTheKeyResultsOfAnIssueAndCountsTheHiddenOnes() {
    when(links.ofIssue(1, ANNA))
        .thenReturn(
            List.of(
                reaching(7, ITSELF, KEY_RESULT, PLACED),
                reaching(8, ITSELF, HIDDEN_KEY_RESULT, Okrs.placed(HIDDEN))));

    IssueLinks shown = linking.ofIssue(ANNA, "DEMO-1");

    assertThat(shown.issueKey()).isEqualTo("DEMO-1");
    assertThat(shown.mayAttach()).isTrue();
    assertThat(shown.hidden()).isEqualTo(1);
    assertThat(shown.links()).hasSize(1);
    LinkOnIssue link = shown.links().get(0);
    assertThat(link.linkId()).isEqualTo(7);
    assertThat(link.mayDetach()).isTrue();
    assertThat(link.objective()).isEqualTo(OBJECTIVE);
    assertThat(link.keyResult().progress().done()).isEqualTo(1);
    assertThat(link.share().standing()).isEqualTo(IssueShare.Standing.DONE);
    assertThat(link.share().share().orElseThrow()).isEqualByComparingTo("1");
    assertThat(link.share().then()).isEmpty();
    assertThat(link.sentences()).containsExactly("Calmer nights");
    verify(links, never()).workOf(any());
    verify(links, never()).weights(any());
  }

  @Test
  public void aKeyResultThatIsReachedByAPlaceSaysSoAndCannotBeDetached() {
    LinkTarget sprint = new LinkTarget.Sprint(12);
    LinkTarget hidden = new LinkTarget.Epic(5);
    LinkTarget query = new LinkTarget.Query("labels = calm");
    when(links.ofIssue(1, ANNA))
        .thenReturn(
            List.of(
                reaching(4, sprint, KEY_RESULT, PLACED),
                reaching(5, hidden, KEY_RESULT, PLACED),
                reaching(6, query, KEY_RESULT, PLACED),
                reaching(8, sprint, HIDDEN_KEY_RESULT, Okrs.placed(HIDDEN))));
    when(places.texts(ANNA, Set.of(sprint, hidden)))
        .thenReturn(
            Map.of(sprint, new Places.PlaceText(sprint, "12", "Sprint 12", "Board", false)));

    IssueLinks shown = linking.ofIssue(ANNA, "DEMO-1");

    assertThat(shown.hidden()).isEqualTo(1);
    assertThat(shown.links()).hasSize(1);
    assertThat(shown.links().get(0).linkId()).isEqualTo(4);
    assertThat(shown.links().get(0).mayDetach()).isFalse();
    assertThat(shown.links().get(0).through())
        .containsExactly(
            new Way(LinkKind.SPRINT, Optional.of("Sprint 12")),
            new Way(LinkKind.EPIC, Optional.empty()),
            new Way(LinkKind.JQL, Optional.of("labels = calm")));
  }

  @Test
  public void whatIsLinkedItselfAndByAPlaceCanBeDetachedAndSaysBoth() {
    LinkTarget query = new LinkTarget.Query("labels = calm");
    when(links.ofIssue(1, ANNA))
        .thenReturn(
            List.of(
                reaching(6, query, KEY_RESULT, PLACED), reaching(7, ITSELF, KEY_RESULT, PLACED)));

    LinkOnIssue link = linking.ofIssue(ANNA, "DEMO-1").links().get(0);

    assertThat(link.linkId()).isEqualTo(7);
    assertThat(link.mayDetach()).isTrue();
    assertThat(link.through()).containsExactly(new Way(LinkKind.JQL, Optional.of("labels = calm")));
    verifyNoInteractions(places);
  }

  @Test
  public void showsSomebodyWhoMayEditNothingNoWayToAttach() {
    stand(Set.of(100L), Set.of());
    when(links.ofIssue(1, ANNA)).thenReturn(List.of(reaching(7, ITSELF, KEY_RESULT, PLACED)));
    IssueLinks shown = linking.ofIssue(ANNA, "DEMO-1");
    assertThat(shown.mayAttach()).isFalse();
    assertThat(shown.links().get(0).mayDetach()).isFalse();
  }

  @Test
  public void doesNotKnowAnIssueThatOneMayNotBrowse() {
    assertThatThrownBy(() -> linking.ofIssue(ANNA, "SEC-1")).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void showsOnlyTheTitlesOfIssuesThatOneMayBrowse() {
    when(links.ofKeyResult(11))
        .thenReturn(
            List.of(
                new Links.Link(7, 1, StatusCategory.DONE, Optional.of(BigDecimal.TEN)),
                new Links.Link(8, 2, StatusCategory.TO_DO, Optional.empty())));
    when(issues.texts(ANNA, List.of(1L, 2L)))
        .thenReturn(Map.of(1L, new IssueText(1, "DEMO-1", "Title", "Closed", Optional.of("Done"))));
    when(links.workOf(any()))
        .thenReturn(
            Tallied.byCount(
                SETTINGS,
                List.of(
                    new Tally(11, StatusCategory.DONE, Optional.empty(), Optional.empty(), 2))));

    KeyResultLinks shown = linking.ofKeyResult(ANNA, 11);

    assertThat(shown.links())
        .containsExactly(
            new LinkedIssue(
                7,
                "DEMO-1",
                "Title",
                "Closed",
                StatusCategory.DONE,
                Optional.of("Done"),
                Optional.of(BigDecimal.TEN)));
    assertThat(shown.hidden()).isEqualTo(1);
    assertThat(shown.keyResult().progress().issues()).isEqualTo(2);
    assertThat(shown.mayEdit()).isTrue();
  }

  @Test
  public void searchesForNoTitlesWhenNothingIsAttached() {
    when(links.ofKeyResult(11)).thenReturn(List.of());
    assertThat(linking.ofKeyResult(ANNA, 11).links()).isEmpty();
    verify(issues, never()).texts(any(), any());
  }

  @Test
  public void attachesIssuesAndSaysWhichWereThere() {
    when(links.attach(eq(11L), anyCollection(), any()))
        .thenReturn(new Links.Outcome(Map.of(1L, 70L), Set.of(2L)));
    Attached attached = linking.attach(ANNA, 11, List.of("DEMO-1", "DEMO-2", "DEMO-1"));
    assertThat(attached.attached()).containsExactly(new Attached.NewLink(70, "DEMO-1"));
    assertThat(attached.already()).containsExactly("DEMO-2");
  }

  @Test
  public void keepsThePastOfIssuesBeforeItLinksThem() {
    when(links.attach(eq(11L), anyCollection(), any()))
        .thenReturn(new Links.Outcome(Map.of(1L, 70L, 2L, 71L), Set.of()));
    linking.attach(ANNA, 11, List.of("DEMO-1", "DEMO-2"));
    InOrder order = inOrder(backfill, links);
    order.verify(backfill).fill(Set.of(1L, 2L));
    order.verify(links).attach(eq(11L), anyCollection(), any());
  }

  @Test
  public void correctsALinkWhoseIssueChangedWhileItWasMade() {
    when(links.attach(eq(11L), anyCollection(), any()))
        .thenReturn(new Links.Outcome(Map.of(1L, 70L), Set.of(2L)));
    List<IssueState> changed = List.of(state(1, "DEMO-1"));
    when(issues.changedSince(List.of(ISSUE_1))).thenReturn(changed);
    linking.attach(ANNA, 11, List.of("DEMO-1", "DEMO-2"));
    verify(links).rewrite(changed);
  }

  @Test
  public void attachesNothingWhenOneIssueCannotBeSeen() {
    when(issues.visible(eq(ANNA), anyCollection())).thenReturn(Map.of("DEMO-1", ISSUE_1));
    Refusal.Invalid refusal = refused(List.of("DEMO-1", "SEC-9"));
    assertThat(refusal.fields())
        .containsEntry("issueKeys", Message.of("bearings.error.noSuchIssues", 1, "SEC-9"));
  }

  @Test
  public void namesTheFirstTenOfManyIssuesThatCannotBeSeen() {
    when(issues.visible(eq(ANNA), anyCollection())).thenReturn(Map.of());
    List<String> keys = IntStream.rangeClosed(1, 12).mapToObj(i -> "X-" + i).toList();
    Message problem = refused(keys).fields().get("issueKeys");
    assertThat(problem.args().get(0)).isEqualTo(12);
    assertThat(problem.args().get(1)).asString().endsWith("X-10");
  }

  @Test
  public void attachesBetweenOneAndAThousandIssues() {
    assertThat(refused(List.of()).fields())
        .containsEntry("issueKeys", Message.of("bearings.error.required"));
    List<String> keys = IntStream.rangeClosed(1, 1001).mapToObj(i -> "X-" + i).toList();
    assertThat(refused(keys).fields())
        .containsEntry("issueKeys", Message.of("bearings.error.tooMany", 1000));
  }

  private Refusal.Invalid refused(List<String> keys) {
    Refusal.Invalid refusal =
        catchThrowableOfType(Refusal.Invalid.class, () -> linking.attach(ANNA, 11, keys));
    verify(links, never()).attach(anyLong(), any(), any());
    return refusal;
  }

  @Test
  public void detachesALink() {
    when(links.detach(11, 70, new Objectives.Edit(ANNA, NOW))).thenReturn(true);
    linking.detach(ANNA, 11, 70);
    assertThatThrownBy(() -> linking.detach(ANNA, 11, 71)).isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void refusesSomebodyWhoMayOnlyRead() {
    stand(Set.of(100L), Set.of());
    assertThatThrownBy(() -> linking.attach(ANNA, 11, List.of("DEMO-1")))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> linking.detach(ANNA, 11, 70)).isInstanceOf(Refusal.Forbidden.class);
    verify(links, never()).attach(anyLong(), any(), any());
    verify(links, never()).detach(anyLong(), anyLong(), any());
  }

  @Test
  public void doesNotKnowAKeyResultOfAProjectThatOneMayNotBrowse() {
    for (long id : List.of(31L, 99L)) {
      assertThatThrownBy(() -> linking.ofKeyResult(ANNA, id)).isInstanceOf(Refusal.NotFound.class);
      assertThatThrownBy(() -> linking.attach(ANNA, id, List.of("DEMO-1")))
          .isInstanceOf(Refusal.NotFound.class);
      assertThatThrownBy(() -> linking.detach(ANNA, id, 70)).isInstanceOf(Refusal.NotFound.class);
    }
  }

  @Test
  public void showsSecretProjectsToThoseWhoMayBrowseThem() {
    stand(Set.of(300L), Set.of());
    when(access.projects(eq(ANNA), any())).thenReturn(Map.of(300L, SECRET));
    when(objectives.keyResultsOf(Set.of(3L))).thenReturn(List.of(HIDDEN_KEY_RESULT));
    when(links.ofIssue(1, ANNA))
        .thenReturn(List.of(reaching(8, ITSELF, HIDDEN_KEY_RESULT, Okrs.placed(HIDDEN))));
    IssueLinks shown = linking.ofIssue(ANNA, "DEMO-1");
    assertThat(shown.links()).extracting(LinkOnIssue::mayDetach).containsExactly(false);
    assertThat(shown.links().get(0).project()).contains(SECRET);
    assertThat(shown.hidden()).isZero();
  }

  @Test
  public void attachesOneIssueByKeys() {
    when(links.attach(eq(11L), any(), any()))
        .thenReturn(new Links.Outcome(Map.of(1L, 70L), Set.of()))
        .thenReturn(new Links.Outcome(Map.of(), Set.of(1L)));
    assertThat(linking.attach(ANNA, " kr-11", "DEMO-1")).isTrue();
    assertThat(linking.attach(ANNA, "KR-11", "DEMO-1")).isFalse();
    assertThatThrownBy(() -> linking.attach(ANNA, "O-1", "DEMO-1"))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> linking.attach(ANNA, "KR-31", "DEMO-1"))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void titlesAreForThoseWhoMayReadThem() {
    KeyResultTitles titles = new KeyResultTitles(objectives, standpoints);
    assertThat(titles.of(ANNA, "kr-11")).isEqualTo("K11");
    for (String key : List.of("KR-31", "KR-99", "11", "")) {
      assertThatThrownBy(() -> titles.of(ANNA, key)).isInstanceOf(Refusal.NotFound.class);
    }
  }

  private static KeyResult keyResult(long id, long objectiveId) {
    return Okrs.keyResult(
        id,
        objectiveId,
        KeyResultContent.ofIssues("K" + id, "bert", BigDecimal.ONE, WeightBy.ISSUES),
        1);
  }

  private static IssueState state(long id, String key) {
    return new IssueState(
        id, key, 100, StatusCategory.TO_DO, Optional.empty(), Optional.empty(), NOW);
  }
}
