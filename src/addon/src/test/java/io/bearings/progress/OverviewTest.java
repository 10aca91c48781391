package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.StatusCategory;
import io.bearings.okr.Access;
import io.bearings.okr.Alignments;
import io.bearings.okr.Cycles;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.Operation;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Status;
import io.bearings.okr.Unit;
import io.bearings.okr.Units;
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

public class OverviewTest {
  private static final Settings SETTINGS =
      new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO);
  private static final Person ANNA = new Person("anna");
  private static final ProjectRef PROJECT = new ProjectRef(100, "DEMO", "Mobile app");
  private static final Unit TEAM = Okrs.team(3, "Team", Optional.of("anna"), 100L);
  private static final Unit SECRET = Okrs.team(4, "Secret", Optional.empty());
  private static final Placed FIRST = Okrs.placed(Okrs.objective(1, 3, "First", "", "anna", 1));
  private static final Placed SECOND = Okrs.placed(Okrs.objective(2, 3, "Second", "", "gone", 1));
  private static final KeyResult DONE = keyResult(11, 1, "3");
  private static final KeyResult OPEN = keyResult(12, 1, "1");
  private static final KeyResult EMPTY = keyResult(21, 2, "1");

  private final Objectives objectives = mock(Objectives.class);
  private final Alignments alignments = mock(Alignments.class);
  private final Links links = mock(Links.class);
  private final Access access = mock(Access.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final People people =
      key -> key.equals("anna") ? Optional.of("Anna Lund") : Optional.empty();
  private final SiteSettings settings = mock(SiteSettings.class);
  private final Gathering gathering =
      new Gathering(objectives, alignments, links, mock(OutsideValues.class));
  private final Figuring figuring =
      new Figuring(
          gathering,
          mock(Hindsight.class),
          mock(Cycles.class),
          mock(Units.class),
          access,
          settings,
          people,
          Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC));
  private final Overview overview =
      new Overview(objectives, alignments, gathering, figuring, standpoints, access, people);

  @Before
  public void aProject() {
    when(access.project(ANNA, "DEMO")).thenReturn(Optional.of(PROJECT));
    when(standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA, TEAM, SECRET));
    when(settings.current()).thenReturn(SETTINGS);
    when(objectives.find(any(), any())).thenReturn(List.of(FIRST, SECOND));
    when(objectives.placed(1, ANNA)).thenReturn(Optional.of(FIRST));
    when(objectives.keyResult(11)).thenReturn(Optional.of(DONE));
    when(objectives.keyResultsOf(Set.of(1L))).thenReturn(List.of(DONE, OPEN));
    when(objectives.keyResultsOf(Set.of(1L, 2L))).thenReturn(List.of(DONE, OPEN, EMPTY));
    when(links.workOf(any()))
        .thenReturn(
            Tallied.byCount(
                SETTINGS,
                List.of(
                    tally(11, StatusCategory.DONE, 2),
                    tally(12, StatusCategory.TO_DO, 3),
                    tally(12, StatusCategory.DONE, 1))));
  }

  @Test
  public void showsEachObjectiveWithItsKeyResults() {
    ProjectOverview shown = overview.ofProject(ANNA, "DEMO", Optional.empty());
    assertThat(shown.project()).isEqualTo(PROJECT);
    assertThat(shown.mayEdit()).isTrue();
    assertThat(shown.objectives())
        .extracting(ObjectiveFigures::placed)
        .containsExactly(FIRST, SECOND);

    ObjectiveFigures first = shown.objectives().get(0);
    assertThat(first.ownerName()).isEqualTo("Anna Lund");
    assertThat(first.around().unitName()).isEqualTo("Team");
    assertThat(first.may()).contains(Operation.EDIT_OBJECTIVE, Operation.CONSENT);
    assertThat(first.keyResults())
        .extracting(KeyResultFigures::keyResult)
        .containsExactly(DONE, OPEN);
    assertThat(first.keyResults().get(1).progress().score().orElseThrow())
        .isEqualByComparingTo("0.25");
    assertThat(first.score().value().orElseThrow()).isEqualByComparingTo("0.8125");
    assertThat(first.judgement().status()).isEqualTo(Status.TOO_EARLY);
    assertThat(first.outcomeNotMeasured()).isTrue();

    ObjectiveFigures second = shown.objectives().get(1);
    assertThat(second.ownerName()).isEqualTo("gone");
    assertThat(second.score().value()).isEmpty();
    assertThat(second.judgement().status()).isEqualTo(Status.NO_DATA);
    assertThat(second.keyResults().get(0).progress().issues()).isZero();
  }

  @Test
  public void asksForNothingMoreWhenThereIsNoObjective() {
    when(objectives.find(any(), any())).thenReturn(List.of());
    ProjectOverview shown = overview.ofProject(ANNA, "DEMO", Optional.empty());
    assertThat(shown.objectives()).isEmpty();
    verify(objectives, never()).keyResultsOf(any());
  }

  @Test
  public void letsWhoEditsTheProjectCreateTheFirstObjective() {
    when(standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA, SECRET));
    when(objectives.find(any(), any())).thenReturn(List.of());
    assertThat(overview.ofProject(ANNA, "DEMO", Optional.empty()).mayEdit()).isFalse();
    when(access.mayEdit(ANNA, 100)).thenReturn(true);
    assertThat(overview.ofProject(ANNA, "DEMO", Optional.empty()).mayEdit()).isTrue();
  }

  @Test
  public void leavesOutObjectivesOfUnitsThatOneMayNotSee() {
    Placed naming = Okrs.placed(Okrs.objective(9, 4, "Secret", "", "bert", 1));
    when(objectives.find(any(), any())).thenReturn(List.of(FIRST, naming));
    assertThat(overview.ofProject(ANNA, "DEMO", Optional.empty()).objectives())
        .extracting(ObjectiveFigures::placed)
        .containsExactly(FIRST);
  }

  @Test
  public void countsAPrivateObjectiveWithoutSayingWhatItIs() {
    Placed secret = Okrs.placed(restricted(Okrs.objective(1, 3, "Secret", "", "bert", 1)));
    when(standpoints.of(ANNA))
        .thenReturn(
            Okrs.standpoint(
                ANNA, Set.of(100L), Set.of(), Okrs.team(3, "Team", Optional.empty(), 100L)));
    when(objectives.find(any(), any())).thenReturn(List.of(secret));
    when(objectives.placed(1, ANNA)).thenReturn(Optional.of(secret));
    ObjectiveFigures shown = overview.ofProject(ANNA, "DEMO", Optional.empty()).objectives().get(0);
    assertThat(shown.hidden()).isTrue();
    assertThat(shown.keyResults()).isEmpty();
    assertThat(shown.may()).isEmpty();
    assertThat(shown.score().value().orElseThrow()).isEqualByComparingTo("0.8125");
    assertThatThrownBy(() -> overview.ofObjective(ANNA, 1)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> overview.ofKeyResult(ANNA, 11)).isInstanceOf(Refusal.NotFound.class);
  }

  private static Objective restricted(Objective objective) {
    return objective.with(
        new ObjectiveContent(
            objective.title(),
            objective.why(),
            objective.ownerKey(),
            ObjectiveKind.ASPIRATIONAL,
            Visibility.PRIVATE,
            Optional.empty(),
            List.of(),
            Map.of(),
            List.of(),
            List.of()));
  }

  @Test
  public void showsOneObjectiveOrKeyResult() {
    assertThat(overview.ofObjective(ANNA, 1).keyResults()).hasSize(2);
    assertThat(overview.ofKeyResult(ANNA, 11).progress().done()).isEqualTo(2);
  }

  @Test
  public void showsAKeyResultThatWasPutAway() {
    KeyResult away = DONE.archived(true);
    when(objectives.keyResult(11)).thenReturn(Optional.of(away));
    when(objectives.keyResultsOf(Set.of(1L))).thenReturn(List.of(away, OPEN));
    assertThat(overview.ofObjective(ANNA, 1).keyResults()).hasSize(1);
    KeyResultFigures shown = overview.ofKeyResult(ANNA, 11);
    assertThat(shown.keyResult()).isEqualTo(away);
    assertThat(shown.ownerName()).isEqualTo("Anna Lund");
    assertThat(shown.judgement()).isEqualTo(Judgement.NO_DATA);
  }

  @Test
  public void hidesWhatOneMayNotSeeAsIfItWereNotThere() {
    assertThatThrownBy(() -> overview.ofProject(ANNA, "SEC", Optional.empty()))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> overview.ofObjective(ANNA, 99)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> overview.ofKeyResult(ANNA, 99)).isInstanceOf(Refusal.NotFound.class);
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Okrs.team(3, "Team", Optional.empty(), 100L)));
    assertThatThrownBy(() -> overview.ofObjective(ANNA, 1)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> overview.ofKeyResult(ANNA, 11)).isInstanceOf(Refusal.NotFound.class);
  }

  private static KeyResult keyResult(long id, long objectiveId, String weight) {
    return Okrs.keyResult(id, objectiveId, "K" + id, new BigDecimal(weight), WeightBy.ISSUES, 1);
  }

  private static Tally tally(long keyResultId, StatusCategory category, int count) {
    return new Tally(keyResultId, category, Optional.empty(), Optional.empty(), count);
  }
}
