package io.bearings.store;

import io.bearings.kpi.metric.MeasuredProjects;
import io.bearings.okr.Message;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Which projects are measured, in our tables. */
@Component
class StoredMeasuredProjects implements MeasuredProjects {
  private static final String PROGRESS =
      "select p.[PROJECT_ID], p.[READ_STATE], p.[MONTHS_BACK], p.[ISSUES_READ], p.[ISSUES_ALL],"
          + " p.[FAILURE], p.[CHANGED_AT], p.[VERSION_NO] from {PROJECT_PAST} p where ";

  private static final String NOBODY =
      " not in (select m.[PROJECT_ID] from {MEASURED} m where m.[PROJECT_ID] is not null)";

  private final Database database;

  @Inject
  StoredMeasuredProjects(Database database) {
    this.database = database;
  }

  @Override
  public boolean measure(long kpiId, Set<Long> projectIds, int months, Instant now) {
    return !isMeasured(kpiId, projectIds, months)
        && database.write(session -> write(session, kpiId, projectIds, months, now));
  }

  @Override
  public boolean again(long kpiId, Instant now) {
    return database.write(
            session ->
                session.update(
                    "update {PROJECT_PAST} set [READ_STATE] = 'WAITING', [FAILURE] = ?,"
                        + " [CHANGED_AT] = ?, [VERSION_NO] = [VERSION_NO] + 1"
                        + " where [READ_STATE] = 'FAILED' and [PROJECT_ID] in"
                        + " (select m.[PROJECT_ID] from {MEASURED} m where m.[KPI_ID] = ?)",
                    Session.text(Optional.empty()),
                    now.toEpochMilli(),
                    kpiId))
        > 0;
  }

  /** Whether all is as it is to be already. */
  private boolean isMeasured(long kpiId, Set<Long> projectIds, int months) {
    Set<Long> mine = new HashSet<>();
    Set<Long> read = new HashSet<>();
    database.read(
        session ->
            session.list(
                "select p.[PROJECT_ID], p.[MONTHS_BACK], m.[KPI_ID] from {PROJECT_PAST} p"
                    + " left join {MEASURED} m on m.[PROJECT_ID] = p.[PROJECT_ID]"
                    + " and m.[KPI_ID] = ? where m.[KPI_ID] is not null or "
                    + Tables.in("p.[PROJECT_ID]", projectIds),
                row -> {
                  if (Rows.id(row, 3).isPresent()) {
                    mine.add(row.getLong(1));
                  }
                  return suffices(row.getInt(2), months) && read.add(row.getLong(1));
                },
                kpiId));
    return read.containsAll(projectIds)
        && (kpiId == NO_KPI ? mine.containsAll(projectIds) : mine.equals(projectIds));
  }

  /** Whether the issues of so many months are among those that were read. */
  private static boolean suffices(int read, int months) {
    return read == 0 || months != 0 && read >= months;
  }

  /** Says whether any project waits now that did not. */
  private static boolean write(
      Session session, long kpiId, Set<Long> projectIds, int months, Instant now)
      throws SQLException {
    Set<Long> mine =
        new HashSet<>(
            session.list(
                "select m.[PROJECT_ID] from {MEASURED} m where m.[KPI_ID] = ?",
                row -> row.getLong(1),
                kpiId));
    session.insertAll(
        Tables.MEASURED,
        projectIds.stream()
            .filter(id -> !mine.contains(id))
            .sorted()
            .map(id -> row(kpiId, id))
            .toList());
    mine.removeAll(projectIds);
    if (kpiId != NO_KPI && !mine.isEmpty()) {
      session.update(
          "delete from {MEASURED} where [KPI_ID] = ? and " + Tables.in("[PROJECT_ID]", mine),
          kpiId);
      forget(session, mine);
    }
    Map<Long, Progress> known = new LinkedHashMap<>();
    session.list(
        PROGRESS + Tables.in("p.[PROJECT_ID]", projectIds),
        row -> known.put(row.getLong(1), progress(row)));
    List<Map<String, Object>> unknown =
        projectIds.stream()
            .filter(id -> !known.containsKey(id))
            .sorted()
            .map(id -> waiting(id, months, now))
            .toList();
    List<Object[]> tooShort =
        known.values().stream()
            .filter(each -> !suffices(each.months(), months))
            .map(each -> new Object[] {months, now.toEpochMilli(), each.projectId()})
            .toList();
    session.insertAll(Tables.PROJECT_PAST, unknown);
    session.updateAll(
        "update {PROJECT_PAST} set [READ_STATE] = 'WAITING', [MONTHS_BACK] = ?,"
            + " [ISSUES_READ] = 0, [CHANGED_AT] = ?, [VERSION_NO] = [VERSION_NO] + 1"
            + " where [PROJECT_ID] = ?",
        tooShort);
    return !unknown.isEmpty() || !tooShort.isEmpty();
  }

