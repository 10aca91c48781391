package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/**
 * The columns of what metrics need of an issue beside its history, as it is today. Days are counted
 * from 1970-01-01 on, in the site's time zone.
 */
@Table("ISSUE_FACT")
interface IssueFactEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Unique
  Long getIssueId();

  /** The project that it is in now. */
  @NotNull
  @Indexed
  Long getProjectId();

  /** 1 where it was ever in another project too. */
  @NotNull
  @Indexed
  Integer getMoved();

  @StringLength(60)
  String getTypeId();

  @StringLength(255)
  String getReporterKey();

  /** Jira's own date of the last resolution. */
  Long getResolvedAt();

  Long getStartDay();

  Long getDueDay();

  /** {@code ,12,14,}; null for none. */
  @StringLength(StringLength.UNLIMITED)
  String getAffectedIds();

  /** A line for each author: the instant of their first comment, a blank, their key. */
  @StringLength(StringLength.UNLIMITED)
  String getFirstComments();

  /** A line for each day and author: the day, a blank, the seconds, a blank, their key. */
  @StringLength(StringLength.UNLIMITED)
  String getWorkLogged();

  /** The last day on which work was logged. */
  Long getLoggedDay();

  @NotNull
  Long getUpdatedAt();

  /** 1 where it is not done. */
  @NotNull
  Integer getUndone();
}
