package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a key result in the first model of the tables. */
@Table("KEY_RESULT")
interface Model1KeyResultEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getObjectiveId();

  /** Room for 255 characters also where the database counts bytes. */
  @NotNull
  @StringLength(450)
  String getTitle();

  /** The weight in millionths: Active Objects has no decimal type, and weights are exact. */
  @NotNull
  Long getWeightMicros();

  @NotNull
  @StringLength(20)
  String getWeightBy();

  @NotNull
  Integer getVersionNo();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  @NotNull
  String getUpdatedBy();

  @NotNull
  Long getUpdatedAt();
}
