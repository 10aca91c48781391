package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of a KPI that the formula of another one names. */
@Table("KPI_USE")
interface KpiUseEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** The one with the formula. */
  @NotNull
  @Indexed
  Long getKpiId();

  @NotNull
  @Indexed
  Long getUsedId();

  /** Both KPIs. */
  @NotNull
  @Unique
  @StringLength(60)
  String getNaturalKey();
}
