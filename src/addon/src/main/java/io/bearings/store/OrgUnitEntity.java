package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a unit. */
@Table("ORG_UNIT")
interface OrgUnitEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** Room for 255 characters also where the database counts bytes. */
  @NotNull
  @StringLength(450)
  String getName();

  @NotNull
  @StringLength(20)
  String getUnitLevel();

  /** Null at the top. */
  @Indexed
  Long getParentId();

  String getLeadKey();

  String getDeputyKey();

  String getGroupName();

  /** {@code |10000|10001|}: one column, so that a list of units costs no further statement. */
  @StringLength(450)
  String getProjectIds();

  /** {@code |1|2|} like the projects; null for the boards of its projects. */
  @StringLength(450)
  String getBoardIds();

  @NotNull
  @StringLength(20)
  String getOpenness();

  /** {@code 0.9;0.7}, or null for those of the site. */
  @StringLength(40)
  String getThresholds();

  /** {@code WEEKLY;MONDAY;1;9}: how often, day of the week, day of the month, hour. */
  @NotNull
  @StringLength(60)
  String getCadence();

  /** 0 or 1: databases disagree about how truth is written. */
  @NotNull
  Integer getAdvanced();

  /** {@code 7;8;0.6}: members, hours a day, focus share. */
  @NotNull
  @StringLength(60)
  String getCapacity();

  /** 0 or 1. */
  @NotNull
  Integer getArchived();

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
