package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of an objective that a KPI serves, as its sheet says it too. */
@Table("KPI_SERVED")
interface KpiServedEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getKpiId();

  @NotNull
  @Indexed
  Long getObjectiveId();

  @NotNull
  @StringLength(20)
  String getPart();

  /** KPI and objective. */
  @NotNull
  @Unique
  @StringLength(60)
  String getNaturalKey();
}
