package io.bearings.okr;

import static io.bearings.okr.Role.CHAMPION;
import static io.bearings.okr.Role.CONTRIBUTOR;
import static io.bearings.okr.Role.EXECUTIVE;
import static io.bearings.okr.Role.LEAD;
import static io.bearings.okr.Role.VIEWER;

import java.util.Set;

/**
 * What can be done in a unit, and who may do it. This is the one table of permissions: the server
 * checks nothing else, and the administrator's guide shows it. Administrators of Jira may do all of
 * it; that they do not read private objectives is a matter of {@link Visibility}.
 */
public enum Operation {
  /** Read the unit, its objectives, cycles and figures. */
  SEE(Owner.NO_MORE, Archived.TOO, VIEWER, CONTRIBUTOR, LEAD, CHAMPION, EXECUTIVE),
  /** Be told about an objective that one may read. */
  FOLLOW(Owner.NO_MORE, Archived.TOO, VIEWER, CONTRIBUTOR, LEAD, CHAMPION, EXECUTIVE),
  /** Write into a thread. */
  COMMENT(Owner.ALSO, Archived.NOT, CONTRIBUTOR, LEAD, CHAMPION),
  /** Link issues to key results, give evidence, report blockers. */
  LINK_ISSUES(Owner.ALSO, Archived.NOT, CONTRIBUTOR, LEAD, CHAMPION),
  /** Create an objective in the unit. */
  CREATE_OBJECTIVE(Owner.NO_MORE, Archived.NOT, CONTRIBUTOR, LEAD, CHAMPION),
  /** Change an objective, its key results and its alignment. */
  EDIT_OBJECTIVE(Owner.ALSO, Archived.NOT, LEAD, CHAMPION),
  /** Make a draft active. */
  PUBLISH(Owner.ALSO, Archived.NOT, LEAD, CHAMPION),
  /** Enter a value and a confidence. */
  CHECK_IN(Owner.ALSO, Archived.NOT, LEAD, CHAMPION),
  /** Close, give up or reopen an objective or a key result. */
  CLOSE_OBJECTIVE(Owner.ALSO, Archived.NOT, LEAD, CHAMPION),
  /** Put an objective or a key result away, and take it out again. */
  ARCHIVE(Owner.ALSO, Archived.NOT, LEAD, CHAMPION),
  /** Agree to a change that moves a score, which makes it an adjustment. */
  CONSENT(Owner.NO_MORE, Archived.NOT, LEAD, CHAMPION),
  /** Create, change, activate, review and close cycles of the unit. */
  MANAGE_CYCLES(Owner.NO_MORE, Archived.NOT, LEAD, CHAMPION),
  /** Take the unit through its kickoff: finish or skip a step, answer the litmus, judge. */
  RUN_KICKOFF(Owner.NO_MORE, Archived.NOT, LEAD, CHAMPION),
  /** Take the unit through its retrospective: go from step to step, remove notes. */
  RUN_RETROSPECTIVE(Owner.NO_MORE, Archived.NOT, LEAD, CHAMPION),
  /** See how ready the unit and the units below it are for a cycle. */
  READ_COVERAGE(Owner.NO_MORE, Archived.NOT, LEAD, CHAMPION, EXECUTIVE),
  /** Open a closed cycle again. */
  REOPEN_CYCLE(Owner.NO_MORE, Archived.NOT),
  /** Create, change, archive and restore a KPI, and let other systems push its values. */
  EDIT_KPI(Owner.ALSO, Archived.NOT, LEAD, CHAMPION),
  /** Enter values of a KPI, acknowledge its breaches and say what is done about them. */
  MEASURE_KPI(Owner.ALSO, Archived.NOT, CONTRIBUTOR, LEAD, CHAMPION),
  /** See and state what an hour of work costs, and state budget and spend. */
  STATE_INPUTS(Owner.NO_MORE, Archived.NOT, LEAD),
  /** Change the unit and its settings. */
  MANAGE_UNIT(Owner.NO_MORE, Archived.TOO, LEAD, CHAMPION),
  /** Give and take roles in the unit. */
  MANAGE_ROLES(Owner.NO_MORE, Archived.TOO, LEAD, CHAMPION),
  /** Create a unit below this one, and archive or restore this one. */
  CREATE_UNIT(Owner.NO_MORE, Archived.TOO, CHAMPION);

  private enum Owner {
    ALSO,
    NO_MORE
  }

  private enum Archived {
    TOO,
    NOT
  }

  private final boolean ofOwner;
  private final boolean inArchived;
  private final Set<Role> roles;

  Operation(Owner owner, Archived archived, Role... roles) {
    this.ofOwner = owner == Owner.ALSO;
    this.inArchived = archived == Archived.TOO;
    this.roles = Set.of(roles);
  }

  /** The roles that may do it, each in the units in which it counts. */
  public Set<Role> roles() {
    return roles;
  }

  /** Whether the owner of an item may do it with that item, without any role but seeing it. */
  public boolean ofOwner() {
    return ofOwner;
  }

  /** Whether it may be done in an archived unit. */
  public boolean inArchived() {
    return inArchived;
  }
}
