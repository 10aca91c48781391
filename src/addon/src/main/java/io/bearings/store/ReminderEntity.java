package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of a reminder that somebody took on to send. */
@Table("REMINDER")
interface ReminderEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  String getPersonKey();

  /** The day in the person's own time zone; ISO text, which sorts as days do. */
  @NotNull
  @Indexed
  @StringLength(10)
  String getSlotOn();

  /** {@code personKey:slot}: Active Objects has no unique key over two columns. */
  @NotNull
  @Unique
  @StringLength(191)
  String getNaturalKey();

  @NotNull
  @Indexed
  @StringLength(36)
  String getRunName();

  /** Counts the batches of the run from 1. */
  @NotNull
  Integer getBatchNo();

  @NotNull
  @Indexed
  Long getClaimedAt();

  @NotNull
  @Indexed
  @StringLength(20)
  String getReminderState();

  @NotNull
  Integer getTotalCount();

  @NotNull
  Integer getOverdueCount();
}
