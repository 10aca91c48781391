package io.bearings.coach;

import static org.assertj.core.api.Assertions.assertThat;

import io.bearings.coach.KpiText.Part;
import io.bearings.coach.KpiYear.Trace;
import io.bearings.kpi.Frequency;
import io.bearings.kpi.Judged;
import io.bearings.kpi.KpiStatus;
import io.bearings.kpi.Level;
import io.bearings.kpi.Levels;
import io.bearings.kpi.Period;
import io.bearings.kpi.Verdict;
import io.bearings.okr.Message;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

public class KpiBoardTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
  private static final Levels AIM =
      new Levels(Optional.of(Level.at(BigDecimal.TEN)), Optional.empty(), Optional.empty());
  private static final KpiText SOUND =
      KpiText.of("Lead time")
          .ownedBy("Anna")
          .every(Frequency.MONTHLY)
          .having(EnumSet.of(Part.SOURCE, Part.THRESHOLD, Part.ACTION, Part.OBJECTIVE));
  private static final KpiYear LIVELY =
      new KpiYear(true, true, 12, 12, 6, 11, Set.of(Trace.BREACH));

  private static List<Rule> rules(KpiText text, KpiYear year, Optional<Long> cycleDays) {
    KpiBoard board = new KpiBoard(List.of(new KpiBoard.Watched("KPI-7", text, year)), cycleDays);
    return new Coach().kpis(board, Language.EN).all().stream().map(Finding::rule).toList();
  }

  private static List<Rule> rules(KpiYear year) {
    return rules(SOUND, year, Optional.empty());
  }

  private static KpiYear year(boolean whole, int aimed, int met) {
    return new KpiYear(true, whole, 12, aimed, met, 11, Set.of(Trace.BREACH));
  }

  private static KpiYear changing(int values, int changes) {
    return new KpiYear(true, true, values, 0, 0, changes, Set.of(Trace.BREACH));
  }

  @Test
  public void aBoardHasAtMostTenKpis() {
    KpiBoard.Watched one = new KpiBoard.Watched("KPI-7", SOUND, LIVELY);
    KpiReport ten =
        new Coach().kpis(new KpiBoard(Collections.nCopies(10, one), Optional.empty()), Language.EN);
    assertThat(ten.all()).isEmpty();
    assertThat(ten.kpis()).hasSize(10);
    KpiReport eleven =
        new Coach().kpis(new KpiBoard(Collections.nCopies(11, one), Optional.empty()), Language.EN);
    assertThat(eleven.whole())
        .extracting(Finding::reason)
        .containsExactly(Message.of("bearings.coach.kpi.tooMany", 11, 10));
    assertThat(eleven.all()).isEqualTo(eleven.whole());
  }

  @Test
  public void eachSheetIsReadToo() {
    KpiBoard board =
        new KpiBoard(
            List.of(
                new KpiBoard.Watched("KPI-7", SOUND, LIVELY),
                new KpiBoard.Watched(
                    "KPI-8",
                    SOUND.having(EnumSet.of(Part.SOURCE, Part.ACTION, Part.OBJECTIVE)),
                    LIVELY)),
            Optional.empty());
    KpiReport report = new Coach().kpis(board, Language.EN);
    assertThat(report.kpis()).extracting(KpiReport.OfKpi::key).containsExactly("KPI-7", "KPI-8");
    assertThat(report.kpis().get(0).findings()).isEmpty();
    assertThat(report.kpis().get(1).findings())
        .extracting(Finding::rule)
        .containsExactly(Rule.KPI_NO_THRESHOLD);
    assertThat(report.all()).hasSize(1);
  }

  @Test
  public void aTargetThatIsNeverOrAlwaysMetTellsNothing() {
    assertThat(rules(year(true, 4, 0))).containsExactly(Rule.NEVER_MET);
    assertThat(rules(year(true, 4, 4))).containsExactly(Rule.ALWAYS_MET);
    assertThat(rules(year(true, 4, 1))).isEmpty();
    assertThat(rules(year(true, 4, 3))).isEmpty();
    assertThat(rules(year(true, 3, 0))).isEmpty();
    assertThat(rules(year(true, 3, 3))).isEmpty();
    assertThat(rules(year(false, 12, 0))).isEmpty();
    assertThat(rules(year(false, 12, 12))).isEmpty();
  }

  @Test
  public void aSourceThatSeldomMovesNeedsNoHighFrequency() {
    assertThat(rules(changing(12, 3))).containsExactly(Rule.TOO_FINE);
    assertThat(rules(changing(12, 4))).isEmpty();
    assertThat(rules(changing(13, 4))).containsExactly(Rule.TOO_FINE);
    assertThat(rules(changing(12, 1))).containsExactly(Rule.TOO_FINE);
    assertThat(rules(changing(12, 0))).isEmpty();
    assertThat(rules(changing(11, 1))).isEmpty();
  }

  @Test
  public void aPeriodIsNotLongerThanTheCycle() {
    KpiYear year = LIVELY;
    assertThat(rules(SOUND.every(Frequency.YEARLY), year, Optional.of(91L)))
        .containsExactly(Rule.TOO_COARSE);
    assertThat(rules(SOUND.every(Frequency.YEARLY), year, Optional.of(365L))).isEmpty();
    assertThat(rules(SOUND.every(Frequency.YEARLY), year, Optional.of(364L)))
        .containsExactly(Rule.TOO_COARSE);
    assertThat(rules(SOUND.every(Frequency.QUARTERLY), year, Optional.of(90L))).isEmpty();
    assertThat(rules(SOUND.every(Frequency.QUARTERLY), year, Optional.of(89L)))
        .containsExactly(Rule.TOO_COARSE);
    assertThat(rules(SOUND.every(Frequency.MONTHLY), year, Optional.of(28L))).isEmpty();
    assertThat(rules(SOUND.every(Frequency.MONTHLY), year, Optional.of(27L)))
        .containsExactly(Rule.TOO_COARSE);
    assertThat(rules(SOUND.every(Frequency.EVERY_TWO_WEEKS), year, Optional.of(14L))).isEmpty();
    assertThat(rules(SOUND.every(Frequency.EVERY_TWO_WEEKS), year, Optional.of(13L)))
        .containsExactly(Rule.TOO_COARSE);
    assertThat(rules(SOUND.every(Frequency.WEEKLY), year, Optional.of(7L))).isEmpty();
    assertThat(rules(SOUND.every(Frequency.WEEKLY), year, Optional.of(6L)))
        .containsExactly(Rule.TOO_COARSE);
    assertThat(rules(SOUND.every(Frequency.DAILY), year, Optional.of(1L))).isEmpty();
    assertThat(rules(SOUND.every(Frequency.PER_SPRINT), year, Optional.of(1L))).isEmpty();
    assertThat(rules(SOUND.every(Frequency.PER_RELEASE), year, Optional.of(1L))).isEmpty();
    assertThat(rules(SOUND.every(Frequency.YEARLY), year, Optional.empty())).isEmpty();
  }

  @Test
  public void whatNobodyUsesIsDecorative() {
    KpiYear unused = new KpiYear(true, true, 12, 12, 6, 11, Set.of());
    KpiYear young = new KpiYear(false, true, 12, 12, 6, 11, Set.of());
    KpiText untied =
        SOUND.having(EnumSet.of(Part.SOURCE, Part.THRESHOLD, Part.ACTION, Part.GROUNDS));
    assertThat(rules(untied, unused, Optional.empty())).containsExactly(Rule.DECORATIVE);
    assertThat(rules(untied, young, Optional.empty())).isEmpty();
    assertThat(rules(untied, LIVELY, Optional.empty())).isEmpty();
    assertThat(rules(SOUND, unused, Optional.empty())).isEmpty();
    for (Trace trace : Trace.values()) {
      assertThat(
              rules(
                  untied, new KpiYear(true, true, 12, 12, 6, 11, Set.of(trace)), Optional.empty()))
          .isEmpty();
    }
  }

  private static Judged month(
      int ago, String value, KpiStatus status, String attainment, Levels against) {
    LocalDate first = TODAY.withDayOfMonth(1).minusMonths(ago);
    return new Judged(
        Period.of(first, first.plusMonths(1).minusDays(1)),
        Optional.ofNullable(value).map(BigDecimal::new),
        false,
        new Verdict(
            status, false, false, Optional.ofNullable(attainment).map(BigDecimal::new), against),
        ago > 0);
  }

  private static KpiYear of(Judged... months) {
    return KpiYear.of(List.of(months), TODAY.minusYears(1), TODAY, Set.of(Trace.ACTION));
  }

  @Test
  public void aYearIsCountedFromItsClosedPeriods() {
    List<Judged> months = new ArrayList<>();
    for (int ago = 14; ago >= 0; ago--) {
      months.add(
          month(
              ago,
              ago == 5 ? null : ago < 8 ? "11" : "9",
              ago == 5 ? KpiStatus.STALE : ago < 8 ? KpiStatus.GREEN : KpiStatus.AMBER,
              ago == 5 ? null : ago < 8 ? "1.1" : "0.9",
              AIM));
    }
    // Twelve months back reach into the month of which the last day is still inside.
    assertThat(KpiYear.of(months, TODAY.minusYears(1), TODAY, Set.of(Trace.ACTION)))
        .isEqualTo(new KpiYear(true, true, 11, 11, 6, 1, Set.of(Trace.ACTION)));
    assertThat(KpiYear.of(months, TODAY.minusYears(1).plusDays(1), TODAY, Set.of()).isOld())
        .isFalse();
    assertThat(KpiYear.of(months.subList(3, 15), TODAY, TODAY, Set.of()).isWhole()).isFalse();
    assertThat(KpiYear.of(months.subList(2, 15), TODAY, TODAY, Set.of()).isWhole()).isTrue();
    assertThat(KpiYear.of(List.of(), TODAY, TODAY, Set.of()))
        .isEqualTo(new KpiYear(false, false, 0, 0, 0, 0, Set.of()));
  }

  @Test
  public void greenIsNotEnoughForTheTargetWhereAWarningAllowsLess() {
    assertThat(of(month(1, "9", KpiStatus.GREEN, "0.9", AIM)).met()).isZero();
    assertThat(of(month(1, "10", KpiStatus.GREEN, "1.0", AIM)).met()).isEqualTo(1);
    assertThat(of(month(1, "0", KpiStatus.GREEN, null, AIM)).met()).isEqualTo(1);
    assertThat(of(month(1, "99", KpiStatus.AMBER, null, AIM)).met()).isZero();
    KpiYear aimless = of(month(1, "10", KpiStatus.GREEN, null, Levels.NONE));
    assertThat(aimless.values()).isEqualTo(1);
    assertThat(aimless.aimed()).isZero();
  }

  @Test
  public void aValueThatIsWrittenOtherwiseIsNoOther() {
    assertThat(
            of(
                    month(3, "10", KpiStatus.GREEN, "1", AIM),
                    month(2, "10.0", KpiStatus.GREEN, "1", AIM),
                    month(1, "11", KpiStatus.GREEN, "1.1", AIM))
                .changes())
        .isEqualTo(1);
  }
}
