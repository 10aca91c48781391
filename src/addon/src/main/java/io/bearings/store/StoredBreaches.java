package io.bearings.store;

import static java.util.stream.Collectors.joining;

import io.bearings.kpi.ActionState;
import io.bearings.kpi.Breach;
import io.bearings.kpi.BreachEvent;
import io.bearings.kpi.BreachLog;
import io.bearings.kpi.BreachStep;
import io.bearings.kpi.Handling;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.Period;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Breaches in our tables. */
@Component
class StoredBreaches implements BreachLog {
  private static final String COLUMNS =
      "select b.[ID], b.[KPI_ID], b.[FIRST_ON], b.[LAST_ON], b.[SPAN_ID], b.[SPAN_NAME],"
          + " b.[END_FIRST_ON], b.[END_LAST_ON], b.[END_SPAN_ID], b.[END_SPAN_NAME],"
          + " b.[OPENED_AT], b.[CLOSED_AT], b.[ACKNOWLEDGED_BY], b.[ACKNOWLEDGED_AT],"
          + " b.[ACTION_STATE], b.[ACTOR_KEY], b.[ACTION_RESULT], b.[REPORTED_BY],"
          + " b.[REPORTED_AT], b.[ESCALATED_AT], b.[WITHDRAWN], b.[VERSION_NO]";

  /** Behind those columns. */
  private static final int UNTOLD = 23;

  private static final String SELECT = COLUMNS + " from {KPI_BREACH} b where ";
  private static final String OF_KEPT_KPIS =
      COLUMNS
          + " from {KPI_BREACH} b join {KPI} k on k.[ID] = b.[KPI_ID]"
          + " where k.[ARCHIVED] = 0 and b.[WITHDRAWN] = 0 and ";

  private final Database database;

  @Inject
  StoredBreaches(Database database) {
    this.database = database;
  }

  @Override
  public Optional<KpiBreach> breach(long id) {
    return database.read(session -> breach(session, id));
  }

  private static Optional<KpiBreach> breach(Session session, long id) throws SQLException {
    return session.first(SELECT + "b.[ID] = ?", StoredBreaches::breach, id);
  }

  @Override
  public List<KpiBreach> ofKpi(long kpiId) {
    return database.read(
        session ->
            session.list(
                SELECT + "b.[KPI_ID] = ? and b.[WITHDRAWN] = 0 order by b.[FIRST_ON], b.[ID]",
                StoredBreaches::breach,
                kpiId));
  }

  @Override
  public List<KpiBreach> between(Collection<Long> kpiIds, LocalDate first, LocalDate last) {
    return kpiIds.isEmpty()
        ? List.of()
        : database.read(
            session ->
                session.list(
                    SELECT
                        + Tables.in("b.[KPI_ID]", kpiIds)
                        + " and b.[WITHDRAWN] = 0 and b.[FIRST_ON] <= ?"
                        + " and (b.[END_FIRST_ON] is null or b.[END_FIRST_ON] > ?)"
                        + " order by b.[FIRST_ON], b.[ID]",
                    StoredBreaches::breach,
                    last.toString(),
                    first.toString()));
  }

  /** The open breach of each KPI that has one. */
  static Map<Long, KpiBreach> open(Session session, Collection<Long> kpiIds) throws SQLException {
    Map<Long, KpiBreach> open = new HashMap<>();
    session
        .list(SELECT + Tables.in("b.[OPEN_OF]", kpiIds), StoredBreaches::breach)
        .forEach(each -> open.put(each.kpiId(), each));
    return open;
  }

  @Override
  public List<KpiBreach> ofUnits(Collection<Long> unitIds, boolean open, long before, int limit) {
    return database.read(
        session ->
            session.list(
                OF_KEPT_KPIS
                    + Tables.in("k.[UNIT_ID]", unitIds)
                    + (open ? " and b.[OPEN_OF] = k.[ID]" : "")
                    + " and b.[ID] < ? order by b.[ID] desc",
                limit,
                StoredBreaches::breach,
                before));
  }

