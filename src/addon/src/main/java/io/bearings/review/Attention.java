package io.bearings.review;

import static java.util.Comparator.comparing;

import io.bearings.kpi.KpiSheet;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Recorded;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Status;
import io.bearings.okr.WorkingDays;
import io.bearings.progress.Judgement;
import io.bearings.progress.KeyResultFigures;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.talk.Subject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What needs attention: of each objective, each KPI and each blocker the most urgent thing, in the
 * order of {@link AttentionKind}, and within a kind what has waited longest first.
 */
public final class Attention {
  /**
   * How many working days a blocker may be older than the day it began on before it is listed, the
   * same that somebody has to acknowledge a breach.
   */
  static final int YOUNG_BLOCKER_DAYS = 2;

  private static final Comparator<AttentionItem> ORDER =
      comparing(AttentionItem::kind)
          .thenComparing(each -> each.since().orElse(LocalDate.MAX))
          .thenComparing(each -> each.subject().kind())
          .thenComparing(each -> each.subject().id());

  private final Standpoint standpoint;
  private final LocalDate today;
  private final ZoneId zone;
  private final WorkingDays workingDays;

  /**
   * @param standpoint of the person who looks
   * @param zone decides on which day somebody checked in
   */
  public Attention(Standpoint standpoint, LocalDate today, ZoneId zone, WorkingDays workingDays) {
    this.standpoint = standpoint;
    this.today = today;
    this.zone = zone;
    this.workingDays = workingDays;
  }

  /**
   * What needs attention.
   *
   * @param objectives of one cycle; those that are not being worked on ask for nothing
   * @param alarms of units that the person may see; blockers of what they may not read are left out
   */
  public List<AttentionItem> of(Collection<ObjectiveFigures> objectives, Collection<Alarm> alarms) {
    return Stream.concat(
            objectives.stream().flatMap(each -> ofObjective(each).stream()),
            alarms.stream().flatMap(each -> ofAlarm(each).stream()))
        .sorted(ORDER)
        .toList();
  }

  /**
   * One line for each objective: the most urgent of what holds for it or for any of its key
   * results. It names the objective where the objective itself is meant, else the key result.
   */
  private Optional<AttentionItem> ofObjective(ObjectiveFigures figures) {
    Objective objective = figures.objective();
    if (objective.state() != ObjectiveState.ACTIVE || objective.archived()) {
      return Optional.empty();
    }
    Optional<AttentionKind> own = kinds(figures.judgement(), figures.hidden()).findFirst();
    List<KeyResultFigures> working =
        figures.keyResults().stream().filter(each -> isWorkedOn(each.keyResult())).toList();
    Optional<AttentionKind> first =
        Stream.concat(
                own.stream(), working.stream().flatMap(each -> kinds(each.judgement(), false)))
            .min(Comparator.naturalOrder());
    return first.map(
        kind -> {
          List<KeyResultFigures> meant =
              working.stream()
                  .filter(each -> kinds(each.judgement(), false).anyMatch(kind::equals))
                  .toList();
          Optional<LocalDate> since = since(kind, objective, meant);
          boolean whole = own.filter(kind::equals).isPresent();
          return whole || meant.isEmpty()
              ? item(kind, figures, since)
              : item(kind, objective, meant, since);
        });
  }

  private static boolean isWorkedOn(KeyResult keyResult) {
    return !keyResult.archived() && keyResult.state() == ObjectiveState.ACTIVE;
  }

  /** What its status and the marks beside it ask for, the most urgent first. */
  private static Stream<AttentionKind> kinds(Judgement judgement, boolean statusOnly) {
    Stream<Status> marks = statusOnly ? Stream.empty() : judgement.marks().stream();
    return Stream.concat(Stream.of(judgement.status()), marks)
        .flatMap(each -> AttentionKind.of(each).stream())
        .sorted();
  }

