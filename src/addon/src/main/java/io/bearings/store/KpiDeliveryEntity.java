package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of the log of calls. */
@Table("KPI_DELIVERY")
interface KpiDeliveryEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  Long getActId();

  @NotNull
  @Indexed
  Long getKpiId();

  @NotNull
  @StringLength(20)
  String getHappening();

  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getUrl();

  @NotNull
  @Indexed
  Long getBegunAt();

  @NotNull
  Long getMillis();

  /** Null where nobody answered. */
  Integer getAnswerStatus();

  @StringLength(StringLength.UNLIMITED)
  String getNote();
}
