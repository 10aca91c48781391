package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/**
 * The columns of the stored figures of a key result or an objective, which repeat what its
 * contributions amount to, so that a page reads none of them. {@link FigureRows} alone writes them,
 * in the transaction that changes a contribution.
 *
 * <p>A key result without a row reaches nothing, or was not asked for since the tables were made.
 * An objective has the sums over its key results that are neither archived nor abandoned.
 */
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

  /** The issues in scope that count; the three counts after it add up to it. */
  @NotNull
  Integer getIssues();

  @NotNull
  Integer getToDo();

  @NotNull
  Integer getInProgress();

  @NotNull
  Integer getDone();

  /** The issues that count, but for a resolution that takes them out of scope. */
  @NotNull
  Integer getOutOfScope();

  /** Those of the issues in scope that got the median of the others. */
  @NotNull
  Integer getImputed();

  /**
   * The weight that is done, with the credit for what is in progress: a decimal, as the three after
   * it. Null for an objective, whose key results may weigh by different things.
   */
  @StringLength(60)
  String getDoneWeight();

  /** The weight of all issues in scope; null for an objective. */
  @StringLength(60)
  String getTotalWeight();

  /**
   * The score when the row was written, which is when the work, a value or a goal changed. Null
   * without data, and where it lives on what is not stored with the objective: other objectives,
   * KPIs, queries, connectors.
   */
  @StringLength(60)
  String getScore();

  /** The weight of the key results with data ÷ that of all; null for a key result. */
  @StringLength(60)
  String getCoverage();

  /** When one of the issues that count last changed; null where there is none. */
  Long getChangedAt();

  /** When one of them last came into another status, or was created; null as that. */
  Long getMovedAt();

  /**
   * Under which settings, and by which weight, the row was reckoned, see {@link FigureRows}; under
   * others it is as good as missing.
   */
  @NotNull
  @StringLength(60)
  String getRules();

  /** 1 when the row is made, and one more with each write, also of the same figures. */
  @NotNull
  Long getStamp();

  /** {@code subject:subjectId}. */
  @NotNull
  @Unique
  @StringLength(40)
  String getNaturalKey();
}
