package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.okr.Access;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.Objectives;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class OverviewTest {
  private static final Person ANNA = new Person("anna");
  private static final ProjectRef PROJECT = new ProjectRef(100, "DEMO", "Mobile app");
  private static final Objective FIRST = new Objective(1, 100, "First", "", "anna", 1);
  private static final Objective SECOND = new Objective(2, 100, "Second", "", "gone", 1);
  private static final KeyResult DONE = keyResult(11, 1, "3");
  private static final KeyResult OPEN = keyResult(12, 1, "1");
  private static final KeyResult EMPTY = keyResult(21, 2, "1");

  private final Objectives objectives = mock(Objectives.class);
  private final Links links = mock(Links.class);
  private final Access access = mock(Access.class);
  private final People people =
      key -> key.equals("anna") ? Optional.of("Anna Lund") : Optional.empty();
  private final SiteSettings settings = mock(SiteSettings.class);
  private final Overview overview = new Overview(objectives, links, access, people, settings);

  @Before
  public void aProject() {
    when(access.project(ANNA, "DEMO")).thenReturn(Optional.of(PROJECT));
    when(access.project(ANNA, 100)).thenReturn(Optional.of(PROJECT));
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(objectives.ofProject(100)).thenReturn(List.of(FIRST, SECOND));
    when(objectives.keyResultsOfProject(100)).thenReturn(List.of(DONE, OPEN, EMPTY));
    when(objectives.objective(1)).thenReturn(Optional.of(FIRST));
    when(objectives.keyResult(11)).thenReturn(Optional.of(DONE));
    when(objectives.keyResultsOf(List.of(1L))).thenReturn(List.of(DONE, OPEN));
    List<Tally> tallies =
        List.of(
            tally(11, StatusCategory.DONE, 2),
            tally(12, StatusCategory.TO_DO, 3),
            tally(12, StatusCategory.DONE, 1));
    when(links.talliesOfProject(100)).thenReturn(tallies);
    when(links.talliesOfObjectives(List.of(1L))).thenReturn(tallies);
    when(links.talliesOfKeyResult(11)).thenReturn(tallies.subList(0, 1));
  }

  @Test
  public void showsEachObjectiveWithItsKeyResults() {
    when(access.mayEdit(ANNA, 100)).thenReturn(true);
    ProjectOverview shown = overview.ofProject(ANNA, "DEMO");
    assertThat(shown.project()).isEqualTo(PROJECT);
    assertThat(shown.mayEdit()).isTrue();
    assertThat(shown.objectives())
        .extracting(ObjectiveFigures::objective)
        .containsExactly(FIRST, SECOND);

    ObjectiveFigures first = shown.objectives().get(0);
    assertThat(first.ownerName()).isEqualTo("Anna Lund");
    assertThat(first.keyResults())
        .extracting(KeyResultFigures::keyResult)
        .containsExactly(DONE, OPEN);
    assertThat(first.keyResults().get(1).progress().score().orElseThrow())
        .isEqualByComparingTo("0.25");
    assertThat(first.score().value().orElseThrow()).isEqualByComparingTo("0.8125");

    ObjectiveFigures second = shown.objectives().get(1);
    assertThat(second.ownerName()).isEqualTo("gone");
    assertThat(second.score().value()).isEmpty();
    assertThat(second.keyResults().get(0).progress().issues()).isZero();
  }

  @Test
  public void asksForNothingMoreWhenThereIsNoObjective() {
    when(objectives.ofProject(100)).thenReturn(List.of());
    ProjectOverview shown = overview.ofProject(ANNA, "DEMO");
    assertThat(shown.objectives()).isEmpty();
    assertThat(shown.mayEdit()).isFalse();
    verifyNoInteractions(links);
  }

  @Test
  public void showsOneObjectiveOrKeyResult() {
    assertThat(overview.ofObjective(ANNA, 1).keyResults()).hasSize(2);
    assertThat(overview.ofKeyResult(ANNA, 11).progress().done()).isEqualTo(2);
  }

  @Test
  public void hidesWhatOneMayNotBrowseAsIfItWereNotThere() {
    assertThatThrownBy(() -> overview.ofProject(ANNA, "SEC")).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> overview.ofObjective(ANNA, 99)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> overview.ofKeyResult(ANNA, 99)).isInstanceOf(Refusal.NotFound.class);
    when(access.project(ANNA, 100)).thenReturn(Optional.empty());
    assertThatThrownBy(() -> overview.ofObjective(ANNA, 1)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> overview.ofKeyResult(ANNA, 11)).isInstanceOf(Refusal.NotFound.class);
  }

  private static KeyResult keyResult(long id, long objectiveId, String weight) {
    return new KeyResult(id, objectiveId, "K" + id, new BigDecimal(weight), WeightBy.ISSUES, 1);
  }

  private static Tally tally(long keyResultId, StatusCategory category, int count) {
    return new Tally(keyResultId, category, Optional.empty(), Optional.empty(), count);
  }
}
