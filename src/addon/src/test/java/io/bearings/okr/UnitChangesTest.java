package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Optional;
import org.junit.Test;

public class UnitChangesTest {
  private static final Unit TEAM = Okrs.team(3, "Team", Optional.of("anna"), 200L, 100L);

  @Test
  public void nothingDiffersBetweenAUnitAndItself() {
    assertThat(UnitChanges.between(TEAM, TEAM)).isEmpty();
    assertThat(UnitChanges.between(TEAM, Okrs.team(3, "Team", Optional.of("anna"), 100L, 200L)))
        .isEmpty();
  }

  @Test
  public void eachFieldThatDiffersIsAChange() {
    Unit after =
        new Unit(
            3,
            "Crew",
            UnitLevel.AREA,
            Optional.of(1L),
            Optional.empty(),
            Optional.of("bert"),
            Optional.of("crew"),
            List.of(100L),
            List.of(7L),
            Openness.EVERYONE,
            UnitSettings.DEFAULT,
            true,
            2);

    assertThat(UnitChanges.between(TEAM, after))
        .allMatch(each -> each.subject() == SettingChange.Subject.UNIT)
        .allMatch(each -> each.unitId().equals(Optional.of(3L)))
        .extracting(SettingChange::name, SettingChange::before, SettingChange::after)
        .containsExactly(
            tuple("name", "Team", "Crew"),
            tuple("level", "TEAM", "AREA"),
            tuple("parentId", "", "1"),
            tuple("lead", "anna", ""),
            tuple("deputy", "", "bert"),
            tuple("group", "", "crew"),
            tuple("projects", "100, 200", "100"),
            tuple("boards", "", "7"),
            tuple("openness", "MEMBERS", "EVERYONE"),
            tuple("archived", "false", "true"));
  }

  @Test
  public void rolesComeAndGo() {
    Assignment anna = new Assignment(Role.LEAD, new Assignment.OnePerson("anna"));
    Assignment all = new Assignment(Role.EXECUTIVE, new Assignment.AllOf("board"));

    assertThat(UnitChanges.between(3, List.of(anna), List.of(all)))
        .containsExactly(
            new SettingChange(SettingChange.Subject.ROLES, Optional.of(3L), "LEAD", "anna", ""),
            new SettingChange(
                SettingChange.Subject.ROLES, Optional.of(3L), "EXECUTIVE", "", "@board"));
    assertThat(UnitChanges.between(3, List.of(anna, all), List.of(all, anna))).isEmpty();
  }
}
