package io.bearings.store;

import io.bearings.okr.CadenceSetting;
import io.bearings.okr.Capacity;
import io.bearings.okr.NewUnit;
import io.bearings.okr.Openness;
import io.bearings.okr.Thresholds;
import io.bearings.okr.Unit;
import io.bearings.okr.UnitLevel;
import io.bearings.okr.UnitSettings;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a row becomes a unit, and a unit a row. */
final class UnitRows {
  /** The columns of a unit of alias {@code u}, as {@link #unit} reads them. */
  static final String COLUMNS =
      "u.[ID], u.[NAME], u.[UNIT_LEVEL], u.[PARENT_ID], u.[LEAD_KEY], u.[DEPUTY_KEY],"
          + " u.[GROUP_NAME], u.[PROJECT_IDS], u.[OPENNESS], u.[THRESHOLDS], u.[CADENCE],"
          + " u.[ADVANCED], u.[CAPACITY], u.[ARCHIVED], u.[VERSION_NO], u.[BOARD_IDS]";

  /** How many columns that are. */
  static final int WIDTH = 16;

  private static final String BETWEEN = ";";
  private static final String BAR = "|";

  private UnitRows() {}

  static Unit unit(ResultSet row) throws SQLException {
    return new Unit(
        row.getLong(1),
        row.getString(2),
        UnitLevel.valueOf(row.getString(3)),
        Rows.id(row, 4),
        Optional.ofNullable(row.getString(5)),
        Optional.ofNullable(row.getString(6)),
        Optional.ofNullable(row.getString(7)),
        ids(row.getString(8)),
        ids(row.getString(16)),
        Openness.valueOf(row.getString(9)),
        new UnitSettings(
            Optional.ofNullable(row.getString(10)).map(UnitRows::thresholds),
            cadence(row.getString(11)),
            row.getInt(12) == 1,
            capacity(row.getString(13))),
        row.getInt(14) == 1,
        row.getInt(15));
  }

  /** What somebody can write of a unit, by column. */
  static Map<String, Object> columns(NewUnit unit) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("NAME", unit.name());
    row.put("UNIT_LEVEL", unit.level().name());
    row.put("PARENT_ID", Session.whole(unit.parentId()));
    row.put("LEAD_KEY", Session.text(unit.leadKey()));
    row.put("DEPUTY_KEY", Session.text(unit.deputyKey()));
    row.put("GROUP_NAME", Session.text(unit.groupName()));
    row.put("PROJECT_IDS", Session.text(text(unit.projectIds())));
    row.put("BOARD_IDS", Session.text(text(unit.boardIds())));
    row.put("OPENNESS", unit.openness().name());
    row.put("THRESHOLDS", Session.text(unit.settings().thresholds().map(UnitRows::text)));
    row.put("CADENCE", text(unit.settings().cadence()));
    row.put("ADVANCED", unit.settings().advanced() ? 1 : 0);
    row.put("CAPACITY", text(unit.settings().capacity()));
    return row;
  }

  static Optional<String> text(List<Long> ids) {
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(ids.stream().map(String::valueOf).collect(Collectors.joining(BAR, BAR, BAR)));
  }

  private static List<Long> ids(String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("\\|")).filter(id -> !id.isEmpty()).map(Long::valueOf).toList();
  }

  private static String text(Thresholds thresholds) {
    return thresholds.onTrack().toPlainString() + BETWEEN + thresholds.atRisk().toPlainString();
  }

  private static Thresholds thresholds(String text) {
    String[] parts = text.split(BETWEEN);
    return new Thresholds(new BigDecimal(parts[0]), new BigDecimal(parts[1]));
  }

  static String text(CadenceSetting cadence) {
    return String.join(
        BETWEEN,
        cadence.every().name(),
        cadence.day().name(),
        String.valueOf(cadence.dayOfMonth()),
        String.valueOf(cadence.hour()));
  }

  private static CadenceSetting cadence(String text) {
    String[] parts = text.split(BETWEEN);
    return new CadenceSetting(
        CadenceSetting.Every.valueOf(parts[0]),
        DayOfWeek.valueOf(parts[1]),
        Integer.parseInt(parts[2]),
        Integer.parseInt(parts[3]));
  }

  static String text(Capacity capacity) {
    return String.join(
        BETWEEN,
        String.valueOf(capacity.members()),
        capacity.hoursPerDay().toPlainString(),
        capacity.focusShare().toPlainString());
  }

  private static Capacity capacity(String text) {
    String[] parts = text.split(BETWEEN);
    return new Capacity(
        Integer.parseInt(parts[0]), new BigDecimal(parts[1]), new BigDecimal(parts[2]));
  }
}
