package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of what waits to be sent by mail, and of what was sent lately. */
@Table("KPI_LETTER")
interface KpiLetterEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  String getPersonKey();

  @NotNull
  @Indexed
  Long getKpiId();

  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getHeadline();

  @StringLength(StringLength.UNLIMITED)
  String getBody();

  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getLink();

  @NotNull
  Integer getTries();

  /** Null once it is sent. */
  @Indexed
  Long getNextAt();

  /** Null until it is sent. */
  @Indexed
  Long getSentAt();
}
