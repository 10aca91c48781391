package io.bearings.store;

import io.bearings.okr.Cycle;
import io.bearings.okr.CycleBinding;
import io.bearings.okr.CycleChange;
import io.bearings.okr.CycleChange.Field;
import io.bearings.okr.CycleKind;
import io.bearings.okr.CycleLength;
import io.bearings.okr.CycleState;
import io.bearings.okr.Cycles;
import io.bearings.okr.NewCycle;
import io.bearings.okr.Objectives.Edit;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Cycles in our tables. */
@Component
class StoredCycles implements Cycles {
  private static final String SELECT =
      "select c.[ID], c.[UNIT_ID], c.[NAME], c.[FIRST_DAY], c.[LAST_DAY], c.[CYCLE_STATE],"
          + " c.[CYCLE_KIND], c.[CYCLE_LENGTH], c.[PARENT_ID], c.[PROJECT_ID], c.[EPIC_KEY],"
          + " c.[FIX_VERSION], c.[VERSION_NO] from {OKR_CYCLE} c where ";

  private static final long NOT_SAVED = 0;

  private final Database database;

  @Inject
  StoredCycles(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Cycle> cycle(long id) {
    return database.read(session -> session.first(SELECT + "c.[ID] = ?", StoredCycles::cycle, id));
  }

  @Override
  public List<Cycle> serving(Collection<Long> unitIds) {
    return database.read(
        session ->
            session.list(
                SELECT
                    + Tables.in("c.[UNIT_ID]", unitIds)
                    + " order by c.[FIRST_DAY] desc, c.[LAST_DAY], c.[ID]",
                StoredCycles::cycle));
  }

  @Override
  public List<Cycle> partsOf(long cycleId) {
    return database.read(
        session ->
            session.list(
                SELECT + "c.[PARENT_ID] = ? order by c.[FIRST_DAY], c.[ID]",
                StoredCycles::cycle,
                cycleId));
  }

  private static Cycle cycle(ResultSet row) throws SQLException {
    return new Cycle(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        LocalDate.parse(row.getString(4)),
        LocalDate.parse(row.getString(5)),
        CycleState.valueOf(row.getString(6)),
        CycleKind.valueOf(row.getString(7)),
        CycleLength.valueOf(row.getString(8)),
        Rows.id(row, 9),
        binding(row),
        row.getInt(13));
  }

  private static Optional<CycleBinding> binding(ResultSet row) throws SQLException {
    String epicKey = row.getString(11);
    String fixVersion = row.getString(12);
    return Rows.id(row, 10)
        .map(
            id ->
                new CycleBinding(
                    id, Optional.ofNullable(epicKey), Optional.ofNullable(fixVersion)));
  }

  @Override
  public Optional<Cycle> add(NewCycle cycle, Edit by) {
    Cycle added = withId(NOT_SAVED, cycle);
    Map<String, Object> row = columns(added);
    row.put("UNIT_ID", added.unitId());
    row.put("CYCLE_KIND", added.kind().name());
    row.put("CYCLE_STATE", added.state().name());
    row.putAll(Rows.creation(by));
    return database.write(
        session ->
            overlaps(session, added)
                ? Optional.empty()
                : Optional.of(withId(session.insert(Tables.OKR_CYCLE, row), cycle)));
  }

  private static Cycle withId(long id, NewCycle cycle) {
    return new Cycle(
        id,
        cycle.unitId(),
        cycle.name(),
        cycle.first(),
        cycle.last(),
        CycleState.PLANNING,
        cycle.kind(),
        cycle.length(),
        cycle.parentId(),
        cycle.binding(),
        Rows.FIRST_VERSION);
  }

  private static Map<String, Object> columns(Cycle cycle) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("NAME", cycle.name());
    row.put("FIRST_DAY", cycle.first().toString());
    row.put("LAST_DAY", cycle.last().toString());
    row.put("CYCLE_LENGTH", cycle.length().name());
    row.put("PARENT_ID", Session.whole(cycle.parentId()));
    row.put("PROJECT_ID", Session.whole(cycle.binding().map(CycleBinding::projectId)));
    row.put("EPIC_KEY", Session.text(cycle.binding().flatMap(CycleBinding::epicKey)));
    row.put("FIX_VERSION", Session.text(cycle.binding().flatMap(CycleBinding::fixVersion)));
    return row;
  }

