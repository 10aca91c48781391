package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/**
 * The columns of a state of an issue, from the moment when it began until the next one of the
 * issue. The first is that of its creation.
 */
@Table("ISSUE_STATE")
@Indexes(
    @Index(
        name = "ofIssue",
        methodNames = {"getIssueId", "getFromAt"}))
interface IssueStateEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  Long getIssueId();

  @NotNull
  Long getFromAt();

  /** The order of states that began at the same instant, from 0. */
  @NotNull
  Integer getSeqNo();

  /** The id of Jira's change that led to it; 0 for the creation, -1 for the deletion. */
  @NotNull
  Long getChangeId();

  @NotNull
  @Indexed
  Long getProjectId();

  @Indexed
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

  /** {@code ,12,14,}; null for none, as is the next. */
  @StringLength(StringLength.UNLIMITED)
  String getSprintIds();

  @StringLength(StringLength.UNLIMITED)
  String getVersionIds();

  @Indexed
  Long getEpicId();

  /** The parent of a sub-task. */
  Long getParentId();

  @StringLength(60)
  String getTypeId();

  /** {@code 10010=5.0;10020=3.5}: the numeric fields that are kept; null for none. */
  @StringLength(450)
  String getFieldNumbers();

  /** 1 where the issue is deleted from here on; the other columns are those before. */
  @NotNull
  Integer getGone();

  /** {@code issueId:changeId:seqNo}. */
  @NotNull
  @Unique
  @StringLength(80)
  String getNaturalKey();
}
