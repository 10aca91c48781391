package io.bearings.kpi.metric;

import io.bearings.okr.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The issues of measured projects as they are kept, copied once from Jira: no metric asks Jira
 * itself. All calls throw {@link Refusal.Unavailable} while the database cannot be used.
 */
public interface MetricFacts {

  /**
   * Which issues a pass reads.
   *
   * @param projectIds those that were ever in one of these projects
   * @param since of them only those that can matter from then on; absent: all
   * @param sprintIds and those that were ever in these sprints, whatever happened to them since
   * @param versionIds and those that were ever to be fixed in these versions
   */
  record Asked(
      Set<Long> projectIds, Optional<Since> since, Set<Long> sprintIds, Set<Long> versionIds) {
    public Asked {
      projectIds = Set.copyOf(projectIds);
      sprintIds = Set.copyOf(sprintIds);
      versionIds = Set.copyOf(versionIds);
    }
  }

  /**
   * From when on something matters: an issue that is open, or changed, was commented, fell due or
   * was worked on since.
   *
   * @param day the day of the instant in the site's time zone
   */
  record Since(Instant instant, LocalDate day) {}

  /**
   * Hands out issues, each once, by ascending id. Costs one statement, and two for each {@value
   * #PAGE} issues; no more of them are held at a time.
   */
  void read(Asked asked, Consumer<IssueFacts> each);

  /** So many issues are read at a time. */
  int PAGE = 1_000;

  /** Keeps facts in place of what was kept of these issues. Two statements, 1,000 rows as one. */
  void keep(Collection<KeptFacts> facts);

  /** Those of some issues of which no facts are kept. One statement. */
  Set<Long> without(Collection<Long> issueIds);

  /**
   * The project in which each of these issues was last seen; one of which no facts are kept is left
   * out. One statement.
   */
  Map<Long, Long> projectsOf(Collection<Long> issueIds);

  /** The issues that were ever in a sprint and of which facts are kept. One statement. */
  Set<Long> everInSprint(long sprintId);
}
