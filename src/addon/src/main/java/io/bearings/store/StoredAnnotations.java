package io.bearings.store;

import io.bearings.okr.Objectives.Edit;
import io.bearings.talk.Annotation;
import io.bearings.talk.Annotations;
import io.bearings.talk.Item;
import io.bearings.talk.Place;
import io.bearings.talk.Subject;
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
import org.springframework.stereotype.Component;

/** Annotations in our tables. */
@Component
class StoredAnnotations implements Annotations {
  private static final String SELECT =
      "select a.[ID], a.[UNIT_ID], a.[CYCLE_ID], a.[OBJECTIVE_ID], a.[KEY_RESULT_ID], a.[KPI_ID],"
          + " a.[BODY], a.[FIRST_DAY], a.[LAST_DAY], a.[CREATED_BY], a.[CREATED_AT],"
          + " a.[VERSION_NO], a.[REMOVED_AT] from {ANNOTATION} a where ";
  private static final String LATEST_FIRST = " order by a.[FIRST_DAY] desc, a.[ID] desc";

  /** A quarter lies in a half, and that in a year; nothing is longer. */
  private static final String OF_CYCLES =
      "a.[CYCLE_ID] = %1$s"
          + " or a.[CYCLE_ID] in (select y.[PARENT_ID] from {OKR_CYCLE} y where y.[ID] = %1$s)"
          + " or a.[CYCLE_ID] in (select y.[PARENT_ID] from {OKR_CYCLE} y where y.[ID] in"
          + " (select z.[PARENT_ID] from {OKR_CYCLE} z where z.[ID] = %1$s))";

  private final Database database;

  @Inject
  StoredAnnotations(Database database) {
    this.database = database;
  }

  @Override
  public List<Annotation> of(Item item, List<Long> unitPath) {
    List<String> places = new ArrayList<>(List.of(inUnits(unitPath)));
    item.objectiveId().ifPresent(id -> places.add("a.[OBJECTIVE_ID] = " + id));
    item.keyResultId().ifPresent(id -> places.add("a.[KEY_RESULT_ID] = " + id));
    if (item.subject().kind() == Subject.Kind.KPI) {
      places.add("a.[KPI_ID] = " + item.subject().id());
    }
    item.objectiveId()
        .map("(select o.[CYCLE_ID] from {OBJECTIVE} o where o.[ID] = %d)"::formatted)
        .ifPresent(cycle -> places.add(ofCycles(cycle)));
    return list(places);
  }

  @Override
  public List<Annotation> ofUnit(List<Long> unitPath) {
    return list(List.of(inUnits(unitPath)));
  }

  @Override
  public List<Annotation> ofCycle(long cycleId, List<Long> unitPath) {
    return list(List.of(inUnits(unitPath), ofCycles(String.valueOf(cycleId))));
  }

  @Override
  public List<Annotation> around(
      Collection<Long> objectiveIds, Collection<Long> kpiIds, long cycleId, List<Long> unitPath) {
    return list(
        List.of(
            inUnits(unitPath),
            ofCycles(String.valueOf(cycleId)),
            Tables.in("a.[OBJECTIVE_ID]", objectiveIds),
            "a.[KEY_RESULT_ID] in (select k.[ID] from {KEY_RESULT} k where "
                + Tables.in("k.[OBJECTIVE_ID]", objectiveIds)
                + ")",
            Tables.in("a.[KPI_ID]", kpiIds)));
  }

  private static String inUnits(List<Long> unitPath) {
    return Tables.in("a.[UNIT_ID]", unitPath);
  }

  /**
   * @param cycle the cycle's id in SQL
   */
  private static String ofCycles(String cycle) {
    return OF_CYCLES.formatted(cycle);
  }

  private List<Annotation> list(List<String> places) {
    return database.read(
        session ->
            session.list(
                SELECT
                    + "("
                    + String.join(" or ", places)
                    + ") and a.[REMOVED_AT] is null"
                    + LATEST_FIRST,
                StoredAnnotations::annotation));
  }

  private static Annotation annotation(ResultSet row) throws SQLException {
    return new Annotation(
        row.getLong(1),
        place(row),
        row.getString(7),
        LocalDate.parse(row.getString(8)),
        Optional.ofNullable(row.getString(9)).map(LocalDate::parse),
        row.getString(10),
        Instant.ofEpochMilli(row.getLong(11)),
        SubjectRows.whole(row, 12).map(Long::intValue).orElse(1),
        SubjectRows.whole(row, 13).isPresent());
  }

  private static Place place(ResultSet row) throws SQLException {
    int column = 2;
    for (Place.Kind kind : Place.Kind.values()) {
      Optional<Long> id = SubjectRows.whole(row, column);
      if (id.isPresent()) {
        return new Place(kind, id.get());
      }
      column++;
    }
    throw new SQLException("Annotation " + row.getLong(1) + " stands nowhere");
  }

  @Override
  public Annotation add(Place on, String text, LocalDate first, Optional<LocalDate> last, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (Place.Kind kind : Place.Kind.values()) {
      row.put(
          kind.name() + "_ID",
          Session.whole(kind == on.kind() ? Optional.of(on.id()) : Optional.empty()));
    }
    row.put("BODY", text);
    row.put("FIRST_DAY", first.toString());
    row.put("LAST_DAY", Session.text(last.map(LocalDate::toString)));
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    long id = database.write(session -> session.insert(Tables.ANNOTATION, row));
    return new Annotation(id, on, text, first, last, by.who().key(), by.when(), 1, false);
  }

  @Override
  public Optional<Annotation> annotation(long id) {
    return database.read(session -> annotation(session, id));
  }

  private static Optional<Annotation> annotation(Session session, long id) throws SQLException {
    return session.first(SELECT + "a.[ID] = ?", StoredAnnotations::annotation, id);
  }

  @Override
  public Optional<Annotation> save(Annotation changed, Edit by) {
    return database.write(
        session ->
            session.update(
                        "update {ANNOTATION} set [BODY] = ?, [FIRST_DAY] = ?, [LAST_DAY] = ?,"
                            + " [REMOVED_AT] = ?, [UPDATED_BY] = ?, [VERSION_NO] = ?"
                            + " where [ID] = ? and coalesce([VERSION_NO], 1) = ?",
                        changed.text(),
                        changed.first().toString(),
                        Session.text(changed.last().map(LocalDate::toString)),
                        Session.whole(
                            changed.removed()
                                ? Optional.of(by.when().toEpochMilli())
                                : Optional.empty()),
                        by.who().key(),
                        changed.version() + 1,
                        changed.id(),
                        changed.version())
                    == 1
                ? annotation(session, changed.id())
                : Optional.empty());
  }

  @Override
  public Optional<String> lastEditor(long id) {
    return database.read(
        session ->
            session.first(
                "select coalesce(a.[UPDATED_BY], a.[CREATED_BY]) from {ANNOTATION} a"
                    + " where a.[ID] = ?",
                row -> row.getString(1),
                id));
  }
}
