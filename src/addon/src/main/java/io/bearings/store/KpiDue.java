package io.bearings.store;

import io.bearings.kpi.Judgements;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Makes KPIs due to be judged anew, in the transaction that changes what they are judged by. The
 * row of the KPI is locked by that until the transaction ends, so that values of one KPI are
 * written one after the other.
 */
final class KpiDue {
  /** Lies before all days, and so is due on any. */
  static final String AT_ONCE = Judgements.FROM_THE_FIRST.toString();

  private KpiDue() {}

  /**
   * The sheet of a KPI changed.
   *
   * @param from the first day that is to be judged anew; absent when all judgements stand
   */
  static void sheetChanged(Session session, long id, Optional<LocalDate> from) throws SQLException {
    if (from.isEmpty()) {
      session.update("update {KPI} set [STAMP] = [STAMP] + 1 where [ID] = ?", id);
      return;
    }
    String day = from.get().toString();
    session.update(
        "update {KPI} set [STAMP] = [STAMP] + 1, [DUE_ON] = ?,"
            + earlier("PENDING_FROM")
            + " where [ID] = ?",
        AT_ONCE,
        day,
        day,
        id);
  }

  /**
   * All that KPIs of some frequencies are judged by changed.
   *
   * @param frequencies their names, one or more
   * @return how many KPIs there are
   */
  static int allFromTheFirst(Session session, List<String> frequencies) throws SQLException {
    List<Object> values = new ArrayList<>(List.of(AT_ONCE, Judgements.FROM_THE_FIRST.toString()));
    values.addAll(frequencies);
    return session.update(
        "update {KPI} set [STAMP] = [STAMP] + 1, [DUE_ON] = ?, [PENDING_FROM] = ?"
            + " where [FREQUENCY] in ("
            + String.join(", ", Collections.nCopies(frequencies.size(), "?"))
            + ")",
        values.toArray());
  }

  /**
   * Values of a KPI are about to be written.
   *
   * @param from the first of their days
   * @return whether there is such a KPI
   */
  static boolean valuesChange(Session session, long id, LocalDate from) throws SQLException {
    String day = from.toString();
    return session.update(
            "update {KPI} set [STAMP] = [STAMP] + 1, [DUE_ON] = ?,"
                + earlier("PENDING_FROM")
                + ","
                + earlier("EARLIEST_ON")
                + " where [ID] = ?",
            AT_ONCE,
            day,
            day,
            day,
            day,
            id)
        > 0;
  }

  private static String earlier(String column) {
    return " [%1$s] = case when [%1$s] < ? then [%1$s] else ? end".formatted(column);
  }
}
