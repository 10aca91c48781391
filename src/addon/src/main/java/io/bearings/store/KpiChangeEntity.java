package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a change of one field of a sheet. Rows are only ever added. */
@Table("KPI_CHANGE")
interface KpiChangeEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getKpiId();

  /** The version of the sheet that it led to. */
  @NotNull
  Integer getVersionNo();

  @NotNull
  @StringLength(190)
  String getFieldName();

  @StringLength(StringLength.UNLIMITED)
  String getFromText();

  @StringLength(StringLength.UNLIMITED)
  String getToText();

  @StringLength(StringLength.UNLIMITED)
  String getReason();

  /** The day on which the series broke; null when it went on. */
  @StringLength(10)
  String getBrokenOn();

  @NotNull
  String getChangedBy();

  @NotNull
  Long getChangedAt();
}
