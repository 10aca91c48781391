package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a piece of evidence. */
@Table("EVIDENCE")
interface EvidenceEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getKeyResultId();

  /** ISO text, which sorts as days do. */
  @NotNull
  @StringLength(10)
  String getEffectiveDay();

  @StringLength(StringLength.UNLIMITED)
  String getBody();

  /** Where it can be seen. */
  @StringLength(StringLength.UNLIMITED)
  String getAddress();

  /** Null until a second person confirms it. */
  String getConfirmedBy();

  Long getConfirmedAt();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();
}
