package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a note that somebody wrote while a unit looked back. */
@Table("MEETING_NOTE")
interface MeetingNoteEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getUnitId();

  @NotNull
  @Indexed
  Long getCycleId();

  /** Null where it is about the whole. */
  Long getObjectiveId();

  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getBody();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  /** Null unless somebody removed it. */
  Long getRemovedAt();
}
