package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of an issue that a linked query found. */
@Table("QUERY_HIT")
interface QueryHitEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getLinkId();

  @NotNull
  @Indexed
  Long getIssueId();

  /** Since when it is found; 0 where it was when the link was first looked at: it always was. */
  @NotNull
  Long getSince();

  /** Null while it is found. */
  Long getUntil();

  /** {@code linkId:issueId}; what is found no more has its id added. */
  @NotNull
  @Unique
  @StringLength(120)
  String getNaturalKey();
}
