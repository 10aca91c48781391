package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a change of a cycle's state; such rows are only ever added. */
@Table("CYCLE_STEP")
interface CycleStepEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getCycleId();

  @NotNull
  @StringLength(20)
  String getFromState();

  @NotNull
  @StringLength(20)
  String getToState();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();
}
