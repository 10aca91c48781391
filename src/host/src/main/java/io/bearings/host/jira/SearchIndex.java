package io.bearings.host.jira;

import io.bearings.host.Temper;
import io.bearings.host.db.Database;
import io.bearings.host.db.StatementCount;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What searches see: a copy of the issues that follows each commit, at once or, under {@link
 * Temper#HARSH}, a second late. It costs no statement, because in Jira it is no database table. A
 * start brings it up to date with what was committed before the host was killed.
 */
final class SearchIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SearchIndex.class);
  private static final long LATE_MILLISECONDS = 1000;
  // Words are separated by blanks, so that a search for a word's beginning is a search for a text.
  private static final String SEPARATORS = ".,;:!?()[]{}<>\"/\\-_=+*#&|'\t\n\r";

  private static final String COPY =
      "insert into issue_index ("
          + IssueRow.COLUMNS
          + ", title_words, all_words) select "
          + IssueRow.COLUMNS
          + ", "
          + words("summary")
          + ", "
          + words("summary || ' ' || coalesce(description, '')")
          + " from jiraissue ";

  private static final List<String> PLACES =
      List.of(
          place("sprint", "issue", "sprint", "issue_sprint", "1 = 1"),
          place("epic", "destination", "source", "issuelink", isLink(Issues.EPIC_LINK)),
          place("parent", "destination", "source", "issuelink", isLink(Issues.SUB_TASK_LINK)),
          version("fixversion", "IssueFixVersion"),
          version("affectedversion", "IssueVersion"));

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final ScheduledExecutorService later;

  SearchIndex(Database database, Temper temper) {
    this.jdbc = database.jdbc();
    this.transactions = database.transactions();
    this.later =
        temper.harsh() ? Executors.newSingleThreadScheduledExecutor(SearchIndex::daemon) : null;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "late-search-index");
    thread.setDaemon(true);
    return thread;
  }

  private static String words(String text) {
    String separators = "'" + SEPARATORS.replace("'", "''") + "'";
    return "' ' || lower(translate("
        + text
        + ", "
        + separators
        + ", '"
        + " ".repeat(SEPARATORS.length())
        + "'))";
  }

  private static String isLink(String style) {
    return "linktype = " + Issues.linkType(style);
  }

  private static String version(String kind, String association) {
    return place(
        kind,
        "source_node_id",
        "sink_node_id",
        "nodeassociation",
        "association_type = '" + association + "'");
  }

  /** A statement that lacks the condition on the issue. */
  private static String place(
      String kind, String issue, String target, String table, String condition) {
    return "insert into issue_index_place (issue, kind, target) select "
        + issue
        + ", '"
        + kind
        + "', "
        + target
        + " from "
        + table
        + " where "
        + condition
        + " and "
        + issue
        + " ";
  }

  /** Issues were written, moved or deleted, and that is committed. */
  void changed(Collection<Long> issueIds) {
    List<Long> ids = List.copyOf(issueIds);
    if (later == null) {
      copy(ids);
    } else {
      later.schedule(() -> copyLate(ids), LATE_MILLISECONDS, TimeUnit.MILLISECONDS);
    }
  }

  // A task that throws would only be forgotten.
  private void copyLate(List<Long> ids) {
    try {
      copy(ids);
    } catch (DataAccessException e) {
      LOG.error("The search index does not see the change of the issues {}", ids, e);
    }
  }

  private void copy(List<Long> ids) {
    inOneTransaction(
        () ->
            ids.forEach(
                id -> {
                  jdbc.update("delete from issue_index where id = ?", id);
                  jdbc.update("delete from issue_index_place where issue = ?", id);
                  jdbc.update(COPY + "where id = ?", id);
                  PLACES.forEach(place -> jdbc.update(place + "= ?", id));
                }));
  }

  /** Makes the index equal to what is committed. */
  void catchUp() {
    inOneTransaction(
        () -> {
          jdbc.update(
              "delete from issue_index where not exists (select 1 from jiraissue i"
                  + " where i.id = issue_index.id and i.updated = issue_index.updated)");
          jdbc.update(
              "delete from issue_index_place where issue not in (select id from issue_index)");
          PLACES.forEach(
              place ->
                  jdbc.update(
                      place
                          + "in (select i.id from jiraissue i left join issue_index x"
                          + " on x.id = i.id where x.id is null)"));
          jdbc.update(
              COPY + "where not exists (select 1 from issue_index x where x.id = jiraissue.id)");
        });
  }

  private void inOneTransaction(Runnable work) {
    StatementCount.free(
        () ->
            transactions.execute(
                status -> {
                  work.run();
                  return true;
                }));
  }

  @Override
  public void close() {
    if (later != null) {
      later.shutdownNow();
    }
  }
}
