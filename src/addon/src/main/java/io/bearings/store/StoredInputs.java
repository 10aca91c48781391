package io.bearings.store;

import io.bearings.kpi.StatedInputs;
import io.bearings.kpi.UnitInputs;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Readings.Valued;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The inputs of units in our tables. */
@Component
class StoredInputs implements StatedInputs {
  private static final String SELECT =
      "select i.[UNIT_ID], i.[HOURLY_RATE], i.[BUDGET], i.[PHASING], i.[SPEND], i.[VERSION]"
          + " from {UNIT_INPUT} i where ";

  private final Database database;

  @Inject
  StoredInputs(Database database) {
    this.database = database;
  }

  @Override
  public List<UnitInputs> of(Collection<Long> unitIds) {
    return unitIds.isEmpty()
        ? List.of()
        : database.read(
            session ->
                session.list(SELECT + Tables.in("i.[UNIT_ID]", unitIds), StoredInputs::inputs));
  }

  private static UnitInputs inputs(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    return new UnitInputs(
        cells.id(),
        values(cells.optional()),
        values(cells.optional()),
        values(cells.optional()),
        values(cells.optional()),
        cells.whole());
  }

  private static List<Valued> values(Optional<String> text) {
    return Lines.entries(text).stream()
        .map(parts -> new Valued(LocalDate.parse(parts.get(0)), new BigDecimal(parts.get(1))))
        .toList();
  }

  private static Object text(List<Valued> values) {
    return Session.text(
        Lines.text(
            values.stream()
                .map(each -> List.of(each.date().toString(), each.value().toPlainString()))
                .toList()));
  }

  @Override
  public Optional<UnitInputs> change(UnitInputs changed, Edit by) {
    int next = changed.version() + 1;
    return database.write(
        session -> {
          boolean written =
              changed.version() == 0
                  ? add(session, changed, by)
                  : session.update(
                          "update {UNIT_INPUT} set [HOURLY_RATE] = ?, [BUDGET] = ?, [PHASING] = ?,"
                              + " [SPEND] = ?, [VERSION] = ?, [UPDATED_BY] = ?, [UPDATED_AT] = ?"
                              + " where [UNIT_ID] = ? and [VERSION] = ?",
                          text(changed.hourlyRate()),
                          text(changed.budget()),
                          text(changed.phasing()),
                          text(changed.spend()),
                          next,
                          by.who().key(),
                          by.when().toEpochMilli(),
                          changed.unitId(),
                          changed.version())
                      > 0;
          return Optional.of(changed.atVersion(next)).filter(any -> written);
        });
  }

  private static boolean add(Session session, UnitInputs inputs, Edit by) throws SQLException {
    boolean there =
        session
            .first(SELECT + "i.[UNIT_ID] = ?", StoredInputs::inputs, inputs.unitId())
            .isPresent();
    if (there) {
      return false;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("UNIT_ID", inputs.unitId());
    row.put("HOURLY_RATE", text(inputs.hourlyRate()));
    row.put("BUDGET", text(inputs.budget()));
    row.put("PHASING", text(inputs.phasing()));
    row.put("SPEND", text(inputs.spend()));
    row.put("VERSION", 1);
    row.put("UPDATED_BY", by.who().key());
    row.put("UPDATED_AT", by.when().toEpochMilli());
    session.insert(Tables.UNIT_INPUT, row);
    return true;
  }

  @Override
  public Optional<String> lastEditor(long unitId) {
    return database.read(
        session ->
            session.first(
                "select i.[UPDATED_BY] from {UNIT_INPUT} i where i.[UNIT_ID] = ?",
                row -> row.getString(1),
                unitId));
  }
}
