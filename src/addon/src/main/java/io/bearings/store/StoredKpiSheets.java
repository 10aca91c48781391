package io.bearings.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.bearings.kpi.Judged;
import io.bearings.kpi.Judgements;
import io.bearings.kpi.KpiBreach;
import io.bearings.kpi.KpiChange;
import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.KpiSheets;
import io.bearings.kpi.KpiStanding;
import io.bearings.kpi.NewKpi;
import io.bearings.kpi.NewKpiChange;
import io.bearings.kpi.Served;
import io.bearings.kpi.Signals;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Objectives.LastEdit;
import io.bearings.okr.Objectives.Touched;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Sheets of KPIs in our tables. Those that keep the values of a key result are found by none of
 * these: they belong to it, and only who judges them and {@link StoredKeyResultSheets} see them.
 */
@Component
class StoredKpiSheets implements KpiSheets {
  private static final String SELECT = "select " + KpiRows.SHEET + " from {KPI} k where ";
  private static final String STANDING =
      "select "
          + KpiRows.SHEET
          + ", "
          + KpiRows.SIGNALS
          + ", k.[NEXT_ON], k.[PENDING_FROM], k.[BROKEN_ON] from {KPI} k where ";

  private static final String OWN = "k.[KEY_RESULT_ID] is null";

  /** How many of the last changes are looked at for what changed since a version. */
  private static final int REMEMBERED = 100;

  private final Database database;

  @Inject
  StoredKpiSheets(Database database) {
    this.database = database;
  }

  @Override
  public Optional<KpiSheet> sheet(long id) {
    return database.read(session -> sheet(session, id));
  }

  private static Optional<KpiSheet> sheet(Session session, long id) throws SQLException {
    return session.first(SELECT + OWN + " and k.[ID] = ?", KpiRows::sheet, id);
  }

  @Override
  public List<KpiSheet> sheets(Collection<Long> ids) {
    return find(Wanted.withIds(ids));
  }

  @Override
  public List<KpiSheet> find(Wanted wanted) {
    return database.read(session -> found(session, SELECT, wanted, KpiRows::sheet));
  }

  private static <T> List<T> found(
      Session session, String select, Wanted wanted, Session.Row<T> row) throws SQLException {
    Search search = new Search(wanted);
    return session.list(
        select + search.condition() + " order by k.[ID]",
        wanted.limit(),
        row,
        search.parameters.toArray());
  }

  /** The condition of a search, and its parameters in their order. */
  private static final class Search {
    private final List<String> conditions = new ArrayList<>(List.of(OWN));
    private final List<Object> parameters = new ArrayList<>();

    Search(Wanted wanted) {
      wanted.unitIds().ifPresent(ids -> conditions.add(Tables.in("k.[UNIT_ID]", ids)));
      wanted.ids().ifPresent(ids -> conditions.add(Tables.in("k.[ID]", ids)));
      if (!wanted.archived()) {
        conditions.add("k.[ARCHIVED] = 0");
      }
      if (!wanted.text().isEmpty()) {
        conditions.add("(lower(k.[NAME]) like ? escape '!' or k.[ID] = ?)");
        parameters.add(Patterns.part(wanted.text()));
        parameters.add(Patterns.idIn(wanted.text(), "KPI"));
      }
      if (wanted.after() > 0) {
        conditions.add("k.[ID] > ?");
        parameters.add(wanted.after());
      }
    }

    String condition() {
      return String.join(" and ", conditions);
    }
  }

  @Override
  public List<KpiStanding> standings(Wanted wanted) {
    return database.read(session -> standings(session, wanted));
  }

  @Override
  public Optional<KpiStanding> standing(long id) {
    return standings(Wanted.withIds(List.of(id))).stream().findFirst();
  }

  /** A row of a KPI with how it stood. */
  private record StandingRow(
      KpiSheet sheet,
      Signals signals,
      Optional<LocalDate> nextOn,
      Optional<LocalDate> pendingFrom,
      Optional<LocalDate> brokenOn) {

    KpiStanding with(List<Judged> newest, Optional<KpiBreach> open) {
      return new KpiStanding(
          sheet, newest, signals, nextOn, pendingFrom.isPresent(), brokenOn, open);
    }
  }

  private static StandingRow standingRow(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    return new StandingRow(
        KpiRows.sheet(cells), KpiRows.signals(cells), cells.day(), cells.day(), cells.day());
  }

  private static List<KpiStanding> standings(Session session, Wanted wanted) throws SQLException {
    return standings(session, found(session, STANDING, wanted, StoredKpiSheets::standingRow));
  }

