package io.bearings.store;

import io.bearings.flow.IssueHistory;
import io.bearings.progress.Histories;
import io.bearings.progress.LinkSpan;
import io.bearings.progress.PastWork;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The work of key results through time, from our tables: three statements. */
@Component
class StoredPastWork implements PastWork {
  private final Database database;
  private final Histories histories;

  @Inject
  StoredPastWork(Database database, Histories histories) {
    this.database = database;
    this.histories = histories;
  }

  /** The links of key results, and the ids of all issues that they ever led to. */
  private record Led(Map<Long, List<LinkSpan>> links, Map<Long, Set<Long>> issueIds) {
    Set<Long> all() {
      Set<Long> all = new LinkedHashSet<>();
      issueIds.values().forEach(all::addAll);
      return all;
    }
  }

  @Override
  public Map<Long, Linked> linkedTo(Collection<Long> keyResultIds) {
    if (keyResultIds.isEmpty()) {
      return Map.of();
    }
    Led led = database.read(session -> led(session, keyResultIds));
    Map<Long, IssueHistory> byId = new HashMap<>();
    histories.of(led.all()).forEach(each -> byId.put(each.issueId(), each));
    Map<Long, Linked> linked = new LinkedHashMap<>();
    led.links()
        .forEach(
            (keyResultId, links) ->
                linked.put(
                    keyResultId,
                    new Linked(
                        links,
                        led.issueIds().getOrDefault(keyResultId, Set.of()).stream()
                            .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                            .toList())));
    return linked;
  }

  private static Led led(Session session, Collection<Long> keyResultIds) throws SQLException {
    Map<Long, List<LinkSpan>> links = WorkLinkRows.spans(session, keyResultIds);
    Map<Long, Set<Long>> issueIds = new LinkedHashMap<>();
    links.forEach(
        (keyResultId, spans) -> {
          Set<Long> ids = issueIds.computeIfAbsent(keyResultId, id -> new LinkedHashSet<>());
          for (LinkSpan span : spans) {
            switch (span.kind()) {
              case ISSUE -> ids.add(span.targetId());
              case JQL -> span.stays().forEach(stay -> ids.add(stay.issueId()));
              case EPIC, SPRINT, VERSION -> {
                // Who was in these is read below.
              }
            }
          }
        });
    session.list(
        "select w.[KEY_RESULT_ID], m.[ISSUE_ID] from {WORK_LINK} w join {MEMBERSHIP} m"
            + " on m.[TARGET_ID] = w.[TARGET_ID] and m.[KIND] = w.[KIND] where "
            + Tables.in("w.[KEY_RESULT_ID]", keyResultIds),
        row ->
            issueIds
                .computeIfAbsent(row.getLong(1), id -> new LinkedHashSet<>())
                .add(row.getLong(2)));
    return new Led(links, issueIds);
  }
}
