package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a blocker of an objective or a key result. */
@Table("BLOCKER")
interface BlockerEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @Indexed
  Long getObjectiveId();

  @Indexed
  Long getKeyResultId();

  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getBody();

  @NotNull
  @Indexed
  String getOwnerKey();

  @StringLength(450)
  String getNeededFrom();

  /** ISO text, which sorts as days do. */
  @NotNull
  @StringLength(10)
  String getSinceDay();

  @Indexed
  Long getIssueId();

  /** Null while it blocks. */
  String getResolvedBy();

  Long getResolvedAt();

  @NotNull
  Integer getVersionNo();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  @NotNull
  String getUpdatedBy();

  @NotNull
  Long getUpdatedAt();
}
