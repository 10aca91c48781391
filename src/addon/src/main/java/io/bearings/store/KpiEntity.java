package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a KPI: its sheet, then how it stood when it was judged last. */
@Table("KPI")
interface KpiEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getUnitId();

  /**
   * The key result whose values it keeps, and that nobody sees it beside; null for a KPI of its
   * own, and before the fourteenth model.
   */
  @Indexed
  Long getKeyResultId();

  /** Room for 255 characters also where the database counts bytes. */
  @NotNull
  @StringLength(450)
  String getName();

  /** What is empty is null: to Oracle both are the same. */
  @StringLength(StringLength.UNLIMITED)
  String getMeasures();

  @NotNull
  @StringLength(20)
  String getCategoryKind();

  @StringLength(190)
  String getOwnCategory();

  @NotNull
  String getOwnerKey();

  @NotNull
  @StringLength(20)
  String getValueSource();

  /** The formula or the metric as it was written. */
  @StringLength(StringLength.UNLIMITED)
  String getSourceText();

  @NotNull
  @StringLength(20)
  String getFrequency();

  @NotNull
  @StringLength(20)
  String getAggregation();

  /** 0 or 1. */
  @NotNull
  Integer getAccumulating();

  @NotNull
  Integer getGraceDays();

  @NotNull
  @StringLength(20)
  String getDirection();

  /** As in {@link KeyResultEntity}. */
  @NotNull
  @StringLength(60)
  String getMeasuredIn();

  /** A plain decimal, or two for a band: {@code 10:20}. */
  @StringLength(60)
  String getTargetLevel();

  @StringLength(60)
  String getWarningLevel();

  @StringLength(60)
  String getCriticalLevel();

  /** A line for each day on which the levels change; see {@link Lines}. */
  @StringLength(StringLength.UNLIMITED)
  String getTargetChanges();

  @StringLength(StringLength.UNLIMITED)
  String getActionText();

  /** A line for each automatic action. */
  @StringLength(StringLength.UNLIMITED)
  String getAutomatic();

  @StringLength(StringLength.UNLIMITED)
  String getWhy();

  @StringLength(StringLength.UNLIMITED)
  String getDecision();

  @StringLength(60)
  String getBenchmarkValue();

  @StringLength(450)
  String getBenchmarkSource();

  /** ISO text, which sorts as days do. */
  @StringLength(10)
  String getReviewOn();

  /**
   * A line for each objective, so that a list of sheets is one statement; {@link KpiServedEntity}
   * repeats it for who asks by the objective.
   */
  @StringLength(StringLength.UNLIMITED)
  String getServes();

  @StringLength(20)
  String getGrounds();

  /** A line for each dimension: its name and its segments. */
  @StringLength(StringLength.UNLIMITED)
  String getDimensions();

  /** 0 or 1. */
  @NotNull
  Integer getArchived();

  /** One more with each change of the sheet or of a value, and with each judgement. */
  @NotNull
  Long getStamp();

  /**
   * The day from which on it is to be judged, which lies before all days while something is new.
   */
  @Indexed
  @StringLength(10)
  String getDueOn();

  /** The first day that is to be judged anew; null when nothing is new. */
  @StringLength(10)
  String getPendingFrom();

  /** The day on which time alone changes something. */
  @StringLength(10)
  String getNextOn();

  /** The first day of which anything was recorded. */
  @StringLength(10)
  String getEarliestOn();

  @StringLength(10)
  String getJudgedUntil();

  @StringLength(10)
  String getBrokenOn();

  /** {@code |TREND|CUSUM|}; null where it does not drift. */
  @StringLength(60)
  String getDriftRules();

  /** 0 or 1; null where it is not judged. */
  Integer getAnomalyFound();

  @StringLength(80)
  String getAnomalyMedian();

  @StringLength(80)
  String getAnomalySpread();

  @NotNull
  Integer getVersionNo();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  @NotNull
  String getUpdatedBy();

  @NotNull
  Long getUpdatedAt();
}
