package io.bearings.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.kpi.KpiOverview;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.Score;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.progress.Judgement;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.Overview;
import io.bearings.progress.ProjectOverview;
import io.bearings.progress.UnitCycles;
import io.bearings.progress.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class TakingBearingsTest {
  private static final Person ANNA = new Person("anna");
  private static final ProjectRef PROJECT = new ProjectRef(100, "DEMO", "Mobile app");
  private static final Unit OTHER = Okrs.team(4, "Other team", Optional.of("bert"), 100L);
  private static final Unit TEAM = Okrs.team(3, "Team", Optional.of("anna"), 100L);
  private static final Unit AREA =
      new Unit(
          2,
          "Area",
          UnitLevel.AREA,
          Optional.empty(),
          Optional.of("anna"),
          Optional.empty(),
          Optional.empty(),
          List.of(100L),
          List.of(),
          Openness.EVERYONE,
          UnitSettings.DEFAULT,
          false,
          1);
  private static final KpiOverview.Board BOARD = new KpiOverview.Board(TEAM, List.of(), true);

  private static final Cycle EARLIER = cycle(6, "Q3", CycleState.CLOSED);

  private final Overview overview = mock(Overview.class);
  private final Workspace workspace = mock(Workspace.class);
  private final KpiOverview kpis = mock(KpiOverview.class);
  private final Attending attending = mock(Attending.class);
  private final TakingBearings taking = new TakingBearings(overview, workspace, kpis, attending);

  @Before
  public void aTeamInItsQuarter() {
    when(kpis.board(any(), anyLong())).thenReturn(BOARD);
    when(attending.in(any(), any(), any(), any())).thenReturn(List.of());
    Cycle quarter = quarter(CycleState.ACTIVE);
    when(workspace.cycles(any(), anyLong()))
        .thenReturn(new UnitCycles(List.of(quarter, EARLIER), Optional.of(quarter)));
  }

  private void project(List<Unit> bound, ObjectiveFigures... objectives) {
    Standpoint standpoint = Okrs.standpoint(ANNA, OTHER, TEAM, AREA);
    for (Objectives.InCycle each :
        List.of(
            new Objectives.InCycle.Open(),
            new Objectives.InCycle.One(6),
            new Objectives.InCycle.One(99))) {
      when(overview.ofProject(ANNA, "DEMO", Optional.of(each)))
          .thenReturn(
              new ProjectOverview(PROJECT, standpoint, bound, true, Arrays.asList(objectives)));
    }
  }

  @Test
  public void aTeamComesBeforeAnAreaAndOnesOwnBeforeAnother() {
    project(List.of(AREA, OTHER, TEAM));
    assertThat(taking.of(ANNA, "DEMO", Optional.empty()).unit()).contains(TEAM);
    project(List.of(AREA, OTHER));
    assertThat(taking.of(ANNA, "DEMO", Optional.empty()).unit()).contains(OTHER);
    project(List.of(AREA));
    assertThat(taking.of(ANNA, "DEMO", Optional.empty()).unit()).contains(AREA);
  }

  @Test
  public void aProjectOfNoUnitShowsItsObjectivesOnly() {
    ObjectiveFigures objective = objective(1, 3, Optional.empty());
    project(List.of(), objective);
    ProjectBearings bearings = taking.of(ANNA, "DEMO", Optional.empty());
    assertThat(bearings.unit()).isEmpty();
    assertThat(bearings.kpis()).isEmpty();
    assertThat(bearings.phase()).isEqualTo(Phase.KICKOFF);
    assertThat(bearings.isShown(objective)).isTrue();
    verifyNoInteractions(workspace, kpis, attending);
  }

  @Test
  public void whatNeedsAttentionIsOfTheUnitInItsCycle() {
    ObjectiveFigures current = objective(1, 3, Optional.of(7L));
    ObjectiveFigures earlier = objective(2, 3, Optional.of(6L));
    ObjectiveFigures foreign = objective(3, 4, Optional.of(7L));
    project(List.of(TEAM), current, earlier, foreign);
    ProjectBearings bearings = taking.of(ANNA, "DEMO", Optional.empty());
    verify(attending)
        .in(
            bearings.overview().standpoint(),
            Optional.of(quarter(CycleState.ACTIVE)),
            List.of(3L),
            List.of(current));
    assertThat(bearings.kpis()).contains(BOARD);
    assertThat(bearings.isShown(earlier)).isFalse();
    assertThat(bearings.isShown(foreign)).isTrue();
  }

  @Test
  public void withoutACycleNoObjectiveAsksForAnything() {
    when(workspace.cycles(any(), anyLong())).thenReturn(UnitCycles.NONE);
    project(List.of(TEAM), objective(1, 3, Optional.empty()));
    ProjectBearings bearings = taking.of(ANNA, "DEMO", Optional.empty());
    verify(attending)
        .in(bearings.overview().standpoint(), Optional.empty(), List.of(3L), List.of());
    assertThat(bearings.phase()).isEqualTo(Phase.KICKOFF);
  }

  @Test
  public void anotherCycleThatServesTheUnitIsShownWhereItIsAskedFor() {
    ObjectiveFigures current = objective(1, 3, Optional.of(7L));
    ObjectiveFigures earlier = objective(2, 3, Optional.of(6L));
    project(List.of(TEAM), current, earlier);
    ProjectBearings bearings = taking.of(ANNA, "DEMO", Optional.of(6L));
    assertThat(bearings.cycle()).contains(EARLIER);
    assertThat(bearings.cycles().current()).contains(quarter(CycleState.ACTIVE));
    assertThat(bearings.phase()).isEqualTo(Phase.RETROSPECTIVE);
    assertThat(bearings.isShown(earlier)).isTrue();
    assertThat(bearings.isShown(current)).isFalse();
    verify(overview).ofProject(ANNA, "DEMO", Optional.of(new Objectives.InCycle.One(6)));
    verify(attending)
        .in(bearings.overview().standpoint(), Optional.of(EARLIER), List.of(3L), List.of(earlier));
  }

  @Test
  public void aCycleThatDoesNotServeTheUnitIsRefused() {
    project(List.of(TEAM));
    Refusal.Invalid refusal =
        catchThrowableOfType(
            Refusal.Invalid.class, () -> taking.of(ANNA, "DEMO", Optional.of(99L)));
    assertThat(refusal.fields()).containsEntry("cycle", Message.of("bearings.error.notServed"));
    verifyNoInteractions(kpis, attending);
  }

  @Test
  public void withoutAUnitThereIsNoCycleToAskFor() {
    project(List.of());
    assertThat(taking.of(ANNA, "DEMO", Optional.of(99L)).cycle()).isEmpty();
  }

  @Test
  public void theStateOfTheCycleIsThePhase() {
    assertThat(Arrays.stream(CycleState.values()).map(Phase::of))
        .containsExactly(Phase.KICKOFF, Phase.EXECUTION, Phase.RETROSPECTIVE, Phase.RETROSPECTIVE);
  }

  private static Cycle quarter(CycleState state) {
    return cycle(7, "Q4", state);
  }

  private static Cycle cycle(long id, String name, CycleState state) {
    return new Cycle(
        id,
        3,
        name,
        Okrs.QUARTER.days().first(),
        Okrs.QUARTER.days().last(),
        state,
        CycleKind.CALENDAR,
        CycleLength.QUARTER,
        Optional.empty(),
        Optional.empty(),
        1);
  }

  private static ObjectiveFigures objective(long id, long unitId, Optional<Long> cycleId) {
    Objective objective = Okrs.objective(id, unitId, "Objective", "", "anna", 1);
    return new ObjectiveFigures(
        new Placed(objective.movedTo(unitId, cycleId), Optional.empty(), false),
        false,
        new ObjectiveFigures.Around("Anna", "Team", List.of(), List.of()),
        Score.NO_DATA,
        Judgement.NO_DATA,
        List.of(),
        false,
        List.of(),
        Set.of(),
        List.of());
  }
}
