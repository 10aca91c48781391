package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a decision in a unit or about an objective. Rows are only ever added. */
@Table("DECISION")
interface DecisionEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** Set where it is about no objective. */
  @Indexed
  Long getUnitId();

  @Indexed
  Long getObjectiveId();

  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getBody();

  @StringLength(StringLength.UNLIMITED)
  String getReason();

  /** ISO text, which sorts as days do. */
  @NotNull
  @StringLength(10)
  String getEffectiveDay();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();
}
