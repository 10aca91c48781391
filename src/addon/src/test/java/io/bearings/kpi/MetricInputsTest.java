package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.kpi.metric.Input;
import io.bearings.kpi.metric.Inputs;
import io.bearings.okr.Capacity;
import io.bearings.okr.Membership;
import io.bearings.okr.Readings.Valued;
import io.bearings.progress.WorkOf;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class MetricInputsTest {
  private static final long UNIT = 3;
  private static final Capacity CAPACITY = new Capacity(0, new BigDecimal("7.5"), BigDecimal.ONE);

  private final InputsInForce stated = mock(InputsInForce.class);
  private final Membership membership = mock(Membership.class);
  private final WorkOf work = mock(WorkOf.class);
  private final MetricInputs inputs = new MetricInputs(stated, membership, work);

  @Before
  public void aUnitWithARate() {
    when(stated.of(UNIT))
        .thenReturn(
            new UnitInputs(
                UNIT,
                List.of(new Valued(LocalDate.of(2026, 1, 1), BigDecimal.TEN)),
                List.of(),
                List.of(),
                List.of(),
                0));
  }

  @Test
  public void asksForNothingThatIsNotNeeded() {
    Inputs known = inputs.of(UNIT, Set.of(Input.HOURLY_RATE), Set.of());

    assertThat(known.hourlyRate()).isPresent();
    assertThat(known.budget()).isEmpty();
    assertThat(known.team()).isEmpty();
    assertThat(known.serving()).isEmpty();
    verifyNoInteractions(membership, work);
  }

  @Test
  public void tellsWhoWorksInTheUnitAndForHowLong() {
    crew(Set.of("anna", "bert"));

    assertThat(inputs.of(UNIT, Set.of(Input.MEMBERS), Set.of()).team())
        .contains(new Inputs.Team(Set.of("anna", "bert"), 2, new BigDecimal("7.5")));
  }

  @Test
  public void aUnitOfNobodyHasNoMembers() {
    crew(Set.of());
    assertThat(inputs.of(UNIT, Set.of(Input.MEMBERS), Set.of()).team()).isEmpty();
    when(membership.of(UNIT)).thenReturn(Optional.empty());
    assertThat(inputs.of(UNIT, Set.of(Input.MEMBERS), Set.of()).team()).isEmpty();
  }

  @Test
  public void tellsWhatIssuesAreFor() {
    when(work.purposesIn(Set.of(10L)))
        .thenReturn(new WorkOf.Purposes(Set.of(1L), Set.of(2L), Set.of(3L)));

    Inputs known = inputs.of(UNIT, Set.of(Input.OBJECTIVES), Set.of(10L));

    assertThat(known.serving().orElseThrow().test(1)).isTrue();
    assertThat(known.serving().orElseThrow().test(2)).isFalse();
    assertThat(known.restoring().test(1)).isFalse();
    assertThat(known.restoring().test(2)).isTrue();
    assertThat(known.restoring().test(3)).isTrue();
  }

  @Test
  public void proposalsKnowWhatIsStatedAndWhatServes() {
    when(work.purposesIn(Set.of(10L)))
        .thenReturn(new WorkOf.Purposes(Set.of(1L), Set.of(), Set.of()));

    assertThat(inputs.ofProject(Optional.of(UNIT), 10).hourlyRate()).isPresent();
    assertThat(inputs.ofProject(Optional.of(UNIT), 10).serving()).isPresent();
    assertThat(inputs.ofProject(Optional.empty(), 10).hourlyRate()).isEmpty();
    assertThat(inputs.ofProject(Optional.empty(), 10).serving()).isPresent();
  }

  @Test
  public void noShareOfNothingIsProposed() {
    when(work.purposesIn(anyCollection()))
        .thenReturn(new WorkOf.Purposes(Set.of(), Set.of(2L), Set.of()));

    assertThat(inputs.ofProject(Optional.of(UNIT), 10).serving()).isEmpty();
    verify(work).purposesIn(Set.of(10L));
  }

  private void crew(Set<String> keys) {
    when(membership.of(UNIT)).thenReturn(Optional.of(new Membership.Crew(keys, CAPACITY)));
  }
}
