package io.bearings.kpi.metric;

import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which projects metric KPIs measure, and how far their past was read. All calls throw {@link
 * Refusal.Unavailable} while the database cannot be used.
 */
public interface MeasuredProjects {

  /** Whoever measures a project without a KPI: for a proposal. */
  long NO_KPI = 0;

  /** Where the reading of a project's past stands. */
  enum State {
    WAITING,
    READING,
    DONE,
    /** It failed; it is tried again within an hour, or when somebody asks for it. */
    FAILED
  }

  /**
   * How far the past of a project was read.
   *
   * @param months of issues that are done only those that changed in so many months before; 0: all
   * @param done how many of its issues were looked at
   * @param of how many there are; 0 while nobody knows
   * @param error why it failed
   * @param changed when something of this was last written
   * @param version counts the writes
   */
  record Progress(
      long projectId,
      State state,
      int months,
      int done,
      int of,
      Optional<Message> error,
      Instant changed,
      int version) {

    /** Whether the past is kept, so that metrics can be counted. */
    public boolean isDone() {
      return state == State.DONE;
    }
  }

  /**
   * A KPI measures these projects from now on, and no others; those that nobody measured before
   * wait to be read. One statement where nothing changes.
   *
   * @param kpiId or {@link #NO_KPI}, which measures these too and goes on with others
   * @param projectIds none where the KPI measures nothing any more
   * @param months as {@link Progress#months}; a project that was read for fewer waits again
   * @return whether any project waits now that did not wait before
   */
  boolean measure(long kpiId, Set<Long> projectIds, int months, Instant now);

  /**
   * Projects that a KPI measures and whose reading failed wait again. One statement.
   *
   * @return whether there are any
   */
  boolean again(long kpiId, Instant now);

  /** The ids of all projects that are measured. Nothing while there are no tables yet. */
  Set<Long> all();

  /** The ids of the KPIs that measure any of these projects. One statement. */
  Set<Long> kpisOf(Collection<Long> projectIds);

  /** How far these projects were read; one that is not measured is left out. One statement. */
  List<Progress> progress(Collection<Long> projectIds);

  /** How far the projects were read that a KPI measures. One statement. */
  List<Progress> progressOf(long kpiId);

  /**
   * Those that wait, are being read or failed, the one that was touched longest ago first. Nothing
   * while there are no tables yet.
   */
  List<Progress> unfinished();

  /**
   * Writes how far a project was read.
   *
   * @return as it stands now; absent where somebody else wrote meanwhile, and nothing was written
   */
  Optional<Progress> save(Progress progress);
}
