package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns that say which KPI measures which project. */
@Table("MEASURED")
interface MeasuredEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** 0 where somebody only wants to see something of the project. */
  @NotNull
  @Indexed
  Long getKpiId();

  @NotNull
  @Indexed
  Long getProjectId();

  /** {@code kpiId:projectId}. */
  @NotNull
  @Unique
  @StringLength(60)
  String getNaturalKey();
}
