package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of a link in the first model of the tables. */
@Table("LINK")
interface Model1LinkEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getKeyResultId();

  @NotNull
  @Indexed
  Long getIssueId();

  /** The project of the issue, so that its links can go when the project is deleted. */
  @NotNull
  @Indexed
  Long getIssueProjectId();

  @NotNull
  @StringLength(20)
  String getStatusCategory();

  @StringLength(60)
  String getResolutionId();

  Double getPoints();

  /** When the copied state was true; an older state never replaces a newer one. */
  @NotNull
  Long getIssueUpdated();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  /** {@code keyResultId:issueId}: Active Objects has no unique key over two columns. */
  @NotNull
  @Unique
  @StringLength(60)
  String getNaturalKey();
}
