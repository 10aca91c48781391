package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of a write that a client may repeat, with the answer that it got. */
@Table("IDEMPOTENCY_KEY")
interface IdempotencyKeyEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** The hash of person and key: keys of clients may be longer than an index takes. */
  @NotNull
  @Unique
  @StringLength(64)
  String getNaturalKey();

  /** The hash of what was asked for. */
  @NotNull
  @StringLength(64)
  String getRequestHash();

  /** The status that was answered; 0 while the write is under way. */
  @NotNull
  Integer getAnswerStatus();

  @StringLength(StringLength.UNLIMITED)
  String getAnswerBody();

  @NotNull
  @Indexed
  Long getReservedAt();
}
