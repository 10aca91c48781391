package io.bearings.store;

import static java.util.stream.Collectors.joining;

import io.bearings.flow.IssueHistory;
import io.bearings.kpi.metric.IssueFacts;
import io.bearings.kpi.metric.KeptFacts;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How the facts of issues are written and read. */
final class FactRows {
  /** The columns that {@link #read} reads, in that order. */
  static final List<String> COLUMNS =
      List.of(
          "ISSUE_ID",
          "TYPE_ID",
          "REPORTER_KEY",
          "RESOLVED_AT",
          "START_DAY",
          "DUE_DAY",
          "AFFECTED_IDS",
          "FIRST_COMMENTS",
          "WORK_LOGGED");

  private FactRows() {}

  /** The row of what is kept of an issue, that it was never moved. */
  static Map<String, Object> row(KeptFacts facts) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("ISSUE_ID", facts.issueId());
    row.put("PROJECT_ID", facts.projectId());
    row.put("MOVED", 0);
    row.put("TYPE_ID", StateRows.filled(facts.typeId()));
    row.put("REPORTER_KEY", Session.text(facts.reporter()));
    row.put("RESOLVED_AT", Session.whole(facts.resolved().map(Instant::toEpochMilli)));
    row.put("START_DAY", Session.whole(facts.start().map(LocalDate::toEpochDay)));
    row.put("DUE_DAY", Session.whole(facts.due().map(LocalDate::toEpochDay)));
    row.put("AFFECTED_IDS", Session.text(StateRows.text(facts.affected())));
    row.put("FIRST_COMMENTS", Session.text(comments(facts.comments())));
    row.put("WORK_LOGGED", Session.text(logged(facts.logged())));
    row.put(
        "LOGGED_DAY",
        Session.whole(
            facts.logged().stream().map(each -> each.day().toEpochDay()).reduce(Math::max)));
    row.put("UPDATED_AT", facts.updated().toEpochMilli());
    row.put("UNDONE", facts.open() ? 1 : 0);
    return row;
  }

  private static Optional<String> comments(List<IssueFacts.Comment> comments) {
    return lines(
        comments.stream().map(each -> each.at().toEpochMilli() + " " + each.author()).toList());
  }

  private static Optional<String> logged(List<KeptFacts.Logged> logged) {
    return lines(
        logged.stream()
            .map(
                each ->
                    each.day().toEpochDay()
                        + " "
                        + each.seconds().toPlainString()
                        + " "
                        + each.author())
            .toList());
  }

  private static Optional<String> lines(List<String> lines) {
    return lines.isEmpty() ? Optional.empty() : Optional.of(lines.stream().collect(joining("\n")));
  }

  /** What is kept of an issue beside its history. */
  record Read(
      long issueId,
      String typeId,
      Optional<String> reporter,
      Optional<Instant> resolved,
      Optional<LocalDate> start,
      Optional<LocalDate> due,
      Optional<String> affected,
      Optional<String> comments,
      Optional<String> logged) {

    /** All that is kept of the issue. */
    IssueFacts with(IssueHistory history, ZoneId zone) {
      return new IssueFacts(
          history,
          typeId,
          resolved,
          start,
          due,
          StateRows.ids(affected),
          reporter,
          Optional.of(readComments(comments)),
          Optional.of(readLogged(logged, zone)));
    }
  }

  static Read read(ResultSet row) throws SQLException {
    return new Read(
        row.getLong(1),
        Optional.ofNullable(row.getString(2)).orElse(""),
        Optional.ofNullable(row.getString(3)),
        Rows.id(row, 4).map(Instant::ofEpochMilli),
        Rows.id(row, 5).map(LocalDate::ofEpochDay),
        Rows.id(row, 6).map(LocalDate::ofEpochDay),
        Optional.ofNullable(row.getString(7)),
        Optional.ofNullable(row.getString(8)),
        Optional.ofNullable(row.getString(9)));
  }

  private static List<IssueFacts.Comment> readComments(Optional<String> text) {
    List<IssueFacts.Comment> comments = new ArrayList<>();
    for (String line : linesOf(text)) {
      String[] parts = line.split(" ", 2);
      comments.add(
          new IssueFacts.Comment(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]));
    }
    return comments;
  }

  private static List<IssueFacts.Worklog> readLogged(Optional<String> text, ZoneId zone) {
    List<IssueFacts.Worklog> logged = new ArrayList<>();
    for (String line : linesOf(text)) {
      String[] parts = line.split(" ", 3);
      logged.add(
          new IssueFacts.Worklog(
              LocalDate.ofEpochDay(Long.parseLong(parts[0])).atStartOfDay(zone).toInstant(),
              parts[2],
              new BigDecimal(parts[1])));
    }
    return logged;
  }

  private static List<String> linesOf(Optional<String> text) {
    return text.map(all -> List.of(all.split("\n"))).orElse(List.of());
  }
}
