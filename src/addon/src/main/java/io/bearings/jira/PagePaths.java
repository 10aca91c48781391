package io.bearings.jira;

import io.bearings.kpi.KpiSheet;
import io.bearings.okr.KeyResult;
import io.bearings.okr.Objective;
import io.bearings.talk.Subject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Where our pages are, as paths below Jira's context path. */
public final class PagePaths {
  /** The workspace of the unit that is most likely the person's own. */
  public static final String ANY_WORKSPACE = "/secure/BearingsWorkspace.jspa";

  /** Stands in an address for what has no cycle. */
  private static final String BACKLOG = "backlog";

  private static final String KPI = "/secure/BearingsKpi.jspa?kpi=";

  private PagePaths() {}

  /**
   * The workspace of a unit.
   *
   * @param cycleId absent: the cycle of today
   */
  public static String workspace(long unitId, Optional<Long> cycleId) {
    return ANY_WORKSPACE + "?unit=" + unitId + cycleId.map(id -> "&cycle=" + id).orElse("");
  }

  /** The form in the workspace in which somebody checks in on a key result. */
  public static String checkIn(Objective objective, KeyResult keyResult) {
    return ANY_WORKSPACE
        + "?unit="
        + objective.unitId()
        + "&cycle="
        + objective.cycleId().map(String::valueOf).orElse(BACKLOG)
        + "#"
        + keyResult.key()
        + ".check-in";
  }

  /** The kickoff of a unit for a cycle. */
  public static String kickoff(long unitId, long cycleId) {
    return "/secure/BearingsKickoff.jspa?unit=" + unitId + "&cycle=" + cycleId;
  }

  /** The retrospective of a unit on a cycle. */
  public static String retrospective(long unitId, long cycleId) {
    return "/secure/BearingsRetrospective.jspa?unit=" + unitId + "&cycle=" + cycleId;
  }

  /** The page of a project's objectives. */
  public static String project(String key) {
    return "/projects/"
        + URLEncoder.encode(key, StandardCharsets.UTF_8)
        + "?selectedItem=io.bearings:project-page-item";
  }

  /** The page of a KPI. */
  public static String kpi(long kpiId) {
    return KPI + KpiSheet.keyOf(kpiId);
  }

  /**
   * Where something can be read: a KPI on its page, everything else in the workspace of its unit.
   *
   * @param subject an objective, a key result or a KPI
   * @param cycleId absent: the cycle of today
   */
  public static String of(Subject subject, long unitId, Optional<Long> cycleId) {
    return switch (subject.kind()) {
      case KPI -> kpi(subject.id());
      case KEY_RESULT -> workspace(unitId, cycleId) + "#" + KeyResult.keyOf(subject.id());
      default -> workspace(unitId, cycleId) + "#" + Objective.keyOf(subject.id());
    };
  }
}