  /** The standings of all sheets that meet a condition on alias {@code k}, oldest first. */
  static List<KpiStanding> standings(Session session, String condition, Object... parameters)
      throws SQLException {
    return standings(
        session,
        session.list(
            STANDING + condition + " order by k.[ID]", StoredKpiSheets::standingRow, parameters));
  }

  private static List<KpiStanding> standings(Session session, List<StandingRow> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return List.of();
    }
    List<Long> ids = rows.stream().map(each -> each.sheet().id()).toList();
    Map<Long, List<Judged>> newest = StoredJudgements.newest(session, ids);
    Map<Long, KpiBreach> open = StoredBreaches.open(session, ids);
    return rows.stream()
        .map(
            each ->
                each.with(
                    newest.getOrDefault(each.sheet().id(), List.of()),
                    Optional.ofNullable(open.get(each.sheet().id()))))
        .toList();
  }

  @Override
  public Map<Long, List<Serving>> serving(Collection<Long> objectiveIds) {
    String parts =
        "select "
            + KpiRows.SHEET
            + ", s.[OBJECTIVE_ID], s.[PART] from {KPI_SERVED} s join {KPI} k on k.[ID] = s.[KPI_ID]"
            + " where k.[ARCHIVED] = 0 and "
            + Tables.in("s.[OBJECTIVE_ID]", objectiveIds)
            + " order by k.[ID]";
    return database.read(
        session ->
            session.list(parts, StoredKpiSheets::part).stream()
                .collect(
                    groupingBy(
                        PartRow::objectiveId, TreeMap::new, mapping(PartRow::of, toList()))));
  }

  @Override
  public List<KpiSheet> around(long unitId, Collection<Long> objectiveIds) {
    String query =
        SELECT
            + OWN
            + " and k.[ARCHIVED] = 0 and (k.[UNIT_ID] = ? or k.[ID] in"
            + " (select s.[KPI_ID] from {KPI_SERVED} s where "
            + Tables.in("s.[OBJECTIVE_ID]", objectiveIds)
            + ")) order by k.[ID]";
    return database.read(session -> session.list(query, KpiRows::sheet, unitId));
  }

  private record PartRow(long objectiveId, Serving of) {}

  private static PartRow part(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    KpiSheet sheet = KpiRows.sheet(cells);
    return new PartRow(cells.id(), new Serving(sheet, Served.Part.valueOf(cells.text())));
  }

  @Override
  public KpiSheet add(NewKpi kpi, Edit by) {
    return database.write(
        session -> {
          long id = insert(session, kpi.unitId(), kpi.content(), Optional.empty(), by);
          KpiUses.write(session, id, Set.of(), KpiUses.named(kpi.content()));
          serve(session, id, kpi.content().purpose().serves());
          return sheet(session, id)
              .orElseThrow(() -> new SQLException("A row that was just written is gone"));
        });
  }

  /**
   * Writes the row of a new sheet, which is then to be judged.
   *
   * @param keyResultId the key result whose values it keeps; absent for a KPI of its own
   * @return its id
   */
  static long insert(
      Session session, long unitId, KpiContent content, Optional<Long> keyResultId, Edit by)
      throws SQLException {
    Map<String, Object> row = KpiRows.columns(content);
    row.put("UNIT_ID", unitId);
    row.put("KEY_RESULT_ID", Session.whole(keyResultId));
    row.put("ARCHIVED", 0);
    row.put("STAMP", 1L);
    row.put("DUE_ON", KpiDue.AT_ONCE);
    row.put("PENDING_FROM", Judgements.FROM_THE_FIRST.toString());
    row.putAll(Rows.creation(by));
    return session.insert(Tables.KPI, row);
  }

  private static void serve(Session session, long id, List<Served> serves) throws SQLException {
    session.insertAll(
        Tables.KPI_SERVED,
        serves.stream()
            .map(
                each -> {
                  Map<String, Object> row = new LinkedHashMap<>();
                  row.put("KPI_ID", id);
                  row.put("OBJECTIVE_ID", each.objectiveId());
                  row.put("PART", each.part().name());
                  row.put("NATURAL_KEY", id + ":" + each.objectiveId());
                  return row;
                })
            .toList());
  }

  @Override
  public Optional<KpiSheet> change(
      KpiSheet changed, List<NewKpiChange> history, Effect effect, Edit by) {
    return database.write(
        session -> {
          Optional<KpiSheet> before = sheet(session, changed.id());
          if (before.isEmpty() || !written(session, changed, effect, by)) {
            return Optional.empty();
          }
          follow(session, changed.id(), before.get().content(), changed.content());
          session.insertAll(
              Tables.KPI_CHANGE,
              history.stream().map(each -> row(each, changed, effect, by)).toList());
          return sheet(session, changed.id());
        });
  }

  private static boolean written(Session session, KpiSheet changed, Effect effect, Edit by)
      throws SQLException {
    Map<String, Object> row = KpiRows.columns(changed.content());
    row.put("UNIT_ID", changed.unitId());
    row.put("ARCHIVED", KpiRows.number(changed.archived()));
    effect.brokenOn().ifPresent(day -> row.put("BROKEN_ON", day.toString()));
    if (!Rows.update(session, Tables.KPI, changed.id(), changed.version(), row, by)) {
      return false;
    }
    KpiDue.sheetChanged(session, changed.id(), effect.judgeFrom());
    return true;
  }

  private static void follow(Session session, long id, KpiContent before, KpiContent after)
      throws SQLException {
    KpiUses.write(session, id, KpiUses.named(before), KpiUses.named(after));
    List<Served> serves = after.purpose().serves();
    if (!serves.equals(before.purpose().serves())) {
      session.update("delete from {KPI_SERVED} where [KPI_ID] = ?", id);
      serve(session, id, serves);
    }
  }

  private static Map<String, Object> row(
      NewKpiChange change, KpiSheet changed, Effect effect, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KPI_ID", changed.id());
    row.put("VERSION_NO", changed.version() + 1);
    row.put("FIELD_NAME", change.field());
    row.put("FROM_TEXT", Session.text(change.from().flatMap(Rows::filled)));
    row.put("TO_TEXT", Session.text(change.to().flatMap(Rows::filled)));
    row.put("REASON", Session.text(change.reason().flatMap(Rows::filled)));
    row.put("BROKEN_ON", KpiRows.day(effect.brokenOn()));
    row.put("CHANGED_BY", by.who().key());
    row.put("CHANGED_AT", by.when().toEpochMilli());
    return row;
  }

  @Override
  public Optional<LastEdit> lastEdit(long id) {
    List<LastEdit> edits =
        database.read(
            session ->
                session.list(
                    "select k.[UPDATED_BY], h.[VERSION_NO], h.[FIELD_NAME] from {KPI} k"
                        + " left join {KPI_CHANGE} h on h.[KPI_ID] = k.[ID] where k.[ID] = ?"
                        + " order by h.[ID] desc",
                    REMEMBERED,
                    StoredKpiSheets::edit,
                    id));
    return edits.stream()
        .findFirst()
        .map(
            newest ->
                new LastEdit(
                    newest.by(),
                    edits.stream()
                        .flatMap(each -> each.touched().stream())
                        .sorted((one, other) -> one.version() - other.version())
                        .toList()));
  }

  private static LastEdit edit(ResultSet row) throws SQLException {
    Optional<String> field = Optional.ofNullable(row.getString(3));
    int version = row.getInt(2);
    return new LastEdit(
        row.getString(1), field.map(it -> new Touched(version, Set.of(it))).stream().toList());
  }

  @Override
  public List<KpiChange> history(long id, long before, int limit) {
    return database.read(
        session ->
            session.list(
                "select h.[ID], h.[KPI_ID], h.[FIELD_NAME], h.[FROM_TEXT], h.[TO_TEXT],"
                    + " h.[REASON], h.[VERSION_NO], h.[CHANGED_BY], h.[CHANGED_AT]"
                    + " from {KPI_CHANGE} h where h.[KPI_ID] = ? and h.[ID] < ?"
                    + " order by h.[ID] desc",
                limit,
                StoredKpiSheets::change,
                id,
                before));
  }

  private static KpiChange change(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    return new KpiChange(
        cells.id(),
        cells.id(),
        new NewKpiChange(cells.text(), cells.optional(), cells.optional(), cells.optional()),
        cells.whole(),
        cells.text(),
        Instant.ofEpochMilli(cells.id()));
  }

  @Override
  public List<LocalDate> breaks(long id) {
    return database.read(
        session ->
            session.list(
                "select distinct h.[BROKEN_ON] from {KPI_CHANGE} h"
                    + " where h.[KPI_ID] = ? and h.[BROKEN_ON] is not null order by h.[BROKEN_ON]",
                row -> Rows.day(row.getString(1)),
                id));
  }

  @Override
  public Map<Long, Set<Long>> uses() {
    return database.read(KpiUses::all);
  }
}
