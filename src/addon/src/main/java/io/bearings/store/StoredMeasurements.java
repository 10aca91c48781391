package io.bearings.store;

import static java.util.stream.Collectors.toMap;

import io.bearings.kpi.KpiSheet;
import io.bearings.kpi.Measurement;
import io.bearings.kpi.Measurements;
import io.bearings.kpi.NewMeasurement;
import io.bearings.kpi.Segment;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Values of KPIs in our tables. */
@Component
class StoredMeasurements implements Measurements {
  private static final String SELECT =
      "select v.[ID], v.[ON_DAY], v.[SPAN_ID], v.[DIMENSION_NAME], v.[SEGMENT_NAME], v.[AMOUNT],"
          + " v.[OF_AMOUNT], v.[RECORDED_AT], v.[RECORDED_BY], v.[COUNTING], v.[COMPUTED],"
          + " v.[NATURAL_KEY] from {KPI_VALUE} v where v.[KPI_ID] = ?";
  private static final String REPLACE =
      "update {KPI_VALUE} set [COUNTING] = 0, [NATURAL_KEY] = ? where [ID] = ?";
  private static final String OVERWRITE =
      "update {KPI_VALUE} set [AMOUNT] = ?, [OF_AMOUNT] = ?, [RECORDED_AT] = ? where [ID] = ?";

  private final Database database;

  @Inject
  StoredMeasurements(Database database) {
    this.database = database;
  }

  /** A row of a value. */
  private record Kept(Measurement measurement, boolean counting, boolean computed, String key) {

    boolean says(NewMeasurement other) {
      return isSame(measurement.value(), other.value()) && isSame(measurement.of(), other.of());
    }

    private static boolean isSame(Optional<BigDecimal> one, Optional<BigDecimal> other) {
      return one.map(KpiRows::plain).equals(other.map(KpiRows::plain));
    }
  }

  @Override
  public Measurement add(long kpiId, NewMeasurement value, By by) {
    return database.write(
        session -> {
          require(KpiDue.valuesChange(session, kpiId, value.on()), kpiId);
          String key = key(kpiId, value);
          Optional<Kept> before =
              session.first(
                  SELECT + " and v.[NATURAL_KEY] = ?", StoredMeasurements::kept, kpiId, key);
          replace(session, before.stream().toList());
          Map<String, Object> row = row(kpiId, value, key, by.at());
          row.put("RECORDED_BY", Session.text(by.personKey()));
          return new Measurement(
              session.insert(Tables.KPI_VALUE, row),
              value.on(),
              value.span(),
              value.segment(),
              value.value(),
              value.of(),
              Instant.ofEpochMilli(by.at().toEpochMilli()),
              by.personKey());
        });
  }

  @Override
  public void addAll(long kpiId, List<NewMeasurement> values, By by) {
    if (values.isEmpty()) {
      return;
    }
    database.write(
        session -> {
          require(KpiDue.valuesChange(session, kpiId, firstDay(values)), kpiId);
          Map<String, Kept> counting = counting(session, kpiId, values);
          Map<String, Integer> last = new LinkedHashMap<>();
          for (int i = 0; i < values.size(); i++) {
            last.put(key(kpiId, values.get(i)), i);
          }
          replace(
              session,
              last.keySet().stream().filter(counting::containsKey).map(counting::get).toList());
          List<Map<String, Object>> rows = new ArrayList<>();
          for (int i = 0; i < values.size(); i++) {
            NewMeasurement each = values.get(i);
            rows.add(row(kpiId, each, last.get(key(kpiId, each)) == i, by));
          }
          session.insertAll(Tables.KPI_VALUE, rows);
          return rows.size();
        });
  }

  /** A value that another one follows at once is replaced from the beginning. */
  private static Map<String, Object> row(long kpiId, NewMeasurement value, boolean counts, By by) {
    String key = key(kpiId, value);
    Map<String, Object> row =
        row(kpiId, value, counts ? key : key + ":" + UUID.randomUUID(), by.at());
    row.put("COUNTING", KpiRows.number(counts));
    row.put("RECORDED_BY", Session.text(by.personKey()));
    return row;
  }

  @Override
  public int renew(long kpiId, List<NewMeasurement> values, LocalDate settled, Instant at) {
    if (values.isEmpty()) {
      return 0;
    }
    return database.write(
        session -> {
          if (different(kpiId, values, counting(session, kpiId, values)).isEmpty()) {
            return 0;
          }
          // What was read before the KPI was locked may be old.
          require(KpiDue.valuesChange(session, kpiId, firstDay(values)), kpiId);
          Map<String, Kept> counting = counting(session, kpiId, values);
          List<NewMeasurement> different = different(kpiId, values, counting);
          write(session, kpiId, different, counting, settled, at);
          return different.size();
        });
  }

  private static List<NewMeasurement> different(
      long kpiId, List<NewMeasurement> values, Map<String, Kept> counting) {
    return values.stream()
        .filter(
            each -> {
              Kept before = counting.get(key(kpiId, each));
              return before == null ? each.value().isPresent() : !before.says(each);
            })
        .toList();
  }

