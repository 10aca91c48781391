package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of how far the meeting is in which a unit looks back at a cycle. */
@Table("MEETING")
interface MeetingEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getUnitId();

  @NotNull
  @Indexed
  Long getCycleId();

  @NotNull
  @StringLength(20)
  String getStepName();

  @NotNull
  Long getStartedAt();

  /** 0 is without end. */
  @NotNull
  Integer getStepMinutes();

  @NotNull
  String getStartedBy();

  @NotNull
  Integer getVersionNo();

  /** {@code unitId:cycleId}. */
  @NotNull
  @Unique
  @StringLength(60)
  String getNaturalKey();
}
