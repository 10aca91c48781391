package io.bearings.talk;

import static io.bearings.talk.Place.Kind.CYCLE;
import static io.bearings.talk.Place.Kind.KEY_RESULT;
import static io.bearings.talk.Place.Kind.KPI;
import static io.bearings.talk.Place.Kind.OBJECTIVE;
import static io.bearings.talk.Place.Kind.UNIT;
import static io.bearings.talk.Team.ANNA;
import static io.bearings.talk.Team.BY_ANNA;
import static io.bearings.talk.Team.LEA;
import static io.bearings.talk.Team.NOW;
import static io.bearings.talk.Team.STAN;
import static io.bearings.talk.Team.VERA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSight;
import io.bearings.okr.Cycle;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.Message;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.Before;
import org.junit.Test;

public class AnnotatingTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
  private static final Annotation OUTAGE =
      new Annotation(
          1, new Place(UNIT, 1), "Outage", TODAY, Optional.empty(), "lea", NOW, 1, false);
  private static final Annotating.Shown SEEN = new Annotating.Shown(OUTAGE, false);
  private static final AnnotationDraft DRAFT =
      new AnnotationDraft(" Outage ", Optional.empty(), Optional.empty());

  private final Annotations annotations = mock(Annotations.class);
  private final KpiSight kpis = new KpiSight(sheets(), Team::standpoint);
  private final Cycles cycles = mock(Cycles.class);
  private final Annotating annotating =
      new Annotating(
          new Team().sight,
          kpis,
          annotations,
          cycles,
          key -> Optional.of("Name " + key),
          Team.CLOCK);

  @Before
  public void aCycleOfTheTeam() {
    when(cycles.cycle(5))
        .thenReturn(
            Optional.of(
                new Cycle(
                    5,
                    Team.UNIT,
                    "Q4",
                    LocalDate.parse("2026-10-01"),
                    LocalDate.parse("2026-12-31"),
                    CycleState.ACTIVE,
                    CycleKind.CALENDAR,
                    CycleLength.QUARTER,
                    Optional.empty(),
                    Optional.empty(),
                    1)));
  }

  @Test
  public void readsWhatAPlaceInherits() {
    when(annotations.of(Team.keyResult(), List.of(2L, 1L))).thenReturn(List.of(OUTAGE));
    when(annotations.ofUnit(List.of(2L, 1L))).thenReturn(List.of(OUTAGE));
    when(annotations.ofCycle(5, List.of(2L, 1L))).thenReturn(List.of(OUTAGE));
    assertThat(annotating.on(VERA, new Place(KEY_RESULT, 34))).containsExactly(SEEN);
    assertThat(annotating.on(VERA, new Place(UNIT, 2))).containsExactly(SEEN);
    assertThat(annotating.on(VERA, new Place(CYCLE, 5))).containsExactly(SEEN);
    assertThat(annotating.on(VERA, new Place(OBJECTIVE, 12))).isEmpty();
  }

  @Test
  public void writesDownAnEventOfToday() {
    for (Place place :
        List.of(
            new Place(UNIT, 2),
            new Place(CYCLE, 5),
            new Place(OBJECTIVE, 12),
            new Place(KEY_RESULT, 34),
            new Place(KPI, 7))) {
      annotating.add(ANNA, place, DRAFT);
      verify(annotations).add(place, "Outage", TODAY, Optional.empty(), BY_ANNA);
    }
  }

  @Test
  public void writesDownAnEventThatLasted() {
    LocalDate first = LocalDate.parse("2026-11-02");
    annotating.add(
        ANNA,
        new Place(UNIT, 2),
        new AnnotationDraft("Sale", Optional.of(first), Optional.of(first)));
    verify(annotations).add(new Place(UNIT, 2), "Sale", first, Optional.of(first), BY_ANNA);
  }

  @Test
  public void namesAllFieldsThatAreWrong() {
    AnnotationDraft draft =
        new AnnotationDraft(" ", Optional.empty(), Optional.of(TODAY.minusDays(1)));
    Refusal.Invalid refusal =
        catchThrowableOfType(
            Refusal.Invalid.class, () -> annotating.add(ANNA, new Place(UNIT, 2), draft));
    assertThat(refusal.fields())
        .containsEntry("text", Message.of("bearings.error.required"))
        .containsEntry("to", Message.of("bearings.error.endsBeforeItBegins", "2026-11-22"));
    verifyNoInteractions(annotations);
  }

  @Test
  public void refusesReadersAndStrangers() {
    for (Place.Kind kind : Place.Kind.values()) {
      Place place = new Place(kind, List.of(2L, 5L, 12L, 34L, 7L).get(kind.ordinal()));
      assertThatThrownBy(() -> annotating.add(VERA, place, DRAFT))
          .as(kind.name())
          .isInstanceOf(Refusal.Forbidden.class);
      assertThatThrownBy(() -> annotating.add(STAN, place, DRAFT))
          .as(kind.name())
          .isInstanceOf(Refusal.NotFound.class);
      assertThatThrownBy(() -> annotating.on(STAN, place))
          .as(kind.name())
          .isInstanceOf(Refusal.NotFound.class);
    }
    assertThatThrownBy(() -> annotating.on(ANNA, new Place(CYCLE, 6)))
        .isInstanceOf(Refusal.NotFound.class);
    verifyNoInteractions(annotations);
  }

  @Test
  public void aKpiHasItsOwnAndThoseOfItsUnits() {
    Item item = Item.ofKpi(7, "KPI-7", "Calm", "olga", 2);
    when(annotations.of(item, List.of(2L, 1L))).thenReturn(List.of(OUTAGE));
    assertThat(annotating.on(VERA, new Place(KPI, 7))).containsExactly(SEEN);
    assertThatThrownBy(() -> annotating.on(VERA, new Place(KPI, 8)))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void itsAuthorAndLeadsChangeAnEventAndNobodyElse() {
    Annotation byAnna = byAnna(false);
    when(annotations.annotation(1)).thenReturn(Optional.of(byAnna));
    when(annotations.save(any(), any())).thenAnswer(call -> Optional.of(call.getArgument(0)));
    AnnotationDraft draft =
        new AnnotationDraft(" Sale ", Optional.empty(), Optional.of(TODAY.plusDays(1)));
    for (Person who : List.of(ANNA, LEA)) {
      Annotation changed = annotating.change(who, 1, 1, draft).annotation();
      assertThat(changed).isEqualTo(byAnna.saying("Sale", TODAY, Optional.of(TODAY.plusDays(1))));
      assertThat(annotating.remove(who, 1, 1, true).annotation().removed()).isTrue();
      assertThat(annotating.one(who, 1).mayChange()).isTrue();
    }
    assertThat(annotating.one(VERA, 1).mayChange()).isFalse();
    assertThatThrownBy(() -> annotating.change(VERA, 1, 1, draft))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> annotating.remove(VERA, 1, 1, true))
        .isInstanceOf(Refusal.Forbidden.class);
    assertThatThrownBy(() -> annotating.remove(STAN, 1, 1, true))
        .isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> annotating.remove(ANNA, 9, 1, true))
        .isInstanceOf(Refusal.NotFound.class);
  }

  @Test
  public void whatWasTakenAwayIsPutBackBeforeItIsChanged() {
    when(annotations.annotation(1)).thenReturn(Optional.of(byAnna(true)));
    when(annotations.save(any(), any())).thenAnswer(call -> Optional.of(call.getArgument(0)));
    assertThatThrownBy(() -> annotating.change(ANNA, 1, 1, DRAFT))
        .isInstanceOf(Refusal.NotFound.class);
    assertThat(annotating.remove(ANNA, 1, 1, false).annotation().removed()).isFalse();
  }

  @Test
  public void aChangeThatNobodySawIsNotLost() {
    when(annotations.annotation(1)).thenReturn(Optional.of(byAnna(false)));
    when(annotations.lastEditor(1)).thenReturn(Optional.of("lea"));
    assertThatThrownBy(() -> annotating.change(ANNA, 1, 3, DRAFT))
        .isInstanceOf(Refusal.Conflict.class);
    Refusal.Invalid refusal =
        catchThrowableOfType(
            Refusal.Invalid.class,
            () ->
                annotating.change(
                    ANNA, 1, 1, new AnnotationDraft("", Optional.empty(), Optional.empty())));
    assertThat(refusal.fields()).containsOnlyKeys("text");
  }

  private static Annotation byAnna(boolean removed) {
    return new Annotation(
        1, new Place(KPI, 7), "Outage", TODAY, Optional.empty(), ANNA.key(), NOW, 1, removed);
  }

  private static KpiSheets sheets() {
    KpiSheets sheets = mock(KpiSheets.class);
    KpiSheet sheet = mock(KpiSheet.class);
    when(sheet.id()).thenReturn(7L);
    when(sheet.key()).thenReturn("KPI-7");
    when(sheet.unitId()).thenReturn(2L);
    when(sheet.content()).thenReturn(KpiContent.of("Calm", "olga"));
    when(sheets.sheet(7)).thenReturn(Optional.of(sheet));
    return sheets;
  }
}
