package io.bearings.store;

import static java.util.stream.Collectors.toSet;

import io.bearings.connect.acts.Act;
import io.bearings.connect.acts.ActState;
import io.bearings.connect.acts.Acts;
import io.bearings.connect.acts.Deed;
import io.bearings.connect.acts.Happening;
import io.bearings.connect.acts.News;
import io.bearings.connect.acts.Outcome;
import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Acts in our tables. */
@Component
class StoredActs implements Acts {
  private static final String TELL = "TELL";
  private static final String CREATE_ISSUE = "CREATE_ISSUE";
  private static final String COMMENT = "COMMENT";
  private static final String CALL = "CALL";

  private static final String SELECT =
      "select a.[ID], a.[KPI_ID], a.[BREACH_ID], a.[ACT_INDEX], a.[HAPPENING], a.[OWNER_KEY],"
          + " a.[ACT_KIND], a.[TARGET_NAME], a.[ISSUE_TYPE], a.[SUMMARY], a.[BODY],"
          + " a.[ACT_STATE], a.[RESULT_TEXT], a.[TRIES], a.[NEXT_AT], a.[CREATED_AT]"
          + " from {KPI_ACT} a where ";

  private final Database database;

  @Inject
  StoredActs(Database database) {
    this.database = database;
  }

  @Override
  public boolean begin(News news) {
    try {
      return database.write(session -> begin(session, news));
    } catch (Refusal.Unavailable e) {
      // Another node may write down the same at this moment, which the unique key refuses.
      if (database.read(session -> isKnown(session, news))) {
        return false;
      }
      throw e;
    }
  }

