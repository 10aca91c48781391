package io.bearings.coach;

import io.bearings.kpi.Frequency;
import io.bearings.okr.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is to be said about the KPIs of a board, once they have been watched for a while. */
final class KpiBoardCheck {
  private static final int MOST = 10;
  private static final int FEWEST_AIMED = 4;
  private static final int FEWEST_VALUES = 12;
  private static final int PERIODS_PER_CHANGE = 3;

  private final Coach coach;
  private final KpiBoard board;
  private final Language language;

  KpiBoardCheck(Coach coach, KpiBoard board, Language language) {
    this.coach = coach;
    this.board = board;
    this.language = language;
  }

  KpiReport report() {
    List<Finding> whole = new ArrayList<>();
    int count = board.kpis().size();
    if (count > MOST) {
      whole.add(
          Finding.of(Rule.TOO_MANY_KPIS, Message.of("bearings.coach.kpi.tooMany", count, MOST)));
    }
    return new KpiReport(board.kpis().stream().map(this::kpi).toList(), whole);
  }

  private KpiReport.OfKpi kpi(KpiBoard.Watched watched) {
    List<Finding> findings = new ArrayList<>(coach.kpi(watched.text(), language));
    KpiYear year = watched.year();
    met(year).ifPresent(findings::add);
    tooFine(year).ifPresent(findings::add);
    tooCoarse(watched.text()).ifPresent(findings::add);
    if (isDecorative(watched)) {
      findings.add(Finding.of(Rule.DECORATIVE, Message.of("bearings.coach.kpi.decorative")));
    }
    return new KpiReport.OfKpi(watched.key(), findings);
  }

  private static Optional<Finding> met(KpiYear year) {
    if (!year.isWhole() || year.aimed() < FEWEST_AIMED) {
      return Optional.empty();
    }
    if (year.met() == 0) {
      return Optional.of(Finding.of(Rule.NEVER_MET, Message.of("bearings.coach.kpi.neverMet")));
    }
    return year.met() == year.aimed()
        ? Optional.of(Finding.of(Rule.ALWAYS_MET, Message.of("bearings.coach.kpi.alwaysMet")))
        : Optional.empty();
  }

  /** What never changes at all may just be as it should be. */
  private static Optional<Finding> tooFine(KpiYear year) {
    boolean rare =
        year.values() >= FEWEST_VALUES
            && year.changes() > 0
            && year.changes() * PERIODS_PER_CHANGE < year.values();
    return rare
        ? Optional.of(
            Finding.of(
                Rule.TOO_FINE,
                Message.of("bearings.coach.kpi.tooFine", year.values(), year.changes())))
        : Optional.empty();
  }

  private Optional<Finding> tooCoarse(KpiText text) {
    return text.frequency()
        .flatMap(KpiBoardCheck::fewestDays)
        .filter(days -> board.cycleDays().filter(cycle -> days > cycle).isPresent())
        .map(days -> Finding.of(Rule.TOO_COARSE, Message.of("bearings.coach.kpi.tooCoarse")));
  }

  /** How many days the shortest period has; sprints and releases are as long as they are. */
  private static Optional<Long> fewestDays(Frequency frequency) {
    return switch (frequency) {
      case PER_SPRINT, PER_RELEASE -> Optional.empty();
      case DAILY -> Optional.of(1L);
      case WEEKLY -> Optional.of(7L);
      case EVERY_TWO_WEEKS -> Optional.of(14L);
      case MONTHLY -> Optional.of(28L);
      case QUARTERLY -> Optional.of(90L);
      case YEARLY -> Optional.of(365L);
    };
  }

  private static boolean isDecorative(KpiBoard.Watched watched) {
    return watched.year().isOld()
        && watched.year().traces().isEmpty()
        && !watched.text().has(KpiText.Part.OBJECTIVE);
  }
}