  private static void write(
      Session session,
      long kpiId,
      List<NewMeasurement> values,
      Map<String, Kept> counting,
      LocalDate settled,
      Instant at)
      throws SQLException {
    List<Object[]> overwritten = new ArrayList<>();
    List<Kept> replaced = new ArrayList<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (NewMeasurement each : values) {
      String key = key(kpiId, each);
      Kept before = counting.get(key);
      if (before != null && before.computed() && each.on().isAfter(settled)) {
        overwritten.add(
            new Object[] {
              KpiRows.decimal(each.value()),
              KpiRows.decimal(each.of()),
              at.toEpochMilli(),
              before.measurement().id()
            });
      } else {
        Optional.ofNullable(before).ifPresent(replaced::add);
        Map<String, Object> row = row(kpiId, each, key, at);
        row.put("COMPUTED", 1);
        rows.add(row);
      }
    }
    session.updateAll(OVERWRITE, overwritten);
    replace(session, replaced);
    session.insertAll(Tables.KPI_VALUE, rows);
  }

  private static void require(boolean isThere, long kpiId) {
    if (!isThere) {
      throw new Refusal.NotFound(KpiSheet.keyOf(kpiId));
    }
  }

  private static LocalDate firstDay(List<NewMeasurement> values) {
    return values.stream().map(NewMeasurement::on).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** What counts of the days from the first to the last of some values, by its key. */
  private static Map<String, Kept> counting(
      Session session, long kpiId, List<NewMeasurement> values) throws SQLException {
    LocalDate last =
        values.stream().map(NewMeasurement::on).max(Comparator.naturalOrder()).orElseThrow();
    return session
        .list(
            SELECT + " and v.[ON_DAY] >= ? and v.[ON_DAY] <= ? and v.[COUNTING] = 1",
            StoredMeasurements::kept,
            kpiId,
            firstDay(values).toString(),
            last.toString())
        .stream()
        .collect(toMap(Kept::key, each -> each));
  }

  private static void replace(Session session, List<Kept> replaced) throws SQLException {
    session.updateAll(
        REPLACE,
        replaced.stream()
            .map(
                each ->
                    new Object[] {
                      each.key() + ":" + each.measurement().id(), each.measurement().id()
                    })
            .toList());
  }

  private static Map<String, Object> row(long kpiId, NewMeasurement value, String key, Instant at) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KPI_ID", kpiId);
    row.put("ON_DAY", value.on().toString());
    row.put("SPAN_ID", Session.text(value.span()));
    row.put("DIMENSION_NAME", Session.text(value.segment().map(Segment::dimension)));
    row.put("SEGMENT_NAME", Session.text(value.segment().map(Segment::name)));
    row.put("AMOUNT", KpiRows.decimal(value.value()));
    row.put("OF_AMOUNT", KpiRows.decimal(value.of()));
    row.put("COUNTING", 1);
    row.put("COMPUTED", 0);
    row.put("NATURAL_KEY", key);
    row.put("RECORDED_AT", at.toEpochMilli());
    return row;
  }

  /** KPI and day, and a hash of what is else counted apart, which may be long. */
  private static String key(long kpiId, NewMeasurement value) {
    String total = kpiId + ":" + value.on();
    if (value.span().isEmpty() && value.segment().isEmpty()) {
      return total;
    }
    String apart =
        String.join(
            "\n",
            value.span().orElse(""),
            value.segment().map(Segment::dimension).orElse(""),
            value.segment().map(Segment::name).orElse(""));
    return total + ":" + hash(apart);
  }

  private static String hash(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1", e);
    }
  }

  @Override
  public List<Measurement> since(long kpiId, LocalDate from) {
    return database.read(
        session ->
            session.list(
                SELECT + " and v.[ON_DAY] >= ? order by v.[ID]",
                row -> kept(row).measurement(),
                kpiId,
                from.toString()));
  }

  @Override
  public List<Entry> page(long kpiId, long before, int limit) {
    return database.read(
        session ->
            session.list(
                SELECT + " and v.[ID] < ? order by v.[ID] desc",
                limit,
                row -> new Entry(kept(row).measurement(), kept(row).counting()),
                kpiId,
                before));
  }

  private static Kept kept(ResultSet row) throws SQLException {
    Cells cells = new Cells(row, 0);
    long id = cells.id();
    LocalDate on = cells.day().orElseThrow();
    Optional<String> span = cells.optional();
    Optional<String> dimension = cells.optional();
    Optional<String> segment = cells.optional();
    Measurement measurement =
        new Measurement(
            id,
            on,
            span,
            segment.map(name -> new Segment(dimension.orElseThrow(), name)),
            cells.decimal(),
            cells.decimal(),
            Instant.ofEpochMilli(cells.id()),
            cells.optional());
    return new Kept(measurement, cells.truth(), cells.truth(), cells.text());
  }
}
