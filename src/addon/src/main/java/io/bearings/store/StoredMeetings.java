package io.bearings.store;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Refusal;
import io.bearings.review.Meeting;
import io.bearings.review.MeetingNote;
import io.bearings.review.MeetingStep;
import io.bearings.review.Meetings;
import io.bearings.review.VoteTopic;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** How units look back together, in our tables. */
@Component
class StoredMeetings implements Meetings {
  private static final String NOTE =
      "select n.[ID], n.[UNIT_ID], n.[CYCLE_ID], n.[OBJECTIVE_ID], n.[BODY], n.[CREATED_BY],"
          + " n.[CREATED_AT], n.[REMOVED_AT] from {MEETING_NOTE} n where ";

  private final Database database;

  @Inject
  StoredMeetings(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Meeting> meeting(long unitId, long cycleId) {
    return database.read(
        session ->
            session.first(
                "select m.[STEP_NAME], m.[STARTED_AT], m.[STEP_MINUTES], m.[STARTED_BY],"
                    + " m.[VERSION_NO] from {MEETING} m"
                    + " where m.[UNIT_ID] = ? and m.[CYCLE_ID] = ?",
                row ->
                    new Meeting(
                        Optional.of(
                            new Meeting.Turn(
                                MeetingStep.valueOf(row.getString(1)),
                                Instant.ofEpochMilli(row.getLong(2)),
                                row.getInt(3),
                                row.getString(4))),
                        row.getInt(5)),
                unitId,
                cycleId));
  }

  @Override
  public Optional<Meeting> turn(long unitId, long cycleId, int version, Meeting.Turn turn) {
    boolean written =
        version == 0 ? insert(unitId, cycleId, turn) : change(unitId, cycleId, version, turn);
    return written ? Optional.of(new Meeting(Optional.of(turn), version + 1)) : Optional.empty();
  }

  private boolean insert(long unitId, long cycleId, Meeting.Turn turn) {
    if (meeting(unitId, cycleId).isPresent()) {
      return false;
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("UNIT_ID", unitId);
    row.put("CYCLE_ID", cycleId);
    row.put("STEP_NAME", turn.step().name());
    row.put("STARTED_AT", turn.startedAt().toEpochMilli());
    row.put("STEP_MINUTES", turn.minutes());
    row.put("STARTED_BY", turn.byKey());
    row.put("VERSION_NO", 1);
    row.put("NATURAL_KEY", unitId + ":" + cycleId);
    try {
      database.write(session -> session.insert(Tables.MEETING, row));
      return true;
    } catch (Refusal.Unavailable e) {
      // The unique key refuses what somebody else inserted at the same moment.
      if (meeting(unitId, cycleId).isEmpty()) {
        throw e;
      }
      return false;
    }
  }

  private boolean change(long unitId, long cycleId, int version, Meeting.Turn turn) {
    return database.write(
            session ->
                session.update(
                    "update {MEETING} set [STEP_NAME] = ?, [STARTED_AT] = ?, [STEP_MINUTES] = ?,"
                        + " [STARTED_BY] = ?, [VERSION_NO] = [VERSION_NO] + 1"
                        + " where [UNIT_ID] = ? and [CYCLE_ID] = ? and [VERSION_NO] = ?",
                    turn.step().name(),
                    turn.startedAt().toEpochMilli(),
                    turn.minutes(),
                    turn.byKey(),
                    unitId,
                    cycleId,
                    version))
        > 0;
  }

  @Override
  public List<MeetingNote> notes(long unitId, long cycleId) {
    return database.read(
        session ->
            session.list(
                NOTE
                    + "n.[UNIT_ID] = ? and n.[CYCLE_ID] = ? and n.[REMOVED_AT] is null order by n.[ID]",
                StoredMeetings::note,
                unitId,
                cycleId));
  }

  @Override
  public Optional<MeetingNote> note(long id) {
    return database.read(session -> session.first(NOTE + "n.[ID] = ?", StoredMeetings::note, id));
  }

  private static MeetingNote note(ResultSet row) throws SQLException {
    return new MeetingNote(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        SubjectRows.whole(row, 4),
        row.getString(5),
        row.getString(6),
        Instant.ofEpochMilli(row.getLong(7)),
        SubjectRows.whole(row, 8).isPresent());
  }

  @Override
  public MeetingNote write(
      long unitId, long cycleId, Optional<Long> objectiveId, String text, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("UNIT_ID", unitId);
    row.put("CYCLE_ID", cycleId);
    row.put("OBJECTIVE_ID", Session.whole(objectiveId));
    row.put("BODY", text);
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    long id = database.write(session -> session.insert(Tables.MEETING_NOTE, row));
    return new MeetingNote(
        id, unitId, cycleId, objectiveId, text, by.who().key(), by.when(), false);
  }

  @Override
  public void remove(long noteId, Edit by) {
    database.write(
        session ->
            session.update(
                    "delete from {MEETING_VOTE} where [TOPIC] = ?",
                    new VoteTopic.OfNote(noteId).code())
                + session.update(
                    "update {MEETING_NOTE} set [REMOVED_AT] = ? where [ID] = ?",
                    by.when().toEpochMilli(),
                    noteId));
  }

  @Override
  public void restore(long noteId) {
    database.write(
        session ->
            session.update("update {MEETING_NOTE} set [REMOVED_AT] = null where [ID] = ?", noteId));
  }

  @Override
  public List<Vote> votes(long unitId, long cycleId) {
    return database.read(
        session ->
            session.list(
                "select v.[TOPIC], v.[PERSON_KEY] from {MEETING_VOTE} v"
                    + " where v.[UNIT_ID] = ? and v.[CYCLE_ID] = ? order by v.[ID]",
                row -> new Vote(VoteTopic.of(row.getString(1)), row.getString(2)),
                unitId,
                cycleId));
  }

  @Override
  public boolean vote(long unitId, long cycleId, VoteTopic topic, int most, Edit by) {
    for (int n = 1; n <= most; n++) {
      String key = unitId + ":" + cycleId + ":" + n + ":" + by.who().key();
      if (!isGiven(key) && give(unitId, cycleId, topic, key, by)) {
        return true;
      }
    }
    return false;
  }

  private boolean isGiven(String key) {
    return database
        .read(
            session ->
                session.first(
                    "select v.[ID] from {MEETING_VOTE} v where v.[NATURAL_KEY] = ?",
                    row -> row.getLong(1),
                    key))
        .isPresent();
  }

  private boolean give(long unitId, long cycleId, VoteTopic topic, String key, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("UNIT_ID", unitId);
    row.put("CYCLE_ID", cycleId);
    row.put("TOPIC", topic.code());
    row.put("PERSON_KEY", by.who().key());
    row.put("NATURAL_KEY", key);
    try {
      database.write(session -> session.insert(Tables.MEETING_VOTE, row));
      return true;
    } catch (Refusal.Unavailable e) {
      // The unique key refuses a vote that the same person gave at the same moment elsewhere.
      if (!isGiven(key)) {
        throw e;
      }
      return false;
    }
  }

  @Override
  public void takeBack(long unitId, long cycleId, VoteTopic topic, Edit by) {
    database.write(
        session -> {
          Optional<Long> last =
              session.first(
                  "select v.[ID] from {MEETING_VOTE} v where v.[UNIT_ID] = ? and v.[CYCLE_ID] = ?"
                      + " and v.[TOPIC] = ? and v.[PERSON_KEY] = ? order by v.[ID] desc",
                  row -> row.getLong(1),
                  unitId,
                  cycleId,
                  topic.code(),
                  by.who().key());
          return last.isEmpty()
              ? 0
              : session.update("delete from {MEETING_VOTE} where [ID] = ?", last.get());
        });
  }
}