  /** These KPIs measure nothing any more. */
  static void release(Session session, Collection<Long> kpiIds) throws SQLException {
    if (kpiIds.isEmpty()) {
      return;
    }
    String these = Tables.in("[KPI_ID]", kpiIds);
    Set<Long> projects =
        new HashSet<>(
            session.list(
                "select [PROJECT_ID] from {MEASURED} where " + these, row -> row.getLong(1)));
    if (!projects.isEmpty()) {
      session.update("delete from {MEASURED} where " + these);
      forget(session, projects);
    }
  }

  /** What nobody measures any more is not followed any more, and soon would not be true. */
  private static void forget(Session session, Set<Long> projectIds) throws SQLException {
    String these = Tables.in("[PROJECT_ID]", projectIds) + " and [PROJECT_ID]" + NOBODY;
    session.update("delete from {PROJECT_PAST} where " + these);
    session.update("delete from {ISSUE_FACT} where " + these);
  }

  private static Map<String, Object> row(long kpiId, long projectId) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KPI_ID", kpiId);
    row.put("PROJECT_ID", projectId);
    row.put("NATURAL_KEY", kpiId + ":" + projectId);
    return row;
  }

  private static Map<String, Object> waiting(long projectId, int months, Instant now) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("PROJECT_ID", projectId);
    row.put("READ_STATE", State.WAITING.name());
    row.put("MONTHS_BACK", months);
    row.put("ISSUES_READ", 0);
    row.put("ISSUES_ALL", 0);
    row.put("CHANGED_AT", now.toEpochMilli());
    row.put("VERSION_NO", 1);
    return row;
  }

  private static Progress progress(ResultSet row) throws SQLException {
    return new Progress(
        row.getLong(1),
        State.valueOf(row.getString(2)),
        row.getInt(3),
        row.getInt(4),
        row.getInt(5),
        Optional.ofNullable(row.getString(6)).map(StoredMeasuredProjects::message),
        Instant.ofEpochMilli(row.getLong(7)),
        row.getInt(8));
  }

  private static Message message(String text) {
    String[] lines = text.split("\n");
    Serializable[] args = Arrays.copyOfRange(lines, 1, lines.length);
    return Message.of(lines[0], args);
  }

  private static String text(Message message) {
    return Stream.concat(Stream.of(message.key()), message.args().stream())
        .map(each -> each.toString().replace('\n', ' '))
        .collect(Collectors.joining("\n"));
  }

  @Override
  public Set<Long> all() {
    return database
        .readIfPresent(
            session ->
                session.list(
                    "select distinct m.[PROJECT_ID] from {MEASURED} m", row -> row.getLong(1)))
        .<Set<Long>>map(HashSet::new)
        .orElse(Set.of());
  }

  @Override
  public Set<Long> kpisOf(Collection<Long> projectIds) {
    return new LinkedHashSet<>(
        database.read(
            session ->
                session.list(
                    "select distinct m.[KPI_ID] from {MEASURED} m where "
                        + Tables.in("m.[PROJECT_ID]", projectIds),
                    row -> row.getLong(1))));
  }

  @Override
  public List<Progress> progressOf(long kpiId) {
    return database.read(
        session ->
            session.list(
                PROGRESS
                    + "p.[PROJECT_ID] in (select m.[PROJECT_ID] from {MEASURED} m"
                    + " where m.[KPI_ID] = ?) order by p.[PROJECT_ID]",
                StoredMeasuredProjects::progress,
                kpiId));
  }

  @Override
  public List<Progress> progress(Collection<Long> projectIds) {
    return database.read(
        session ->
            session.list(
                PROGRESS + Tables.in("p.[PROJECT_ID]", projectIds) + " order by p.[PROJECT_ID]",
                StoredMeasuredProjects::progress));
  }

  @Override
  public List<Progress> unfinished() {
    return database
        .readIfPresent(
            session ->
                session.list(
                    PROGRESS + "p.[READ_STATE] <> 'DONE' order by p.[CHANGED_AT], p.[PROJECT_ID]",
                    StoredMeasuredProjects::progress))
        .orElse(List.of());
  }

  @Override
  public Optional<Progress> save(Progress progress) {
    int written =
        database.write(
            session ->
                session.update(
                    "update {PROJECT_PAST} set [READ_STATE] = ?, [ISSUES_READ] = ?,"
                        + " [ISSUES_ALL] = ?, [FAILURE] = ?, [CHANGED_AT] = ?,"
                        + " [VERSION_NO] = [VERSION_NO] + 1"
                        + " where [PROJECT_ID] = ? and [VERSION_NO] = ?",
                    progress.state().name(),
                    progress.done(),
                    progress.of(),
                    Session.text(progress.error().map(StoredMeasuredProjects::text)),
                    progress.changed().toEpochMilli(),
                    progress.projectId(),
                    progress.version()));
    return written == 0
        ? Optional.empty()
        : Optional.of(
            new Progress(
                progress.projectId(),
                progress.state(),
                progress.months(),
                progress.done(),
                progress.of(),
                progress.error(),
                progress.changed(),
                progress.version() + 1));
  }
}
