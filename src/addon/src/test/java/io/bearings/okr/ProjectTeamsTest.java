package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

public class ProjectTeamsTest {
  private static final Person ANNA = new Person("anna");
  private static final Unit TEAM = Okrs.team(7, "Team", Optional.empty(), 100L);

  private final Units units = mock(Units.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Access access = mock(Access.class);
  private final ProjectTeams teams =
      new ProjectTeams(units, standpoints, access, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Before
  public void aProjectWithoutUnit() {
    when(access.project(ANNA, "DEMO"))
        .thenReturn(Optional.of(new ProjectRef(100, "DEMO", "Mobile app")));
    when(standpoints.of(ANNA)).thenReturn(Okrs.standpoint(ANNA));
    when(units.all()).thenReturn(List.of());
    when(units.add(any(), any())).thenReturn(TEAM);
  }

  @Test
  public void isTheOldestUnitThatTheProjectIsBoundTo() {
    when(standpoints.of(ANNA))
        .thenReturn(
            Okrs.standpoint(
                ANNA, Set.of(100L), Set.of(), TEAM, Okrs.team(5, "Older", Optional.empty(), 100L)));
    assertThat(teams.of(ANNA, "DEMO")).isEqualTo(5);
    verify(units, never()).add(any(), any());
  }

  @Test
  public void isMadeOnFirstUseByWhoEditsTheProject() {
    assertThatThrownBy(() -> teams.of(ANNA, "DEMO")).isInstanceOf(Refusal.Forbidden.class);
    when(access.mayEdit(ANNA, 100)).thenReturn(true);
    assertThat(teams.of(ANNA, "DEMO")).isEqualTo(7);
    ArgumentCaptor<NewUnit> made = ArgumentCaptor.captor();
    verify(units, times(2)).add(made.capture(), any());
    assertThat(made.getAllValues())
        .extracting(NewUnit::name)
        .containsExactly("Company", "Mobile app");
    assertThat(made.getAllValues().get(1).projectIds()).containsExactly(100L);
    assertThat(made.getAllValues().get(1).openness()).isEqualTo(Openness.MEMBERS);
  }

  @Test
  public void standsBelowTheCompanyThatThereIs() {
    when(access.mayEdit(ANNA, 100)).thenReturn(true);
    Unit company =
        new Unit(
            2,
            "Papermill",
            UnitLevel.COMPANY,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            Openness.EVERYONE,
            UnitSettings.DEFAULT,
            false,
            1);
    when(units.all()).thenReturn(List.of(company), List.of(company, TEAM));
    assertThat(teams.of(ANNA, "DEMO")).isEqualTo(7);
    ArgumentCaptor<NewUnit> made = ArgumentCaptor.captor();
    verify(units).add(made.capture(), any());
    assertThat(made.getValue().parentId()).contains(2L);
  }

  @Test
  public void doesNotKnowAProjectThatOneMayNotBrowse() {
    assertThatThrownBy(() -> teams.of(ANNA, "SEC")).isInstanceOf(Refusal.NotFound.class);
  }
}
