package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of a vote. A person has as many rows as they gave votes. */
@Table("MEETING_VOTE")
interface MeetingVoteEntity extends RawEntity<Long> {
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
  @StringLength(80)
  String getTopic();

  @NotNull
  String getPersonKey();

  /** {@code unitId:cycleId:n:personKey} for the n-th vote of a person. */
  @NotNull
  @Unique
  @StringLength(191)
  String getNaturalKey();
}
