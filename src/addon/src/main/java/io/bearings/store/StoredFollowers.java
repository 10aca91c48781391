package io.bearings.store;

import io.bearings.okr.Objectives.Edit;
import io.bearings.okr.Person;
import io.bearings.okr.Refusal;
import io.bearings.talk.Followers;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Followers in our tables. */
@Component
class StoredFollowers implements Followers {
  private static final int NATURAL_KEY_LENGTH = 191;

  private final Database database;

  @Inject
  StoredFollowers(Database database) {
    this.database = database;
  }

  @Override
  public Set<String> of(long objectiveId) {
    return database.read(session -> of(session, objectiveId));
  }

  /** The user keys of those who follow an objective, read within a transaction. */
  static Set<String> of(Session session, long objectiveId) throws SQLException {
    return new LinkedHashSet<>(
        session.list(
            "select f.[PERSON_KEY] from {FOLLOWER} f where f.[OBJECTIVE_ID] = ?",
            row -> row.getString(1),
            objectiveId));
  }

  @Override
  public void add(long objectiveId, Person follower, Edit by) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("OBJECTIVE_ID", objectiveId);
    row.put("PERSON_KEY", follower.key());
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    row.put("NATURAL_KEY", naturalKey(objectiveId, follower));
    if (of(objectiveId).contains(follower.key())) {
      return;
    }
    try {
      database.write(session -> session.insert(Tables.FOLLOWER, row));
    } catch (Refusal.Unavailable e) {
      // The unique key refuses somebody who became a follower in between.
      if (!of(objectiveId).contains(follower.key())) {
        throw e;
      }
    }
  }

  /** As short as every database wants a unique key, also for the longest of user keys. */
  private static String naturalKey(long objectiveId, Person follower) {
    String key = objectiveId + ":" + follower.key();
    return key.length() <= NATURAL_KEY_LENGTH ? key : objectiveId + "#" + digest(follower.key());
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  @Override
  public void remove(long objectiveId, Person follower) {
    database.write(
        session ->
            session.update(
                "delete from {FOLLOWER} where [OBJECTIVE_ID] = ? and [PERSON_KEY] = ?",
                objectiveId,
                follower.key()));
  }
}
