package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of the stored figures of a key result or an objective. */
@Table("FIGURE")
interface FigureEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  /** {@code KR} or {@code O}. */
  @NotNull
  @StringLength(20)
  String getSubject();

  @NotNull
  @Indexed
  Long getSubjectId();

  /** The issues in scope; the three counts after it add up to it. */
  @NotNull
  Integer getIssues();

  @NotNull
  Integer getToDo();

  @NotNull
  Integer getInProgress();

  @NotNull
  Integer getDone();

  @NotNull
  Integer getOutOfScope();

  @NotNull
  Integer getImputed();

  /** A plain decimal, as the three after it; null without data. */
  @StringLength(60)
  String getDoneWeight();

  @StringLength(60)
  String getTotalWeight();

  @StringLength(60)
  String getScore();

  @StringLength(60)
  String getCoverage();

  /** When one of the issues last moved; null where none ever did. */
  Long getMovedAt();

  /** 1 when the row is made, and one more with each write. */
  @NotNull
  Long getStamp();

  /** {@code subject:subjectId}. */
  @NotNull
  @Unique
  @StringLength(40)
  String getNaturalKey();
}