  @Override
  public List<KpiBreach> unattended(Instant noticedBefore, long after, int limit) {
    return database.read(
        session ->
            session.list(
                OF_KEPT_KPIS
                    + "b.[OPEN_OF] = k.[ID] and b.[ACKNOWLEDGED_AT] is null"
                    + " and b.[ESCALATED_AT] is null and b.[OPENED_AT] < ? and b.[ID] > ?"
                    + " order by b.[ID]",
                limit,
                StoredBreaches::breach,
                noticedBefore.toEpochMilli(),
                after));
  }

  private static KpiBreach breach(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    long id = cells.id();
    long kpiId = cells.id();
    Period opened = KpiRows.period(cells).orElseThrow();
    Optional<Period> closed = KpiRows.period(cells);
    Instant openedAt = Instant.ofEpochMilli(cells.id());
    Breach breach =
        new Breach(Optional.of(id), opened, closed, openedAt, cells.moment(), handling(cells));
    boolean withdrawn = cells.truth();
    return new KpiBreach(kpiId, breach, cells.whole(), withdrawn);
  }

  private static Handling handling(Cells cells) throws SQLException {
    Optional<String> acknowledgedBy = cells.optional();
    Optional<Instant> acknowledgedAt = cells.moment();
    ActionState action = ActionState.valueOf(cells.text());
    Optional<String> actor = cells.optional();
    String result = cells.optional().orElse("");
    Optional<String> reportedBy = cells.optional();
    Optional<Instant> reportedAt = cells.moment();
    return new Handling(
        acknowledgedBy.flatMap(
            key -> acknowledgedAt.map(at -> new Handling.Acknowledgement(key, at))),
        action,
        actor.flatMap(
            key ->
                reportedBy.flatMap(
                    by -> reportedAt.map(at -> new Handling.Report(key, result, by, at)))),
        cells.moment());
  }

  @Override
  public Optional<KpiBreach> save(KpiBreach acted, Instant at) {
    Handling handling = acted.breach().handling();
    Map<String, Object> row = columns(handling);
    row.put("UPDATED_AT", at.toEpochMilli());
    return database.write(
        session -> {
          if (handling.escalatedAt().filter(at::equals).isPresent()) {
            row.put("UNTOLD", untold(session, acted.id(), BreachStep.ESCALATED));
          }
          return update(session, row, acted.id(), " and [VERSION_NO] = " + acted.version())
              ? breach(session, acted.id())
              : Optional.empty();
        });
  }

  @Override
  public List<Untold> untold(Instant storedBefore, long after, int limit) {
    return database.read(
        session ->
            session.list(
                COLUMNS
                    + ", b.[UNTOLD] from {KPI_BREACH} b where b.[UNTOLD] is not null"
                    + " and b.[UPDATED_AT] < ? and b.[ID] > ? order by b.[ID]",
                limit,
                row -> new Untold(breach(row), steps(row.getString(UNTOLD))),
                storedBefore.toEpochMilli(),
                after));
  }

  @Override
  public void told(long breachId, BreachStep step) {
    database.write(
        session -> {
          Optional<String> before = untold(session, breachId);
          if (before.isEmpty()) {
            return 0;
          }
          List<BreachStep> left = new ArrayList<>(steps(before.get()));
          left.remove(step);
          // What happens meanwhile is not told by this; then it is told once more.
          return session.update(
              "update {KPI_BREACH} set [UNTOLD] = ? where [ID] = ? and [UNTOLD] = ?",
              text(left),
              breachId,
              before.get());
        });
  }

