package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/**
 * The columns of a link from a key result to work. A link is ended and never deleted, because a
 * question about a past day needs it.
 */
@Table("WORK_LINK")
interface WorkLinkEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getKeyResultId();

  /** {@code ISSUE}, {@code EPIC}, {@code JQL}, {@code SPRINT} or {@code VERSION}. */
  @NotNull
  @Indexed
  @StringLength(20)
  String getKind();

  /** The id of the issue, the epic's issue, the sprint or the version; 0 for a query. */
  @NotNull
  @Indexed
  Long getTargetId();

  /** The text of a query; null for the others. */
  @StringLength(StringLength.UNLIMITED)
  String getQuery();

  /** What changes if this is completed; null where nobody said. */
  @StringLength(450)
  String getSentence();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  /** Null while the link is in force, as is the next. */
  String getRemovedBy();

  Long getRemovedAt();

  /** When a query was last looked at; null before that, and for the others. */
  Long getCheckedAt();

  /** Why the last look at a query failed; null where it did not. */
  @StringLength(450)
  String getProblem();

  /**
   * {@code keyResultId:kind:targetId}, with the hash of the query for one; an ended link has its id
   * added, so that the same can be linked again.
   */
  @NotNull
  @Unique
  @StringLength(191)
  String getNaturalKey();
}
