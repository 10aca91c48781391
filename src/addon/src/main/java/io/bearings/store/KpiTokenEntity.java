package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of a token to push values with; the token itself is nowhere. */
@Table("KPI_TOKEN")
interface KpiTokenEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getKpiId();

  @StringLength(450)
  String getTokenLabel();

  @NotNull
  @Unique
  @StringLength(128)
  String getTokenHash();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  /** To the minute. */
  Long getUsedAt();

  /** Null, as the time, while it is valid. */
  String getRevokedBy();

  Long getRevokedAt();
}
