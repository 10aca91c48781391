package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Index;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.Indexes;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/**
 * The columns that find the issues that were ever in a sprint, a version or an epic, as far as
 * their history is kept; when they were is for the history to say.
 */
@Table("MEMBERSHIP")
@Indexes(
    @Index(
        name = "ofTarget",
        methodNames = {"getTargetId", "getKind"}))
interface MembershipEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** {@code EPIC}, {@code SPRINT} or {@code VERSION}. */
  @NotNull
  @StringLength(20)
  String getKind();

  @NotNull
  Long getTargetId();

  @NotNull
  @Indexed
  Long getIssueId();

  /** {@code kind:targetId:issueId}. */
  @NotNull
  @Unique
  @StringLength(60)
  String getNaturalKey();
}
