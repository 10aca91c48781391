package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of what is stated of a unit; its lists are {@link Lines} of days and numbers. */
@Table("UNIT_INPUT")
interface UnitInputEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Unique
  Long getUnitId();

  @StringLength(StringLength.UNLIMITED)
  String getHourlyRate();

  @StringLength(StringLength.UNLIMITED)
  String getBudget();

  @StringLength(StringLength.UNLIMITED)
  String getPhasing();

  @StringLength(StringLength.UNLIMITED)
  String getSpend();

  @NotNull
  Integer getVersion();

  @NotNull
  String getUpdatedBy();

  @NotNull
  Long getUpdatedAt();
}
