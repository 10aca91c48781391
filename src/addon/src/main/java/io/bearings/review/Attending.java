package io.bearings.review;

import io.bearings.okr.Cycle;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.progress.ObjectiveFigures;
import io.bearings.progress.SiteSettings;
import io.bearings.progress.UnitOverview;
import io.bearings.progress.Workspace;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells what needs attention in a unit and below it. */
@Named
public final class Attending {
  private final Workspace workspace;
  private final Alarms alarms;
  private final SiteSettings settings;
  private final Clock clock;

  @Inject
  public Attending(Workspace workspace, Alarms alarms, SiteSettings settings, Clock clock) {
    this.workspace = workspace;
    this.alarms = alarms;
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * What needs attention.
   *
   * @param standpoint of the person who asked
   * @param unit absent where that person sees no unit at all
   * @param cycle the one that is worked on; absent where there is none
   * @param items all there are, the most urgent first
   */
  public record Answer(
      Standpoint standpoint,
      Optional<Unit> unit,
      Optional<Cycle> cycle,
      List<AttentionItem> items) {
    public Answer {
      items = List.copyOf(items);
    }
  }

  /**
   * What needs attention in a unit in the cycle that is worked on: six statements, and three for
   * each level that key results are aligned to, however much there is.
   *
   * @param unitId absent: the unit that is most likely the person's own
   * @param below whether the units below it, as far as the person may see them, are meant too
   * @throws Refusal.NotFound when the person may not see the unit, or there is none
   */
  public Answer of(Person who, Optional<Long> unitId, boolean below) {
    UnitOverview overview = workspace.running(who, unitId, below);
    Standpoint standpoint = overview.standpoint();
    if (overview.unit().isEmpty()) {
      return new Answer(standpoint, Optional.empty(), Optional.empty(), List.of());
    }
    long id = overview.unit().get().id();
    List<Long> unitIds = below ? standpoint.visibleBranch(id) : List.of(id);
    return new Answer(
        standpoint,
        overview.unit(),
        overview.cycle(),
        in(standpoint, overview.cycle(), unitIds, overview.objectives()));
  }

  /**
   * The same where the objectives are known already: one statement.
   *
   * @param unitIds units that the person may see
   * @param objectives those of these units in this cycle
   */
  public List<AttentionItem> in(
      Standpoint standpoint,
      Optional<Cycle> cycle,
      Collection<Long> unitIds,
      Collection<ObjectiveFigures> objectives) {
    Optional<Long> cycleId = cycle.map(Cycle::id);
    List<Alarm> ringing =
        alarms.of(unitIds, standpoint.who()).stream()
            .filter(
                each ->
                    !(each instanceof Alarm.OfBlocker blocker) || blocker.cycleId().equals(cycleId))
            .toList();
    return new Attention(
            standpoint,
            LocalDate.now(clock),
            clock.getZone(),
            settings.current().rules().workingDays())
        .of(objectives, ringing);
  }
}
