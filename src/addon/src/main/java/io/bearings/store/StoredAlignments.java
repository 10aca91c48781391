package io.bearings.store;

import io.bearings.okr.Alignment;
import io.bearings.okr.AlignmentGraph;
import io.bearings.okr.Alignments;
import io.bearings.okr.Arrow;
import io.bearings.okr.NewChange;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Visibility;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Alignments in our tables. */
@Component
class StoredAlignments implements Alignments {
  private static final String COLUMNS =
      "select a.[ID], a.[ARROW_KIND], a.[FROM_ID], a.[TO_ID], a.[TO_KEY_RESULT_ID],"
          + " a.[WEIGHT_MICROS]";
  private static final int WIDTH = 6;

  private static final String SELECT = COLUMNS + " from {ALIGNMENT} a";

  /** An alignment with the objective at its end. */
  private static final String ARROW =
      COLUMNS
          + ", t.[UNIT_ID], t.[CYCLE_ID], t.[TITLE], t.[VISIBILITY], t.[OWNER_KEY]"
          + " from {ALIGNMENT} a join {OBJECTIVE} t on t.[ID] = a.[TO_ID]";

  private final Database database;

  @Inject
  StoredAlignments(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Alignment> alignment(long id) {
    return database.read(
        session -> session.first(SELECT + " where a.[ID] = ?", StoredAlignments::alignment, id));
  }

  @Override
  public List<Arrow> between(Collection<Long> fromUnitIds, Collection<Long> toUnitIds) {
    String beginning =
        ARROW
            + " join {OBJECTIVE} s on s.[ID] = a.[FROM_ID] where "
            + Tables.in("s.[UNIT_ID]", fromUnitIds);
    String feeding =
        ARROW
            + " where a.[TO_KEY_RESULT_ID] is not null and a.[ARROW_KIND] = ? and "
            + Tables.in("t.[UNIT_ID]", toUnitIds);
    return distinct(beginning + " union all " + feeding, Alignment.Kind.CONTRIBUTES.name());
  }

  @Override
  public List<Arrow> from(Collection<Long> objectiveIds) {
    return distinct(ARROW + " where " + Tables.in("a.[FROM_ID]", objectiveIds));
  }

  @Override
  public List<Arrow> to(Collection<Long> keyResultIds) {
    return distinct(
        ARROW + " where a.[ARROW_KIND] = ? and " + Tables.in("a.[TO_KEY_RESULT_ID]", keyResultIds),
        Alignment.Kind.CONTRIBUTES.name());
  }

  /** The arrows of a query that may give one twice, oldest first. */
  private List<Arrow> distinct(String query, Object... parameters) {
    SortedMap<Long, Arrow> byId = new TreeMap<>();
    database
        .read(session -> session.list(query, StoredAlignments::arrow, parameters))
        .forEach(arrow -> byId.put(arrow.alignment().id(), arrow));
    return List.copyOf(byId.values());
  }

  private static Arrow arrow(ResultSet row) throws SQLException {
    return new Arrow(
        alignment(row),
        new Arrow.End(
            row.getLong(WIDTH + 1),
            Rows.id(row, WIDTH + 2),
            row.getString(WIDTH + 3),
            Visibility.valueOf(row.getString(WIDTH + 4)),
            row.getString(WIDTH + 5)));
  }

  @Override
  public List<AlignmentGraph.Contribution> contributions() {
    return database.read(
        session ->
            session.list(
                "select a.[FROM_ID], a.[TO_ID] from {ALIGNMENT} a where a.[ARROW_KIND] = ?",
                row -> new AlignmentGraph.Contribution(row.getLong(1), row.getLong(2)),
                Alignment.Kind.CONTRIBUTES.name()));
  }

  static Alignment alignment(ResultSet row) throws SQLException {
    return new Alignment(
        row.getLong(1),
        Alignment.Kind.valueOf(row.getString(2)),
        row.getLong(3),
        row.getLong(4),
        Rows.id(row, 5),
        Rows.weight(row.getLong(6)));
  }

  @Override
  public Optional<Alignment> add(NewAlignment alignment, List<NewChange> history, Edit by) {
    String naturalKey = naturalKey(alignment);
    return database.write(
        session -> {
          boolean known =
              session
                  .first(
                      "select a.[ID] from {ALIGNMENT} a where a.[NATURAL_KEY] = ?",
                      row -> row.getLong(1),
                      naturalKey)
                  .isPresent();
          if (known) {
            return Optional.empty();
          }
          long id = session.insert(Tables.ALIGNMENT, row(alignment, naturalKey, by));
          StoredChanges.insert(session, history, by);
          return session.first(SELECT + " where a.[ID] = ?", StoredAlignments::alignment, id);
        });
  }

  private static String naturalKey(NewAlignment alignment) {
    return alignment.fromId()
        + ":"
        + alignment.kind()
        + ":"
        + alignment.toId()
        + ":"
        + alignment.toKeyResultId().map(String::valueOf).orElse("");
  }

  private static Map<String, Object> row(NewAlignment alignment, String naturalKey, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ARROW_KIND", alignment.kind().name());
    row.put("FROM_ID", alignment.fromId());
    row.put("TO_ID", alignment.toId());
    row.put("TO_KEY_RESULT_ID", Session.whole(alignment.toKeyResultId()));
    row.put("WEIGHT_MICROS", Rows.micros(alignment.weight()));
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    row.put("NATURAL_KEY", naturalKey);
    return row;
  }

  @Override
  public Optional<Alignment> weigh(
      Alignment alignment, BigDecimal weight, List<NewChange> history, Edit by) {
    return database.write(
        session -> {
          int rows =
              session.update(
                  "update {ALIGNMENT} set [WEIGHT_MICROS] = ? where [ID] = ?",
                  Rows.micros(weight),
                  alignment.id());
          if (rows > 0) {
            StoredChanges.insert(session, history, by);
          }
          return rows > 0 ? Optional.of(alignment.weighing(weight)) : Optional.empty();
        });
  }

  @Override
  public boolean remove(Alignment alignment, List<NewChange> history, Edit by) {
    return database.write(
        session -> {
          boolean removed =
              session.update("delete from {ALIGNMENT} where [ID] = ?", alignment.id()) > 0;
          if (removed) {
            StoredChanges.insert(session, history, by);
          }
          return removed;
        });
  }
}
