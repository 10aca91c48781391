package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of a person who follows an objective. */
@Table("FOLLOWER")
interface FollowerEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getObjectiveId();

  @NotNull
  @Indexed
  String getPersonKey();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  /** {@code objectiveId:personKey}: Active Objects has no unique key over two columns. */
  @NotNull
  @Unique
  @StringLength(191)
  String getNaturalKey();
}
