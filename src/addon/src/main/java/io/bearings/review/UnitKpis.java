package io.bearings.review;

import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.Served;
import io.bearings.kpi.Targets;
import io.bearings.okr.Cycle;
import io.bearings.okr.People;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** What a kickoff asks about KPIs, from the sheets of the unit. */
@Named
public final class UnitKpis implements KpiBoards {
  /** The most KPIs that a unit can keep an eye on. */
  static final int MOST = 10;

  private static final int TOP = 3;

  /** Those that serve an objective matter most, then those that are a duty, then the oldest. */
  private static final Comparator<KpiSheet> BY_WEIGHT =
      Comparator.<KpiSheet, Boolean>comparing(each -> each.content().purpose().serves().isEmpty())
          .thenComparing(each -> each.content().purpose().grounds().isEmpty())
          .thenComparing(KpiSheet::id);

  private final KpiSheets sheets;
  private final People people;

  @Inject
  public UnitKpis(KpiSheets sheets, People people) {
    this.sheets = sheets;
    this.people = people;
  }

  @Override
  public List<Readiness.Check> checks(long unitId, Cycle cycle) {
    List<KpiStanding> standings = sheets.standings(KpiSheets.Wanted.ofUnits(List.of(unitId)));
    List<KpiSheet> all = standings.stream().map(KpiStanding::sheet).toList();
    long live = standings.stream().filter(each -> !each.newest().isEmpty()).count();
    return List.of(
        new Readiness.Check(
            ReadinessItem.KPIS_LIMITED,
            !all.isEmpty() && all.size() <= MOST,
            all.size(),
            MOST,
            List.of(),
            List.of()),
        check(ReadinessItem.KPIS_SMART, all, UnitKpis::isSmart),
        check(ReadinessItem.KPIS_OWNED, all, this::isOwned),
        // A sheet cannot be saved without saying how often it gets a value.
        check(ReadinessItem.KPIS_FREQUENCY, all, any -> true),
        check(ReadinessItem.KPIS_THRESHOLDS, all, UnitKpis::hasThreshold),
        check(ReadinessItem.KPIS_ACTIONS, all, UnitKpis::hasAction),
        new Readiness.Check(
            ReadinessItem.KPIS_ON_BOARD,
            live > 0 && live == all.size(),
            (int) live,
            all.size(),
            List.of(),
            List.of()),
        check(
            ReadinessItem.KPIS_COLLECTED,
            all,
            content -> !(content.source() instanceof KpiSource.Manual)));
  }

  private static Readiness.Check check(
      ReadinessItem item, List<KpiSheet> all, Predicate<KpiContent> good) {
    List<KpiSheet> bad = all.stream().filter(each -> !good.test(each.content())).toList();
    return new Readiness.Check(
        item,
        !all.isEmpty() && bad.isEmpty(),
        all.size() - bad.size(),
        all.size(),
        List.of(),
        bad.stream().map(each -> each.content().ownerKey()).distinct().toList());
  }

  /** It says what it measures, and what is aimed at. */
  private static boolean isSmart(KpiContent content) {
    return !content.measures().isBlank()
        && content.yardstick().targets().first().target().isPresent();
  }

  private boolean isOwned(KpiContent content) {
    return people.nameOf(content.ownerKey()).isPresent();
  }

  private static boolean hasThreshold(KpiContent content) {
    Targets targets = content.yardstick().targets();
    return targets.first().warning().isPresent() || targets.first().critical().isPresent();
  }

  private static boolean hasAction(KpiContent content) {
    return !content.response().text().isBlank() || !content.response().automatic().isEmpty();
  }

  @Override
  public List<TopKpi> top(long unitId) {
    return sheets.find(KpiSheets.Wanted.ofUnits(List.of(unitId))).stream()
        .sorted(BY_WEIGHT)
        .limit(TOP)
        .map(
            each ->
                new TopKpi(
                    each.id(),
                    each.content().name(),
                    each.content().purpose().serves().stream()
                        .map(Served::objectiveId)
                        .findFirst()))
        .toList();
  }
}
