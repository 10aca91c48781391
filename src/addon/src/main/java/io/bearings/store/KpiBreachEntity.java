package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a breach, and of what people did about it. */
@Table("KPI_BREACH")
interface KpiBreachEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getKpiId();

  /** The KPI again while it goes on, else null. */
  @Indexed
  Long getOpenOf();

  /** The period that opened it, in ISO text, which sorts as days do. */
  @NotNull
  @StringLength(10)
  String getFirstOn();

  @NotNull
  @StringLength(10)
  String getLastOn();

  @StringLength(450)
  String getSpanId();

  @StringLength(450)
  String getSpanName();

  /** The period that ended it. */
  @StringLength(10)
  String getEndFirstOn();

  @StringLength(10)
  String getEndLastOn();

  @StringLength(450)
  String getEndSpanId();

  @StringLength(450)
  String getEndSpanName();

  /** When it was noticed. */
  @NotNull
  Long getOpenedAt();

  Long getClosedAt();

  String getAcknowledgedBy();

  Long getAcknowledgedAt();

  @NotNull
  @StringLength(20)
  String getActionState();

  String getActorKey();

  @StringLength(StringLength.UNLIMITED)
  String getActionResult();

  String getReportedBy();

  Long getReportedAt();

  /** When the lead was told. */
  Long getEscalatedAt();

  /** What happened to it and was not told yet, {@code OPENED,CLOSED}; null when all was told. */
  @Indexed
  @StringLength(100)
  String getUntold();

  /** 0 or 1. */
  @NotNull
  Integer getWithdrawn();

  @NotNull
  Integer getVersionNo();

  @NotNull
  Long getUpdatedAt();
}
