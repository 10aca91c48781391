package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of a value as it was recorded. */
@Table("KPI_VALUE")
@Indexes(
    @Index(
        name = "byDay",
        methodNames = {"getKpiId", "getOnDay"}))
interface KpiValueEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  Long getKpiId();

  /** ISO text, which sorts as days do. */
  @NotNull
  @StringLength(10)
  String getOnDay();

  /** The sprint or release; null where the day says which. */
  @StringLength(450)
  String getSpanId();

  /** Null, as the segment, for the total. */
  @StringLength(190)
  String getDimensionName();

  @StringLength(190)
  String getSegmentName();

  /** A plain decimal; null where a value was taken back. */
  @StringLength(80)
  String getAmount();

  @StringLength(80)
  String getOfAmount();

  /** 1 while nothing newer was recorded of the same day, span and segment, else 0. */
  @NotNull
  Integer getCounting();

  /** 1 where it was computed, 0 where it was given. */
  @NotNull
  Integer getComputed();

  /** KPI, day, and what is else counted apart; with the id once it is replaced. */
  @NotNull
  @Unique
  @StringLength(120)
  String getNaturalKey();

  String getRecordedBy();

  @NotNull
  Long getRecordedAt();
}
