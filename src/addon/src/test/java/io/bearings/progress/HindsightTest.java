package io.bearings.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.bearings.flow.IssueHistory;
import io.bearings.flow.IssueSnapshot;
import io.bearings.flow.StatusCategory;
import io.bearings.okr.Change;
import io.bearings.okr.Changes;
import io.bearings.okr.CheckIn;
import io.bearings.okr.CheckIns;
import io.bearings.okr.Evidence;
import io.bearings.okr.EvidenceLog;
import io.bearings.okr.Goal;
import io.bearings.okr.KeyResult;
import io.bearings.okr.KeyResultContent;
import io.bearings.okr.Life;
import io.bearings.okr.Measure;
import io.bearings.okr.Nature;
import io.bearings.okr.NewChange;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveContent;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.OutsideValues;
import io.bearings.okr.Placed;
import io.bearings.okr.Readings.Valued;
import io.bearings.okr.Recorded;
import io.bearings.okr.ScoreChange;
import io.bearings.okr.Source;
import io.bearings.okr.Tag;
import io.bearings.okr.WeightBy;
import io.bearings.okr.Words;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Test;

public class HindsightTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final LocalDate OCTOBER = LocalDate.parse("2026-10-20");
  private static final AsOf BY_EFFECTIVE_DATE = new AsOf(OCTOBER, Knowledge.BY_EFFECTIVE_DATE);
  private static final AsOf AS_KNOWN_THEN = new AsOf(OCTOBER, Knowledge.AS_KNOWN_THEN);

  private final CheckIns checkIns = mock(CheckIns.class);
  private final EvidenceLog evidence = mock(EvidenceLog.class);
  private final Changes changes = mock(Changes.class);
  private final PastWork pastWork = mock(PastWork.class);
  private final SiteSettings settings = mock(SiteSettings.class);
  private final OutsideValues outside = mock(OutsideValues.class);
  private final Hindsight hindsight =
      new Hindsight(
          checkIns,
          evidence,
          changes,
          pastWork,
          outside,
          settings,
          Clock.fixed(NOW, ZoneOffset.UTC));
  private final List<CheckIn> entries = new ArrayList<>();
  private final List<Change> later = new ArrayList<>();

  @Before
  public void rows() {
    when(settings.current())
        .thenReturn(new Settings(Optional.empty(), Set.of("wontdo"), BigDecimal.ZERO));
    when(checkIns.ofAll(anyCollection())).thenReturn(entries);
    when(changes.since(anyCollection(), any())).thenReturn(later);
  }

  @Test
  public void theValueOfADayIsTheLastAboutItOrADayBefore() {
    entries.add(entry(1, "2026-10-12", "2026-10-12T09:00:00Z", "10", 6));
    entries.add(entry(2, "2026-10-19", "2026-10-19T09:00:00Z", "20", 5));
    entries.add(entry(3, "2026-10-26", "2026-10-26T09:00:00Z", "30", 4));

    Recorded recorded = then(BY_EFFECTIVE_DATE, Source.MANUAL).recorded();

    assertThat(recorded.current().orElseThrow().value()).isEqualByComparingTo("20");
    assertThat(recorded.last().orElseThrow().id()).isEqualTo(2);
    assertThat(recorded.spark()).hasSize(2);
    assertThat(then(BY_EFFECTIVE_DATE, Source.MANUAL).confidence()).contains(5);
  }

  @Test
  public void whatWasEnteredLaterWasNotKnownThen() {
    entries.add(entry(1, "2026-10-12", "2026-10-12T09:00:00Z", "10", 6));
    entries.add(entry(2, "2026-10-19", "2026-11-02T09:00:00Z", "20", 5));

    assertThat(value(BY_EFFECTIVE_DATE)).isEqualByComparingTo("20");
    assertThat(value(AS_KNOWN_THEN)).isEqualByComparingTo("10");
  }

  @Test
  public void aLaterCorrectionCountsUnlessOnlyWhatWasKnownDoes() {
    entries.add(entry(1, "2026-10-12", "2026-10-12T09:00:00Z", "10", 6));
    entries.add(
        new CheckIn(
            2,
            7,
            Optional.of(BigDecimal.valueOf(12)),
            6,
            LocalDate.parse("2026-10-12"),
            Instant.parse("2026-11-02T09:00:00Z"),
            "anna",
            Words.NONE,
            Optional.of(1L),
            Optional.empty(),
            Tag.MANUAL));

    assertThat(value(BY_EFFECTIVE_DATE)).isEqualByComparingTo("12");
    assertThat(value(AS_KNOWN_THEN)).isEqualByComparingTo("10");
  }

  @Test
  public void beforeTheFirstCheckInThereIsNoValueAndNoConfidence() {
    entries.add(entry(1, "2026-10-26", "2026-10-26T09:00:00Z", "10", 6));

    KeyResult then = then(BY_EFFECTIVE_DATE, Source.MANUAL);

    assertThat(then.recorded().current()).isEmpty();
    assertThat(then.confidence()).isEmpty();
  }

  @Test
  public void withoutAnyCheckInTheConfidenceIsThatOfPublishing() {
    assertThat(then(BY_EFFECTIVE_DATE, Source.MANUAL).confidence()).contains(9);
  }

  @Test
  public void aMovedGoalpostIsTakenBackOnlyAsKnownThen() {
    later.add(change(1, "target", "40", "50"));
    later.add(change(2, "target", "50", "100"));

    assertThat(then(BY_EFFECTIVE_DATE, Source.MANUAL).goal().target())
        .contains(BigDecimal.valueOf(100));
    assertThat(then(AS_KNOWN_THEN, Source.MANUAL).goal().target()).contains(BigDecimal.valueOf(40));
  }

  @Test
  public void whatWasGivenUpLaterWasWorkedOnThen() {
    later.add(change(1, "state", "ACTIVE", "ABANDONED"));

    assertThat(then(BY_EFFECTIVE_DATE, Source.MANUAL).state()).isEqualTo(ObjectiveState.ACTIVE);
    assertThat(then(AS_KNOWN_THEN, Source.MANUAL).state()).isEqualTo(ObjectiveState.ACTIVE);
  }

  @Test
  public void evidenceCountsFromItsDay() {
    when(evidence.ofAll(anyCollection()))
        .thenReturn(
            List.of(
                piece(1, "2026-10-05", "2026-10-06T09:00:00Z"),
                piece(2, "2026-10-06", "2026-11-06T09:00:00Z"),
                piece(3, "2026-11-06", "2026-11-06T09:00:00Z")));

    assertThat(then(BY_EFFECTIVE_DATE, Source.EVIDENCE).recorded().evidence()).isEqualTo(2);
    assertThat(then(AS_KNOWN_THEN, Source.EVIDENCE).recorded().evidence()).isEqualTo(1);
    assertThat(then(BY_EFFECTIVE_DATE, Source.EVIDENCE).recorded().evidenceOn())
        .contains(LocalDate.parse("2026-10-06"));
  }

  @Test
  public void linkedWorkIsAsItWasThen() {
    IssueHistory issue =
        new IssueHistory(
            100,
            List.of(
                new IssueHistory.Moment(
                    Instant.parse("2026-10-01T09:00:00Z"), state(StatusCategory.TO_DO)),
                new IssueHistory.Moment(
                    Instant.parse("2026-10-15T09:00:00Z"), state(StatusCategory.IN_PROGRESS)),
                new IssueHistory.Moment(
                    Instant.parse("2026-10-25T09:00:00Z"), state(StatusCategory.DONE))),
            Optional.empty());
    LinkSpan link =
        new LinkSpan(
            LinkKind.ISSUE,
            100,
            Instant.parse("2026-10-02T09:00:00Z"),
            Optional.empty(),
            List.of());
    when(pastWork.linkedTo(anyCollection()))
        .thenReturn(Map.of(7L, new PastWork.Linked(List.of(link), List.of(issue))));

    Gathered then = hindsight.then(today(Source.ISSUES), BY_EFFECTIVE_DATE);

    LinkedWork reached = then.linkedWorkOf(7);
    assertThat(reached.progress().issues()).isEqualTo(1);
    assertThat(reached.progress().inProgress()).isEqualTo(1);
    assertThat(reached.changed()).contains(Instant.parse("2026-10-15T09:00:00Z"));
    assertThat(reached.moved()).contains(Instant.parse("2026-10-15T09:00:00Z"));
  }

  @Test
  public void todayIsLookedAtNowAndAPastDayAtItsEnd() {
    assertThat(hindsight.at(new AsOf(LocalDate.parse("2026-11-22"), Knowledge.AS_KNOWN_THEN)))
        .isEqualTo(NOW);
    assertThat(hindsight.at(AS_KNOWN_THEN)).isEqualTo(Instant.parse("2026-10-20T23:59:59.999Z"));
  }

  @Test
  public void readsNothingWhereThereIsNoKeyResult() {
    Gathered nothing = Gathered.of(List.of(), List.of(), Map.of(), List.of(), Map.of());

    assertThat(hindsight.then(nothing, AS_KNOWN_THEN)).isEqualTo(nothing);
  }

  @Test
  public void manyDaysAreReadAtOnceAndEachIsAsIfItWereAlone() {
    entries.add(entry(1, "2026-10-12", "2026-10-12T09:00:00Z", "10", 6));
    entries.add(entry(2, "2026-10-19", "2026-10-19T09:00:00Z", "20", 5));
    later.add(change(1, "state", "DRAFT", "ACTIVE"));
    AsOf today = new AsOf(LocalDate.parse("2026-11-22"), Knowledge.BY_EFFECTIVE_DATE);
    List<AsOf> days =
        List.of(
            new AsOf(LocalDate.parse("2026-10-12"), Knowledge.BY_EFFECTIVE_DATE),
            BY_EFFECTIVE_DATE,
            today);

    Function<AsOf, Gathered> then =
        hindsight.onDays(today(Source.MANUAL), hindsight.at(days.get(0)));
    List<Gathered> together = days.stream().map(then).toList();

    verify(checkIns, times(1)).ofAll(anyCollection());
    verify(changes, times(1)).since(anyCollection(), any());
    verify(pastWork, times(1)).linkedTo(anyCollection());
    assertThat(together)
        .isEqualTo(days.stream().map(day -> hindsight.then(today(Source.MANUAL), day)).toList());
    assertThat(together.get(1).keyResultsOf(3).get(0).life().state())
        .isNotEqualTo(together.get(2).keyResultsOf(3).get(0).life().state());
  }

  private BigDecimal value(AsOf asOf) {
    return then(asOf, Source.MANUAL).recorded().current().orElseThrow().value();
  }

  private KeyResult then(AsOf asOf, Source source) {
    return hindsight.then(today(source), asOf).keyResultsOf(3).get(0);
  }

  private static Gathered today(Source source) {
    Life life =
        Life.DRAFT.published(
            Optional.of(9), Instant.parse("2026-10-01T09:00:00Z"), LocalDate.parse("2026-10-01"));
    Objective objective =
        new Objective(
            3, 2, Optional.empty(), ObjectiveContent.of("Title", "Why", "anna"), life, false, 1);
    KeyResult keyResult =
        new KeyResult(
            7,
            3,
            new KeyResultContent(
                "Title",
                "anna",
                source,
                Nature.OUTCOME,
                Measure.NUMBER,
                Goal.of(BigDecimal.ZERO, BigDecimal.valueOf(100)),
                BigDecimal.ONE,
                WeightBy.ISSUES),
            life,
            Recorded.NOTHING,
            false,
            1);
    return Gathered.of(
        List.of(new Placed(objective, Optional.empty(), false)),
        List.of(keyResult),
        Map.of(),
        List.of(),
        Map.of());
  }

  private static CheckIn entry(long id, String on, String at, String value, int confidence) {
    return new CheckIn(
        id,
        7,
        Optional.of(new BigDecimal(value)),
        confidence,
        LocalDate.parse(on),
        Instant.parse(at),
        "anna",
        Words.NONE,
        Optional.empty(),
        Optional.empty(),
        Tag.MANUAL);
  }

  private static Change change(long id, String field, String from, String to) {
    return new Change(
        id,
        new NewChange(
            3,
            Optional.of(7L),
            field,
            Optional.of(from),
            Optional.of(to),
            Optional.empty(),
            ScoreChange.values()[0],
            Tag.MANUAL,
            new NewChange.Scores(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty())),
        "anna",
        NOW,
        Optional.empty());
  }

  private static Evidence piece(long id, String on, String confirmedAt) {
    return new Evidence(
        id,
        7,
        "text",
        Optional.empty(),
        LocalDate.parse(on),
        "anna",
        Instant.parse("2026-10-01T09:00:00Z"),
        Optional.of(new Evidence.Confirmed("bea", Instant.parse(confirmedAt))));
  }

  private static IssueSnapshot state(StatusCategory category) {
    return new IssueSnapshot(
        1,
        category.name(),
        category,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  public void aKpiHadTheValueOfItsLastPeriodThen() {
    when(outside.all(any()))
        .thenReturn(
            Map.of(
                7L,
                List.of(
                    new Valued(LocalDate.parse("2026-10-04"), BigDecimal.ONE),
                    new Valued(LocalDate.parse("2026-10-11"), BigDecimal.TEN))));
    Gathered today = today(Source.KPI);
    assertThat(hindsight.then(today, on("2026-10-10")).outside())
        .isEqualTo(Map.of(7L, new Valued(LocalDate.parse("2026-10-04"), BigDecimal.ONE)));
    assertThat(hindsight.then(today, on("2026-10-03")).outside()).isEmpty();
  }

  private static AsOf on(String day) {
    return new AsOf(LocalDate.parse(day), Knowledge.BY_EFFECTIVE_DATE);
  }
}
