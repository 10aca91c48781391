package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of what jobs remember from one run to the next, on whatever node they run. */
@Table("UPKEEP")
interface UpkeepEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Unique
  @StringLength(60)
  String getName();

  @StringLength(StringLength.UNLIMITED)
  String getNote();

  /** 1 when the row is made, and one more with each write. */
  @NotNull
  Long getStamp();
}
