package io.bearings.store;

import io.bearings.connect.acts.Deliveries;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.Network;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The log of calls in our tables. */
@Component
class StoredDeliveries implements Deliveries {
  private static final int NOTE_LENGTH = 400;
  private static final String ENTRIES =
      "select d.[ID], d.[ACT_ID], d.[KPI_ID], d.[HAPPENING], d.[URL], d.[BEGUN_AT],"
          + " d.[MILLIS], d.[ANSWER_STATUS], d.[NOTE] from {KPI_DELIVERY} d";
  private static final String NEWEST_FIRST = " order by d.[ID] desc";

  private final Database database;

  @Inject
  StoredDeliveries(Database database) {
    this.database = database;
  }

  @Override
  public void add(Delivery delivery) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ACT_ID", delivery.actId());
    row.put("KPI_ID", delivery.kpiId());
    row.put("HAPPENING", delivery.happening().name());
    row.put("URL", delivery.url());
    row.put("BEGUN_AT", delivery.begun().toEpochMilli());
    row.put("MILLIS", delivery.millis());
    row.put("ANSWER_STATUS", Session.whole(delivery.answer().status()));
    row.put("NOTE", Session.text(note(delivery.answer().note())));
    database.write(session -> session.insert(Tables.KPI_DELIVERY, row));
  }

  /** What fits of a note; absent where nothing is left. */
  static Optional<String> note(String text) {
    String storable = text.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
    return Optional.of(storable.substring(0, Math.min(NOTE_LENGTH, storable.length())))
        .filter(it -> !it.isEmpty());
  }

  @Override
  public List<Entry> ofKpi(long kpiId, long before, int limit) {
    return database.read(
        session ->
            session.list(
                ENTRIES + " where d.[KPI_ID] = ? and d.[ID] < ?" + NEWEST_FIRST,
                limit,
                StoredDeliveries::entry,
                kpiId,
                before));
  }

  @Override
  public List<Entry> all(long before, int limit) {
    return database.read(
        session ->
            session.list(
                ENTRIES + " where d.[ID] < ?" + NEWEST_FIRST,
                limit,
                StoredDeliveries::entry,
                before));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        new Delivery(
            row.getLong(2),
            row.getLong(3),
            Happening.valueOf(row.getString(4)),
            row.getString(5),
            Instant.ofEpochMilli(row.getLong(6)),
            row.getLong(7),
            new Network.Answer(
                SubjectRows.whole(row, 8).map(Long::intValue),
                Optional.ofNullable(row.getString(9)).orElse(""))));
  }

  @Override
  public void forget(Instant before) {
    database.write(
        session ->
            session.update(
                "delete from {KPI_DELIVERY} where [BEGUN_AT] < ?", before.toEpochMilli()));
  }
}
