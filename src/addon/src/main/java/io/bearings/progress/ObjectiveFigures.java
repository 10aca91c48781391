package io.bearings.progress;

import io.bearings.okr.Arrow;
import io.bearings.okr.Objective;
import io.bearings.okr.Operation;
import io.bearings.okr.Placed;
import io.bearings.okr.ProjectRef;
import io.bearings.okr.Score;
import io.bearings.okr.Unit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * An objective with all its figures, for one person.
 *
 * @param hidden whether the person may not read it, and sees only that it is there
 * @param around the names of what it touches
 * @param cappedBy why it is at most at risk: the keys of key results, and {@code GUARDRAIL}
 * @param outcomeNotMeasured whether all its key results are output
 * @param parents what it contributes to, depends on or is in conflict with
 * @param may what the person may do with it
 * @param keyResults oldest first; none while it is hidden
 */
public record ObjectiveFigures(
    Placed placed,
    boolean hidden,
    Around around,
    Score score,
    Judgement judgement,
    List<String> cappedBy,
    boolean outcomeNotMeasured,
    List<Parent> parents,
    Set<Operation> may,
    List<KeyResultFigures> keyResults) {
  public ObjectiveFigures {
    cappedBy = List.copyOf(cappedBy);
    parents = List.copyOf(parents);
    may = may.isEmpty() ? Set.of() : EnumSet.copyOf(may);
    keyResults = List.copyOf(keyResults);
  }

  /** The same where nothing may be done with it, as with what is past. */
  ObjectiveFigures untouchable() {
    return new ObjectiveFigures(
        placed,
        hidden,
        around,
        score,
        judgement,
        cappedBy,
        outcomeNotMeasured,
        parents,
        Set.of(),
        keyResults.stream().map(KeyResultFigures::undemanding).toList());
  }

  /**
   * The people, units and projects of an objective, with their names.
   *
   * @param ownerName the owner's name to show, or the user key of somebody who is gone
   * @param unitName the name of its unit
   * @param projects those of the projects that it names that the person may browse
   * @param contributing those of the contributing units that the person may see
   */
  public record Around(
      String ownerName, String unitName, List<ProjectRef> projects, List<Unit> contributing) {
    public Around {
      projects = List.copyOf(projects);
      contributing = List.copyOf(contributing);
    }
  }

  /**
   * Where one of its arrows leads.
   *
   * @param hidden whether the person may not read the objective there
   */
  public record Parent(Arrow arrow, boolean hidden) {}

  public Objective objective() {
    return placed.objective();
  }

  /** The owner's name to show, or the user key of somebody who is gone. */
  public String ownerName() {
    return around.ownerName();
  }
}
