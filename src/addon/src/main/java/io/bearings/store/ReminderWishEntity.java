package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of how somebody wants to be reminded. */
@Table("REMINDER_WISH")
interface ReminderWishEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  String getPersonKey();

  /** The person's key, or what stands for one that is too long for a unique column. */
  @NotNull
  @Unique
  @StringLength(191)
  String getNaturalKey();

  /** The channels that the person does not want: {@code INBOX,MAIL}; null for none. */
  @StringLength(120)
  String getOffChannels();

  /** The first day on which the person wants to be reminded again; null while there is none. */
  @StringLength(10)
  String getSnoozedUntil();
}
