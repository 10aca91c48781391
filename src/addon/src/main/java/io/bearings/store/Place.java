package io.bearings.store;

import io.bearings.flow.IssueSnapshot;
import io.bearings.progress.LinkKind;
import io.bearings.progress.LinkTarget;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An epic, a sprint or a version that issues can be in.
 *
 * @param kind one of these three
 */
record Place(LinkKind kind, long id) {
  /** All columns of a membership but the id, in the order in which {@link #row} has them. */
  static final List<String> COLUMNS = List.of("KIND", "TARGET_ID", "ISSUE_ID", "NATURAL_KEY");

  /** Where an issue is. */
  static List<Place> of(IssueSnapshot state) {
    List<Place> places = new ArrayList<>();
    state.epicId().ifPresent(id -> places.add(new Place(LinkKind.EPIC, id)));
    state.sprintIds().forEach(id -> places.add(new Place(LinkKind.SPRINT, id)));
    state.versionIds().forEach(id -> places.add(new Place(LinkKind.VERSION, id)));
    return places;
  }

  /** What a link to it leads to. */
  LinkTarget target() {
    return switch (kind) {
      case EPIC -> new LinkTarget.Epic(id);
      case SPRINT -> new LinkTarget.Sprint(id);
      case VERSION -> new LinkTarget.Version(id);
      case ISSUE, JQL -> throw new IllegalStateException(kind + " is no place");
    };
  }

  /** Where issues are now, as far as their history is kept. */
  static Map<Long, List<Place>> latest(Session session, Collection<Long> issueIds)
      throws SQLException {
    return latest(session, Tables.in("s.[ISSUE_ID]", issueIds));
  }

  /** Where the issues that contribute to a key result are now. */
  static Map<Long, List<Place>> latestOf(Session session, long keyResultId) throws SQLException {
    return latest(
        session,
        "s.[ISSUE_ID] in (select c.[ISSUE_ID] from {CONTRIBUTION} c where c.[KEY_RESULT_ID] = "
            + keyResultId
            + ")");
  }

  private static Map<Long, List<Place>> latest(Session session, String wanted) throws SQLException {
    StateRows.Reading reading = new StateRows.Reading();
    Map<Long, List<Place>> places = new HashMap<>();
    session
        .list(StateRows.latest(StateRows.columns("l"), wanted), reading::read)
        .forEach(each -> places.put(each.issueId(), of(each.step().state())));
    return places;
  }

  /** The row that says that an issue was ever here. */
  Map<String, Object> row(long issueId) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("KIND", kind.name());
    row.put("TARGET_ID", id);
    row.put("ISSUE_ID", issueId);
    row.put("NATURAL_KEY", kind + ":" + id + ":" + issueId);
    return row;
  }

  /** What {@link #row} was for a row of {@link #COLUMNS}. */
  static Map<String, Object> kept(ResultSet row) throws SQLException {
    return new Place(LinkKind.valueOf(row.getString(1)), row.getLong(2)).row(row.getLong(3));
  }
}