  private static boolean begin(Session session, News news) throws SQLException {
    if (isKnown(session, news)) {
      return false;
    }
    Set<String> known =
        session
            .list(
                "select a.[NATURAL_KEY] from {KPI_ACT} a where a.[BREACH_ID] = ?",
                row -> row.getString(1),
                news.breachId())
            .stream()
            .collect(toSet());
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(row(news, news.key(), Act.TELLING, news.telling()));
    news.deeds().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each -> {
              String key = news.key(each.getKey(), each.getValue());
              if (!known.contains(key)) {
                rows.add(row(news, key, each.getKey(), each.getValue()));
              }
            });
    session.insertAll(Tables.KPI_ACT, rows);
    StoredNotices.add(session, news.notices(), new Edit(new Person(news.asKey()), news.at()));
    StoredOutbox.add(session, news);
    return true;
  }

  private static boolean isKnown(Session session, News news) throws SQLException {
    return session
        .first(
            "select a.[ID] from {KPI_ACT} a where a.[NATURAL_KEY] = ?",
            row -> row.getLong(1),
            news.key())
        .isPresent();
  }

  private static Map<String, Object> row(News news, String key, int index, Deed deed) {
    boolean waits = !(deed instanceof Deed.Tell);
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("NATURAL_KEY", key);
    row.put("KPI_ID", news.kpiId());
    row.put("BREACH_ID", news.breachId());
    row.put("ACT_INDEX", index);
    row.put("HAPPENING", news.happening().name());
    row.put("OWNER_KEY", news.asKey());
    put(row, deed);
    row.put("ACT_STATE", (waits ? ActState.WAITING : ActState.DONE).name());
    row.put("TRIES", waits ? 0 : 1);
    row.put(
        "NEXT_AT", Session.whole(waits ? Optional.of(news.at().toEpochMilli()) : Optional.empty()));
    row.put("CREATED_AT", news.at().toEpochMilli());
    return row;
  }

  private static void put(Map<String, Object> row, Deed deed) {
    if (deed instanceof Deed.Tell tell) {
      put(row, TELL, Rows.text(tell.toldKeys()), "", "", Rows.text(tell.leftOutKeys()));
    } else if (deed instanceof Deed.CreateIssue issue) {
      put(
          row,
          CREATE_ISSUE,
          Optional.of(issue.projectKey()),
          issue.issueType(),
          issue.summary(),
          Optional.of(issue.description()));
    } else if (deed instanceof Deed.Comment comment) {
      put(row, COMMENT, Optional.of(comment.issueKey()), "", "", Optional.of(comment.text()));
    } else if (deed instanceof Deed.Call call) {
      put(row, CALL, Optional.of(call.url()), "", "", Optional.of(call.json()));
    }
  }

  private static void put(
      Map<String, Object> row,
      String kind,
      Optional<String> target,
      String issueType,
      String summary,
      Optional<String> body) {
    row.put("ACT_KIND", kind);
    row.put("TARGET_NAME", Session.text(target));
    row.put("ISSUE_TYPE", Session.text(filled(issueType)));
    row.put("SUMMARY", Session.text(filled(summary)));
    row.put("BODY", Session.text(body.filter(text -> !text.isEmpty())));
  }

  private static Optional<String> filled(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  @Override
  public List<Act> ofBreach(long breachId) {
    return database.read(
        session ->
            session.list(SELECT + "a.[BREACH_ID] = ? order by a.[ID]", StoredActs::act, breachId));
  }

  @Override
  public Optional<Act> act(long id) {
    return database.read(session -> session.first(SELECT + "a.[ID] = ?", StoredActs::act, id));
  }

  @Override
  public List<Act> due(Instant now, int limit) {
    return database.read(
        session ->
            session.list(
                SELECT + "a.[ACT_STATE] = ? and a.[NEXT_AT] <= ? order by a.[NEXT_AT], a.[ID]",
                limit,
                StoredActs::act,
                ActState.WAITING.name(),
                now.toEpochMilli()));
  }

  private static Act act(ResultSet row) throws SQLException {
    return new Act(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        row.getInt(4),
        Happening.valueOf(row.getString(5)),
        row.getString(6),
        deed(row),
        ActState.valueOf(row.getString(12)),
        text(row, 13),
        row.getInt(14),
        SubjectRows.whole(row, 15).map(Instant::ofEpochMilli),
        Instant.ofEpochMilli(row.getLong(16)));
  }

  private static Deed deed(ResultSet row) throws SQLException {
    String target = text(row, 8);
    String body = text(row, 11);
    return switch (row.getString(7)) {
      case CREATE_ISSUE -> new Deed.CreateIssue(target, text(row, 9), text(row, 10), body);
      case COMMENT -> new Deed.Comment(target, body);
      case CALL -> new Deed.Call(target, body);
      default -> new Deed.Tell(keys(target), keys(body));
    };
  }

  private static List<String> keys(String text) {
    return Rows.list(filled(text), Function.identity());
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getString(column)).orElse("");
  }

  @Override
  public boolean take(Act act, Instant now) {
    return database.write(
        session ->
            session.update(
                    "update {KPI_ACT} set [ACT_STATE] = ?, [TAKEN_AT] = ?, [TRIES] = [TRIES] + 1,"
                        + " [NEXT_AT] = null where [ID] = ? and [ACT_STATE] = ? and [TRIES] = ?",
                    ActState.UNDER_WAY.name(),
                    now.toEpochMilli(),
                    act.id(),
                    ActState.WAITING.name(),
                    act.tries())
                == 1);
  }

  @Override
  public void settle(long id, Outcome outcome, Instant now) {
    if (outcome instanceof Outcome.Done done) {
      settle(id, ActState.DONE, done.result(), Optional.empty());
    } else if (outcome instanceof Outcome.Created created) {
      settle(id, created);
    } else if (outcome instanceof Outcome.Refused refused) {
      settle(id, ActState.REFUSED, refused.why(), Optional.empty());
    } else if (outcome instanceof Outcome.GivenUp givenUp) {
      settle(id, ActState.GIVEN_UP, givenUp.why(), Optional.empty());
    } else if (outcome instanceof Outcome.Unclear unclear) {
      settle(id, ActState.UNCLEAR, unclear.why(), Optional.empty());
    } else if (outcome instanceof Outcome.Later later) {
      settle(id, ActState.WAITING, later.why(), Optional.of(later.at()));
    }
  }

  private void settle(long id, Outcome.Created created) {
    database.write(
        session ->
            session.update(
                "update {KPI_ACT} set [ACT_STATE] = ?, [RESULT_TEXT] = ?, [ISSUE_ID] = ?,"
                    + " [NEXT_AT] = null, [TAKEN_AT] = null where [ID] = ? and [ACT_STATE] = ?",
                ActState.DONE.name(),
                created.issueKey(),
                created.issueId(),
                id,
                ActState.UNDER_WAY.name()));
  }

  private void settle(long id, ActState state, String result, Optional<Instant> next) {
    database.write(
        session ->
            session.update(
                "update {KPI_ACT} set [ACT_STATE] = ?, [RESULT_TEXT] = ?, [NEXT_AT] = ?,"
                    + " [TAKEN_AT] = null where [ID] = ? and [ACT_STATE] = ?",
                state.name(),
                Session.text(filled(cut(result))),
                Session.whole(next.map(Instant::toEpochMilli)),
                id,
                ActState.UNDER_WAY.name()));
  }

  /** What others wrote may be too long, or hold what no database can keep. */
  private static String cut(String text) {
    String storable = text.replaceAll("[\\p{Cntrl}\\p{Cs}]+", " ").strip();
    if (storable.length() <= Act.RESULT_LENGTH) {
      return storable;
    }
    int last = Act.RESULT_LENGTH;
    return storable.substring(
        0, Character.isHighSurrogate(storable.charAt(last - 1)) ? last - 1 : last);
  }

  @Override
  public void settleAbandoned(Instant before, Instant now) {
    String abandoned = " where [ACT_STATE] = ? and [TAKEN_AT] < ? and [ACT_KIND]";
    database.write(
        session ->
            session.update(
                    "update {KPI_ACT} set [ACT_STATE] = ?, [NEXT_AT] = ?, [TAKEN_AT] = null"
                        + abandoned
                        + " = ?",
                    ActState.WAITING.name(),
                    now.toEpochMilli(),
                    ActState.UNDER_WAY.name(),
                    before.toEpochMilli(),
                    CALL)
                + session.update(
                    "update {KPI_ACT} set [ACT_STATE] = ?, [TAKEN_AT] = null" + abandoned + " <> ?",
                    ActState.UNCLEAR.name(),
                    ActState.UNDER_WAY.name(),
                    before.toEpochMilli(),
                    CALL));
  }

  @Override
  public boolean again(long id, ActState seen, Instant now) {
    return database.write(
        session ->
            session.update(
                    "update {KPI_ACT} set [ACT_STATE] = ?, [NEXT_AT] = ?, [TRIES] = 0"
                        + " where [ID] = ? and [ACT_STATE] = ?",
                    ActState.WAITING.name(),
                    now.toEpochMilli(),
                    id,
                    seen.name())
                == 1);
  }

  @Override
  public void callOff(long breachId) {
    database.write(
        session ->
            session.update(
                "update {KPI_ACT} set [ACT_STATE] = ?, [NEXT_AT] = null"
                    + " where [BREACH_ID] = ? and [ACT_STATE] = ? and [ACT_KIND] <> ?",
                ActState.CALLED_OFF.name(),
                breachId,
                ActState.WAITING.name(),
                CALL));
  }
}
