package io.bearings.kpi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.bearings.kpi.MetricsOfKeyResults.Measured;
import io.bearings.kpi.WorkFigures.Filling;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Measure;
import io.bearings.okr.Message;
import io.bearings.okr.Objectives;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoints;
import io.bearings.progress.Settings;
import io.bearings.progress.SiteSettings;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class MetricsOfKeyResultsTest {
  private static final Person ANNA = new Person("anna");
  private static final Person STRANGER = new Person("stranger");
  private static final String BLOCKERS = "count(\"priority = Blocker\", open)";
  private static final KeyResultContent TYPED = Okrs.manual("Fewer blockers", "40", "5");
  private static final KeyResult STORED = Okrs.keyResult(34, 12, TYPED.measuring(BLOCKERS), 2);

  private final KeyResultSheets sheets = mock(KeyResultSheets.class);
  private final KpiSheets kpis = mock(KpiSheets.class);
  private final WorkFigures figures = mock(WorkFigures.class);
  private final Judging judging = mock(Judging.class);
  private final KpiOverview overview = mock(KpiOverview.class);
  private final Standpoints standpoints = mock(Standpoints.class);
  private final Objectives objectives = mock(Objectives.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final KpiSight sight = new KpiSight(kpis, standpoints);
  private final MetricsOfKeyResults metrics =
      new MetricsOfKeyResults(
          sheets,
          new FormulaEditing(sight, kpis, figures, settings),
          figures,
          judging,
          overview,
          sight,
          objectives);

  @Before
  public void annaLeadsTheTeam() {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(standpoints.of(ANNA))
        .thenReturn(Okrs.standpoint(ANNA, Okrs.team(3, "Team", Optional.of("anna"))));
    when(standpoints.of(STRANGER)).thenReturn(Okrs.standpoint(STRANGER));
    when(objectives.keyResult(34)).thenReturn(Optional.of(STORED));
    when(objectives.placed(eq(12L), any()))
        .thenReturn(Optional.of(Okrs.placed(Okrs.objective(12, 3, "Calm", "Why", "anna", 1))));
  }

  private Optional<Message> problem(String metric) {
    return metrics.problem(ANNA, TYPED.measuring(metric), Optional.empty());
  }

  @Test
  public void oneMetricThatCanBeReadIsRight() {
    assertThat(problem(BLOCKERS)).isEmpty();
    assertThat(problem("throughput(rolling(\"30d\"))")).isEmpty();
    assertThat(metrics.problem(ANNA, TYPED, Optional.empty())).isEmpty();
  }

  @Test
  public void whatIsNoMetricIsRefused() {
    assertThat(problem("cuont(\"x\")")).isPresent();
    assertThat(problem("count(")).isPresent();
    Message notOne = Message.of("bearings.error.kpi.notOneMetric");
    assertThat(problem("2 + 2")).contains(notOne);
    assertThat(problem("velocity / 2")).contains(notOne);
  }

  @Test
  public void whatJiraDoesNotUnderstandIsRefused() {
    Message jql = Message.of("bearings.error.jql", "priorty");
    when(figures.problems(eq(ANNA), any())).thenReturn(List.of(jql));
    assertThat(problem(BLOCKERS)).contains(jql);
  }

  @Test
  public void whatHappensOverTimeSaysOverHowLong() {
    when(figures.lacksWindow(eq(ANNA), any())).thenReturn(true);
    assertThat(problem("throughput")).contains(Message.of("bearings.error.metric.noWindow"));
  }

  @Test
  public void whatStaysAsItWasIsNotLookedAt() {
    KeyResultContent gone = TYPED.measuring("count(project(\"GONE\"), open)");
    assertThat(metrics.problem(ANNA, gone, Optional.of(gone))).isEmpty();
    verifyNoInteractions(figures);
  }

  @Test
  public void anotherMeasureIsLookedAt() {
    KeyResultContent before = TYPED.measuring("lead_time(rolling(\"30d\"))");
    KeyResultContent inPercent =
        new KeyResultContent(
            before.title(),
            before.ownerKey(),
            before.source(),
            before.nature(),
            new Measure(Measure.Kind.PERCENT, Optional.empty(), Optional.empty()),
            before.goal(),
            before.weight(),
            before.weightBy(),
            true,
            Optional.empty(),
            before.metric());
    assertThat(metrics.problem(ANNA, inPercent, Optional.of(before))).isPresent();
  }

  @Test
  public void beginsWhatWasWritten() {
    KpiSheet sheet = new KpiSheet(7, 3, KpiContent.of("K", "anna"), false, 1);
    when(sheets.toBegin(12)).thenReturn(List.of(sheet));
    metrics.begin(12);
    verify(judging).begin(sheet);
  }

  @Test
  public void whatCannotBeBegunRefusesNothing() {
    doThrow(new Refusal.Unavailable(Message.of("bearings.error.unavailable")))
        .when(sheets)
        .toBegin(12);
    assertThatCode(() -> metrics.begin(12)).doesNotThrowAnyException();
  }

  @Test
  public void tellsHowFarThePastIsReadAndWhatIsMissing() {
    KpiSheet sheet = new KpiSheet(7, 3, KpiContent.of("K", "anna"), false, 1);
    KpiStanding standing =
        new KpiStanding(
            sheet,
            List.of(),
            Signals.NONE,
            Optional.empty(),
            false,
            Optional.empty(),
            Optional.empty());
    Filling running = new Filling(Filling.State.RUNNING, 3, 20, Optional.empty());
    Message missing = Message.of("bearings.kpi.missing", "members");
    when(sheets.standing(STORED)).thenReturn(Optional.of(standing));
    when(figures.filling(7)).thenReturn(running);
    when(overview.whyNoData(standing)).thenReturn(List.of(missing));
    assertThat(metrics.of(ANNA, 34)).isEqualTo(new Measured(BLOCKERS, running, List.of(missing)));
  }

  @Test
  public void nothingIsReadOfOneThatWasNeverInUse() {
    when(sheets.standing(STORED)).thenReturn(Optional.empty());
    assertThat(metrics.of(ANNA, 34)).isEqualTo(new Measured(BLOCKERS, Filling.NONE, List.of()));
  }

  @Test
  public void isToldToNobodyWhoMayNotSeeTheObjective() {
    assertThatThrownBy(() -> metrics.of(STRANGER, 34)).isInstanceOf(Refusal.NotFound.class);
    assertThatThrownBy(() -> metrics.of(ANNA, 35)).isInstanceOf(Refusal.NotFound.class);
    when(objectives.keyResult(34)).thenReturn(Optional.of(STORED.with(TYPED)));
    assertThatThrownBy(() -> metrics.of(ANNA, 34)).isInstanceOf(Refusal.NotFound.class);
  }
}
