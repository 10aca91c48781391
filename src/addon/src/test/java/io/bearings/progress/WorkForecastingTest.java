package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Okrs;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Recorded;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class WorkForecastingTest {
  private static final Person ANNA = new Person("anna");
  private static final Placed OBJECTIVE =
      Okrs.placed(Okrs.objective(1, 3, "O", "why", "anna", 1), Okrs.QUARTER);
  private static final Placed BACKLOG = new Placed(OBJECTIVE.objective(), Optional.empty(), false);
  private static final LocalDate THIS_MONDAY = LocalDate.parse("2026-11-16");

  private final Overview overview = mock(Overview.class);
  private final TeamWork team = mock(TeamWork.class);
  private final Histories histories = mock(Histories.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final WorkForecasting forecasting =
      new WorkForecasting(
          overview,
          team,
          histories,
          settings,
          Clock.fixed(Instant.parse("2026-11-18T10:00:00Z"), ZoneOffset.UTC));

  @Before
  public void tenIssuesOfWhichThreeAreDone() {
    when(settings.current())
        .thenReturn(new Settings(Optional.empty(), Set.of("wontdo"), BigDecimal.ZERO));
    keyResult(OBJECTIVE, 7, 3, WeightBy.ISSUES, Optional.empty());
  }

  private void keyResult(
      Placed placed, int open, int done, WeightBy weightBy, Optional<BigDecimal> points) {
    List<Tally> tallies = new ArrayList<>();
    if (open > 0) {
      tallies.add(new Tally(11, StatusCategory.TO_DO, Optional.empty(), points, open));
    }
    if (done > 0) {
      tallies.add(new Tally(11, StatusCategory.DONE, Optional.empty(), points, done));
    }
    KeyResult keyResult =
        new KeyResult(
            11,
            1,
            KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, weightBy),
            Okrs.ACTIVE,
            Recorded.NOTHING,
            false,
            1);
    shown(placed, keyResult, IssueProgress.of(tallies, weightBy, settings.current()));
  }

  private void shown(Placed placed, KeyResult keyResult, IssueProgress progress) {
    when(overview.within(ANNA, 11))
        .thenReturn(
            new Overview.Within(
                placed,
                new KeyResultFigures(
                    keyResult,
                    "Anna",
                    progress,
                    KeyResultScore.NO_DATA,
                    Judgement.NO_DATA,
                    Optional.empty()),
                true));
  }

  /** So many issues done in each of the last whole weeks, the latest last. */
  private void finished(int... weeks) {
    List<IssueHistory> all = new ArrayList<>();
    for (int i = 0; i < weeks.length; i++) {
      LocalDate day = THIS_MONDAY.minusWeeks(weeks.length - i).plusDays(2);
      for (int k = 0; k < weeks[i]; k++) {
        all.add(done(100 * i + k, day, Optional.of("fixed")));
      }
    }
    finished(all);
  }

  private void finished(List<IssueHistory> all) {
    when(team.finishedSince(3, Instant.parse("2026-08-24T00:00:00Z"))).thenReturn(Set.of(1L));
    when(histories.of(anyCollection())).thenReturn(all);
  }

  private static IssueHistory done(long id, LocalDate day, Optional<String> resolution) {
    Instant created = Instant.parse("2026-01-05T10:00:00Z");
    return new IssueHistory(
        id,
        List.of(
            new IssueHistory.Moment(created, state(StatusCategory.TO_DO, Optional.empty())),
            new IssueHistory.Moment(
                day.atTime(10, 0).toInstant(ZoneOffset.UTC),
                state(StatusCategory.DONE, resolution))),
        Optional.empty());
  }

  private static IssueSnapshot state(StatusCategory category, Optional<String> resolution) {
    return new IssueSnapshot(
        1,
        category.name(),
        category,
        resolution,
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  private WorkForecast.Simulation simulation() {
    return (WorkForecast.Simulation) forecasting.of(ANNA, 11);
  }

  private void none(WorkForecast.Reason reason) {
    assertThat(forecasting.of(ANNA, 11)).isEqualTo(new WorkForecast.None(reason));
  }

  /** 0.7 of ten are seven, three of which are done. */
  @Test
  public void whatAlwaysTookTwoWeeksTakesTwoWeeks() {
    finished(2, 2, 2, 2, 2, 2);

    WorkForecast.Simulation found = simulation();

    assertThat(found.remaining()).isEqualByComparingTo("4");
    assertThat(found.due()).isEqualTo(LocalDate.parse("2026-12-31"));
    assertThat(List.of(found.early(), found.likely(), found.late()))
        .containsOnly(LocalDate.parse("2026-12-02"));
    assertThat(found.probability()).isEqualByComparingTo("1");
    assertThat(found.past()).hasSize(6);
    assertThat(found.past().get(0))
        .isEqualTo(new WorkForecast.Week(LocalDate.parse("2026-10-05"), 2));
    assertThat(found.ends())
        .extracting(each -> each.by() + " " + each.share().toPlainString())
        .containsExactly("2026-11-25 0", "2026-12-02 1", "2026-12-09 1");
  }

  @Test
  public void theSameKeyResultAlwaysHasTheSameFigures() {
    finished(0, 3, 0, 1, 5, 0, 2, 4);
    assertThat(forecasting.of(ANNA, 11)).isEqualTo(forecasting.of(ANNA, 11));
    assertThat(simulation().ends()).extracting(WorkForecast.End::share).isSorted();
  }

  @Test
  public void weeksWithoutAnythingCountFromTheFirstOneWithSomething() {
    finished(1, 0, 0, 0, 0, 0);
    assertThat(simulation().past())
        .extracting(WorkForecast.Week::finished)
        .containsExactly(1, 0, 0, 0, 0, 0);
  }

  @Test
  public void fewerThanSixWeeksAreTooFew() {
    finished(2, 2, 2, 2, 2);
    none(WorkForecast.Reason.TOO_FEW_WEEKS);
    finished();
    none(WorkForecast.Reason.TOO_FEW_WEEKS);
  }

  @Test
  public void whatWasDeclinedWasNotFinished() {
    List<IssueHistory> declined = new ArrayList<>();
    for (int week = 1; week <= 8; week++) {
      declined.add(done(week, THIS_MONDAY.minusWeeks(week), Optional.of("wontdo")));
    }
    finished(declined);
    none(WorkForecast.Reason.TOO_FEW_WEEKS);
  }

  /** Two of ten are open with a weight of 40 of 50; 0.7 of 50 are 35, 25 are missing. */
  @Test
  public void weightsAreTurnedIntoIssuesByTheMeanOfWhatIsOpen() {
    List<Tally> tallies =
        List.of(
            new Tally(
                11, StatusCategory.TO_DO, Optional.empty(), Optional.of(new BigDecimal("20")), 2),
            new Tally(
                11, StatusCategory.DONE, Optional.empty(), Optional.of(new BigDecimal("5")), 2));
    KeyResult keyResult =
        new KeyResult(
            11,
            1,
            KeyResultContent.ofIssues("K", "anna", BigDecimal.ONE, WeightBy.POINTS),
            Okrs.ACTIVE,
            Recorded.NOTHING,
            false,
            1);
    shown(OBJECTIVE, keyResult, IssueProgress.of(tallies, WeightBy.POINTS, settings.current()));
    finished(1, 1, 1, 1, 1, 1);

    assertThat(simulation().remaining()).isEqualByComparingTo("1.25");
    assertThat(simulation().likely()).isEqualTo(LocalDate.parse("2026-12-02"));
  }

  @Test
  public void saysWhyThereIsNone() {
    finished(2, 2, 2, 2, 2, 2);
    keyResult(OBJECTIVE, 0, 0, WeightBy.ISSUES, Optional.empty());
    none(WorkForecast.Reason.NOTHING_LINKED);
    keyResult(OBJECTIVE, 3, 7, WeightBy.ISSUES, Optional.empty());
    none(WorkForecast.Reason.REACHED);
    keyResult(BACKLOG, 7, 3, WeightBy.ISSUES, Optional.empty());
    none(WorkForecast.Reason.SOURCE);
    shown(OBJECTIVE, Okrs.keyResult(11, 1, Okrs.manual("M", "0", "1"), 1), IssueProgress.NOTHING);
    none(WorkForecast.Reason.SOURCE);
  }

  @Test
  public void whoMayNotReadTheKeyResultLearnsNothing() {
    when(overview.within(ANNA, 11)).thenThrow(new Refusal.NotFound("KR-11"));

    assertThatThrownBy(() -> forecasting.of(ANNA, 11)).isInstanceOf(Refusal.NotFound.class);
    verify(team, never()).finishedSince(anyLong(), any());
  }
}
