package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class MembershipTest {
  private final Units units = mock(Units.class);
  private final Groups groups = mock(Groups.class);
  private final Membership membership = new Membership(units, groups);

  @Test
  public void membersAreLeadDeputyGroupAndWhoeverContributesOrLeads() {
    when(units.all())
        .thenReturn(List.of(unit(1, 0, "anna", "bert", "mobile", false), plain(2, 0, "zoe")));
    when(units.rolesIn(Set.of(1L)))
        .thenReturn(
            List.of(
                person(Role.CONTRIBUTOR, "carl"),
                person(Role.LEAD, "dora"),
                person(Role.VIEWER, "vera"),
                person(Role.EXECUTIVE, "egon"),
                person(Role.CHAMPION, "chris"),
                new Assignment(Role.CONTRIBUTOR, new Assignment.AllOf("helpers")),
                new Assignment(Role.VIEWER, new Assignment.AllOf("everybody"))));
    when(groups.members("mobile")).thenReturn(Set.of("anna", "mia"));
    when(groups.members("helpers")).thenReturn(Set.of("hans"));

    Membership.Crew crew = membership.of(1).orElseThrow();

    assertThat(crew.memberKeys())
        .containsExactlyInAnyOrder("anna", "bert", "carl", "dora", "mia", "hans");
    assertThat(crew.people()).isEqualTo(6);
    verify(groups, never()).members("everybody");
  }

  @Test
  public void thePeopleOfUnitsBelowThatAreInUseAreTheUnits() {
    when(units.all())
        .thenReturn(
            List.of(
                plain(1, 0, "anna"),
                plain(2, 1, "bert"),
                unit(3, 2, "carl", "", "mobile", false),
                unit(4, 1, "gone", "", "former", true),
                plain(5, 4, "gone-too")));
    when(groups.members("mobile")).thenReturn(Set.of("mia"));

    assertThat(membership.of(1).orElseThrow().memberKeys())
        .containsExactlyInAnyOrder("anna", "bert", "carl", "mia");
    verify(units, times(1)).rolesIn(Set.of(1L, 2L, 3L));
    assertThat(membership.of(2).orElseThrow().memberKeys())
        .containsExactlyInAnyOrder("bert", "carl", "mia");
  }

  @Test
  public void aUnitCountsOnAsManyPeopleAsItSays() {
    Unit unit = plain(1, 0, "anna");
    UnitSettings stated =
        new UnitSettings(
            Optional.empty(),
            CadenceSetting.DEFAULT,
            false,
            new Capacity(7, new BigDecimal("7.5"), BigDecimal.ONE));
    when(units.all())
        .thenReturn(
            List.of(
                new Unit(
                    1,
                    unit.name(),
                    unit.level(),
                    unit.parentId(),
                    unit.leadKey(),
                    unit.deputyKey(),
                    unit.groupName(),
                    unit.projectIds(),
                    List.of(),
                    unit.openness(),
                    stated,
                    false,
                    1)));

    Membership.Crew crew = membership.of(1).orElseThrow();

    assertThat(crew.memberKeys()).containsExactly("anna");
    assertThat(crew.people()).isEqualTo(7);
    assertThat(crew.capacity().hoursPerDay()).isEqualByComparingTo("7.5");
  }

  @Test
  public void aUnitThatIsNotThereHasNoPeopleAndACircleEnds() {
    when(units.all()).thenReturn(List.of(plain(1, 2, "anna"), plain(2, 1, "bert")));

    assertThat(membership.of(9)).isEmpty();
    verify(units, never()).rolesIn(anyCollection());
    assertThat(membership.of(1).orElseThrow().memberKeys())
        .containsExactlyInAnyOrder("anna", "bert");
    verify(groups, never()).members(anyString());
  }

  private static Assignment person(Role role, String key) {
    return new Assignment(role, new Assignment.OnePerson(key));
  }

  private static Unit plain(long id, long parentId, String lead) {
    return unit(id, parentId, lead, "", "", false);
  }

  private static Unit unit(
      long id, long parentId, String lead, String deputy, String group, boolean archived) {
    return new Unit(
        id,
        "Unit " + id,
        UnitLevel.TEAM,
        Optional.of(parentId).filter(it -> it > 0),
        Optional.of(lead),
        Optional.of(deputy).filter(it -> !it.isEmpty()),
        Optional.of(group).filter(it -> !it.isEmpty()),
        List.of(),
        List.of(),
        Openness.MEMBERS,
        UnitSettings.DEFAULT,
        archived,
        1);
  }
}
