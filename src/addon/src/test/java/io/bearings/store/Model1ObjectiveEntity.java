package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of an objective in the first model of the tables. */
@Table("OBJECTIVE")
interface Model1ObjectiveEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getProjectId();

  /** Room for 255 characters also where the database counts bytes. */
  @NotNull
  @StringLength(450)
  String getTitle();

  /** Null when empty: to Oracle both are the same. */
  @StringLength(StringLength.UNLIMITED)
  String getWhy();

  @NotNull
  String getOwnerKey();

  @NotNull
  Integer getVersionNo();

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
