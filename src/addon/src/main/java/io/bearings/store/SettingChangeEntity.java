package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a change of a setting; such rows are only ever added. */
@Table("SETTING_CHANGE")
interface SettingChangeEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  @StringLength(20)
  String getSubject();

  /** Null for the site. */
  @Indexed
  Long getUnitId();

  @NotNull
  @StringLength(100)
  String getName();

  /** Null where it said nothing. */
  @StringLength(StringLength.UNLIMITED)
  String getOldText();

  /** Null where it says nothing now. */
  @StringLength(StringLength.UNLIMITED)
  String getNewText();

  @NotNull
  @Indexed
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();
}
