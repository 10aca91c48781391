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
 * The columns of an issue that a key result reaches by any of its links, with a copy of the issue's
 * state. There is one row, however many links lead to it.
 */
@Table("CONTRIBUTION")
interface ContributionEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getKeyResultId();

  @NotNull
  @Indexed
  Long getIssueId();

  /** The project of the issue, so that its rows can go when the project is deleted. */
  @NotNull
  @Indexed
  Long getIssueProjectId();

  /** 1 where it counts; 0 for a sub-task that does not. */
  @NotNull
  Integer getCounts();

  /** Null for rows of the fifth model that were not read again since. */
  @StringLength(60)
  String getStatusId();

  @NotNull
  @StringLength(20)
  String getStatusCategory();

  @StringLength(60)
  String getResolutionId();

  Double getPoints();

  /** The original estimate in seconds. */
  Long getEstimate();

  /** The numeric fields that are kept, written as in the states of issues. */
  @StringLength(450)
  String getFieldNumbers();

  /** The parent of a sub-task. */
  Long getParentId();

  /** When the copied state was true; an older state never replaces a newer one. */
  @NotNull
  Long getIssueUpdated();

  /** When the issue last came into another status, or was created; null where it is not known. */
  Long getMovedAt();

  /** {@code keyResultId:issueId}: Active Objects has no unique key over two columns. */
  @NotNull
  @Unique
  @StringLength(60)
  String getNaturalKey();
}
