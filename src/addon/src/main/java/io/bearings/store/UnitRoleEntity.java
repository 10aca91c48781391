package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a role that was given to one person or to one group in a unit. */
@Table("UNIT_ROLE")
interface UnitRoleEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getUnitId();

  @NotNull
  @StringLength(20)
  String getRoleName();

  /** Null where the role is a group's. */
  @Indexed
  String getPersonKey();

  /** Null where the role is a person's. */
  String getGroupName();
}
