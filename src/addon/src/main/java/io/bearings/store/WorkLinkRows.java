package io.bearings.store;

import io.bearings.okr.Objectives.Edit;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkSpan;
import io.bearings.progress.LinkTarget;
import io.bearings.progress.WorkLink;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
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

  /** The start of all time: what a query found at its first look it always found. */
  static final long ALWAYS = 0;

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

  /** What a link leads to. */
  static LinkTarget target(LinkKind kind, long id, String query) {
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

  /** The links that key results ever had, oldest first, by the id of the key result. */
  static Map<Long, List<LinkSpan>> spans(Session session, Collection<Long> keyResultIds)
      throws SQLException {
    Map<Long, LinkSpan> links = new LinkedHashMap<>();
    Map<Long, Long> owners = new LinkedHashMap<>();
    Map<Long, List<LinkSpan.Stay>> stays = new LinkedHashMap<>();
    session.list(
        "select w.[ID], w.[KIND], w.[TARGET_ID], w.[CREATED_AT], w.[REMOVED_AT], h.[ISSUE_ID],"
            + " h.[SINCE], h.[UNTIL], w.[KEY_RESULT_ID] from {WORK_LINK} w"
            + " left join {QUERY_HIT} h on h.[LINK_ID] = w.[ID] where "
            + Tables.in("w.[KEY_RESULT_ID]", keyResultIds)
            + " order by w.[ID], h.[ID]",
        row -> {
          long linkId = row.getLong(1);
          links.putIfAbsent(linkId, span(row));
          owners.put(linkId, row.getLong(9));
          Optional<Long> issueId = Rows.id(row, 6);
          if (issueId.isPresent()) {
            stays.computeIfAbsent(linkId, id -> new ArrayList<>()).add(stay(issueId.get(), row));
          }
          return linkId;
        });
    Map<Long, List<LinkSpan>> spans = new LinkedHashMap<>();
    links.forEach(
        (linkId, link) ->
            spans
                .computeIfAbsent(owners.get(linkId), id -> new ArrayList<>())
                .add(
                    new LinkSpan(
                        link.kind(),
                        link.targetId(),
                        link.made(),
                        link.ended(),
                        stays.getOrDefault(linkId, List.of()))));
    return spans;
  }

  private static LinkSpan span(ResultSet row) throws SQLException {
    return new LinkSpan(
        LinkKind.valueOf(row.getString(2)),
        row.getLong(3),
        Instant.ofEpochMilli(row.getLong(4)),
        Rows.id(row, 5).map(Instant::ofEpochMilli),
        List.of());
  }

  private static LinkSpan.Stay stay(long issueId, ResultSet row) throws SQLException {
    long since = row.getLong(7);
    return new LinkSpan.Stay(
        issueId,
        since == ALWAYS ? Optional.empty() : Optional.of(Instant.ofEpochMilli(since)),
        Rows.id(row, 8).map(Instant::ofEpochMilli));
  }
}