  /**
   * Whether a calendar cycle shares a day with another one of its unit and length. The row of the
   * unit is written to, unchanged, so that a second person who saves waits for the first.
   */
  private static boolean overlaps(Session session, Cycle cycle) throws SQLException {
    if (cycle.kind() != CycleKind.CALENDAR) {
      return false;
    }
    session.update(
        "update {ORG_UNIT} set [VERSION_NO] = [VERSION_NO] where [ID] = ?", cycle.unitId());
    return session
        .first(
            SELECT
                + "c.[UNIT_ID] = ? and c.[CYCLE_KIND] = ? and c.[CYCLE_LENGTH] = ?"
                + " and c.[FIRST_DAY] <= ? and c.[LAST_DAY] >= ? and c.[ID] <> ?",
            StoredCycles::cycle,
            cycle.unitId(),
            cycle.kind().name(),
            cycle.length().name(),
            cycle.last().toString(),
            cycle.first().toString(),
            cycle.id())
        .isPresent();
  }

  @Override
  public Saved change(Cycle before, Cycle changed, Edit by) {
    return database.write(
        session -> {
          if (overlaps(session, changed)) {
            return new Saved.Overlapping();
          }
          if (!update(session, changed, columns(changed), by)) {
            return new Saved.OtherVersion();
          }
          record(session, before.id(), Field.FIRST, before.first(), changed.first(), by);
          record(session, before.id(), Field.LAST, before.last(), changed.last(), by);
          return new Saved.Written(with(changed, changed.state()));
        });
  }

  @Override
  public Optional<Cycle> step(Cycle cycle, CycleState to, Edit by) {
    boolean stepped =
        database.write(
            session -> {
              boolean current = update(session, cycle, Map.of("CYCLE_STATE", to.name()), by);
              if (current) {
                record(session, cycle.id(), Field.STATE, cycle.state(), to, by);
              }
              return current;
            });
    return stepped ? Optional.of(with(cycle, to)) : Optional.empty();
  }

  private static boolean update(Session session, Cycle cycle, Map<String, Object> row, Edit by)
      throws SQLException {
    return Rows.update(session, Tables.OKR_CYCLE, cycle.id(), cycle.version(), row, by);
  }

  /** Records a change, if it is one. */
  private static void record(
      Session session, long cycleId, Field field, Object from, Object to, Edit by)
      throws SQLException {
    if (from.equals(to)) {
      return;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("CYCLE_ID", cycleId);
    row.put("FIELD_NAME", field.name());
    row.put("OLD_TEXT", from.toString());
    row.put("NEW_TEXT", to.toString());
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    session.insert(Tables.CYCLE_CHANGE, row);
  }

  /** The cycle as it is stored after a change. */
  private static Cycle with(Cycle cycle, CycleState state) {
    return new Cycle(
        cycle.id(),
        cycle.unitId(),
        cycle.name(),
        cycle.first(),
        cycle.last(),
        state,
        cycle.kind(),
        cycle.length(),
        cycle.parentId(),
        cycle.binding(),
        cycle.version() + 1);
  }

  @Override
  public List<CycleChange> changes(long cycleId) {
    return database.read(
        session ->
            session.list(
                "select h.[FIELD_NAME], h.[OLD_TEXT], h.[NEW_TEXT], h.[CREATED_BY],"
                    + " h.[CREATED_AT] from {CYCLE_CHANGE} h where h.[CYCLE_ID] = ?"
                    + " order by h.[ID]",
                row ->
                    new CycleChange(
                        Field.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Instant.ofEpochMilli(row.getLong(5))),
                cycleId));
  }

  @Override
  public Optional<String> lastEditor(long cycleId) {
    return Rows.lastEditor(database, Tables.OKR_CYCLE, cycleId);
  }
}
