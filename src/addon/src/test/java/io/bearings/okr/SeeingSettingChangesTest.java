package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.okr.SeeingSettingChanges.Seen;
import io.bearings.okr.SettingChange.Subject;
import io.bearings.okr.SettingChanges.Entry;
import io.bearings.okr.SettingChanges.Filter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class SeeingSettingChangesTest {
  private static final Person ANNA = new Person("anna");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

  private final SettingChanges changes = mock(SettingChanges.class);
  private final Units units = mock(Units.class);
  private final Access access = mock(Access.class);
  private final People people = mock(People.class);
  private final BoardNames boards = mock(BoardNames.class);
  private final SeeingSettingChanges seeing =
      new SeeingSettingChanges(changes, units, access, boards, people);

  @Test
  public void isForAdministrators() {
    assertThatThrownBy(() -> seeing.changes(ANNA, Filter.NONE, Long.MAX_VALUE))
        .isInstanceOf(Refusal.Forbidden.class);
    verifyNoInteractions(changes, units);
  }

  @Test
  public void saysNamesWhereThereAreSome() {
    when(access.administers(ANNA)).thenReturn(true);
    when(people.nameOrKey(any())).thenAnswer(call -> "Name " + call.getArgument(0));
    when(units.all())
        .thenReturn(
            List.of(Okrs.team(3, "Team", Optional.empty()), Okrs.team(1, "Top", Optional.empty())));
    when(access.projects(ANNA, Set.of(100L, 200L)))
        .thenReturn(Map.of(100L, new ProjectRef(100, "DEMO", "Mobile app")));
    when(boards.names(ANNA, Set.of(7L, 8L))).thenReturn(Map.of(7L, "Mobile board"));
    when(changes.entries(Filter.NONE, 50, SeeingSettingChanges.PAGE))
        .thenReturn(
            List.of(
                entry(10, of(Subject.UNIT, "boards", "7", "7, 8")),
                entry(9, of(Subject.UNIT, "projects", "", "100, 200")),
                entry(8, of(Subject.UNIT, "parentId", "1", "7")),
                entry(7, of(Subject.UNIT, "lead", "bert", "")),
                entry(6, of(Subject.UNIT, "name", "bert", "1")),
                entry(5, of(Subject.ROLES, "LEAD", "bert", "")),
                entry(4, of(Subject.ROLES, "LEAD", "", "@board")),
                entry(
                    3,
                    new SettingChange(Subject.SITE, Optional.empty(), "projects", "100", "lead"))));

    List<Seen> seen = seeing.changes(ANNA, Filter.NONE, 50);

    assertThat(seen)
        .extracting(Seen::id, each -> each.change().before(), each -> each.change().after())
        .containsExactly(
            tuple(10L, "Mobile board", "Mobile board, 8"),
            tuple(9L, "", "DEMO, 200"),
            tuple(8L, "Top", "7"),
            tuple(7L, "Name bert", ""),
            tuple(6L, "bert", "1"),
            tuple(5L, "Name bert", ""),
            tuple(4L, "", "@board"),
            tuple(3L, "100", "lead"));
    assertThat(seen).extracting(Seen::changedByName).containsOnly("Name bert");
    assertThat(seen.get(0).unitName()).contains("Team");
    assertThat(seen.get(7).unitName()).isEmpty();
  }

  private static SettingChange of(Subject subject, String name, String before, String after) {
    return new SettingChange(subject, Optional.of(3L), name, before, after);
  }

  private static Entry entry(long id, SettingChange change) {
    return new Entry(id, change, "bert", NOW);
  }
}
