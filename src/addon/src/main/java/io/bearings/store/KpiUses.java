package io.bearings.store;

import io.bearings.kpi.KpiContent;
import io.bearings.kpi.KpiSource;
import io.bearings.kpi.formula.Dependencies;
import io.bearings.kpi.formula.Formula;
import io.bearings.okr.Message;
import io.bearings.okr.Refusal;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which formula names which KPI, within the transaction that writes the formula. */
final class KpiUses {
  private KpiUses() {}

  /** The KPIs that the formula of a sheet names; none where there is no formula to be read. */
  static Set<Long> named(KpiContent content) {
    return content.source() instanceof KpiSource.Formula formula
        ? Formula.read(formula.text()).formula().map(Formula::kpis).orElse(Set.of())
        : Set.of();
  }

  /** For each KPI those that its formula names. */
  static Map<Long, Set<Long>> all(Session session) throws SQLException {
    Map<Long, Set<Long>> uses = new TreeMap<>();
    session.list(
        "select u.[KPI_ID], u.[USED_ID] from {KPI_USE} u",
        row -> uses.computeIfAbsent(row.getLong(1), any -> new TreeSet<>()).add(row.getLong(2)));
    return uses;
  }

  /**
   * Writes what the formula of a KPI names now.
   *
   * @throws Refusal.Invalid when that would close a circle
   */
  static void write(Session session, long id, Set<Long> before, Set<Long> named)
      throws SQLException {
    if (named.equals(before)) {
      return;
    }
    if (!named.isEmpty()) {
      refuseCircle(session, id, named);
    }
    session.update("delete from {KPI_USE} where [KPI_ID] = ?", id);
    session.insertAll(Tables.KPI_USE, named.stream().map(used -> row(id, used)).toList());
  }

  private static Map<String, Object> row(long id, long used) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KPI_ID", id);
    row.put("USED_ID", used);
    row.put("NATURAL_KEY", id + ":" + used);
    return row;
  }

  /**
   * Two formulas that are saved at once could close a circle that neither of them sees. Both would
   * reach the other's KPI, so each first takes all that it reaches for itself, and looks then.
   */
  private static void refuseCircle(Session session, long id, Set<Long> named) throws SQLException {
    Set<Long> reached = reached(all(session), named);
    reached.add(id);
    session.update("update {KPI} set [STAMP] = [STAMP] where " + Tables.in("[ID]", reached));
    Optional<Message> circle = new Dependencies(all(session)).problem(id, named);
    if (circle.isPresent()) {
      throw new Refusal.Invalid(Map.of("formula", circle.get()));
    }
  }

  private static Set<Long> reached(Map<Long, Set<Long>> uses, Collection<Long> from) {
    Set<Long> reached = new TreeSet<>();
    List<Long> next = List.copyOf(from);
    while (!next.isEmpty()) {
      reached.addAll(next);
      next =
          next.stream()
              .flatMap(each -> uses.getOrDefault(each, Set.of()).stream())
              .filter(each -> !reached.contains(each))
              .distinct()
              .toList();
    }
    return reached;
  }
}
