package io.bearings.kpi;

import static io.bearings.kpi.Kpis.n;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.okr.Measure;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Operation;
import io.bearings.okr.People;
import io.bearings.okr.Person;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Tag;
import io.bearings.okr.Unit;
import io.bearings.okr.Writer;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.mockito.ArgumentCaptor;

/** Who sees and states what an hour costs, and what is refused. */
public class StatingInputsTest {
  private static final Person ANN = new Person("ann");
  private static final Writer LEAD = new Writer(ANN, Tag.MANUAL);
  private static final long UNIT = 3;
  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Valued JANUARY = on("2026-01-01", "80");
  private static final Valued MARCH = on("2026-03-01", "90");
  private static final Valued BUDGET = on("2026-01-01", "10000");

  private final KpiSight sight = mock(KpiSight.class);
  private final StatedInputs stated = mock(StatedInputs.class);
  private final People people = mock(People.class);
  private final Standpoint standpoint = mock(Standpoint.class);
  private final StatingInputs inputs =
      new StatingInputs(sight, stated, people, Clock.fixed(NOW, ZoneOffset.UTC));

  @Before
  public void aUnitWithARateAndABudget() {
    when(sight.unit(ANN, UNIT, Operation.SEE)).thenReturn(standpoint);
    when(sight.unit(ANN, UNIT, Operation.STATE_INPUTS)).thenReturn(standpoint);
    when(standpoint.may(Operation.STATE_INPUTS, UNIT)).thenReturn(true);
    when(stated.of(List.of(UNIT)))
        .thenReturn(
            List.of(
                new UnitInputs(
                    UNIT, List.of(JANUARY), List.of(BUDGET), List.of(MARCH), List.of(), 4)));
    when(stated.change(any(), any())).thenAnswer(call -> Optional.of(call.getArgument(0)));
  }

  private static Valued on(String day, String value) {
    return new Valued(LocalDate.parse(day), n(value));
  }

