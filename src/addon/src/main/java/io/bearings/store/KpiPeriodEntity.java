package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a judged period of a KPI. */
@Table("KPI_PERIOD")
@Indexes(
    @Index(
        name = "byDay",
        methodNames = {"getKpiId", "getLastOn"}))
interface KpiPeriodEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  Long getKpiId();

  /** ISO text, which sorts as days do. */
  @NotNull
  @StringLength(10)
  String getFirstOn();

  @NotNull
  @StringLength(10)
  String getLastOn();

  /** The sprint or release; null for a period of the calendar. */
  @StringLength(450)
  String getSpanId();

  @StringLength(450)
  String getSpanName();

  /** A plain decimal; null without data. */
  @StringLength(80)
  String getAmount();

  /** 0 or 1, as all that follow. */
  @NotNull
  Integer getCorrected();

  @NotNull
  @StringLength(20)
  String getVerdict();

  @NotNull
  Integer getProvisional();

  @NotNull
  Integer getEarlyWarning();

  @StringLength(80)
  String getAttainment();

  /** As in {@link KpiEntity}; for an accumulating KPI the share that has elapsed. */
  @StringLength(190)
  String getTargetLevel();

  @StringLength(190)
  String getWarningLevel();

  @StringLength(190)
  String getCriticalLevel();

  @NotNull
  Integer getClosed();

  /**
   * The KPI again in its newest periods, null in all others: so a trend is found at once, however
   * long the series is.
   */
  @Indexed
  Long getTrendOf();
}
