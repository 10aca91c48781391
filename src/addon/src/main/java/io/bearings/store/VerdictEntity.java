package io.bearings.store;

import net.java.ao.RawEntity;
import net.java.ao.schema.AutoIncrement;
import net.java.ao.schema.Indexed;
import net.java.ao.schema.NotNull;
import net.java.ao.schema.PrimaryKey;
import net.java.ao.schema.StringLength;
import net.java.ao.schema.Table;
import net.java.ao.schema.Unique;

/** The columns of what a unit learned from an objective in a cycle, and decided for it. */
@Table("VERDICT")
interface VerdictEntity extends RawEntity<Long> {
  @AutoIncrement
  @NotNull
  @PrimaryKey("ID")
  Long getID();

  @NotNull
  @Indexed
  Long getUnitId();

  @NotNull
  @Indexed
  Long getCycleId();

  @NotNull
  @Indexed
  Long getObjectiveId();

  @NotNull
  @StringLength(20)
  String getDecision();

  @NotNull
  @StringLength(StringLength.UNLIMITED)
  String getLearning();

  /** The cycle whose kickoff dealt with the learning; null until one did. */
  Long getTreatedCycleId();

  /** 1: it shaped the new objectives, 0: it was set aside. */
  Integer getTreatedUsed();

  @StringLength(StringLength.UNLIMITED)
  String getTreatedReason();

  String getTreatedBy();

  Long getTreatedAt();

  @NotNull
  Integer getVersionNo();

  @NotNull
  String getCreatedBy();

  @NotNull
  Long getCreatedAt();

  @NotNull
  String getUpdatedBy();

  @NotNull
  Long getUpdatedAt();

  /** {@code cycleId:objectiveId}. */
  @NotNull
  @Unique
  @StringLength(60)
  String getNaturalKey();
}
