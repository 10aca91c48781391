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

/** The columns of what somebody is told. */
@Table("NOTICE")
@Indexes(
    @Index(
        name = "ofPerson",
        methodNames = {"getPersonKey", "getID"}))
interface NoticeEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  String getPersonKey();

  /** Set where it is about the objective itself. */
  @Indexed
  Long getObjectiveId();

  /** Set where it is about a key result or one of its check-ins. */
  @Indexed
  Long getKeyResultId();

  /** Set where it is about a check-in. */
  @Indexed
  Long getCheckInId();

  /** Set where it is about a KPI, and then alone. */
  @Indexed
  Long getKpiId();

  @NotNull
  @StringLength(20)
  String getNoticeKind();

  /** Null where nothing was said. */
  @StringLength(450)
  String getExcerpt();

  /** Null until the person has looked at it. */
  Long getSeenAt();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();
}
