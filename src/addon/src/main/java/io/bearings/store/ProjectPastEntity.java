package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of how far the past of a measured project was read. */
@Table("PROJECT_PAST")
interface ProjectPastEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Unique
  Long getProjectId();

  @NotNull
  @StringLength(20)
  String getReadState();

  /** Of issues that are done only those that changed in so many months; 0 for all. */
  @NotNull
  Integer getMonthsBack();

  @NotNull
  Integer getIssuesRead();

  @NotNull
  Integer getIssuesAll();

  /** A key of the texts, and in the lines below what stands for {0}, {1} ... in it. */
  @StringLength(StringLength.UNLIMITED)
  String getFailure();

  @NotNull
  Long getChangedAt();

  @NotNull
  Integer getVersionNo();
}