  /**
   * Since when: only what people do leaves a day behind. A check-in is missed since the last one
   * there was; nothing is known since it was published.
   */
  private Optional<LocalDate> since(
      AttentionKind kind, Objective objective, List<KeyResultFigures> meant) {
    return switch (kind) {
      case OVERDUE ->
          meant.stream()
              .map(KeyResultFigures::keyResult)
              .flatMap(each -> lastCheckIn(each).or(objective::activatedOn).stream())
              .min(Comparator.naturalOrder());
      case NO_DATA -> objective.activatedOn();
      default -> Optional.empty();
    };
  }

  private Optional<LocalDate> lastCheckIn(KeyResult keyResult) {
    return keyResult
        .recorded()
        .last()
        .map(Recorded.Last::at)
        .map(it -> LocalDate.ofInstant(it, zone));
  }

  private AttentionItem item(
      AttentionKind kind, ObjectiveFigures figures, Optional<LocalDate> since) {
    Objective objective = figures.objective();
    boolean readable = !figures.hidden();
    return new AttentionItem(
        kind,
        Subject.objective(objective.id()),
        objective.key(),
        Optional.of(objective.title()).filter(any -> readable),
        objective.unitId(),
        Optional.of(objective.ownerKey()).filter(any -> readable),
        since.filter(any -> readable),
        since.filter(any -> readable).map(this::days).orElse(0L),
        0,
        "");
  }

  private AttentionItem item(
      AttentionKind kind,
      Objective objective,
      List<KeyResultFigures> meant,
      Optional<LocalDate> since) {
    KeyResult first = meant.get(0).keyResult();
    return new AttentionItem(
        kind,
        Subject.keyResult(first.id()),
        first.key(),
        Optional.of(first.title()),
        objective.unitId(),
        Optional.of(first.ownerKey()),
        since,
        since.map(this::days).orElse(0L),
        meant.size() - 1,
        "");
  }

  private Optional<AttentionItem> ofAlarm(Alarm alarm) {
    if (alarm instanceof Alarm.OfKpi kpi) {
      return ofKpi(kpi);
    }
    return ofBlocker((Alarm.OfBlocker) alarm);
  }

  private Optional<AttentionItem> ofKpi(Alarm.OfKpi kpi) {
    List<AttentionItem> all = new ArrayList<>();
    kpi.breach()
        .ifPresent(
            it ->
                all.add(
                    item(
                        it.acknowledged()
                            ? AttentionKind.BREACH_ACKNOWLEDGED
                            : AttentionKind.BREACH,
                        kpi,
                        Optional.of(it.since()))));
    kpi.staleSince().ifPresent(it -> all.add(item(AttentionKind.STALE, kpi, Optional.of(it))));
    kpi.warnedSince()
        .ifPresent(it -> all.add(item(AttentionKind.EARLY_WARNING, kpi, Optional.of(it))));
    if (kpi.drifting()) {
      all.add(item(AttentionKind.DRIFT, kpi, Optional.empty()));
    }
    return all.stream().min(ORDER);
  }

  private AttentionItem item(AttentionKind kind, Alarm.OfKpi kpi, Optional<LocalDate> since) {
    return new AttentionItem(
        kind,
        Subject.kpi(kpi.kpiId()),
        KpiSheet.keyOf(kpi.kpiId()),
        Optional.of(kpi.name()),
        kpi.unitId(),
        Optional.of(kpi.ownerKey()),
        since,
        since.map(this::days).orElse(0L),
        0,
        "");
  }

  private Optional<AttentionItem> ofBlocker(Alarm.OfBlocker blocker) {
    boolean aged = workingDays.between(blocker.since().plusDays(1), today) > YOUNG_BLOCKER_DAYS;
    if (!aged || !blocker.about().audience().includes(standpoint)) {
      return Optional.empty();
    }
    return Optional.of(
        new AttentionItem(
            AttentionKind.BLOCKER,
            blocker.about().subject(),
            blocker.about().key(),
            Optional.of(blocker.about().title()),
            blocker.about().audience().unitId(),
            Optional.of(blocker.ownerKey()),
            Optional.of(blocker.since()),
            days(blocker.since()),
            0,
            blocker.neededFrom()));
  }

  private long days(LocalDate since) {
    return Math.max(0, ChronoUnit.DAYS.between(since, today));
  }
}
