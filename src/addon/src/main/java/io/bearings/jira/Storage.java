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
   * Rows in each of the add-on's tables, by the table's name without prefix.
   *
   * @throws Refusal.Unavailable when the database or a part of Jira does not answer
   */
  Map<String, Long> sizes();
}
