package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a change of a cycle's state or days; such rows are only ever added. */
@Table("CYCLE_CHANGE")
interface CycleChangeEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getCycleId();

  @NotNull
  @StringLength(20)
  String getFieldName();

  @NotNull
  @StringLength(20)
  String getOldText();

  @NotNull
  @StringLength(20)
  String getNewText();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();
}
