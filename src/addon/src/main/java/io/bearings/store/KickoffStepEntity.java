package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of what was said about a step of a unit's kickoff. */
@Table("KICKOFF_STEP")
interface KickoffStepEntity extends RawEntity<Long> {
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
  @StringLength(20)
  String getStepState();

  @NotNull
  String getMarkedBy();

  @NotNull
  Long getMarkedAt();

  /** {@code unitId:cycleId:step}. */
  @NotNull
  @Unique
  @StringLength(80)
  String getNaturalKey();
}
