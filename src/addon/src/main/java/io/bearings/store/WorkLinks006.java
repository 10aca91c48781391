package io.bearings.store;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.activeobjects.external.ActiveObjectsUpgradeTask;
import com.atlassian.activeobjects.external.ModelVersion;
import io.bearings.jira.HostService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The sixth model: links to more than issues, what they reach, stored figures, and the history of
 * issues. The links of the models before are copied and taken out of their old table, a range of
 * ids in each transaction, so that the task goes on where it was interrupted. It also runs on a
 * fresh installation, where there is nothing to copy.
 */
public final class WorkLinks006 implements ActiveObjectsUpgradeTask {
  private static final long RANGE = 10_000;

  private static final String LINKS =
      "insert into {WORK_LINK} ([KEY_RESULT_ID], [KIND], [TARGET_ID], [CREATED_BY], [CREATED_AT],"
          + " [NATURAL_KEY]) select l.[KEY_RESULT_ID], 'ISSUE', l.[ISSUE_ID], l.[CREATED_BY],"
          + " l.[CREATED_AT], concat(concat(l.[KEY_RESULT_ID], ':ISSUE:'), l.[ISSUE_ID])"
          + " from {LINK} l where l.[ID] between ? and ? order by l.[ID]";
  private static final String CONTRIBUTIONS =
      "insert into {CONTRIBUTION} ([KEY_RESULT_ID], [ISSUE_ID], [ISSUE_PROJECT_ID], [COUNTS],"
          + " [STATUS_CATEGORY], [RESOLUTION_ID], [POINTS], [ISSUE_UPDATED], [NATURAL_KEY])"
          + " select l.[KEY_RESULT_ID], l.[ISSUE_ID], l.[ISSUE_PROJECT_ID], 1,"
          + " l.[STATUS_CATEGORY], l.[RESOLUTION_ID], l.[POINTS], l.[ISSUE_UPDATED],"
          + " l.[NATURAL_KEY] from {LINK} l where l.[ID] between ? and ? order by l.[ID]";
  private static final String COPIED = "delete from {LINK} where [ID] between ? and ?";

  private final Execution execution;
  private final long range;

  public WorkLinks006() {
    this(new HostService(), RANGE);
  }

  WorkLinks006(HostService services, long range) {
    this.execution = new Execution(services);
    this.range = range;
  }

  @Override
  public ModelVersion getModelVersion() {
    return ModelVersion.valueOf("6");
  }

  @Override
  @SuppressWarnings("unchecked")
  public void upgrade(ModelVersion currentVersion, ActiveObjects ao) {
    ao.migrate(
        LinkEntity.class,
        WorkLinkEntity.class,
        QueryHitEntity.class,
        ContributionEntity.class,
        FigureEntity.class,
        IssueStateEntity.class,
        MembershipEntity.class);
    if (ao.count(LinkEntity.class) > 0) {
      Optional<Long> next = copy(1);
      while (next.isPresent()) {
        next = copy(next.get());
      }
    }
  }

  /**
   * Copies the links from an id on, a range at most.
   *
   * @return the id of the next one; absent after the last
   */
  private Optional<Long> copy(long from) {
    return execution.run(false, connection -> copy(connection, from));
  }

  private Optional<Long> copy(Connection connection, long from) {
    try {
      Tables tables =
          Tables.in(connection)
              .orElseThrow(() -> new IllegalStateException("The new tables are not there"));
      Session session = new Session(connection, tables);
      long to = from + range - 1;
      session.update(LINKS, from, to);
      session.update(CONTRIBUTIONS, from, to);
      session.update(COPIED, from, to);
      return session
          .first("select min(l.[ID]) from {LINK} l", row -> Rows.id(row, 1))
          .flatMap(id -> id);
    } catch (SQLException e) {
      throw new IllegalStateException("The links could not be copied", e);
    }
  }
}
