package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of an objective in one person's words. */
@Table("RESTATEMENT")
interface RestatementEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getObjectiveId();

  @NotNull
  String getPersonKey();

  /** Room for 300 characters also where the database counts bytes. */
  @NotNull
  @StringLength(450)
  String getInWords();

  @NotNull
  Long getWrittenAt();

  /** Null until it is judged, as are the two below. */
  @StringLength(20)
  String getVerdict();

  String getJudgedBy();

  Long getJudgedAt();

  /** {@code objectiveId:personKey}. */
  @NotNull
  @Unique
  @StringLength(191)
  String getNaturalKey();
}
