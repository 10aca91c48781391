package io.bearings.store;

import io.bearings.okr.Objectives.Edit;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.WorkLink;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How links of key results to work are written and read. */
final class WorkLinkRows {
  /** Adds the id to a natural key, which frees it; nested, because Oracle joins two texts only. */
  static final String FREED = "[NATURAL_KEY] = concat(concat([NATURAL_KEY], ':ended:'), [ID])";

  private static final String SELECT =
      "select w.[ID], w.[KEY_RESULT_ID], w.[KIND], w.[TARGET_ID], w.[QUERY], w.[SENTENCE],"
          + " w.[CREATED_BY], w.[CREATED_AT], w.[REMOVED_AT], w.[CHECKED_AT], w.[PROBLEM]"
          + " from {WORK_LINK} w where ";

  private WorkLinkRows() {}

  /** The first links that fulfil a condition on {@code w}, oldest first. */
  static List<WorkLink> list(Session session, String condition, int most, Object... parameters)
      throws SQLException {
    return session.list(
        SELECT + condition + " order by w.[ID]", most, WorkLinkRows::link, parameters);
  }

  private static WorkLink link(ResultSet row) throws SQLException {
    return new WorkLink(
        row.getLong(1),
        row.getLong(2),
        target(LinkKind.valueOf(row.getString(3)), row.getLong(4), row.getString(5)),
        Optional.ofNullable(row.getString(6)),
        row.getString(7),
        Instant.ofEpochMilli(row.getLong(8)),
        Rows.id(row, 9).map(Instant::ofEpochMilli),
        Rows.id(row, 10).map(Instant::ofEpochMilli),
        Optional.ofNullable(row.getString(11)));
  }

  private static LinkTarget target(LinkKind kind, long id, String query) {
    return switch (kind) {
      case ISSUE -> new LinkTarget.Issue(id);
      case EPIC -> new LinkTarget.Epic(id);
      case JQL -> new LinkTarget.Query(query);
      case SPRINT -> new LinkTarget.Sprint(id);
      case VERSION -> new LinkTarget.Version(id);
    };
  }

  /** Inserts links, in their order. */
  static void insert(
      Session session,
      long keyResultId,
      Collection<? extends LinkTarget> targets,
      Optional<String> sentence,
      Edit by)
      throws SQLException {
    session.insertAll(
        Tables.WORK_LINK,
        targets.stream().map(target -> row(keyResultId, target, sentence, by)).toList());
  }

  private static Map<String, Object> row(
      long keyResultId, LinkTarget target, Optional<String> sentence, Edit by) {
    Optional<String> query =
        target instanceof LinkTarget.Query it ? Optional.of(it.jql()) : Optional.empty();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KEY_RESULT_ID", keyResultId);
    row.put("KIND", target.kind().name());
    row.put("TARGET_ID", target.id());
    row.put("QUERY", Session.text(query));
    row.put("SENTENCE", Session.text(sentence));
    row.put("CREATED_BY", by.who().key());
    row.put("CREATED_AT", by.when().toEpochMilli());
    row.put("CHECKED_AT", Session.whole(query.map(jql -> by.when().toEpochMilli())));
    row.put("NATURAL_KEY", naturalKey(keyResultId, target));
    return row;
  }

  /** What no two links in force have in common. */
  static String naturalKey(long keyResultId, LinkTarget target) {
    return keyResultId
        + ":"
        + target.kind()
        + ":"
        + (target instanceof LinkTarget.Query query ? hash(query.jql()) : target.id());
  }

  private static String hash(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /**
   * Ends a link of a key result, of which the row is held, and takes off what only it reached.
   *
   * @return false when it has no such link in force
   */
  static boolean end(Session session, long keyResultId, long linkId, Edit by) throws SQLException {
    Optional<WorkLink> link =
        list(
                session,
                "w.[ID] = ? and w.[KEY_RESULT_ID] = ? and w.[REMOVED_AT] is null",
                1,
                linkId,
                keyResultId)
            .stream()
            .findFirst();
    if (link.isEmpty()) {
      return false;
    }
    session.update(
        "update {WORK_LINK} set [REMOVED_BY] = ?, [REMOVED_AT] = ?, " + FREED + " where [ID] = ?",
        by.who().key(),
        by.when().toEpochMilli(),
        linkId);
    Collection<Long> reached =
        link.get().target() instanceof LinkTarget.Issue issue
            ? List.of(issue.id())
            : Contributions.of(session, keyResultId);
    Contributions.settle(session, List.of(keyResultId), reached, Map.of());
    return true;
  }
}
