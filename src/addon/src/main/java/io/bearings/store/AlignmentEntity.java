package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of an alignment: an arrow from one objective to another or to its key result. */
@Table("ALIGNMENT")
interface AlignmentEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @StringLength(20)
  String getArrowKind();

  @NotNull
  @Indexed
  Long getFromId();

  @NotNull
  @Indexed
  Long getToId();

  /** Null where it leads to the objective as a whole. */
  @Indexed
  Long getToKeyResultId();

  @NotNull
  Long getWeightMicros();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  /** {@code from:kind:to:keyResult}: Active Objects has no unique key over several columns. */
  @NotNull
  @Unique
  @StringLength(120)
  String getNaturalKey();
}
