package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a remark in a thread. Rows are only ever added. */
@Table("REMARK")
interface RemarkEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** Set where it is about the objective itself. */
  @Indexed
  Long getObjectiveId();

  /** Set where it is about a key result or one of its check-ins. */
  @Indexed
  Long getKeyResultId();

  /** Set where it is about a check-in. */
  @Indexed
  Long getCheckInId();

  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getBody();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();
}
