package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.Message;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveKind;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.Openness;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Reach;
import io.bearings.okr.Refusal;
import io.bearings.okr.Role;
import io.bearings.okr.SiteRules;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Standpoints;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.okr.Visibility;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Test;

public class FindingWorkTest {
  private static final Person ANNA = new Person("anna");
  private static final Unit NORTH = unit(3, "Team North", 1L);
  private static final Unit HIDDEN = unit(4, "Hidden", 3L);
  private static final Unit BELOW = unit(5, "Below", 3L);
  private static final Unit TWIN = unit(6, "team below", 1L);
  private static final Unit OTHER_TWIN = unit(7, "Team Below", 1L);
  private static final Unit NUMBERED = unit(8, "3", 1L);

  private final WorkOf work = mock(WorkOf.class);
  private final Objectives objectives = mock(Objectives.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Access access = mock(Access.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final FindingWork finding =
      new FindingWork(work, objectives, standpoints, access, settings);

  private static Unit unit(long id, String name, long parentId) {
    return new Unit(
        id,
        name,
        UnitLevel.TEAM,
        Optional.of(parentId),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        false,
        1);
  }

  @Before
  public void annaContributesToTheNorth() {
    limit(3);
    standing(NORTH, HIDDEN, BELOW);
    objective(1, 3, Visibility.UNIT_VIEWERS);
    objective(2, 3, Visibility.PRIVATE);
    objective(3, 4, Visibility.UNIT_VIEWERS);
    when(work.keyResult(anyLong(), anyInt())).thenReturn(List.of(1L, 2L, 3L));
    when(work.objective(anyLong(), anyInt())).thenReturn(List.of(4L));
    when(access.project(ANNA, "DEMO")).thenReturn(Optional.of(new ProjectRef(7, "DEMO", "Demo")));
  }

  private void limit(int limit) {
    when(settings.current())
        .thenReturn(
            new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO, SiteRules.DEFAULT, limit));
  }

  private void standing(Unit... units) {
    List<Reach.Grant> grants =
        List.of(units).stream()
            .filter(unit -> unit != HIDDEN)
            .map(unit -> new Reach.Grant(unit.id(), Role.CONTRIBUTOR))
            .toList();
    when(standpoints.of(ANNA))
        .thenReturn(
            new Standpoint(
                ANNA, List.of(units), new Reach(false, Set.of(), Set.of(), Set.of(), grants)));
  }

  /** An objective of Bert's with a key result whose number is ten times as high. */
  private void objective(long id, long unitId, Visibility visibility) {
    Objective objective =
        Okrs.objective(id, unitId, "Title", "", "bert", 1)
            .with(
                new ObjectiveContent(
                    "Title",
                    "",
                    "bert",
                    ObjectiveKind.ASPIRATIONAL,
                    visibility,
                    Optional.empty(),
                    List.of(),
                    Map.of(),
                    List.of(),
                    List.of()));
    when(objectives.placed(id, ANNA)).thenReturn(Optional.of(Okrs.placed(objective)));
    when(objectives.keyResult(10 * id))
        .thenReturn(
            Optional.of(Okrs.keyResult(10 * id, id, "KR", BigDecimal.ONE, WeightBy.ISSUES, 1)));
  }

  @Test
  public void findsTheIssuesOfAKeyResultByItsKeyInAnyCase() {
    assertThat(finding.ofKeyResult(ANNA, "KR-10")).containsExactly(1L, 2L, 3L);
    assertThat(finding.ofKeyResult(ANNA, " kr-10 ")).containsExactly(1L, 2L, 3L);
    assertThat(finding.ofObjective(ANNA, "o-1")).containsExactly(4L);
  }

  @Test
  public void unknownAndUnreadableAnswerAlike() {
    for (String key :
        List.of("KR-20", "KR-30", "KR-99", "O-1", "10", "", "KR-", "KR-1e9", "KR--1")) {
      notFound(key, () -> finding.ofKeyResult(ANNA, key));
    }
    for (String key : List.of("O-2", "O-3", "O-99", "KR-10", "1", "O-99999999999999999999")) {
      notFound(key, () -> finding.ofObjective(ANNA, key));
    }
    notFound("OPS", () -> finding.ofProject(ANNA, "OPS"));
    for (String unit : List.of("4", "Hidden", "Nowhere", "99", "", "Team")) {
      notFound(unit, () -> finding.ofUnit(ANNA, unit));
    }
    verifyNoInteractions(work);
  }

  private static void notFound(String what, ThrowingCallable asked) {
    assertThat(catchThrowableOfType(Refusal.NotFound.class, asked).text())
        .isEqualTo(Message.of("bearings.error.notFound", what));
  }

  @Test
  public void followersReadAPrivateObjective() {
    Placed hidden = objectives.placed(2, ANNA).orElseThrow();
    when(objectives.placed(2, ANNA))
        .thenReturn(Optional.of(new Placed(hidden.objective(), Optional.empty(), true)));
    assertThat(finding.ofObjective(ANNA, "O-2")).containsExactly(4L);
    assertThat(finding.ofKeyResult(ANNA, "KR-20")).hasSize(3);
  }

  @Test
  public void oneMoreThanTheLimitIsRefusedAndNamesTheLimit() {
    limit(2);
    when(work.keyResult(10, 3)).thenReturn(List.of(1L, 2L, 3L));
    assertThatThrownBy(() -> finding.ofKeyResult(ANNA, "KR-10"))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> assertThat(refusal.text()).isEqualTo(Message.of("bearings.jql.tooMany", 2)));
    when(work.keyResult(10, 3)).thenReturn(List.of(1L, 2L));
    assertThat(finding.ofKeyResult(ANNA, "KR-10")).hasSize(2);
  }

  @Test
  public void aUnitBringsTheUnitsBelowItThatThePersonSees() {
    when(work.units(eq(Set.of(3L, 5L)), any(), eq(4))).thenReturn(List.of(9L));
    for (String name : List.of("Team North", "TEAM north", " Team North ", "3")) {
      assertThat(finding.ofUnit(ANNA, name)).containsExactly(9L);
    }
    when(work.units(anyCollection(), any(), eq(4))).thenReturn(List.of());
    assertThat(finding.ofUnit(ANNA, "5")).isEmpty();
  }

  @Test
  public void aNameOfSeveralUnitsIsRefusedNamingThem() {
    standing(NORTH, TWIN, OTHER_TWIN, NUMBERED);
    several("Team below", "team below (6), Team Below (7)");
    several("3", "3 (8), Team North (3)");
    assertThat(finding.ofUnit(ANNA, "7")).isEmpty();
  }

  private void several(String name, String named) {
    assertThatThrownBy(() -> finding.ofUnit(ANNA, name))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.text())
                    .isEqualTo(Message.of("bearings.jql.severalUnits", name, named)));
  }

  @Test
  public void aProjectIsAskedWithWhatThePersonReads() {
    when(work.project(7, new WorkOf.Reader("anna", Set.of(3L, 5L), Set.of(3L, 5L), Set.of()), 4))
        .thenReturn(List.of(8L));
    assertThat(finding.ofProject(ANNA, "demo")).containsExactly(8L);
  }
}
