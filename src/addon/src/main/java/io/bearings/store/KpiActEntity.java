package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of what is done because of breaches. */
@Table("KPI_ACT")
interface KpiActEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** As {@link io.bearings.connect.acts.News#key} has it: an act is written down once. */
  @NotNull
  @Unique
  @StringLength(190)
  String getNaturalKey();

  @NotNull
  @Indexed
  Long getKpiId();

  @NotNull
  @Indexed
  Long getBreachId();

  @NotNull
  Integer getActIndex();

  @NotNull
  @StringLength(20)
  String getActKind();

  @NotNull
  @StringLength(20)
  String getHappening();

  @NotNull
  String getOwnerKey();

  /** The project, the issue or the address; of who was told the keys, {@code |a|b|}. */
  @StringLength(StringLength.UNLIMITED)
  String getTargetName();

  @StringLength(450)
  String getIssueType();

  @StringLength(StringLength.UNLIMITED)
  String getSummary();

  /** Of who was left out the keys. */
  @StringLength(StringLength.UNLIMITED)
  String getBody();

  @NotNull
  @StringLength(20)
  String getActState();

  @StringLength(StringLength.UNLIMITED)
  String getResultText();

  /** The issue that it created, in Jira's id; null for none, and for those of older versions. */
  @Indexed
  Long getIssueId();

  @NotNull
  Integer getTries();

  /** Null when it is not tried again; most are not, so that the index finds those that are. */
  @Indexed
  Long getNextAt();

  /** Null but while some node does it. */
  @Indexed
  Long getTakenAt();

  @NotNull
  Long getCreatedAt();
}