  private static Optional<String> untold(Session session, long id) throws SQLException {
    return session
        .list("select b.[UNTOLD] from {KPI_BREACH} b where b.[ID] = ?", row -> row.getString(1), id)
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** What is untold after another step; one that happens again is told once, as the last. */
  private static Object untold(Session session, long id, BreachStep step) throws SQLException {
    List<BreachStep> steps =
        new ArrayList<>(untold(session, id).map(StoredBreaches::steps).orElse(List.of()));
    steps.remove(step);
    steps.add(step);
    return text(steps);
  }

  private static List<BreachStep> steps(String text) {
    return Arrays.stream(text.split(",")).map(BreachStep::valueOf).toList();
  }

  private static Object text(List<BreachStep> steps) {
    return Session.text(
        Optional.of(steps.stream().map(BreachStep::name).collect(joining(",")))
            .filter(it -> !it.isEmpty()));
  }

  private static boolean update(Session session, Map<String, Object> row, long id, String condition)
      throws SQLException {
    List<Object> parameters = new ArrayList<>(row.values());
    parameters.add(id);
    return session.update(
            "update {KPI_BREACH} set [VERSION_NO] = [VERSION_NO] + 1"
                + row.keySet().stream().map(column -> ", [" + column + "] = ?").collect(joining())
                + " where [ID] = ?"
                + condition,
            parameters.toArray())
        > 0;
  }

  /**
   * Writes what happened to the breaches of a KPI. What people did about them is not touched, so
   * that nothing is lost that somebody does meanwhile.
   *
   * @return the same, each breach with its id
   */
  static List<BreachEvent> write(Session session, long kpiId, List<BreachEvent> events, Instant at)
      throws SQLException {
    List<BreachEvent> written = new ArrayList<>();
    for (BreachEvent event : events) {
      written.add(write(session, kpiId, event, at));
    }
    return written;
  }

  private static BreachEvent write(Session session, long kpiId, BreachEvent event, Instant at)
      throws SQLException {
    if (event instanceof BreachEvent.Opened opened) {
      List<BreachStep> untold = List.of(BreachStep.OPENED);
      return new BreachEvent.Opened(
          added(session, kpiId, opened.breach(), untold, at), opened.revised());
    }
    if (event instanceof BreachEvent.Found found) {
      return new BreachEvent.Found(added(session, kpiId, found.breach(), List.of(), at));
    }
    boolean withdrawn = event instanceof BreachEvent.Withdrawn;
    Map<String, Object> row = columns(kpiId, event.breach(), !withdrawn);
    long id = event.breach().id().orElseThrow();
    row.put("WITHDRAWN", KpiRows.number(withdrawn));
    row.put("UPDATED_AT", at.toEpochMilli());
    Optional<BreachStep> step = BreachStep.of(event);
    if (step.isPresent()) {
      row.put("UNTOLD", untold(session, id, step.get()));
    }
    update(session, row, id, "");
    return event;
  }

  private static Breach added(
      Session session, long kpiId, Breach breach, List<BreachStep> untold, Instant at)
      throws SQLException {
    Map<String, Object> row = columns(kpiId, breach, true);
    row.putAll(columns(breach.handling()));
    row.put("KPI_ID", kpiId);
    row.put("UNTOLD", text(untold));
    row.put("WITHDRAWN", 0);
    row.put("VERSION_NO", Rows.FIRST_VERSION);
    row.put("UPDATED_AT", at.toEpochMilli());
    return breach.withId(session.insert(Tables.KPI_BREACH, row));
  }

  private static Map<String, Object> columns(long kpiId, Breach breach, boolean isOne) {
    Map<String, Object> row = KpiRows.columns("", Optional.of(breach.opened()));
    row.putAll(KpiRows.columns("END_", breach.closed()));
    row.put("OPENED_AT", breach.openedAt().toEpochMilli());
    row.put("CLOSED_AT", Session.whole(breach.closedAt().map(Instant::toEpochMilli)));
    row.put(
        "OPEN_OF", Session.whole(isOne && breach.isOpen() ? Optional.of(kpiId) : Optional.empty()));
    return row;
  }

  private static Map<String, Object> columns(Handling handling) {
    Optional<Handling.Acknowledgement> acknowledged = handling.acknowledged();
    Optional<Handling.Report> report = handling.report();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ACKNOWLEDGED_BY", Session.text(acknowledged.map(Handling.Acknowledgement::byKey)));
    row.put("ACKNOWLEDGED_AT", Session.whole(acknowledged.map(it -> it.at().toEpochMilli())));
    row.put("ACTION_STATE", handling.action().name());
    row.put("ACTOR_KEY", Session.text(report.map(Handling.Report::personKey)));
    row.put(
        "ACTION_RESULT", Session.text(report.map(Handling.Report::result).flatMap(Rows::filled)));
    row.put("REPORTED_BY", Session.text(report.map(Handling.Report::byKey)));
    row.put("REPORTED_AT", Session.whole(report.map(it -> it.at().toEpochMilli())));
    row.put("ESCALATED_AT", Session.whole(handling.escalatedAt().map(Instant::toEpochMilli)));
    return row;
  }
}
