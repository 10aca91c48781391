package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a reminder that a channel did not take at once. */
@Table("REMINDER_TRY")
interface ReminderTryEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  String getPersonKey();

  @NotNull
  @StringLength(10)
  String getSlotOn();

  @NotNull
  @StringLength(20)
  String getChannelKind();

  @NotNull
  @StringLength(20)
  String getTryState();

  @NotNull
  Integer getTries();

  @StringLength(StringLength.UNLIMITED)
  String getNote();

  @NotNull
  @Indexed
  Long getTriedAt();

  /** Null once it is not tried again. */
  @Indexed
  Long getNextAt();
}
