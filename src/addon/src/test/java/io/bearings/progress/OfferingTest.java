package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Access;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class OfferingTest {
  private static final Person ANNA = new Person("anna");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final ProjectRef PROJECT = new ProjectRef(100, "DEMO", "Mobile app");
  private static final Unit TEAM = Okrs.team(3, "Team", Optional.empty(), 100L);
  private static final Unit OTHER = Okrs.team(5, "Other", Optional.of("anna"));
  private static final Objective OBJECTIVE = Okrs.objective(1, 3, "O", "why", "bert", 1);
  private static final Objective ELSEWHERE = Okrs.objective(2, 5, "E", "", "anna", 1);
  private static final Links.Around NOWHERE = new Links.Around(Set.of(), Optional.empty());

  private final Links links = mock(Links.class);
  private final Issues issues = mock(Issues.class);
  private final Places places = mock(Places.class);
  private final Histories histories = mock(Histories.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Access access = mock(Access.class);
  private final Offering offering =
      new Offering(
          links,
          issues,
          places,
          histories,
          standpoints,
          access,
          key -> Optional.of(key.equals("anna") ? "Anna Alm" : "Bert Team"),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void annaMayLinkInTwoUnits() {
    when(issues.find(ANNA, "DEMO-1")).thenReturn(Optional.of(new IssueRef(1, "DEMO-1", 100)));
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Set.of(100L), Set.of(100L), TEAM, OTHER));
    when(access.project(ANNA, 100)).thenReturn(Optional.of(PROJECT));
    when(histories.latest(List.of(1L))).thenReturn(Map.of());
    when(links.owners()).thenReturn(Set.of("anna", "bert"));
  }

  private static KeyResult keyResult(long id, long objectiveId) {
    return Okrs.keyResult(id, objectiveId, "K" + id, BigDecimal.ONE, WeightBy.ISSUES, 1);
  }

  private static Links.Found found(KeyResult keyResult, Objective objective) {
    return new Links.Found(keyResult, objective, false, Optional.empty(), false, true);
  }

  private static Links.Search search(
      String text, Set<String> owners, Set<Long> units, Links.Around around, int limit) {
    return new Links.Search(
        text,
        Set.of(3L, 5L),
        Set.of(3L, 5L),
        Set.of(5L),
        "anna",
        owners,
        units,
        1,
        around,
        NOW.minus(Offering.LATELY),
        Set.of(3L),
        limit);
  }

  @Test
  public void saysWhyEachIsOfferedAndPutsTheLikelyOnesFirst() {
    when(links.search(search("", Set.of(), Set.of(), NOWHERE, 20)))
        .thenReturn(
            List.of(
                found(keyResult(21, 2), ELSEWHERE),
                found(keyResult(11, 1), OBJECTIVE),
                new Links.Found(
                    keyResult(22, 2),
                    ELSEWHERE,
                    true,
                    Optional.of(Likeliness.SAME_SPRINT),
                    true,
                    false)));

    List<Candidate> offered = offering.candidates(ANNA, "DEMO-1", "", 20);

    assertThat(offered)
        .containsExactly(
            new Candidate(
                keyResult(22, 2),
                ELSEWHERE,
                "Anna Alm",
                OTHER,
                Optional.empty(),
                true,
                Likeliness.SAME_SPRINT),
            new Candidate(
                keyResult(11, 1),
                OBJECTIVE,
                "Anna Alm",
                TEAM,
                Optional.of(PROJECT),
                false,
                Likeliness.YOURS),
            new Candidate(
                keyResult(21, 2),
                ELSEWHERE,
                "Anna Alm",
                OTHER,
                Optional.empty(),
                false,
                Likeliness.ELSEWHERE));
    verify(links, never()).owners();
  }

  @Test
  public void aNameFindsWhatItsBearerOwnsAndAUnitWhatIsOfIt() {
    offering.candidates(ANNA, "DEMO-1", " team ", 5);
    verify(links).search(search("team", Set.of("bert"), Set.of(3L), NOWHERE, 5));

    offering.candidates(ANNA, "DEMO-1", "ALM", 5);
    verify(links).search(search("ALM", Set.of("anna"), Set.of(), NOWHERE, 5));
  }

  @Test
  public void theSurroundingsAreReadFromWhatIsKept() {
    IssueSnapshot state =
        new IssueSnapshot(
            100,
            "1",
            StatusCategory.TO_DO,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of(12L),
            Set.of(13L),
            Optional.of(11L),
            Optional.of(9L),
            Map.of());
    when(histories.latest(List.of(1L)))
        .thenReturn(Map.of(1L, new KeptHistory.Step(0, NOW, state, "3")));

    offering.candidates(ANNA, "DEMO-1", "", 5);

    verify(links)
        .search(
            search(
                "",
                Set.of(),
                Set.of(),
                new Links.Around(
                    Set.of(
                        new LinkTarget.Epic(11),
                        new LinkTarget.Sprint(12),
                        new LinkTarget.Version(13)),
                    Optional.of(9L)),
                5));
    verify(places, never()).of(any());
  }

  @Test
  public void ofAnIssueOfWhichNothingIsKeptJiraIsAsked() {
    when(places.of(List.of(1L))).thenReturn(Map.of(1L, Set.of(new LinkTarget.Epic(11))));

    offering.candidates(ANNA, "DEMO-1", "", 5);

    verify(links)
        .search(
            search(
                "",
                Set.of(),
                Set.of(),
                new Links.Around(Set.of(new LinkTarget.Epic(11)), Optional.empty()),
                5));
  }

  @Test
  public void doesNotOfferWhatOneMayNotRead() {
    ObjectiveContent content = OBJECTIVE.content();
    Objective members =
        Okrs.objective(2, 3, "Members only", "", "bert", 1)
            .with(
                new ObjectiveContent(
                    "Members only",
                    content.why(),
                    "bert",
                    content.kind(),
                    Visibility.UNIT_MEMBERS,
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of()));
    when(standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA, Set.of(100L), Set.of(), TEAM));
    when(links.search(any())).thenReturn(List.of(found(keyResult(21, 2), members)));

    assertThat(offering.candidates(ANNA, "DEMO-1", "", 20)).isEmpty();
  }

  @Test
  public void anIssueThatOneMayNotBrowseIsNotKnown() {
    assertThatThrownBy(() -> offering.candidates(ANNA, "SEC-1", "", 10))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void offersAtLeastOneAndAtMostAHundred() {
    offering.candidates(ANNA, "DEMO-1", "", 0);
    verify(links).search(search("", Set.of(), Set.of(), NOWHERE, 1));
    offering.candidates(ANNA, "DEMO-1", "", 5000);
    verify(links).search(search("", Set.of(), Set.of(), NOWHERE, 100));
  }

  @Test
  public void searchesForWhatATitleCanHold() {
    offering.candidates(ANNA, "DEMO-1", "\u0000 a\nb " + "c".repeat(400), 5);
    verify(links).search(search("a b " + "c".repeat(251), Set.of(), Set.of(), NOWHERE, 5));
  }
}
