package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of what is or was posted to a channel. */
@Table("CHAT_POST")
interface ChatPostEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getChannelId();

  /** ISO text, which sorts as days do. */
  @NotNull
  @Indexed
  @StringLength(10)
  String getSlotOn();

  /** {@code channelId:slot}: Active Objects has no unique key over two columns. */
  @NotNull
  @Unique
  @StringLength(40)
  String getNaturalKey();

  @NotNull
  @StringLength(20)
  String getPostState();

  @NotNull
  Integer getTries();

  @StringLength(StringLength.UNLIMITED)
  String getNote();

  @NotNull
  Long getPostedAt();

  /** Null once it is at its end. */
  @Indexed
  Long getNextAt();
}
