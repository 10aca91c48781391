package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of an annotation; one of the five ids says where it stands. */
@Table("ANNOTATION")
interface AnnotationEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @Indexed
  Long getUnitId();

  @Indexed
  Long getCycleId();

  @Indexed
  Long getObjectiveId();

  @Indexed
  Long getKeyResultId();

  @Indexed
  Long getKpiId();

  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getBody();

  /** ISO text, which sorts as days do. */
  @NotNull
  @StringLength(10)
  String getFirstDay();

  @StringLength(10)
  String getLastDay();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  /** Null while it is as it was written. */
  Integer getVersionNo();

  /** Who changed it last; null while it is as it was written. */
  String getUpdatedBy();

  Long getRemovedAt();
}
