package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a channel of a chat service. */
@Table("CHAT_CHANNEL")
interface ChatChannelEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** Null: it is a person's. */
  @Indexed
  Long getUnitId();

  /** Null: it is a unit's. */
  @Indexed
  String getPersonKey();

  @NotNull
  @StringLength(20)
  String getChatKind();

  @NotNull
  String getChannelName();

  /** The address, which nobody can open without the key in Jira's home. */
  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getSealed();

  /** 1 or 0. */
  @NotNull
  Integer getSwitchedOn();

  /** How many posts were given up in a row. */
  @NotNull
  Integer getGivenUp();

  /** Null while it lives. */
  Long getDeadSince();

  @NotNull
  String getMadeBy();

  @NotNull
  Integer getVersionNo();
}
