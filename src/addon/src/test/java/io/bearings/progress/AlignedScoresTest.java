package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.Test;

public class AlignedScoresTest {
  private static final Person ANNA = new Person("anna");
  private static final KeyResult FED =
      Okrs.keyResult(34, 12, "Below", BigDecimal.ONE, WeightBy.ISSUES, 1);
  private static final KeyResult OTHER =
      Okrs.keyResult(35, 12, "Beside", BigDecimal.ONE, WeightBy.ISSUES, 1);

  private final Overview overview = mock(Overview.class);
  private final AlignedScores scores = new AlignedScores(overview);

  private static KeyResultFigures figures(KeyResult keyResult, Optional<String> score) {
    KeyResultFigures figures = mock(KeyResultFigures.class);
    when(figures.keyResult()).thenReturn(keyResult);
    Optional<BigDecimal> reached = score.map(BigDecimal::new);
    when(figures.score()).thenReturn(new KeyResultScore(reached, reached, reached));
    return figures;
  }

  private static Reckoning.Reckoned reckoned(KeyResultFigures... keyResults) {
    return new Reckoning.Reckoned(null, null, List.of(), false, List.of(keyResults));
  }

  @Test
  public void areTheScoresOfDaysThatHadOne() {
    List<LocalDate> days =
        List.of(
            LocalDate.parse("2026-10-05"),
            LocalDate.parse("2026-10-12"),
            LocalDate.parse("2026-10-19"),
            LocalDate.parse("2026-10-26"));
    Reckoning.Reckoned without = reckoned(figures(FED, Optional.empty()));
    Reckoning.Reckoned some =
        reckoned(figures(OTHER, Optional.of("0.9")), figures(FED, Optional.of("0.25")));
    Reckoning.Reckoned alone = reckoned(figures(OTHER, Optional.of("0.9")));
    Reckoning.Reckoned more = reckoned(figures(FED, Optional.of("0.5")));
    when(overview.onDays(eq(ANNA), eq(12L), any()))
        .thenAnswer(
            call -> {
              Function<Placed, List<AsOf>> wanted = call.getArgument(2);
              Placed placed =
                  new Placed(
                      Okrs.objective(12, 3, "Up", "why", "anna", 1), Optional.empty(), false);
              assertThat(wanted.apply(placed))
                  .isEqualTo(
                      days.stream()
                          .map(day -> new AsOf(day, Knowledge.BY_EFFECTIVE_DATE))
                          .toList());
              return new Overview.OnDays(
                  placed, List.of(FED, OTHER), List.of(without, some, alone, more));
            });
    assertThat(scores.onDays(ANNA, FED, days))
        .containsExactly(
            new Valued(days.get(1), new BigDecimal("0.25")),
            new Valued(days.get(3), new BigDecimal("0.5")));
  }

  @Test
  public void ofNoDaysAreNone() {
    when(overview.onDays(eq(ANNA), eq(12L), any()))
        .thenReturn(new Overview.OnDays(null, List.of(), List.of()));
    assertThat(scores.onDays(ANNA, FED, List.of())).isEmpty();
  }
}
