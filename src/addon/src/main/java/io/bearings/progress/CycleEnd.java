package io.bearings.progress;

import io.bearings.okr.Change;
import io.bearings.okr.CheckIn;
import io.bearings.okr.Cycle;
import io.bearings.okr.Placed;
import io.bearings.okr.Standpoint;
import io.bearings.okr.Unit;
import io.bearings.okr.Window;
import io.bearings.okr.WorkingDays;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The objectives of a unit as a cycle left them, with what happened to them on the way.
 *
 * @param cycles all that serve the unit, the latest first
 * @param end the last day that is looked at: that of the cycle, or today while it runs
 * @param zone the time zone of the site
 * @param objectives those that the person may read and that were published, oldest first
 * @param drafts those that never were
 * @param hidden how many published ones there are that the person may not read
 * @param earlier those of the unit in other cycles that the person may read, oldest first
 * @param finished how many issues the unit finished in the cycle; absent where it has no Jira
 *     project, or Jira's search does not tell
 */
public record CycleEnd(
    Standpoint standpoint,
    Unit unit,
    Cycle cycle,
    List<Cycle> cycles,
    LocalDate end,
    ZoneId zone,
    WorkingDays workingDays,
    List<Left> objectives,
    List<Placed> drafts,
    int hidden,
    List<Placed> earlier,
    Optional<Integer> finished) {
  public CycleEnd {
    cycles = List.copyOf(cycles);
    objectives = List.copyOf(objectives);
    drafts = List.copyOf(drafts);
    earlier = List.copyOf(earlier);
  }

  /** The days that are looked at. */
  public Window days() {
    return new Window(cycle.first(), end);
  }

  /**
   * An objective.
   *
   * @param keyResults one for each key result of the figures, in their order
   * @param changes of the objective and its key results since the cycle began, earliest first
   */
  public record Left(
      ObjectiveFigures figures, Work work, List<Pursued> keyResults, List<Change> changes) {
    public Left {
      keyResults = List.copyOf(keyResults);
      changes = List.copyOf(changes);
    }
  }

  /**
   * A key result on its way.
   *
   * @param window the days in which it was worked on
   * @param checkIns those that nobody corrected and that are about the days until the end, by day
   * @param finished when its linked issues were finished, each in the cycle
   * @param slots how many check-ins were due until the end
   * @param kept how many of them came before they were overdue
   */
  public record Pursued(
      KeyResultFigures figures,
      Window window,
      List<CheckIn> checkIns,
      List<LocalDate> finished,
      int slots,
      int kept) {
    public Pursued {
      checkIns = List.copyOf(checkIns);
      finished = List.copyOf(finished);
    }
  }

  /**
   * The linked work of an objective, each issue once.
   *
   * @param done ids of issues in scope that were done at the end
   * @param finished those of them that were done in the cycle
   * @param open ids of the other issues in scope
   * @param scope what came and went since a quarter of the cycle had passed; absent before
   */
  public record Work(Set<Long> done, Set<Long> finished, Set<Long> open, Optional<Scope> scope) {
    public Work {
      done = Set.copyOf(done);
      finished = Set.copyOf(finished);
      open = Set.copyOf(open);
    }

    /** How many issues were in scope at the end. */
    public int total() {
      return done.size() + open.size();
    }
  }

  /**
   * What happened to a scope.
   *
   * @param since the day at the end of which it was looked at first
   * @param before how many issues were in scope then
   */
  public record Scope(LocalDate since, int before, ScopeChange change) {}
}
