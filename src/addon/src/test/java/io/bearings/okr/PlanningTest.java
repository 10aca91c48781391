package io.bearings.okr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class PlanningTest {
  private static final Person ANNA = new Person("anna");
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Objectives.Edit BY_ANNA = new Objectives.Edit(ANNA, NOW);
  private static final ProjectRef PROJECT = new ProjectRef(100, "DEMO", "Mobile app");
  private static final Objective STORED = new Objective(12, 100, "Old", "Because", "bert", 3);
  private static final KeyResult STORED_KEY_RESULT =
      new KeyResult(34, 12, "Old", BigDecimal.TEN, WeightBy.POINTS, 2);

  private final Objectives objectives = mock(Objectives.class);
  private final Access access = mock(Access.class);
  private final People people = mock(People.class);
  private final Planning planning =
      new Planning(objectives, access, people, Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void annaMayEditTheProject() {
    when(access.project(ANNA, "DEMO")).thenReturn(Optional.of(PROJECT));
    when(access.project(ANNA, 100)).thenReturn(Optional.of(PROJECT));
    when(access.mayEdit(ANNA, 100)).thenReturn(true);
    when(objectives.objective(12)).thenReturn(Optional.of(STORED));
    when(objectives.keyResult(34)).thenReturn(Optional.of(STORED_KEY_RESULT));
    when(people.nameOf("bert")).thenReturn(Optional.of("Bert"));
    when(people.nameOrKey("bert")).thenReturn("Bert");
  }

  @Test
  public void createsAnObjectiveWithItsKeyResults() {
    Objective created = new Objective(13, 100, "Title", "Why", "anna", 1);
    when(objectives.add(any(NewObjective.class), any(), any())).thenReturn(created);
    ObjectiveDraft draft =
        new ObjectiveDraft(
            " Title ", " Why ", Optional.empty(), List.of(keyResult("First"), keyResult("Second")));

    assertThat(planning.create(ANNA, "DEMO", draft)).isEqualTo(created);

    verify(objectives)
        .add(
            new NewObjective(100, "Title", "Why", "anna"),
            List.of(
                new NewKeyResult("First", BigDecimal.ONE, WeightBy.ISSUES),
                new NewKeyResult("Second", BigDecimal.ONE, WeightBy.ISSUES)),
            BY_ANNA);
  }

  @Test
  public void givesANewObjectiveTheOwnerThatWasNamed() {
    planning.create(ANNA, "DEMO", new ObjectiveDraft("T", "", Optional.of("bert"), List.of()));
    verify(objectives).add(new NewObjective(100, "T", "", "bert"), List.of(), BY_ANNA);
  }

  @Test
  public void doesNotKnowAProjectThatOneMayNotBrowse() {
    when(access.project(ANNA, "SEC")).thenReturn(Optional.empty());
    assertThatThrownBy(() -> planning.create(ANNA, "SEC", objective("Title")))
        .isInstanceOf(Refusal.NotFound.class);
    nothingWritten();
  }

  @Test
  public void refusesSomebodyWhoMayOnlyRead() {
    when(access.mayEdit(ANNA, 100)).thenReturn(false);
    assertThatThrownBy(() -> planning.create(ANNA, "DEMO", objective("Title")))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> planning.edit(ANNA, 12, 3, objective("Title")))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> planning.addKeyResult(ANNA, 12, keyResult("Title")))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> planning.editKeyResult(ANNA, 34, 2, keyResult("Title")))
        .isInstanceOf(Refusal.Forbidden.class);
    nothingWritten();
  }

  @Test
  public void namesAllFieldsThatAreWrongAtOnce() {
    ObjectiveDraft draft =
        new ObjectiveDraft("", "", Optional.of("nobody"), List.of(keyResult("")));
    Refusal.Invalid refusal =
        catchThrowableOfType(Refusal.Invalid.class, () -> planning.create(ANNA, "DEMO", draft));
    assertThat(refusal.fields()).containsOnlyKeys("title", "keyResults[0].title", "ownerKey");
    assertThat(refusal.fields().get("ownerKey"))
        .isEqualTo(Message.of("bearings.error.noSuchPerson", "nobody"));
    nothingWritten();
  }

  @Test
  public void changesAnObjective() {
    Objective changed = new Objective(12, 100, "New", "", "bert", 3);
    Objective after = new Objective(12, 100, "New", "", "bert", 4);
    when(objectives.change(changed, BY_ANNA)).thenReturn(Optional.of(after));
    assertThat(planning.edit(ANNA, 12, 3, objective("New"))).isEqualTo(after);
  }

  @Test
  public void doesNotKnowAnObjectiveOfAProjectThatOneMayNotBrowse() {
    when(access.project(ANNA, 100)).thenReturn(Optional.empty());
    assertThatThrownBy(() -> planning.edit(ANNA, 12, 3, objective("New")))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("O-12");
    assertThatThrownBy(() -> planning.edit(ANNA, 99, 3, objective("New")))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("O-99");
    assertThatThrownBy(() -> planning.addKeyResult(ANNA, 12, keyResult("New")))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> planning.editKeyResult(ANNA, 34, 2, keyResult("New")))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("KR-34");
    assertThatThrownBy(() -> planning.editKeyResult(ANNA, 99, 2, keyResult("New")))
        .isInstanceOf(Refusal.NotFound.class)
        .hasMessageContaining("KR-99");
    nothingWritten();
  }

  @Test
  public void saysWhoSavedMeanwhile() {
    when(objectives.change(any(Objective.class), any())).thenReturn(Optional.empty());
    when(objectives.lastEditorOfObjective(12)).thenReturn(Optional.of("bert"));
    Refusal.Conflict conflict =
        catchThrowableOfType(
            Refusal.Conflict.class, () -> planning.edit(ANNA, 12, 2, objective("New")));
    assertThat(conflict.currentVersion()).isEqualTo(3);
    assertThat(conflict.changedBy()).isEqualTo("Bert");
    assertThat(conflict.text()).isEqualTo(Message.of("bearings.error.conflict", "O-12", "Bert"));
  }

  @Test
  public void saysWhoSavedAKeyResultMeanwhile() {
    when(objectives.change(any(KeyResult.class), any())).thenReturn(Optional.empty());
    when(objectives.lastEditorOfKeyResult(34)).thenReturn(Optional.of("bert"));
    Refusal.Conflict conflict =
        catchThrowableOfType(
            Refusal.Conflict.class, () -> planning.editKeyResult(ANNA, 34, 1, keyResult("New")));
    assertThat(conflict.currentVersion()).isEqualTo(2);
    assertThat(conflict.changedBy()).isEqualTo("Bert");
  }

  @Test
  public void doesNotFindWhatWentWhileItWasSaved() {
    when(objectives.objective(12)).thenReturn(Optional.of(STORED), Optional.empty());
    assertThatThrownBy(() -> planning.edit(ANNA, 12, 3, objective("New")))
        .isInstanceOf(Refusal.NotFound.class);
    when(objectives.objective(12)).thenReturn(Optional.of(STORED));
    when(objectives.keyResult(34)).thenReturn(Optional.of(STORED_KEY_RESULT), Optional.empty());
    assertThatThrownBy(() -> planning.editKeyResult(ANNA, 34, 2, keyResult("New")))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void addsAKeyResult() {
    KeyResult added = new KeyResult(35, 12, "T", BigDecimal.ONE, WeightBy.ISSUES, 1);
    when(objectives.add(12, new NewKeyResult("T", BigDecimal.ONE, WeightBy.ISSUES), BY_ANNA))
        .thenReturn(added);
    assertThat(planning.addKeyResult(ANNA, 12, keyResult(" T "))).isEqualTo(added);
    assertThatThrownBy(() -> planning.addKeyResult(ANNA, 12, keyResult("")))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  public void leavesWhatAnEditDoesNotMention() {
    KeyResult changed = new KeyResult(34, 12, "New", BigDecimal.TEN, WeightBy.POINTS, 2);
    KeyResult after = new KeyResult(34, 12, "New", BigDecimal.TEN, WeightBy.POINTS, 3);
    when(objectives.change(changed, BY_ANNA)).thenReturn(Optional.of(after));
    assertThat(planning.editKeyResult(ANNA, 34, 2, keyResult("New"))).isEqualTo(after);
    assertThatThrownBy(() -> planning.editKeyResult(ANNA, 34, 2, keyResult("")))
        .isInstanceOf(Refusal.Invalid.class);
  }

  @Test
  public void changesWeightAndKindOfWeight() {
    KeyResultDraft draft =
        new KeyResultDraft("New", Optional.of(BigDecimal.ZERO), Optional.of(WeightBy.ISSUES));
    KeyResult changed = new KeyResult(34, 12, "New", BigDecimal.ZERO, WeightBy.ISSUES, 2);
    when(objectives.change(changed, BY_ANNA)).thenReturn(Optional.of(changed));
    assertThat(planning.editKeyResult(ANNA, 34, 2, draft)).isEqualTo(changed);
  }

  private void nothingWritten() {
    verify(objectives, never()).add(any(), any(), any());
    verify(objectives, never()).add(anyLong(), any(), any());
    verify(objectives, never()).change(any(Objective.class), any());
    verify(objectives, never()).change(any(KeyResult.class), any());
  }

  private static ObjectiveDraft objective(String title) {
    return new ObjectiveDraft(title, "", Optional.empty(), List.of());
  }

  private static KeyResultDraft keyResult(String title) {
    return new KeyResultDraft(title, Optional.empty(), Optional.empty());
  }
}
