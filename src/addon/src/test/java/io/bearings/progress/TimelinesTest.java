package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.CycleState;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.KeyResultScore;
import io.bearings.okr.Life;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.Person;
import io.bearings.okr.Placed;
import io.bearings.okr.Recorded;
import io.bearings.okr.Refusal;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Window;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;

public class TimelinesTest {
  private static final Person ANNA = new Person("anna");
  private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
  private static final LocalDate LAST = LocalDate.parse("2026-12-31");

  private final Overview overview = mock(Overview.class);
  private final PastWork pastWork = mock(PastWork.class);
  private final Links links = mock(Links.class);
  private final Backfill backfill = mock(Backfill.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final Timelines timelines = at("2026-11-22T10:00:00Z");

  @Before
  public void aKeyResultWithOneIssue() {
    when(settings.current()).thenReturn(new Settings(Optional.empty(), Set.of(), BigDecimal.ZERO));
    when(overview.within(ANNA, 7)).thenReturn(within(Optional.of(new Window(FIRST, LAST))));
    IssueHistory issue =
        new IssueHistory(
            100,
            List.of(
                // The evening of 9 October in UTC is the morning of the 10th in Berlin.
                new IssueHistory.Moment(
                    Instant.parse("2026-10-09T22:30:00Z"), state(StatusCategory.TO_DO)),
                new IssueHistory.Moment(
                    Instant.parse("2026-10-20T09:00:00Z"), state(StatusCategory.DONE)),
                new IssueHistory.Moment(
                    Instant.parse("2026-10-22T09:00:00Z"), state(StatusCategory.TO_DO))),
            Optional.empty());
    LinkSpan link =
        new LinkSpan(
            LinkKind.ISSUE,
            100,
            Instant.parse("2026-10-21T09:00:00Z"),
            Optional.empty(),
            List.of());
    when(pastWork.linkedTo(List.of(7L)))
        .thenReturn(Map.of(7L, new PastWork.Linked(List.of(link), List.of(issue))));
  }

  @Test
  public void showsTheCycleUntilToday() {
    List<Timelines.Day> days = timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE));

    assertThat(days.get(0).on()).isEqualTo(FIRST);
    assertThat(days.get(days.size() - 1).on()).isEqualTo(LocalDate.parse("2026-11-22"));
    assertThat(day(days, "2026-10-09").progress()).isEqualTo(IssueProgress.NOTHING);
    assertThat(day(days, "2026-10-10").change().added().issues()).isEqualTo(1);
    assertThat(day(days, "2026-10-20").change().done().issues()).isEqualTo(1);
    assertThat(day(days, "2026-10-21").progress().done()).isEqualTo(1);
    assertThat(day(days, "2026-10-22").change().reopened().issues()).isEqualTo(1);
  }

  @Test
  public void readsFirstThePastThatIsMissing() {
    when(links.reachedBy(7)).thenReturn(Set.of(100L));

    timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE));

    verify(backfill).fill(Set.of(100L));
  }

  @Test
  public void asKnownThenAnIssueComesWithItsLink() {
    List<Timelines.Day> days = timelines.of(ANNA, 7, all(Knowledge.AS_KNOWN_THEN));

    assertThat(day(days, "2026-10-20").progress()).isEqualTo(IssueProgress.NOTHING);
    assertThat(day(days, "2026-10-21").change().added().issues()).isEqualTo(1);
    assertThat(day(days, "2026-10-21").progress().done()).isEqualTo(1);
  }

  @Test
  public void theFirstDayIsComparedWithTheDayBefore() {
    List<Timelines.Day> days = timelines.of(ANNA, 7, between("2026-10-20", "2026-10-20"));

    assertThat(days).hasSize(1);
    assertThat(days.get(0).change().added().issues()).isZero();
    assertThat(days.get(0).change().done().issues()).isEqualTo(1);
  }

  @Test
  public void aCycleThatHasNotBegunHasNoDays() {
    when(overview.within(ANNA, 7))
        .thenReturn(within(Optional.of(new Window(LAST.plusDays(1), LAST.plusDays(90)))));

    assertThat(timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE))).isEmpty();
  }

  @Test
  public void withoutACycleTheLastThreeMonthsAreShown() {
    when(overview.within(ANNA, 7)).thenReturn(within(Optional.empty()));

    assertThat(timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE)).get(0).on())
        .isEqualTo(LocalDate.parse("2026-08-24"));
  }

  @Test
  public void refusesDaysInTheWrongOrderOrTooMany() {
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> timelines.of(ANNA, 7, between("2026-10-21", "2026-10-20")))
        .satisfies(it -> assertThat(it.fields()).containsKey("from"));
    assertThatExceptionOfType(Refusal.Invalid.class)
        .isThrownBy(() -> timelines.of(ANNA, 7, between("2025-10-01", "2026-11-20")))
        .satisfies(it -> assertThat(it.fields()).containsKey("from"));
    assertThat(timelines.of(ANNA, 7, between("2025-10-16", "2026-11-20"))).hasSize(401);
  }

  @Test
  public void aKeyResultThatNeverHadALinkHasEmptyDays() {
    when(pastWork.linkedTo(List.of(7L))).thenReturn(Map.of());

    assertThat(timelines.of(ANNA, 7, all(Knowledge.BY_EFFECTIVE_DATE)))
        .allSatisfy(day -> assertThat(day.progress()).isEqualTo(IssueProgress.NOTHING));
  }

  private Timelines at(String now) {
    return new Timelines(
        overview,
        pastWork,
        links,
        backfill,
        settings,
        Clock.fixed(Instant.parse(now), ZoneId.of("Europe/Berlin")));
  }

  private static Timelines.Wanted all(Knowledge knowledge) {
    return new Timelines.Wanted(Optional.empty(), Optional.empty(), knowledge);
  }

  private static Timelines.Wanted between(String from, String to) {
    return new Timelines.Wanted(
        Optional.of(LocalDate.parse(from)),
        Optional.of(LocalDate.parse(to)),
        Knowledge.BY_EFFECTIVE_DATE);
  }

  private static Timelines.Day day(List<Timelines.Day> days, String on) {
    return days.stream()
        .filter(each -> each.on().equals(LocalDate.parse(on)))
        .findFirst()
        .orElseThrow();
  }

  private static Overview.Within within(Optional<Window> cycle) {
    Objective objective =
        new Objective(
            3,
            2,
            Optional.of(5L),
            ObjectiveContent.of("Title", "Why", "anna"),
            Life.DRAFT,
            false,
            1);
    KeyResult keyResult =
        new KeyResult(
            7,
            3,
            KeyResultContent.ofIssues("Title", "anna", BigDecimal.ONE, WeightBy.ISSUES),
            Life.DRAFT,
            Recorded.NOTHING,
            false,
            1);
    return new Overview.Within(
        new Placed(
            objective, cycle.map(days -> new Placed.Span(5, "Q4", days, CycleState.ACTIVE)), false),
        new KeyResultFigures(
            keyResult,
            "Anna",
            IssueProgress.NOTHING,
            KeyResultScore.NO_DATA,
            Judgement.NO_DATA,
            Optional.empty()),
        false);
  }

  private static IssueSnapshot state(StatusCategory category) {
    return new IssueSnapshot(
        1,
        "1",
        category,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }
}
