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

/** The columns of a check-in. Rows are only ever added. */
@Table("CHECK_IN")
@Indexes(
    @Index(
        name = "byDay",
        methodNames = {"getKeyResultId", "getEffectiveDay", "getID"}))
interface CheckInEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  Long getKeyResultId();

  /** ISO text, which sorts as days do. */
  @NotNull
  @StringLength(10)
  String getEffectiveDay();

  /** A plain decimal; null where the check-in says nothing about the value. */
  @StringLength(60)
  String getAmount();

  @NotNull
  Integer getConfidence();

  /** What is empty is null: to Oracle both are the same. */
  @StringLength(StringLength.UNLIMITED)
  String getNote();

  @StringLength(StringLength.UNLIMITED)
  String getPlans();

  @StringLength(StringLength.UNLIMITED)
  String getProgress();

  @StringLength(StringLength.UNLIMITED)
  String getProblems();

  /** The check-in that this one corrects. */
  @Indexed
  Long getReplacesId();

  @NotNull
  @StringLength(20)
  String getOrigin();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();
}