  private static StatingInputs.Draft rate(List<Valued> values) {
    return new StatingInputs.Draft(
        Optional.of(values), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static StatingInputs.Draft all(List<Valued> values) {
    return new StatingInputs.Draft(
        Optional.of(values), Optional.of(values), Optional.of(values), Optional.of(values));
  }

  @Test
  public void whoMayStateTheRateSeesIt() {
    StatingInputs.Shown shown = inputs.of(ANN, UNIT);
    assertThat(shown.mayState()).isTrue();
    assertThat(shown.inputs().hourlyRate()).containsExactly(JANUARY);
  }

  @Test
  public void whoMayNotStateTheRateSeesTheRest() {
    when(standpoint.may(Operation.STATE_INPUTS, UNIT)).thenReturn(false);
    StatingInputs.Shown shown = inputs.of(ANN, UNIT);
    assertThat(shown.mayState()).isFalse();
    assertThat(shown.inputs())
        .isEqualTo(new UnitInputs(UNIT, List.of(), List.of(BUDGET), List.of(MARCH), List.of(), 4));
  }

  @Test
  public void aUnitWithoutInputsHasEmptyOnes() {
    when(stated.of(List.of(UNIT))).thenReturn(List.of());
    assertThat(inputs.of(ANN, UNIT).inputs()).isEqualTo(UnitInputs.none(UNIT));
  }

  @Test
  public void whatIsAbsentStaysAndWhatIsStatedStandsInOrder() {
    StatingInputs.Shown shown = inputs.state(LEAD, UNIT, 4, rate(List.of(MARCH, JANUARY)));
    assertThat(shown.mayState()).isTrue();
    assertThat(shown.inputs())
        .isEqualTo(
            new UnitInputs(
                UNIT, List.of(JANUARY, MARCH), List.of(BUDGET), List.of(MARCH), List.of(), 4));
    ArgumentCaptor<Edit> by = ArgumentCaptor.forClass(Edit.class);
    verify(stated).change(any(), by.capture());
    assertThat(by.getValue()).isEqualTo(new Edit(ANN, NOW));
  }

  @Test
  public void everyKindOfNumberIsStated() {
    List<Valued> values = List.of(MARCH, JANUARY);
    List<Valued> sorted = List.of(JANUARY, MARCH);
    assertThat(inputs.state(LEAD, UNIT, 4, all(values)).inputs())
        .isEqualTo(new UnitInputs(UNIT, sorted, sorted, sorted, sorted, 4));
  }

  @Test
  public void everyWrongNumberIsNamedAndNothingIsStored() {
    List<Valued> wrong =
        List.of(
            on("2026-01-01", "-0.01"),
            on("2026-01-01", "0"),
            on("2026-02-01", "1000000000000.000001"),
            new Valued(LocalDate.parse("2026-04-01"), Measure.LIMIT));
    assertThatThrownBy(() -> inputs.state(LEAD, UNIT, 4, all(wrong)))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal ->
                assertThat(refusal.fields().keySet())
                    .contains(
                        "hourlyRate[0].value",
                        "hourlyRate[1].on",
                        "hourlyRate[2].value",
                        "budget[0].value",
                        "phasing[1].on",
                        "spend[2].value")
                    .doesNotContain("hourlyRate[1].value", "hourlyRate[3].value")
                    .hasSize(12));
    verify(stated, never()).change(any(), any());
  }

  @Test
  public void aThousandNumbersAreTakenAndNotOneMore() {
    List<Valued> most =
        IntStream.range(0, 1_000)
            .mapToObj(i -> new Valued(LocalDate.EPOCH.plusDays(i), n("1")))
            .toList();
    assertThat(inputs.state(LEAD, UNIT, 4, rate(most)).inputs().hourlyRate()).hasSize(1_000);
    List<Valued> more =
        IntStream.range(0, 1_001)
            .mapToObj(i -> new Valued(LocalDate.EPOCH.plusDays(i), n("1")))
            .toList();
    assertThatThrownBy(() -> inputs.state(LEAD, UNIT, 4, rate(more)))
        .isInstanceOfSatisfying(
            Refusal.Invalid.class,
            refusal -> assertThat(refusal.fields()).containsOnlyKeys("hourlyRate"));
  }

  @Test
  public void whoeverSavesSecondIsToldWhoSavedFirst() {
    Unit unit = mock(Unit.class);
    when(unit.name()).thenReturn("Mobile");
    when(standpoint.unit(UNIT)).thenReturn(Optional.of(unit));
    doReturn(Optional.empty()).when(stated).change(any(), any());
    when(stated.lastEditor(UNIT)).thenReturn(Optional.of("ben"));
    when(people.nameOrKey("ben")).thenReturn("Ben");
    assertThatThrownBy(() -> inputs.state(LEAD, UNIT, 3, rate(List.of(MARCH))))
        .isInstanceOfSatisfying(
            Refusal.Conflict.class,
            refusal -> {
              assertThat(refusal.changedBy()).isEqualTo("Ben");
              assertThat(refusal.currentVersion()).isEqualTo(4);
              assertThat(refusal.text().args()).contains("Mobile");
            });
  }

  @Test
  public void whatOneUnitDoesNotStateTheOneAboveItDoes() {
    assertThat(
            new UnitInputs(UNIT, List.of(), List.of(BUDGET), List.of(), List.of(), 1)
                .over(
                    new UnitInputs(
                        1, List.of(JANUARY), List.of(MARCH), List.of(MARCH), List.of(BUDGET), 2)))
        .isEqualTo(
            new UnitInputs(
                UNIT, List.of(JANUARY), List.of(BUDGET), List.of(MARCH), List.of(BUDGET), 1));
  }

  @Test
  public void aRateIsInForceFromItsDayOn() {
    List<Valued> rates = List.of(JANUARY, MARCH);
    assertThat(InputsInForce.inForce(rates, LocalDate.parse("2025-12-31"))).isEmpty();
    assertThat(InputsInForce.inForce(rates, LocalDate.parse("2026-01-01"))).contains(n("80"));
    assertThat(InputsInForce.inForce(rates, LocalDate.parse("2026-02-28"))).contains(n("80"));
    assertThat(InputsInForce.inForce(rates, LocalDate.parse("2026-03-01"))).contains(n("90"));
  }

  @Test
  public void whatIsPlannedAddsUpSinceTheBudgetBegan() {
    UnitInputs inputs =
        new UnitInputs(
            UNIT,
            List.of(),
            List.of(on("2025-01-01", "500"), on("2026-01-01", "1000")),
            List.of(
                on("2025-12-31", "7"),
                on("2026-01-01", "100"),
                on("2026-02-01", "200"),
                on("2026-03-01", "300")),
            List.of(),
            1);
    assertThat(InputsInForce.planned(inputs, LocalDate.parse("2026-02-01"))).contains(n("300"));
    assertThat(InputsInForce.planned(inputs, LocalDate.parse("2025-12-31"))).contains(n("7"));
    assertThat(InputsInForce.planned(UnitInputs.none(UNIT), LocalDate.parse("2026-02-01")))
        .isEmpty();
  }
}
