package io.bearings.jira;

import io.bearings.okr.Refusal;
import java.util.Map;

/** What the health page says about the database. */
public interface Storage {

  /**
   * Name and version of the database.
   *
   * @throws Refusal.Unavailable when the database or a part of Jira does not answer
   */
  String productName();

  /**
   * Rows in each of the add-on's tables, by the table's name without prefix. Large tables are not
   * counted, so that it costs the same however much they hold.
   *
   * @throws Refusal.Unavailable when the database or a part of Jira does not answer
   */
  Map<String, Size> sizes();

  /**
   * How large a table is.
   *
   * @param exact false where there are at most so many rows, and perhaps much less
   */
  record Size(long rows, boolean exact) {}
}
