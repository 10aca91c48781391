package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;

/** The columns of a change that moved a score. Rows are only added; a consent is added to one. */
@Table("CHANGE_LOG")
interface ChangeEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getObjectiveId();

  /** Null where the objective itself was changed. */
  @Indexed
  Long getKeyResultId();

  @NotNull
  @StringLength(40)
  String getFieldName();

  @StringLength(450)
  String getFromText();

  @StringLength(450)
  String getToText();

  @StringLength(450)
  String getReason();

  @NotNull
  @StringLength(20)
  String getChangeLabel();

  @NotNull
  @StringLength(20)
  String getOrigin();

  @StringLength(60)
  String getScoreBefore();

  @StringLength(60)
  String getScoreAfter();

  @StringLength(60)
  String getObjectiveBefore();

  @StringLength(60)
  String getObjectiveAfter();

  String getConsentBy();

  Long getConsentAt();

  @NotNull
  String getChangedBy();

  @NotNull
  Long getChangedAt();
}
