package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of the secrets by which calls are signed. */
@Table("KPI_SECRET")
interface KpiSecretEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** One for each KPI. */
  @NotNull
  @Unique
  Long getKpiId();

  @NotNull
  @StringLength(450)
  String getSealed();

  @NotNull
  Long getMadeAt();
}
