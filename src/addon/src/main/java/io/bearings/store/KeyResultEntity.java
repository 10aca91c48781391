package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * The columns of a key result. What came with the second model may be null in the database, because
 * there were rows before; {@link FormerRows} fills them. The columns from {@code CURRENT_VALUE} on
 * repeat what its check-ins and evidence say, so that a list reads none of them: whoever writes a
 * check-in or a piece of evidence writes them in the same transaction.
 */
@Table("KEY_RESULT")
interface KeyResultEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getObjectiveId();

  /** Room for 255 characters also where the database counts bytes. */
  @NotNull
  @StringLength(450)
  String getTitle();

  String getOwnerKey();

  void setOwnerKey(String ownerKey);

  @StringLength(20)
  String getValueSource();

  void setValueSource(String source);

  @StringLength(20)
  String getNature();

  void setNature(String nature);

  /** {@code NUMBER;;}, {@code RATING;5;}, {@code CURRENCY;;EUR}: kind, of, currency. */
  @StringLength(60)
  String getMeasuredIn();

  void setMeasuredIn(String measure);

  /** A plain decimal, as all values here: Active Objects has no decimal type. */
  @StringLength(60)
  String getBaselineValue();

  @StringLength(60)
  String getTargetValue();

  @StringLength(60)
  String getLowerBound();

  @StringLength(60)
  String getUpperBound();

  @StringLength(60)
  String getCommitMark();

  @StringLength(60)
  String getStretchMark();

  /** The weight in millionths. */
  @NotNull
  Long getWeightMicros();

  @NotNull
  @StringLength(20)
  String getWeightBy();

  /** 1 where no share of the window is taken; null, for rows before the fifth model, as 0. */
  Integer getShareOff();

  /** The KPI that it reads; null for any other source, and before the thirteenth model. */
  Long getKpiId();

  /** The metric that it reads; null for any other source, and before the fourteenth model. */
  @StringLength(StringLength.UNLIMITED)
  String getMetricText();

  /** ISO text, which sorts as days do. */
  @StringLength(10)
  String getDueOn();

  Integer getLagWeeks();

  void setLagWeeks(Integer weeks);

  /** {@code 2026-10-30=12;2026-11-30=15}. */
  @StringLength(450)
  String getCheckpoints();

  @StringLength(20)
  String getLifeState();

  void setLifeState(String state);

  @StringLength(450)
  String getLifeReason();

  /** The owner's last confidence, 0 to 10: from publishing it, then from each check-in. */
  Integer getConfidence();

  @StringLength(10)
  String getActivatedOn();

  Long getPublishedAt();

  void setPublishedAt(Long when);

  /** Its score when its objective was closed; null while it is not, or without data. */
  @StringLength(60)
  String getFinalScore();

  /** 0 or 1. */
  Integer getArchived();

  void setArchived(Integer archived);

  /** The value that counts today by the check-ins; null before there is one. */
  @StringLength(60)
  String getCurrentValue();

  /** The day that the value is about. */
  @StringLength(10)
  String getCurrentOn();

  Long getLastCheckInId();

  /** The day that the last check-in is about. */
  @StringLength(10)
  String getLastCheckInOn();

  Long getLastCheckInAt();

  String getLastCheckInBy();

  /** When the first check-in of all was entered. */
  Long getFirstCheckInAt();

  /** The last twelve values, oldest first: {@code 2026-10-05=12;2026-10-12=13.5}. */
  @StringLength(450)
  String getSpark();

  /**
   * All values, one a day, oldest first, as in {@code SPARK}; kept only for a key result that
   * maintains, because its score depends on each of them.
   */
  @StringLength(StringLength.UNLIMITED)
  String getDailyValues();

  /** The confirmed pieces of evidence. */
  Integer getEvidenceCount();

  /** The day of the last confirmed piece. */
  @StringLength(10)
  String getEvidenceOn();

  @NotNull
  Integer getVersionNo();

  /** Which version changed which fields, latest last: {@code 4:title,weight;5:target}. */
  @StringLength(450)
  String getTouched();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  @NotNull
  String getUpdatedBy();

  @NotNull
  Long getUpdatedAt();
}
