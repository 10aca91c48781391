package io.bearings.store;

import io.bearings.okr.CycleState;
import io.bearings.okr.ObjectiveState;
import io.bearings.okr.Visibility;
import io.bearings.okr.Window;
import io.bearings.rhythm.Duties;
import io.bearings.rhythm.Duty;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Who has to check in, from the tables of key results, objectives and cycles. */
@Component
class StoredDuties implements Duties {
  private static final String ACTIVE =
      "select k.[ID], k.[TITLE], k.[OWNER_KEY], o.[UNIT_ID], c.[FIRST_DAY], c.[LAST_DAY],"
          + " k.[ACTIVATED_ON], k.[DUE_ON], k.[LAST_CHECK_IN_AT] from {KEY_RESULT} k"
          + " join {OBJECTIVE} o on o.[ID] = k.[OBJECTIVE_ID]"
          + " join {ORG_UNIT} u on u.[ID] = o.[UNIT_ID]"
          + " join {OKR_CYCLE} c on c.[ID] = o.[CYCLE_ID]"
          + " where k.[LIFE_STATE] = ? and k.[ARCHIVED] = 0 and o.[LIFE_STATE] = ?"
          + " and o.[ARCHIVED] = 0 and u.[ARCHIVED] = 0 and c.[CYCLE_STATE] = ?";

  private static final String BY_OWNER = " order by k.[OWNER_KEY], k.[ID]";

  private final Database database;

  @Inject
  StoredDuties(Database database) {
    this.database = database;
  }

  @Override
  public void each(Consumer<Duty> taker) {
    hand(ACTIVE + BY_OWNER, taker, states());
  }

  @Override
  public void eachOf(Collection<String> personKeys, Consumer<Duty> taker) {
    String keys = "(" + String.join(", ", Collections.nCopies(personKeys.size(), "?")) + ")";
    List<Object> parameters = new ArrayList<>(states());
    parameters.addAll(personKeys);
    parameters.addAll(personKeys);
    hand(
        ACTIVE + " and (k.[OWNER_KEY] in " + keys + " or u.[LEAD_KEY] in " + keys + ")" + BY_OWNER,
        taker,
        parameters);
  }

  @Override
  public void eachOpenIn(Collection<Long> unitIds, Consumer<Duty> taker) {
    List<Object> parameters = new ArrayList<>(states());
    parameters.add(Visibility.UNIT_VIEWERS.name());
    hand(
        ACTIVE + " and o.[VISIBILITY] = ? and " + Tables.in("u.[ID]", unitIds) + BY_OWNER,
        taker,
        parameters);
  }

  private static List<Object> states() {
    return List.of(
        ObjectiveState.ACTIVE.name(), ObjectiveState.ACTIVE.name(), CycleState.ACTIVE.name());
  }

  private void hand(String query, Consumer<Duty> taker, List<Object> parameters) {
    database.read(
        session -> {
          session.each(query, StoredDuties::duty, taker, parameters.toArray());
          return true;
        });
  }

  private static Duty duty(ResultSet row) throws SQLException {
    LocalDate from = LocalDate.parse(row.getString(5));
    return new Duty(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getLong(4),
        from,
        Window.of(from, LocalDate.parse(row.getString(6)), day(row, 7), day(row, 8)),
        Optional.empty(),
        SubjectRows.whole(row, 9).map(Instant::ofEpochMilli));
  }

  private static Optional<LocalDate> day(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(LocalDate::parse);
  }
}
