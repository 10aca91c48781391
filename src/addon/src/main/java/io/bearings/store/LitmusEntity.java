package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of a unit's answers to the litmus of a cycle. */
@Table("LITMUS")
interface LitmusEntity extends RawEntity<Long> {
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

  /** Null when empty: to Oracle both are the same. */
  @StringLength(StringLength.UNLIMITED)
  String getWhyItMatters();

  /** Null when empty: to Oracle both are the same. */
  @StringLength(StringLength.UNLIMITED)
  String getStillLose();

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

  /** {@code unitId:cycleId}. */
  @NotNull
  @Unique
  @StringLength(60)
  String getNaturalKey();
}
