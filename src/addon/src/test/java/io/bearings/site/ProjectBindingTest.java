package io.bearings.site;

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
import io.bearings.okr.Access;
import io.bearings.okr.Okrs;
import io.bearings.okr.Openness;
import io.bearings.okr.Operation;
import io.bearings.okr.Organisation;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.SettingValue;
import io.bearings.okr.SiteSetting;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitDraft;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class ProjectBindingTest {
  private static final Person ANNA = new Person("anna");
  private static final ProjectRef DEMO = new ProjectRef(100, "DEMO", "Demo");
  private static final Unit BOUND = Okrs.naming(unit(5, false, 99L, 100L), 1L, 4L);
  private static final Unit FREE = unit(6, false);
  private static final Unit OLD = unit(7, true, 100L);

  private final Access access = mock(Access.class);
  private final Organisation organisation = mock(Organisation.class);
  private final SiteSettings site = mock(SiteSettings.class);
  private final Boards boards = mock(Boards.class);
  private final Standpoint standpoint = mock(Standpoint.class);
  private final ProjectBinding binding = new ProjectBinding(access, organisation, site, boards);

  private static Unit unit(long id, boolean archived, Long... projects) {
    return new Unit(
        id,
        "Unit " + id,
        UnitLevel.TEAM,
        Optional.of(1L),
        Optional.of("lead"),
        Optional.empty(),
        Optional.empty(),
        List.of(projects),
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        archived,
        3);
  }

  @Before
  public void aProject() {
    when(access.project(ANNA, "DEMO")).thenReturn(Optional.of(DEMO));
    when(access.administersProject(ANNA, 100)).thenReturn(true);
    when(access.projects(any(), any())).thenReturn(Map.of(100L, DEMO));
    when(organisation.standpoint(ANNA)).thenReturn(standpoint);
    when(standpoint.units()).thenReturn(List.of(BOUND, FREE, OLD));
    when(standpoint.unit(5)).thenReturn(Optional.of(BOUND));
    when(standpoint.unit(6)).thenReturn(Optional.of(FREE));
    when(site.current())
        .thenReturn(new Settings(Optional.empty(), Set.of(), new BigDecimal("0.25")));
    when(boards.ofProject(ANNA, 100)).thenReturn(List.of(new Boards.Board(1, "Team", true)));
  }

  @Test
  public void showsTheUnitsTheBoardsAndWhatHolds() {
    when(standpoint.may(Operation.MANAGE_UNIT, 6)).thenReturn(true);
    ProjectBinding.Standing standing = binding.of(ANNA, "DEMO");
    assertThat(standing.bound()).containsExactly(BOUND);
    assertThat(standing.offered()).containsExactly(FREE);
    assertThat(standing.mayRelease(BOUND)).isFalse();
    assertThat(standing.boards()).hasSize(1);
    assertThat(standing.naming()).isEqualTo(Map.of(1L, List.of(BOUND)));
    assertThat(standing.values())
        .containsEntry(SiteSetting.IN_PROGRESS_CREDIT, SettingValue.amount("25"));
    assertThat(standing.administers()).isFalse();
  }

  @Test
  public void isForAdministratorsOfTheProjectOrOfJira() {
    when(access.administersProject(ANNA, 100)).thenReturn(false);
    assertThatThrownBy(() -> binding.of(ANNA, "DEMO")).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> binding.bind(ANNA, "DEMO", 6)).isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> binding.release(ANNA, "DEMO", 5))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> binding.bindBoard(ANNA, "DEMO", 1, 6))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> binding.releaseBoard(ANNA, "DEMO", 1, 5))
        .isInstanceOf(Refusal.Forbidden.class);
    verify(organisation, never()).edit(any(), anyLong(), anyInt(), any());
    when(access.administers(ANNA)).thenReturn(true);
    assertThat(binding.of(ANNA, "DEMO").administers()).isTrue();
    assertThatThrownBy(() -> binding.of(ANNA, "GONE")).isInstanceOf(Refusal.NotFound.class);
  }

  private UnitDraft saved(long unitId) {
    ArgumentCaptor<UnitDraft> draft = ArgumentCaptor.forClass(UnitDraft.class);
    verify(organisation).edit(eq(ANNA), eq(unitId), eq(3), draft.capture());
    return draft.getValue();
  }

  @Test
  public void bindsByChangingNothingOfTheUnitButItsProjects() {
    binding.bind(ANNA, "DEMO", 6);
    assertThat(saved(6))
        .isEqualTo(
            new UnitDraft(
                "Unit 6",
                Optional.of(UnitLevel.TEAM),
                Optional.of(1L),
                Optional.of("lead"),
                Optional.empty(),
                Optional.empty(),
                List.of(100L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  public void bindingTwiceIsBindingOnce() {
    binding.bind(ANNA, "DEMO", 5);
    assertThat(saved(5).projectIds()).containsExactly(100L);
  }

  @Test
  public void takesTheProjectOffAndLeavesThoseThatThePersonDoesNotSeeToTheUnit() {
    binding.release(ANNA, "DEMO", 5);
    assertThat(saved(5).projectIds()).isEmpty();
  }

  @Test
  public void bindsABoardBesideThoseOfTheUnit() {
    binding.bindBoard(ANNA, "DEMO", 1, 6);
    assertThat(saved(6).boardIds()).contains(List.of(1L));
    assertThat(saved(6).projectIds()).isEmpty();
  }

  @Test
  public void bindingABoardTwiceIsBindingItOnce() {
    binding.bindBoard(ANNA, "DEMO", 1, 5);
    assertThat(saved(5).boardIds()).contains(List.of(1L, 4L));
  }

  @Test
  public void takesABoardOffAndLeavesTheOthers() {
    binding.releaseBoard(ANNA, "DEMO", 1, 5);
    assertThat(saved(5).boardIds()).contains(List.of(4L));
    assertThat(saved(5).projectIds()).containsExactly(100L);
  }

  @Test
  public void onlyBoardsOfTheProjectAreBoundHere() {
    assertThatThrownBy(() -> binding.bindBoard(ANNA, "DEMO", 4, 6))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> binding.releaseBoard(ANNA, "DEMO", 4, 5))
        .isInstanceOf(Refusal.NotFound.class);
    verify(organisation, never()).edit(any(), anyLong(), anyInt(), any());
  }

  @Test
  public void aUnitThatOneMayNotSeeIsNone() {
    assertThatThrownBy(() -> binding.bindBoard(ANNA, "DEMO", 1, 9))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> binding.bind(ANNA, "DEMO", 9)).isInstanceOf(Refusal.NotFound.class);
  }
}
