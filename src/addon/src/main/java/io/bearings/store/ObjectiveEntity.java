package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/**
 * The columns of an objective. What came with the second model may be null in the database, because
 * there were rows before; {@link FormerRows} fills them.
 */
@Table("OBJECTIVE")
interface ObjectiveEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** The Jira project that it belonged to before there were units; 0 for one that came later. */
  @NotNull
  @Indexed
  Long getProjectId();

  @Indexed
  Long getUnitId();

  void setUnitId(Long unitId);

  /** Null in the backlog. */
  @Indexed
  Long getCycleId();

  /** Room for 255 characters also where the database counts bytes. */
  @NotNull
  @StringLength(450)
  String getTitle();

  /** Null when empty: to Oracle both are the same. */
  @StringLength(StringLength.UNLIMITED)
  String getWhy();

  @NotNull
  String getOwnerKey();

  @StringLength(20)
  String getObjectiveKind();

  void setObjectiveKind(String kind);

  @StringLength(20)
  String getLifeState();

  void setLifeState(String state);

  @StringLength(450)
  String getLifeReason();

  @StringLength(20)
  String getVisibility();

  void setVisibility(String visibility);

  Integer getConfidence();

  /** ISO text, which sorts as days do. */
  @StringLength(10)
  String getActivatedOn();

  Long getPublishedAt();

  void setPublishedAt(Long when);

  @StringLength(10)
  String getReviewOn();

  /** {@code |growth|mobile|}: one column, so that a list costs no further statement. */
  @StringLength(450)
  String getLabels();

  /** Custom fields, one on a line: name, tab, value. */
  @StringLength(StringLength.UNLIMITED)
  String getCustomFields();

  /** {@code |10000|10001|}. */
  @StringLength(450)
  String getProjectIds();

  /** {@code |3|7|}. */
  @StringLength(450)
  String getContributingIds();

  /** Its score when it was closed; null while it is not, and where there was no data. */
  @StringLength(60)
  String getFinalScore();

  /** 0 or 1: databases disagree about how truth is written. */
  Integer getArchived();

  void setArchived(Integer archived);

  @NotNull
  Integer getVersionNo();

  /** Which version changed which fields, latest last: {@code 4:title,weight;5:target}. */
  @StringLength(450)
  String getTouched();

  @NotNull
  String getCreatedBy();

  /** Milliseconds since 1970 in UTC, so that no driver moves it between time zones. */
  @NotNull
  Long getCreatedAt();

  @NotNull
  String getUpdatedBy();

  @NotNull
  Long getUpdatedAt();
}
