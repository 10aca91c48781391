package io.bearings.store;

import io.bearings.connect.acts.Letter;
import io.bearings.connect.acts.NewLetter;
import io.bearings.connect.acts.News;
import io.bearings.connect.acts.Outbox;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Letters in our tables. */
@Component
class StoredOutbox implements Outbox {
  private final Database database;

  @Inject
  StoredOutbox(Database database) {
    this.database = database;
  }

  /** Adds letters within the transaction of the news that they tell. */
  static void add(Session session, News news) throws SQLException {
    session.insertAll(
        Tables.KPI_LETTER, news.letters().stream().map(letter -> row(news, letter)).toList());
  }

  private static Map<String, Object> row(News news, NewLetter letter) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("PERSON_KEY", letter.toKey());
    row.put("KPI_ID", news.kpiId());
    row.put("HEADLINE", letter.headline());
    row.put("BODY", Session.text(Optional.of(letter.text()).filter(text -> !text.isEmpty())));
    row.put("LINK", letter.link());
    row.put("TRIES", 0);
    row.put("NEXT_AT", news.at().toEpochMilli());
    return row;
  }

  @Override
  public List<String> waiting(Instant now, Instant quietSince, int limit) {
    return database.read(
        session ->
            session.list(
                "select m.[PERSON_KEY], min(m.[ID]) from {KPI_LETTER} m where m.[NEXT_AT] <= ?"
                    + " and not exists (select 1 from {KPI_LETTER} s"
                    + " where s.[PERSON_KEY] = m.[PERSON_KEY] and s.[SENT_AT] > ?)"
                    + " group by m.[PERSON_KEY] order by min(m.[ID])",
                limit,
                row -> row.getString(1),
                now.toEpochMilli(),
                quietSince.toEpochMilli()));
  }

  @Override
  public List<Letter> take(String personKey, Instant now, Instant quietSince, int limit) {
    return database.write(session -> take(session, personKey, now, quietSince, limit));
  }

  /** Where two take at the same moment, the one that comes second finds its rows changed. */
  private static List<Letter> take(
      Session session, String personKey, Instant now, Instant quietSince, int limit)
      throws SQLException {
    boolean sentLately =
        session
            .first(
                "select s.[ID] from {KPI_LETTER} s where s.[PERSON_KEY] = ? and s.[SENT_AT] > ?",
                row -> row.getLong(1),
                personKey,
                quietSince.toEpochMilli())
            .isPresent();
    if (sentLately) {
      return List.of();
    }
    List<Letter> letters =
        session.list(
            "select m.[ID], s.[UNIT_ID], m.[HEADLINE], m.[BODY], m.[LINK], m.[TRIES]"
                + " from {KPI_LETTER} m join {KPI} s on s.[ID] = m.[KPI_ID]"
                + " where m.[PERSON_KEY] = ? and m.[NEXT_AT] <= ? order by m.[ID]",
            limit,
            row ->
                new Letter(
                    row.getLong(1),
                    row.getLong(2),
                    new NewLetter(
                        personKey,
                        row.getString(3),
                        Optional.ofNullable(row.getString(4)).orElse(""),
                        row.getString(5)),
                    row.getInt(6)),
            personKey,
            now.toEpochMilli());
    int taken =
        session.update(
            "update {KPI_LETTER} set [SENT_AT] = ?, [NEXT_AT] = null where [SENT_AT] is null and "
                + Tables.in("[ID]", letters.stream().map(Letter::id).toList()),
            now.toEpochMilli());
    if (taken != letters.size()) {
      throw new Outrun("Somebody else took the letters to " + personKey);
    }
    return letters;
  }

  @Override
  public void putBack(Collection<Long> ids, Instant until) {
    database.write(
        session ->
            session.update(
                "update {KPI_LETTER} set [SENT_AT] = null, [NEXT_AT] = ?, [TRIES] = [TRIES] + 1"
                    + " where "
                    + Tables.in("[ID]", ids),
                until.toEpochMilli()));
  }

  @Override
  public int drop() {
    return database.write(
        session -> session.update("delete from {KPI_LETTER} where [SENT_AT] is null"));
  }

  @Override
  public void forgetSent(Instant before) {
    database.write(
        session ->
            session.update("delete from {KPI_LETTER} where [SENT_AT] < ?", before.toEpochMilli()));
  }
}
