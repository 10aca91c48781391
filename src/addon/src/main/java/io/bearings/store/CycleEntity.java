package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a cycle. */
@Table("OKR_CYCLE")
interface CycleEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getUnitId();

  /** Room for 255 characters also where the database counts bytes. */
  @NotNull
  @StringLength(450)
  String getName();

  /** {@code 2026-10-01}: as text, days are compared and sorted as days. */
  @NotNull
  @StringLength(10)
  String getFirstDay();

  /** The last day, inclusive. */
  @NotNull
  @StringLength(10)
  String getLastDay();

  @NotNull
  @StringLength(20)
  String getCycleState();

  @NotNull
  @StringLength(20)
  String getCycleKind();

  @NotNull
  @StringLength(20)
  String getCycleLength();

  /** Null for a cycle that is a part of no other. */
  @Indexed
  Long getParentId();

  /** Null for a calendar cycle. */
  @Indexed
  Long getProjectId();

  String getEpicKey();

  /** The name of a version, which Jira lets be 255 characters long. */
  @StringLength(450)
  String getFixVersion();

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
